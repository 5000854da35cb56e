package io.github.tucai.print.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Fonts in order of preference; a character is shown by the first that has it. */
record FontChain(List<Face> faces) {
    FontChain {
        faces = List.copyOf(faces);
        if (faces.isEmpty()) {
            throw new IllegalArgumentException("faces must not be empty");
        }
    }

    /** A stretch of text in one font. */
    record Run(String text, int face, double widthEm) {}

    /** The first character that no font has. */
    OptionalInt missing(String text) {
        return text.codePoints().filter(c -> faceOf(c) < 0).findFirst();
    }

    /** In em. */
    double width(String text) {
        return runs(text).stream().mapToDouble(Run::widthEm).sum();
    }

    /**
     * Cuts a text into runs, as few as the fonts allow.
     *
     * @throws IllegalArgumentException if no font has one of the characters; names it, not the text
     */
    List<Run> runs(String text) {
        int whole = wholeFace(text);
        if (whole >= 0) {
            return List.of(run(text, whole));
        }
        List<Run> runs = new ArrayList<>();
        int start = 0;
        int face = -1;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = face >= 0 && faces.get(face).has(character) ? face : require(character);
            if (next != face && i > start) {
                runs.add(run(text.substring(start, i), face));
                start = i;
            }
            face = next;
            i += Character.charCount(character);
        }
        if (start < text.length()) {
            runs.add(run(text.substring(start), face));
        }
        return runs;
    }

    private int wholeFace(String text) {
        for (int i = 0; i < faces.size(); i++) {
            if (faces.get(i).has(text)) {
                return i;
            }
        }
        return -1;
    }

    private int require(int character) {
        int face = faceOf(character);
        if (face < 0) {
            throw new IllegalArgumentException(describe(character));
        }
        return face;
    }

    private int faceOf(int character) {
        for (int i = 0; i < faces.size(); i++) {
            if (faces.get(i).has(character)) {
                return i;
            }
        }
        return -1;
    }

    private Run run(String text, int face) {
        Face font = faces.get(face);
        return new Run(text, face, text.codePoints().mapToDouble(font::width).sum());
    }

    /** Says which character is missing and what to do; one character of a masked text tells nothing about a person. */
    static String describe(int character) {
        return String.format("no font has the character U+%04X; give a font that has it", character);
    }
}
