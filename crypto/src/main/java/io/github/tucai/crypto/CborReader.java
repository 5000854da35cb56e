package io.github.tucai.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads back what {@link CborWriter} wrote and nothing else: longer forms of a number, indefinite lengths, other keys or
 * another order, bad UTF-8 and trailing bytes are refused with an {@link IllegalArgumentException}.
 */
final class CborReader {
    private final byte[] in;
    private int at;

    CborReader(byte[] in) {
        this.in = in;
    }

    void map(int pairs) {
        if (head(Cbor.MAP) != pairs) {
            throw malformed();
        }
    }

    /** Steps over the key that must stand here. */
    CborReader key(int expected) {
        if (uint() != expected) {
            throw malformed();
        }
        return this;
    }

    long uint() {
        return head(Cbor.UINT);
    }

    /** A whole number from 0 to {@code most}. */
    int uint(int most) {
        long value = uint();
        if (value < 0 || value > most) {
            throw malformed();
        }
        return (int) value;
    }

    byte[] bytes() {
        int length = length(Cbor.BYTES);
        at += length;
        return Arrays.copyOfRange(in, at - length, at);
    }

    String text() {
        int length = length(Cbor.TEXT);
        at += length;
        if (isAscii(at - length, at)) {
            return new String(in, at - length, length, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in, at - length, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is not UTF-8", e);
        }
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (in[i] < 0) {
                return false;
            }
        }
        return true;
    }

    void end() {
        if (at != in.length) {
            throw malformed();
        }
    }

    private int length(int major) {
        long length = head(major);
        if (length > in.length - at) {
            throw malformed();
        }
        return (int) length;
    }

    private long head(int major) {
        int initial = next();
        if (initial >> 5 != major) {
            throw malformed();
        }
        int low = initial & 31;
        return switch (low) {
            case 24 -> number(1, 24);
            case 25 -> number(2, 1L << 8);
            case 26 -> number(4, 1L << 16);
            case 27 -> number(8, 1L << 32);
            default -> {
                if (low > 24) {
                    throw malformed();
                }
                yield low;
            }
        };
    }

    /** A number of that many bytes; one that would have fitted in fewer, or does not fit in a long, is refused. */
    private long number(int length, long least) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << 8) | next();
        }
        if (value < least) {
            throw malformed();
        }
        return value;
    }

    private int next() {
        if (at >= in.length) {
            throw malformed();
        }
        return in[at++] & 0xff;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not the deterministic form that was expected");
    }
}
