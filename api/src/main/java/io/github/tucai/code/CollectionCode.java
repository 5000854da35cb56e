package io.github.tucai.code;

import java.util.Objects;

/**
 * The text of a collection code (采集码) as it stands in the QR symbol (N2.2a). Which decoder opens it is told by what it
 * starts with. It identifies a person, so {@link #toString()} shows its length only.
 *
 * @param text 1 to 4096 printable ASCII characters
 */
public record CollectionCode(String text) {
    private static final int MOST = 4096;

    public CollectionCode {
        Objects.requireNonNull(text, "text");
        if (text.isEmpty() || text.length() > MOST) {
            throw new IllegalArgumentException(
                    "a collection code has 1 to " + MOST + " characters, got " + text.length());
        }
        if (!text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("a collection code is printable ASCII");
        }
    }

    /** Reads a code as it is pasted: blanks around it are dropped. */
    public static CollectionCode parse(String text) {
        return new CollectionCode(text.strip());
    }

    @Override
    public String toString() {
        return "CollectionCode[" + text.length() + " characters]";
    }
}
