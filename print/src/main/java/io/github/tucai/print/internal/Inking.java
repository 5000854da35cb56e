package io.github.tucai.print.internal;

import java.util.ArrayList;
import java.util.List;

/** Fits answers into their places. */
final class Inking {
    static final double TEXT_PT = 11;
    private static final double SMALLEST_PT = 7;
    private static final double LINE_EM = 1.5;
    // Ideographs reach from -0.12 to 0.88 em: a baseline at 0.12 em centres them.
    private static final double DESCENT_EM = 0.12;
    private static final double PADDING_PT = 2;

    private final FontChain fonts;

    Inking(FontChain fonts) {
        this.fonts = fonts;
    }

    /** A line of an answer, measured from the bottom left of its place. */
    record Line(String text, double sizePt, double xPt, double yPt) {}

    /** Centres a short answer. */
    List<Line> line(Blanks.Field field, String text, FormRect place) {
        if (text.isEmpty()) {
            return List.of();
        }
        double size = Math.min(TEXT_PT, (place.width() - 2 * PADDING_PT) / fonts.width(text));
        if (size < SMALLEST_PT) {
            throw tooLong(field);
        }
        double x = (place.width() - fonts.width(text) * size) / 2;
        return List.of(new Line(text, size, x, (place.height() - size) / 2 + DESCENT_EM * size));
    }

    /** Breaks a long answer from the top, smaller if it must be. */
    List<Line> area(Blanks.Field field, String text, FormRect place) {
        if (text.isEmpty()) {
            return List.of();
        }
        for (double size = TEXT_PT; size >= SMALLEST_PT; size -= 0.5) {
            List<String> broken = TextFlow.lines(fonts, text, (place.width() - 2 * PADDING_PT) / size);
            if (broken.size() * LINE_EM * size <= place.height()) {
                return stacked(broken, size, place);
            }
        }
        throw tooLong(field);
    }

    private static List<Line> stacked(List<String> broken, double size, FormRect place) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < broken.size(); i++) {
            double y = place.height() - (i + 1) * LINE_EM * size + (LINE_EM - 1) / 2 * size + DESCENT_EM * size;
            if (!broken.get(i).isEmpty()) {
                lines.add(new Line(broken.get(i), size, PADDING_PT, y));
            }
        }
        return lines;
    }

    private static IllegalArgumentException tooLong(Blanks.Field field) {
        return new IllegalArgumentException(
                field.id() + ": the text does not fit on the form at a legible size; shorten it");
    }
}
