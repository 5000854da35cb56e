package io.github.tucai;

import java.util.Objects;

/**
 * Where a list goes on. Names no person.
 *
 * @param value as {@link Page#next()} gave it; nothing is to be read from it
 */
public record PageKey(String value) {
    /** Where a list begins. */
    public static final PageKey FIRST = new PageKey("");

    public PageKey {
        Objects.requireNonNull(value, "value");
    }
}
