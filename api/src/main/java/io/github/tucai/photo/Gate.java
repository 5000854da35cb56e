package io.github.tucai.photo;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Keeps one fault from setting off a check that cannot judge under it: outside the range the check is SKIPPED.
 *
 * @param measure what decides; a gate whose measure is absent stands open
 * @param least smallest value at which the check is answered
 * @param most largest value at which the check is answered
 * @param reason told with SKIPPED, such as {@code low-resolution}
 * @param excused whether a REQUIRED check skipped by this gate leaves the verdict alone
 * @param source the document the numbers come from
 */
public record Gate(
        MeasureId measure, OptionalDouble least, OptionalDouble most, String reason, boolean excused, String source) {
    public Gate {
        Objects.requireNonNull(measure, "measure");
        if (least.isEmpty() && most.isEmpty()) {
            throw new IllegalArgumentException("a gate on " + measure + " needs least, most or both");
        }
        if (least.isPresent() && most.isPresent() && least.getAsDouble() > most.getAsDouble()) {
            throw new IllegalArgumentException("least must not be above most, got " + least.getAsDouble() + " and "
                    + most.getAsDouble() + " for a gate on " + measure);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a gate on " + measure + " needs a reason");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a gate on " + measure + " needs the source of its numbers");
        }
    }

    /** Whether the check is answered at this value. */
    public boolean isOpen(double value) {
        return value >= least.orElse(Double.NEGATIVE_INFINITY) && value <= most.orElse(Double.POSITIVE_INFINITY);
    }
}
