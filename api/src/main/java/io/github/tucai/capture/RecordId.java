package io.github.tucai.capture;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The collector's own random number for a record; says nothing about the person.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record RecordId(String value) implements Comparable<RecordId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public RecordId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a record id is 32 lower-case hexadecimal digits");
        }
    }

    /** A fresh one. */
    public static RecordId random(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new RecordId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
