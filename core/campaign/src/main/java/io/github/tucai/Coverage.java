package io.github.tucai;

import io.github.tucai.school.SchoolCode;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How far a school is (应拍尽拍, N2.3b). Counts of students; nobody is named.
 *
 * @param school which
 * @param expected as the school said; empty where it has not
 * @param presented who presented a code, those included whose records cannot be read
 * @param accepted with an accepted photo
 * @param retake whose last photo was rejected, reset or withdrawn
 * @param inReview a person decides
 * @param locked after a violation
 * @param delivered acknowledged by the registry
 * @param refused by the registry, to be sent again by the centre
 * @param unreadable whose records cannot be read and count nowhere else ({@link AuditService#unreadable})
 */
public record Coverage(
        SchoolCode school,
        OptionalInt expected,
        int presented,
        int accepted,
        int retake,
        int inReview,
        int locked,
        int delivered,
        int refused,
        int unreadable) {
    public Coverage {
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(expected, "expected");
    }

    /** Who is still without an accepted photo; empty where the school has not said how many to expect. */
    public OptionalInt missing() {
        return expected.isPresent() ? OptionalInt.of(Math.max(0, expected.getAsInt() - accepted)) : OptionalInt.empty();
    }
}
