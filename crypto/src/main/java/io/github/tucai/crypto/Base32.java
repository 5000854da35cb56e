package io.github.tucai.crypto;

import java.util.Arrays;

/** Base32 of RFC 4648 without padding. Every byte string has one spelling and no other is read. */
final class Base32 {
    private static final char[] ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
    private static final int[] DIGITS = digits();

    private Base32() {}

    private static int[] digits() {
        int[] digits = new int[128];
        Arrays.fill(digits, -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            digits[ALPHABET[i]] = i;
        }
        return digits;
    }

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = ((buffer << 8) | (b & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET[(buffer >> bits) & 31]);
            }
        }
        if (bits > 0) {
            text.append(ALPHABET[(buffer << (5 - bits)) & 31]);
        }
        return text.toString();
    }

    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = ((buffer << 5) | digit(text.charAt(i))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        // Five or more bits left over are a character too many; bits that are not zero spell the same bytes
        // differently.
        if (bits >= 5 || (buffer & ((1 << bits) - 1)) != 0) {
            throw new IllegalArgumentException("not the only spelling of its bytes");
        }
        return bytes;
    }

    private static int digit(char c) {
        int digit = c < DIGITS.length ? DIGITS[c] : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("not a Base32 character");
        }
        return digit;
    }
}
