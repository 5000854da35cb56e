package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.SquareSums;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.Measures;

/** Stripes and checks of the top: colour that changes at a scale between knit, which is finer, and folds, which are wider. */
final class Fabric {
    private static final int KNIT = 1;
    private static final int FOLD = 9;
    private static final int LEAST_PIXELS = 400;

    private final boolean[] clothes;
    private final SquareSums counts;
    private final SquareSums lightness;
    private final SquareSums a;
    private final SquareSums b;

    private Fabric(boolean[] clothes, Lab colours) {
        this.clothes = clothes;
        this.counts = SquareSums.of(clothes, Tile.SIZE);
        this.lightness = SquareSums.of(clothes, colours.lightnesses(), Tile.SIZE);
        this.a = SquareSums.of(clothes, colours.as(), Tile.SIZE);
        this.b = SquareSums.of(clothes, colours.bs(), Tile.SIZE);
    }

    /**
     * Measures the pattern.
     *
     * @param size how many pixels are clothes
     */
    static void measure(boolean[] clothes, int size, Lab colours, Box box, double confidence, MeasureSink sink) {
        if (size >= LEAST_PIXELS) {
            double squares = new Fabric(clothes, colours).squares();
            sink.add(Measures.CLOTHES_TEXTURE, Math.sqrt(squares / size), box, confidence);
        }
    }

    private double squares() {
        double squares = 0;
        for (int i = 0; i < clothes.length; i++) {
            if (clothes[i]) {
                squares += square(i % Tile.SIZE, i / Tile.SIZE);
            }
        }
        return squares;
    }

    private double square(int column, int row) {
        double knit = counts.round(column, row, KNIT);
        double fold = counts.round(column, row, FOLD);
        double l = lightness.round(column, row, KNIT) / knit - lightness.round(column, row, FOLD) / fold;
        double redness = a.round(column, row, KNIT) / knit - a.round(column, row, FOLD) / fold;
        double yellowness = b.round(column, row, KNIT) / knit - b.round(column, row, FOLD) / fold;
        // Folds change lightness alone, so it counts less than colour.
        return 0.5 * l * l + redness * redness + yellowness * yellowness;
    }
}
