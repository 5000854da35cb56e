package io.github.tucai.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The few kinds of CBOR items used here, in the deterministic form of RFC 8949 §4.2.1. */
final class CborWriter {
    private final ByteArrayOutputStream out;

    CborWriter() {
        this(256);
    }

    /** For about that many bytes. */
    CborWriter(int bytes) {
        this.out = new ByteArrayOutputStream(bytes);
    }

    /** Starts a map; the caller writes its keys in ascending order. */
    CborWriter map(int pairs) {
        head(Cbor.MAP, pairs);
        return this;
    }

    CborWriter uint(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("expected a number that is not negative");
        }
        head(Cbor.UINT, value);
        return this;
    }

    CborWriter text(String value) {
        // A lone surrogate has no UTF-8: better refused here than read back as another text.
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            head(Cbor.TEXT, utf8.remaining());
            while (utf8.hasRemaining()) {
                out.write(utf8.get());
            }
            return this;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is not well-formed Unicode", e);
        }
    }

    CborWriter bytes(byte[] value) {
        head(Cbor.BYTES, value.length);
        out.writeBytes(value);
        return this;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void head(int major, long value) {
        if (value < 24) {
            out.write((major << 5) | (int) value);
        } else if (value < 1L << 8) {
            number((major << 5) | 24, value, 1);
        } else if (value < 1L << 16) {
            number((major << 5) | 25, value, 2);
        } else if (value < 1L << 32) {
            number((major << 5) | 26, value, 4);
        } else {
            number((major << 5) | 27, value, 8);
        }
    }

    private void number(int initial, long value, int length) {
        out.write(initial);
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}
