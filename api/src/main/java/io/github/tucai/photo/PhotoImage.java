package io.github.tucai.photo;

import java.util.Arrays;
import java.util.Objects;

/**
 * The bytes of an encoded picture as they came. Nothing is known of them yet: they may be no picture at all. Immutable;
 * copies in and out.
 */
public final class PhotoImage {
    private final byte[] bytes;

    private PhotoImage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the array. */
    public static PhotoImage copyOf(byte[] encoded) {
        return new PhotoImage(Objects.requireNonNull(encoded, "encoded").clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    public int sizeBytes() {
        return bytes.length;
    }

    /** SHA-256 of the bytes: what binds a photo to its delivery and its prints. */
    public ImageDigest digest() {
        return ImageDigest.of(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhotoImage that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PhotoImage[" + bytes.length + " bytes]";
    }
}
