package io.github.tucai;

import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.RecordId;
import java.util.List;
import java.util.Objects;

/**
 * What sending refused deliveries again came to.
 *
 * @param sent records whose delivery is on its way again, or waits to be sealed
 * @param left those that stay refused, each with the reason
 */
public record ResendReport(List<RecordId> sent, List<Left> left) {
    /** One that stays as it was, and why. */
    public record Left(RecordId record, Refusal refusal) {
        public Left {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    public ResendReport {
        sent = List.copyOf(sent);
        left = List.copyOf(left);
    }
}
