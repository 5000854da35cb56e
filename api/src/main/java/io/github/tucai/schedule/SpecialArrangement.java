package io.github.tucai.schedule;

import io.github.tucai.graduate.EnrolmentNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Other days or hours than the schedule's, granted to one school or one student (A1.3, N2.5). It adds to the school's own
 * window and takes nothing away. Granted before it starts: one that reaches into the past does not exist.
 *
 * @param student empty for the whole school
 * @param window days on which it applies
 * @param hours hours of those days
 * @param reason why, 1 to 500 characters; names no person
 * @param grantedAt before its first moment
 */
public record SpecialArrangement(
        Optional<EnrolmentNumber> student, CaptureWindow window, DailyHours hours, String reason, Instant grantedAt) {
    public SpecialArrangement {
        Objects.requireNonNull(student, "student");
        if (reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("reason must have 1 to 500 characters, got " + reason.length());
        }
        if (!grantedAt.isBefore(start(window, hours))) {
            throw new IllegalArgumentException("a special arrangement is granted before it starts (A1.3): it starts "
                    + start(window, hours) + " and was granted " + grantedAt);
        }
    }

    /** The first moment of an arrangement over these days and hours. */
    public static Instant start(CaptureWindow window, DailyHours hours) {
        return window.first().atTime(hours.opens()).atZone(Campaign.ZONE).toInstant();
    }

    /** Without the reason, which may be a private one, and the student. */
    @Override
    public String toString() {
        return "SpecialArrangement[" + window + ", " + hours + "]";
    }

    /** Whether it opens capture for this student at this moment. */
    public boolean opens(EnrolmentNumber who, Instant when) {
        var local = when.atZone(Campaign.ZONE);
        return student.map(who::equals).orElse(true)
                && window.contains(local.toLocalDate())
                && hours.contains(local.toLocalTime());
    }
}
