package io.github.tucai.payment;

import java.time.Instant;
import java.util.Objects;

/**
 * Money in the books that nobody had asked for and that was not given back.
 *
 * @param payment what came
 * @param reason why it was not asked for
 * @param since when it was booked
 */
public record UnmatchedPayment(Payment payment, UnmatchedReason reason, Instant since) {
    public UnmatchedPayment {
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
    }
}
