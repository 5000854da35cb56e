package io.github.tucai.print.internal;

import java.util.ArrayList;
import java.util.List;

/** Breaks Chinese text into lines: after any character, but no line starts with closing punctuation, and Latin words stay whole. */
final class TextFlow {
    private static final String NEVER_FIRST = "，。；：、！？）》」』”’,.;:!?)%…";

    private TextFlow() {}

    /**
     * Breaks at {@code \n} and where a line is full.
     *
     * @param widthEm of a line
     */
    static List<String> lines(FontChain fonts, String text, double widthEm) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            double width = 0;
            for (String unit : units(paragraph)) {
                double unitWidth = fonts.width(unit);
                if (width + unitWidth > widthEm && line.length() > 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                    width = 0;
                }
                line.append(unit);
                width += unitWidth;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** What may not be torn apart: a character with the punctuation behind it, or a Latin word. */
    static List<String> units(String paragraph) {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        int previous = 0;
        for (int i = 0; i < paragraph.length(); ) {
            int character = paragraph.codePointAt(i);
            boolean attached = NEVER_FIRST.indexOf(character) >= 0 || (isLatin(previous) && isLatin(character));
            if (!attached && unit.length() > 0) {
                units.add(unit.toString());
                unit.setLength(0);
            }
            unit.appendCodePoint(character);
            previous = character;
            i += Character.charCount(character);
        }
        if (unit.length() > 0) {
            units.add(unit.toString());
        }
        return units;
    }

    private static boolean isLatin(int character) {
        return character > ' ' && character < 0x250;
    }
}
