package io.github.tucai.photo;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one check.
 *
 * @param check which check
 * @param answer what it says
 * @param score 0 to 100, 100 = surely compliant, 50 = at the limit; one decimal; empty where SKIPPED
 * @param value the measured value; empty where it was not measured
 * @param unit of the value, empty text where there is none
 * @param limit what the value was held to, such as {@code >= 0.15}; empty text where there is none
 * @param severity what a FAIL means
 * @param region where in the upright picture, or null
 * @param clause the clause it serves, such as {@code A2.3.2}
 * @param advice what to do
 * @param reason why it was skipped or is unsure, such as {@code no-face} or {@code exempt}; empty text where none
 */
public record Finding(
        CheckId check,
        Answer answer,
        OptionalDouble score,
        OptionalDouble value,
        String unit,
        String limit,
        Severity severity,
        @Nullable Region region,
        String clause,
        Advice advice,
        String reason) {
    public Finding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(reason, "reason");
        if (score.isPresent() == (answer == Answer.SKIPPED)) {
            throw new IllegalArgumentException("a finding has a score unless it was skipped");
        }
        if (score.isPresent() && !(score.getAsDouble() >= 0 && score.getAsDouble() <= 100)) {
            throw new IllegalArgumentException("score must be 0 to 100, got " + score.getAsDouble());
        }
    }
}
