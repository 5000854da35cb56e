package io.github.tucai.graduate;

import java.util.Objects;

/**
 * Hides the middle of a name or number. Counts characters as people see them in these texts: code points.
 *
 * @param head how many characters stay at the start
 * @param tail how many characters stay at the end
 * @param leastHidden how many characters are hidden at least; a text too short for it gets longer rather than plainer
 */
public record Mask(int head, int tail, int leastHidden) {
    /** What this library prints for a name: the first character stays (STANDARDS.md §4.3). */
    public static final Mask NAME = new Mask(1, 0, 1);
    /** What this library shows of an identity number on a screen: four and four, never the date of birth. */
    public static final Mask ID = new Mask(4, 4, 4);

    private static final int STAR = '*';

    public Mask {
        if (head < 0 || tail < 0 || leastHidden < 1) {
            throw new IllegalArgumentException("head and tail must be at least 0 and leastHidden at least 1, got "
                    + head + ", " + tail + ", " + leastHidden);
        }
    }

    /** Whether a character stands for a hidden one. */
    public static boolean isMask(int codePoint) {
        return codePoint == STAR;
    }

    /** Masks a text: the result never shows more than {@code head + tail} of its characters. */
    public String apply(String text) {
        Objects.requireNonNull(text, "text");
        int[] characters = text.codePoints().toArray();
        int shownHead = Math.min(head, Math.max(0, characters.length - leastHidden));
        int shownTail = Math.min(tail, Math.max(0, characters.length - leastHidden - shownHead));
        int hidden = Math.max(leastHidden, characters.length - shownHead - shownTail);
        return new String(characters, 0, shownHead)
                + "*".repeat(hidden)
                + new String(characters, characters.length - shownTail, shownTail);
    }
}
