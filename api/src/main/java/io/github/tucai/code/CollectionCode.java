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

    /**
     * Reads a code as it is pasted. What can be part of no code is taken away, so that no character changes that an issuer
     * wrote: line breaks and other control characters, invisible characters (zero width, byte order mark, soft hyphen), blanks
     * and Chinese quotes around it, Chinese words before it with their colon, such as {@code 采集码：}, and all that Chinese words
     * part from a text of a hundred characters and more that is twice as long as any other. Full-width forms are
     * read as the characters they stand for, and every kind of blank as a space. More is known to the format alone: {@link
     * io.github.tucai.spi.CollectionCodeDecoder#clean}.
     *
     * @throws IllegalArgumentException if what is left is no code; the message does not quote it
     */
    public static CollectionCode parse(String text) {
        return new CollectionCode(PastedText.plain(text));
    }

    @Override
    public String toString() {
        return "CollectionCode[" + text.length() + " characters]";
    }
}
