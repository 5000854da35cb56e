package io.github.tucai;

import io.github.tucai.capture.RecordId;
import io.github.tucai.photo.Advice;
import io.github.tucai.school.SchoolCode;
import java.util.Objects;
import java.util.Optional;

/**
 * A record, a school, the book of unmatched money or a delivery that was set aside, since what the database holds of it cannot
 * be read. Names no person.
 *
 * @param record which, or whose; empty where it is no record's, or where the number itself was damaged
 * @param school the school, or the one at which the record is listed; empty where that cannot be read either
 * @param event the first of its events that cannot be read; 0 where it is its key or its head, or no event at all
 * @param fault what is wrong, for the log of whoever mends it
 * @param advice what to do
 */
public record Unreadable(
        Optional<RecordId> record, Optional<SchoolCode> school, int event, String fault, Advice advice) {
    public Unreadable {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(advice, "advice");
    }
}
