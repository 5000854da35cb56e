package io.github.tucai.imaging.internal.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Top to bottom in rows, each row from left to right; a symbol joins a row when its centre lies within the row's first symbol. */
final class ReadingOrder {
    private static final Comparator<Symbol> BY_TOP =
            Comparator.comparingDouble(symbol -> symbol.bounds().getMinY());
    private static final Comparator<Symbol> BY_LEFT =
            Comparator.comparingDouble(symbol -> symbol.bounds().getMinX());

    private ReadingOrder() {}

    static List<Symbol> sorted(List<Symbol> symbols) {
        List<Symbol> left = new ArrayList<>(symbols);
        left.sort(BY_TOP);
        List<Symbol> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            double bottom = left.get(0).bounds().getMaxY();
            List<Symbol> row = left.stream()
                    .filter(symbol -> symbol.bounds().getCenterY() <= bottom)
                    .sorted(BY_LEFT)
                    .toList();
            sorted.addAll(row);
            left.removeAll(row);
        }
        return sorted;
    }
}
