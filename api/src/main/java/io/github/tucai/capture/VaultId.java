package io.github.tucai.capture;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Where a photo lies in the vault: a random number, apart from identity data.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record VaultId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public VaultId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a vault id is 32 lower-case hexadecimal digits");
        }
    }

    /** Whether a text is one. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** A fresh one. */
    public static VaultId random(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new VaultId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
