package io.github.tucai.print;

import java.util.Objects;

/**
 * What is wrong with one student's prints. Names the row, never the person.
 *
 * @param row position of the item in the job, from 1
 * @param kind what it is
 * @param field where, {@code photo} for the picture
 * @param message what is wrong and what to do
 */
public record PrintProblem(int row, Kind kind, String field, String message) {
    public PrintProblem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
        if (row < 1) {
            throw new IllegalArgumentException("row counts from 1, got " + row);
        }
    }

    /** The kinds; a later version may add some. */
    public enum Kind {
        /** The student stands in the job twice. */
        DOUBLED(true),
        /** The same picture for two students. */
        SAME_PHOTO(true),
        /** No picture with this digest. */
        PHOTO_MISSING(true),
        /** The bytes found do not have the digest asked for. */
        PHOTO_DIFFERS(true),
        /** Not a JPEG that can be embedded as it is. */
        PHOTO_UNREADABLE(true),
        /** Printing it would stretch or crop the portrait. */
        PHOTO_SHAPE(true),
        /** No font has a character of the text. */
        NO_GLYPH(true),
        /** A text that must be complete does not fit at a legible size. */
        TOO_LONG(true),
        /** A text was shortened with an ellipsis to fit. */
        SHORTENED(false);

        private final boolean refusing;

        Kind(boolean refusing) {
            this.refusing = refusing;
        }

        /** Whether nothing is printed because of it. */
        public boolean refusing() {
            return refusing;
        }
    }
}
