package io.github.tucai.delivery;

import java.time.Instant;
import java.util.Objects;

/**
 * The registry's acknowledgement of one delivery.
 *
 * @param key which delivery
 * @param registryId the registry's own number for the stored image, 1 to 64 characters
 * @param receivedAt by the registry's clock
 * @param duplicate whether the registry had this very delivery already
 */
public record Receipt(DeliveryKey key, String registryId, Instant receivedAt, boolean duplicate) {
    public Receipt {
        Objects.requireNonNull(key, "key");
        if (registryId.isEmpty() || registryId.length() > 64) {
            throw new IllegalArgumentException("registryId must have 1 to 64 characters, got " + registryId.length());
        }
        Objects.requireNonNull(receivedAt, "receivedAt");
    }
}
