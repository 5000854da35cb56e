package io.github.tucai.sandbox;

import io.github.tucai.delivery.DeliveryKey;
import java.time.Instant;

/**
 * An image that the registry stored.
 *
 * @param registryId its number
 * @param enrolment digest of the enrolment number
 * @param key of the delivery that brought it
 * @param version of the delivery
 * @param receivedAt by the sandbox's clock, whole milliseconds
 */
public record StoredImage(String registryId, String enrolment, DeliveryKey key, int version, Instant receivedAt) {
    StoredImage withVersion(int later) {
        return new StoredImage(registryId, enrolment, key, later, receivedAt);
    }

    String members() {
        return "\"key\":\"" + key.value() + "\",\"registryId\":\"" + registryId + "\",\"version\":" + version
                + ",\"receivedAt\":\"" + receivedAt + "\"";
    }
}
