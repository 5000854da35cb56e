package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import java.time.Instant;
import java.util.Objects;

/**
 * One image that the registry holds as the valid one of its enrolment, told without naming anyone.
 *
 * @param key of the delivery that brought it
 * @param registryId the registry's number
 * @param version of the delivery
 * @param receivedAt by the registry's clock
 */
public record RegisteredImage(DeliveryKey key, String registryId, int version, Instant receivedAt) {
    public RegisteredImage {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(registryId, "registryId");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }
}
