package io.github.tucai.internal;

import java.util.Objects;
import java.util.regex.Pattern;

/** Checks the form of identifying texts without ever quoting them. */
public final class Text {
    private static final Pattern COMPLETE_ID = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)|(?<!\\d)\\d{15}(?!\\d)");

    private Text() {}

    public static String matching(String value, Pattern form, String name, String wanted) {
        Objects.requireNonNull(value, name);
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be " + wanted + ", got " + length(value) + " characters");
        }
        return value;
    }

    /** A name of an organisation or group: no control characters, no identity number in it. */
    public static String label(String value, String name, int least, int most) {
        Objects.requireNonNull(value, name);
        int length = length(value);
        if (length < least || length > most) {
            throw new IllegalArgumentException(
                    name + " must have " + least + " to " + most + " characters, got " + length);
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not contain control characters");
        }
        if (COMPLETE_ID.matcher(value).find()) {
            throw new IllegalArgumentException(name + " must not contain a complete identity number");
        }
        return value;
    }

    public static int length(String value) {
        return value.codePointCount(0, value.length());
    }
}
