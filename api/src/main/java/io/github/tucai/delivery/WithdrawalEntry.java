package io.github.tucai.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * That the registry is told: of this enrolment, everything up to a version counts no more.
 *
 * @param version of the last delivery that is taken back
 * @param of that delivery's key
 * @param requestedAt when it was decided, the last time
 * @param status how telling stands; {@link DeliveryEntry.Status#TO_SEAL} until it is in the outbox
 * @param receipt of the registry
 */
public record WithdrawalEntry(
        int version, DeliveryKey of, Instant requestedAt, DeliveryEntry.Status status, Optional<Receipt> receipt) {
    public WithdrawalEntry {
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1, got " + version);
        }
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(receipt, "receipt");
    }

    /** The same, standing otherwise. */
    public WithdrawalEntry with(DeliveryEntry.Status other) {
        return new WithdrawalEntry(version, of, requestedAt, other, receipt);
    }

    /** The same with the registry's receipt. */
    public WithdrawalEntry acknowledged(Receipt by) {
        return new WithdrawalEntry(version, of, requestedAt, DeliveryEntry.Status.ACCEPTED, Optional.of(by));
    }
}
