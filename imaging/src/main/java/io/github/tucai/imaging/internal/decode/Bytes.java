package io.github.tucai.imaging.internal.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A window on a byte array that reads numbers; outside the window everything reads as zero, so that parsers stay short. */
final class Bytes {
    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    static Bytes of(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    byte[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** A part of this window, cut where it would reach outside. */
    Bytes slice(int from, int count) {
        int start = Math.min(Math.max(from, 0), length);
        return new Bytes(array, offset + start, Math.min(Math.max(count, 0), length - start));
    }

    int u8(int at) {
        return at >= 0 && at < length ? array[offset + at] & 0xFF : 0;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(int at) {
        return u8(at + 1) << 8 | u8(at);
    }

    int i32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }

    int i32le(int at) {
        return u16le(at + 2) << 16 | u16le(at);
    }

    boolean startsWith(String latin1) {
        return length >= latin1.length() && slice(0, latin1.length()).latin1().equals(latin1);
    }

    String latin1() {
        return new String(array, offset, length, StandardCharsets.ISO_8859_1);
    }

    String utf8() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }
}
