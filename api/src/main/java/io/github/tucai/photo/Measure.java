package io.github.tucai.photo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One number measured in a photo. It carries no judgement: limits live in the profile.
 *
 * @param id what was measured
 * @param value finite
 * @param unit such as {@code px}, {@code deg}, {@code ratio}, {@code dE00}, {@code bytes}, {@code count}
 * @param region where in the upright picture, or null where the whole picture was measured
 * @param confidence 0 (a guess) to 1 (certain)
 */
public record Measure(
        MeasureId id, double value, String unit, @Nullable Region region, double confidence) {
    public Measure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(unit, "unit");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(id + " must be finite, got " + value);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence of " + id + " must be 0 to 1, got " + confidence);
        }
    }
}
