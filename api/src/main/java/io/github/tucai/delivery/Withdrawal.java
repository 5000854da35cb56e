package io.github.tucai.delivery;

import io.github.tucai.code.CodeClaims;
import java.time.Instant;
import java.util.Objects;

/**
 * What the registry is told when a photo was delivered that must not stand: of this enrolment, everything up to and including
 * a version counts no more, whether it has arrived or is still on its way. A later version counts again.
 *
 * @param claims of the collection code, as the delivery had them
 * @param of the delivery that is taken back
 * @param version of that delivery
 * @param at when it was decided
 */
public record Withdrawal(CodeClaims claims, DeliveryKey of, int version, Instant at) {
    public Withdrawal {
        Objects.requireNonNull(claims, "claims");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(at, "at");
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1, got " + version);
        }
    }

    /** What tells a repeated withdrawal from a new one. */
    public DeliveryKey key() {
        return DeliveryKey.ofWithdrawal(of);
    }
}
