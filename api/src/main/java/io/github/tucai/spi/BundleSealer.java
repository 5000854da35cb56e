package io.github.tucai.spi;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;

/**
 * Seals what goes to the registry (N2.2c): signed by the collector, encrypted to the registry, claims, photo and recipient
 * bound together.
 *
 * @implSpec Safe for concurrent use.
 */
public interface BundleSealer extends Plugin {
    /**
     * Seals one delivery.
     *
     * @throws io.github.tucai.failure.SealException if a key is missing or the provider fails
     */
    SealedBundle seal(DeliveryContent content);

    /**
     * Seals the withdrawal of a delivery. The bundle's key is {@link Withdrawal#key()}, and no recipient can take it for a
     * delivery.
     *
     * @throws io.github.tucai.failure.SealException if a key is missing or the provider fails
     */
    SealedBundle seal(Withdrawal withdrawal);
}
