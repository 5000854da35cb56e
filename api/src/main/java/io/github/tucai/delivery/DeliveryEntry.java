package io.github.tucai.delivery;

import java.util.Objects;
import java.util.Optional;

/**
 * One delivery of a record.
 *
 * @param version counts the deliveries of the record from 1
 * @param key its idempotency key
 * @param status how it stands
 * @param receipt of the registry; kept when the delivery is superseded later
 */
public record DeliveryEntry(int version, DeliveryKey key, Status status, Optional<Receipt> receipt) {
    /** How a delivery stands. */
    public enum Status {
        /** To be sealed and put into the outbox; an entry is there from then on, so only lists have this. */
        TO_SEAL,
        /** In the outbox. */
        QUEUED,
        /** A person looks after it. */
        WAITING,
        /** Acknowledged. */
        ACCEPTED,
        /** Refused by the registry. */
        REFUSED,
        /** A newer one took its place. */
        SUPERSEDED,
        /** Its photo was reset or withdrawn before the registry answered. */
        WITHDRAWN;

        /** Whether it is in the outbox and has not ended: it goes out, or waits for a person. */
        public boolean isOpen() {
            return this == QUEUED || this == WAITING;
        }
    }

    public DeliveryEntry {
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1, got " + version);
        }
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(receipt, "receipt");
    }

    /** The same delivery, standing otherwise. */
    public DeliveryEntry with(Status other) {
        return new DeliveryEntry(version, key, other, receipt);
    }

    /** The same delivery with the registry's receipt; a superseded one stays superseded, a withdrawn one is there after all. */
    public DeliveryEntry acknowledged(Receipt by) {
        return new DeliveryEntry(
                version, key, status == Status.SUPERSEDED ? Status.SUPERSEDED : Status.ACCEPTED, Optional.of(by));
    }
}
