package io.github.tucai.photo;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Says whether two files hold the same picture, whatever their compression, size and brightness: 256 signs of the coarse
 * light and dark of the whole picture, background and clothes included.
 *
 * <p>It recognises pictures and nobody's face: two photos of one person are as far apart as photos of two, so it is no face
 * template and serves for none ({@code PictureHashing} of {@code tucai-imaging} has the figures).
 */
public final class PictureHash {
    /** Bits of a hash. */
    public static final int BITS = 256;

    private static final int SIDE = 16;

    private final long[] words;

    private PictureHash(long[] words) {
        this.words = words;
    }

    /**
     * From its words.
     *
     * @param words four; bit {@code 16 v + u} of all, the lowest of the first word first, is the sign of the coefficient of
     *     the horizontal frequency u and the vertical v; copied
     */
    public static PictureHash copyOf(long[] words) {
        if (words.length != BITS / Long.SIZE) {
            throw new IllegalArgumentException("a hash has 4 words, got " + words.length);
        }
        return new PictureHash(words.clone());
    }

    /**
     * Reads {@link #hex()}.
     *
     * @throws IllegalArgumentException if it is not 64 hexadecimal digits
     */
    public static PictureHash parse(String hex) {
        if (hex.length() != BITS / 4) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits, got " + hex.length());
        }
        long[] words = new long[BITS / Long.SIZE];
        for (int i = 0; i < words.length; i++) {
            words[i] = HexFormat.fromHexDigitsToLong(hex, 16 * i, 16 * i + 16);
        }
        return new PictureHash(words);
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        StringBuilder hex = new StringBuilder(BITS / 4);
        for (long word : words) {
            hex.append(HexFormat.of().toHexDigits(word));
        }
        return hex.toString();
    }

    /** Its four words, as {@link #copyOf} takes them; a copy. */
    public long[] words() {
        return words.clone();
    }

    /** The hash of the picture seen in a mirror. */
    public PictureHash mirrored() {
        return new PictureHash(mirrored(words));
    }

    /** Bits in which two pictures differ, the other way round or not: 0 to 256, about 128 for two that share nothing. */
    public int distance(PictureHash other) {
        return Math.min(differing(words, other.words), differing(words, mirrored(other.words)));
    }

    private static int differing(long[] one, long[] other) {
        int bits = 0;
        for (int i = 0; i < one.length; i++) {
            bits += Long.bitCount(one[i] ^ other[i]);
        }
        return bits;
    }

    /** Of the picture seen in a mirror: the odd horizontal frequencies change their sign. */
    private static long[] mirrored(long[] words) {
        long odd = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            odd |= (long) (bit % SIDE % 2) << bit;
        }
        long[] mirrored = words.clone();
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] ^= odd;
        }
        return mirrored;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureHash hash && Arrays.equals(words, hash.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /** Leaves the bits out: they would tell in a log whose photo equals whose. */
    @Override
    public String toString() {
        return "PictureHash[256 bits]";
    }
}
