package io.github.tucai.photo;

import java.util.regex.Pattern;

/**
 * The name of a measure, such as {@code eye.opening}. An open value: the default analyzer documents those it takes.
 *
 * @param value lower-case words joined by dots and hyphens
 */
public record MeasureId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    public MeasureId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a measure is lower-case words joined by dots and hyphens, got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
