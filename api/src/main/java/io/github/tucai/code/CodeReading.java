package io.github.tucai.code;

import io.github.tucai.photo.Region;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What reading a picture for codes found.
 *
 * @param symbols the codes read, in reading order (top to bottom, then left to right); empty when none was read
 * @param failure why none was read; empty when one was
 * @param unread where the code stands that was seen and not read, pixels of the upright picture, estimated; empty where
 *     nothing was seen or something was read
 */
public record CodeReading(List<Symbol> symbols, Optional<Failure> failure, Optional<Region> unread) {
    /**
     * One symbol read.
     *
     * @param text for display: decoded by ECI, kanji mode as Shift_JIS, else UTF-8 where valid, else the reader's guess
     * @param charset name of the character set by which it was decoded, with {@code ?} behind it where that is a guess; what is
     *     not well-formed by the set that was announced is guessed too
     * @param region where it stands, pixels of the upright picture
     */
    public record Symbol(String text, String charset, Region region) {
        public Symbol {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(charset, "charset");
            Objects.requireNonNull(region, "region");
        }

        @Override
        public String toString() {
            return "Symbol[" + text.length() + " characters at " + region + "]";
        }
    }

    /** Why no code was read: something the student can act on. */
    public enum Failure {
        /** Nothing that looks like a code. */
        NO_CODE,
        /** Finder patterns are there, but the modules are too few pixels. */
        TOO_SMALL,
        /** Finder patterns are there, but the modules run into each other. */
        BLURRED,
        /** A bright or dark spot covers part of the code. */
        GLARE,
        /** Part of the code lies outside the picture. */
        CUT_OFF,
        /** A code is there, but of another kind. */
        OTHER_CODE,
        /** The file is no picture, or a broken or too large one. */
        NOT_AN_IMAGE,
        /** The time budget ran out before the search came to its end: with more time, or a closer picture, a code may be read. */
        OUT_OF_TIME
    }

    public CodeReading {
        symbols = List.copyOf(symbols);
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(unread, "unread");
        if (symbols.isEmpty() == failure.isEmpty()) {
            throw new IllegalArgumentException("a reading has symbols or a failure, and not both");
        }
        if (failure.isEmpty() && unread.isPresent()) {
            throw new IllegalArgumentException("only a failure has an unread region");
        }
    }

    /** Codes were read. */
    public static CodeReading of(List<Symbol> symbols) {
        return new CodeReading(symbols, Optional.empty(), Optional.empty());
    }

    /** No code was read, and none was seen. */
    public static CodeReading failed(Failure failure) {
        return new CodeReading(List.of(), Optional.of(failure), Optional.empty());
    }

    /** A code was seen at a place and not read. */
    public static CodeReading failed(Failure failure, Region unread) {
        return new CodeReading(List.of(), Optional.of(failure), Optional.of(unread));
    }
}
