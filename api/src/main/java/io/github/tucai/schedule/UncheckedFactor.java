package io.github.tucai.schedule;

import java.util.Locale;

/**
 * What becomes of a code whose masked ID hides the last four, where a campaign asks for them: there is nothing to compare what
 * the student types with, so whoever holds the code could be anybody. A policy of ours.
 */
public enum UncheckedFactor {
    /**
     * It is refused, except from the administrator at whose desk the student presents it or from the centre: they compare the ID
     * itself.
     */
    REFUSE,
    /** It is accepted, whatever was typed: the code alone opens a session. */
    ALLOW;

    /**
     * Reads {@code refuse} or {@code allow}, as a campaign file says it.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static UncheckedFactor parse(String text) {
        for (UncheckedFactor one : values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
                return one;
            }
        }
        throw new IllegalArgumentException("uncheckedFactor must be refuse or allow, got '" + text + "'");
    }
}
