package io.github.tucai.photo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a profile judges one check. All limits that apply have to hold; the one with the gravest effect speaks.
 *
 * @param check which check
 * @param submission severity of a FAIL in what a student hands in
 * @param submissionFilled the same where the finisher fills the background; empty: no difference
 * @param product severity of a FAIL in the product
 * @param gates when the check is answered at all
 * @param limits what has to hold; none: this profile has no rule for the check and it is SKIPPED
 */
public record CheckRule(
        CheckId check,
        Severity submission,
        Optional<Severity> submissionFilled,
        Severity product,
        List<Gate> gates,
        List<Limit> limits) {
    public CheckRule {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(submissionFilled, "submissionFilled");
        Objects.requireNonNull(product, "product");
        gates = List.copyOf(gates);
        limits = List.copyOf(limits);
    }

    /** What a FAIL means. */
    public Severity severity(Stage stage, boolean filled) {
        if (stage == Stage.PRODUCT) {
            return product;
        }
        return filled ? submissionFilled.orElse(submission) : submission;
    }
}
