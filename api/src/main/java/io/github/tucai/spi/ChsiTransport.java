package io.github.tucai.spi;

import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;

/**
 * Carries sealed bundles to the registry (学信网) over an authenticated channel and brings back its answer.
 *
 * @implSpec Safe for concurrent use; sends the bundle's key as idempotency key, so that a repeated call stores nothing twice.
 */
public interface ChsiTransport extends Plugin {
    /**
     * Delivers one bundle.
     *
     * @throws io.github.tucai.failure.TransportException if no answer came; it says whether to try again
     */
    DeliveryOutcome deliver(SealedBundle bundle);
}
