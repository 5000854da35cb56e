package io.github.tucai.proofing;

import java.util.Objects;

/**
 * Something wrong with one student's published photo (勘误, N2.4b).
 *
 * @param number 1 for the first of a record
 * @param kind what is wrong
 * @param note up to 500 characters; names no person
 */
public record Erratum(int number, Kind kind, String note) {
    /** What can be wrong. */
    public enum Kind {
        /** Another person's photo. */
        WRONG_PERSON,
        /** College, class or student number is wrong. */
        WRONG_DATA,
        /** The picture is not good enough. */
        QUALITY,
        /** Something else, see the note. */
        OTHER
    }

    public Erratum {
        if (number < 1) {
            throw new IllegalArgumentException("number starts at 1, got " + number);
        }
        Objects.requireNonNull(kind, "kind");
        if (note.length() > 500) {
            throw new IllegalArgumentException("note has at most 500 characters, got " + note.length());
        }
    }

    /** Without the note. */
    @Override
    public String toString() {
        return "Erratum[" + number + ", " + kind + "]";
    }
}
