package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.key.KeyId;
import java.util.Objects;
import java.util.function.Function;

/** Opens sealed bundles: the registry's part. Safe for concurrent use. */
public interface BundleOpener {
    /** The largest bundle that is looked at. */
    int MOST_BYTES = 4 << 20;

    /**
     * Decrypts, then verifies, and takes deliveries only.
     *
     * @throws io.github.tucai.failure.SealException with one message, whatever is wrong with the bundle, a withdrawal too
     */
    Opened open(byte[] bundle);

    /**
     * Decrypts, then verifies, and tells by what was signed whether it is a delivery or a withdrawal.
     *
     * @throws io.github.tucai.failure.SealException with one message, whatever is wrong with the bundle
     */
    Message read(byte[] bundle);

    /** What a bundle can hold. */
    sealed interface Message {
        /** Which trusted key signed it. */
        KeyId signer();

        /** Handles both; the compiler asks for both. */
        default <R> R fold(
                Function<? super Opened, ? extends R> delivery, Function<? super Withdrawn, ? extends R> withdrawal) {
            return this instanceof Opened opened ? delivery.apply(opened) : withdrawal.apply((Withdrawn) this);
        }
    }

    /**
     * What was inside a delivery.
     *
     * @param content the delivery
     * @param signer which trusted key signed it
     */
    record Opened(DeliveryContent content, KeyId signer) implements Message {
        public Opened {
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(signer, "signer");
        }
    }

    /**
     * What was inside a withdrawal.
     *
     * @param withdrawal of a delivery
     * @param signer which trusted key signed it
     */
    record Withdrawn(Withdrawal withdrawal, KeyId signer) implements Message {
        public Withdrawn {
            Objects.requireNonNull(withdrawal, "withdrawal");
            Objects.requireNonNull(signer, "signer");
        }
    }
}
