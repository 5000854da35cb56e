package io.github.tucai.spi;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import java.util.Optional;

/**
 * Carries sealed bundles to the registry (学信网) over an authenticated channel and brings back its answer.
 *
 * @implSpec Safe for concurrent use; sends the bundle's key as idempotency key, so that a repeated call stores nothing twice.
 */
public interface ChsiTransport extends Plugin {
    /**
     * Delivers one bundle, of a photo or of a withdrawal: the registry answers both with a receipt for the bundle's key.
     *
     * @throws io.github.tucai.failure.TransportException if no answer came; it says whether to try again
     */
    DeliveryOutcome deliver(SealedBundle bundle);

    /**
     * Takes back what was handed over under a key and lies where the registry has not collected it yet. Where a delivery is
     * over when {@link #deliver} returns nothing lies anywhere, and this does nothing.
     *
     * <p>No promise that the registry never gets it: somebody may have copied it before. Only a withdrawal undoes what
     * arrived. A call to {@code deliver} afterwards hands over again.
     *
     * @throws io.github.tucai.failure.TransportException if it could not be taken back now; call again
     */
    default void recall(DeliveryKey key) {
        // Nothing lies anywhere.
    }

    /**
     * The registry's answer to what was handed over before under a key, without sending anything: for records whose photo must
     * not be sent again. It can be asked for again and says the same, an acknowledgement with {@link Receipt#duplicate()} set.
     *
     * @return empty where there is no answer, or where every answer came back from {@link #deliver}
     * @throws io.github.tucai.failure.TransportException if there is an answer that cannot be read or is not genuine, or what
     *     holds it is out of reach
     */
    default Optional<DeliveryOutcome> collect(DeliveryKey key) {
        return Optional.empty();
    }
}
