package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.key.KeyId;
import java.util.Objects;

/** Opens sealed bundles: the registry's part. Safe for concurrent use. */
public interface BundleOpener {
    /** The largest bundle that is looked at. */
    int MOST_BYTES = 4 << 20;

    /**
     * Decrypts, then verifies.
     *
     * @throws io.github.tucai.failure.SealException with one message, whatever is wrong with the bundle
     */
    Opened open(byte[] bundle);

    /**
     * What was inside.
     *
     * @param content the delivery
     * @param signer which trusted key signed it
     */
    record Opened(DeliveryContent content, KeyId signer) {
        public Opened {
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(signer, "signer");
        }
    }
}
