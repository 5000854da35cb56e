package io.github.tucai.key;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The short name of a key: the first four bytes of the digest of its public point, by SM3 in suite SM and SHA-256 in suite
 * INTL. Not secret.
 *
 * @param value 8 lower-case hexadecimal digits
 */
public record KeyId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}");

    public KeyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key id is 8 lower-case hexadecimal digits");
        }
    }

    /** The id made of the first four bytes of an array. */
    public static KeyId of(byte[] digest) {
        return new KeyId(HexFormat.of().formatHex(digest, 0, 4));
    }

    /** The four bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
