package io.github.tucai.photo;

import java.util.regex.Pattern;

/**
 * The stable id of a photo check, such as {@code eyes-open}. An open value: plug-ins and profiles may bring their own.
 *
 * @param value lower-case words joined by hyphens
 */
public record CheckId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)*");

    public CheckId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a check id is lower-case words joined by hyphens, got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
