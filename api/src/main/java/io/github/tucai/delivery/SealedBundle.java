package io.github.tucai.delivery;

import java.util.Arrays;
import java.util.Objects;

/** A sealed delivery or withdrawal: signed inside, encrypted outside. Only the recipient opens it. Immutable; copies in and out. */
public final class SealedBundle {
    private final DeliveryKey key;
    private final byte[] bytes;

    private SealedBundle(DeliveryKey key, byte[] bytes) {
        this.key = key;
        this.bytes = bytes;
    }

    /** Copies the array. */
    public static SealedBundle copyOf(DeliveryKey key, byte[] bytes) {
        return new SealedBundle(Objects.requireNonNull(key, "key"), bytes.clone());
    }

    /** The idempotency key of its content. */
    public DeliveryKey key() {
        return key;
    }

    /** A copy of the sealed bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many sealed bytes there are. */
    public int sizeBytes() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedBundle that && key.equals(that.key) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedBundle[" + bytes.length + " bytes]";
    }
}
