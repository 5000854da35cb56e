package io.github.tucai.check.internal;

import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Limit;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;

/**
 * One limit with the measure that was held to it.
 *
 * @param limit the limit
 * @param measure what was measured
 * @param score one decimal
 * @param answer by the score
 * @param severity of a FAIL
 */
public record Held(Limit limit, Measure measure, double score, Answer answer, Severity severity) {
    /** The gravest effect on the verdict first, then FAIL before UNSURE before PASS, then the lowest score. */
    static final Comparator<Held> GRAVEST = Comparator.comparing(
                    (Held held) -> Assessment.verdict(held.answer, held.severity, false, false))
            .reversed()
            .thenComparing(held -> rank(held.answer))
            .thenComparingDouble(Held::score);

    /** Empty where the measure is missing and nothing makes up for it. */
    static Optional<Held> of(Limit limit, Severity usual, Facts facts) {
        Optional<Measure> measure = facts.find(limit.measure());
        Limit escape = limit.unless();
        Optional<Measure> escaping = escape == null ? Optional.empty() : facts.find(escape.measure());
        double raw = measure.map(found -> limit.score(found.value())).orElse(0.0);
        if (escape != null && escaping.isPresent()) {
            raw = Math.max(raw, escape.score(escaping.get().value()));
        }
        Severity severity = limit.severity().orElse(usual);
        double score = round(raw);
        Answer answer = answer(score, limit.band());
        if (measure.isPresent()) {
            return Optional.of(new Held(limit, measure.get(), score, answer, severity));
        }
        // Nothing to judge because the thing is absent.
        return answer == Answer.PASS
                ? escaping.map(found -> new Held(limit, found, score, answer, severity))
                : Optional.empty();
    }

    /** Downwards, so that what is below the limit is told below 50; the tiny addend takes back binary rounding. */
    public static double round(double score) {
        return Math.floor(score * 10 + 1e-9) / 10;
    }

    /** The answer that a score gives, so far from 50 as the limit is sure. */
    public static Answer answer(double score, double band) {
        if (score >= 50 + band) {
            return Answer.PASS;
        }
        return score <= 50 - band ? Answer.FAIL : Answer.UNSURE;
    }

    boolean isBelow() {
        return limit.least().isPresent() && measure.value() < limit.least().getAsDouble();
    }

    boolean isAbove() {
        return limit.most().isPresent() && measure.value() > limit.most().getAsDouble();
    }

    /** The limit as results tell it. */
    static String text(Limit limit) {
        if (limit.least().isPresent() && limit.most().isPresent()) {
            return number(limit.least().getAsDouble()) + ".."
                    + number(limit.most().getAsDouble());
        }
        return limit.least().isPresent()
                ? ">= " + number(limit.least().getAsDouble())
                : "<= " + number(limit.most().orElseThrow());
    }

    private static String number(double value) {
        return new BigDecimal(value, new MathContext(6, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static int rank(Answer answer) {
        return switch (answer) {
            case FAIL -> 0;
            case UNSURE -> 1;
            case SKIPPED, PASS -> 2;
        };
    }
}
