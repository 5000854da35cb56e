package io.github.tucai.key;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public half of a key on a 256-bit curve: {@code 04 ‖ x ‖ y}. That it lies on the curve is checked where it is used.
 * Immutable; copies in and out.
 */
public final class PublicPoint {
    private static final int LENGTH = 65;
    private static final byte UNCOMPRESSED = 4;

    private final byte[] bytes;

    private PublicPoint(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the array: 65 bytes, the first of them 04. */
    public static PublicPoint copyOf(byte[] uncompressed) {
        if (uncompressed.length != LENGTH || uncompressed[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException(
                    "a public point is 65 bytes starting with 04, got " + uncompressed.length + " bytes");
        }
        return new PublicPoint(uncompressed.clone());
    }

    /** A copy of the 65 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicPoint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PublicPoint[" + HexFormat.of().formatHex(bytes, 1, 5) + "…]";
    }
}
