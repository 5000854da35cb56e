package io.github.tucai.photo;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a profile holds one measure to, and how far from it the answer becomes certain.
 *
 * <p>The score is 50 at {@code least} and {@code most}, 75 one {@code width} inside, 25 one width outside, and never flat:
 * {@code 50 (1 + x / (1 + |x|))} with x in widths. Where both ends are given the lower score counts. A logistic curve
 * would be flat after seven widths at the one decimal a score is told with, this one is not.
 *
 * @param measure what is held to the limit
 * @param least smallest allowed value, inclusive; may be empty if {@code most} is not
 * @param most largest allowed value, inclusive
 * @param width above 0, in the measure's unit
 * @param band PASS from 50 + band, FAIL to 50 − band, UNSURE between; 0 where the measure is exact
 * @param severity where it differs from the check's own
 * @param stage the only stage it holds in; empty for both
 * @param whenFilled true: only where the finisher fills the background; false: only where it is kept; empty: both
 * @param optional whether the check can be answered without it
 * @param unless the limit needs not be held where this one is, such as "no glasses"
 * @param source the document the numbers come from
 */
public record Limit(
        MeasureId measure,
        OptionalDouble least,
        OptionalDouble most,
        double width,
        double band,
        Optional<Severity> severity,
        Optional<Stage> stage,
        Optional<Boolean> whenFilled,
        boolean optional,
        @Nullable Limit unless,
        String source) {
    public Limit {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(whenFilled, "whenFilled");
        if (least.isEmpty() && most.isEmpty()) {
            throw new IllegalArgumentException("a limit on " + measure + " needs least, most or both");
        }
        if (least.isPresent() && most.isPresent() && least.getAsDouble() > most.getAsDouble()) {
            throw new IllegalArgumentException("least must not be above most, got " + least.getAsDouble() + " and "
                    + most.getAsDouble() + " for " + measure);
        }
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("width must be above 0, got " + width + " for " + measure);
        }
        if (!(band >= 0 && band < 50)) {
            throw new IllegalArgumentException("band must be 0 to below 50, got " + band + " for " + measure);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a limit on " + measure + " needs the source of its numbers");
        }
    }

    /** Score of a value by this limit alone, unrounded: above 0, below 100, 50 at the limit. */
    public double score(double value) {
        double low = least.isPresent() ? curve((value - least.getAsDouble()) / width) : 100;
        double high = most.isPresent() ? curve((most.getAsDouble() - value) / width) : 100;
        return Math.min(low, high);
    }

    /** Whether it applies. */
    public boolean appliesTo(Stage to, boolean filled) {
        return stage.map(to::equals).orElse(true)
                && whenFilled.map(wanted -> wanted == filled).orElse(true);
    }

    private static double curve(double x) {
        return 50 * (1 + x / (1 + Math.abs(x)));
    }
}
