package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Tile;
import io.github.tucai.photo.Measures;
import java.util.Arrays;

/** Stripes and checks of the top: colour that changes at a scale between knit, which is finer, and folds, which are wider. */
final class Fabric {
    private static final int KNIT = 1;
    private static final int FOLD = 9;
    private static final int LEAST_PIXELS = 400;

    private final boolean[] clothes;
    // No clothes above it.
    private final int firstRow;
    private final double[] counts;

    private Fabric(boolean[] clothes) {
        this.clothes = clothes;
        this.firstRow = firstRow(clothes);
        float[] ones = new float[clothes.length];
        Arrays.fill(ones, 1);
        this.counts = sums(ones);
    }

    private static int firstRow(boolean[] clothes) {
        int first = 0;
        while (first < clothes.length && !clothes[first]) {
            first++;
        }
        return first / Tile.SIZE;
    }

    static void measure(boolean[] clothes, Lab colours, Box box, double confidence, MeasureSink sink) {
        Fabric fabric = new Fabric(clothes);
        float[] lightness = fabric.detail(colours.lightnesses());
        float[] a = fabric.detail(colours.as());
        float[] b = fabric.detail(colours.bs());
        double squares = 0;
        int count = 0;
        for (int i = 0; i < clothes.length; i++) {
            if (clothes[i]) {
                // Folds change lightness alone, so it counts less than colour.
                squares += 0.5 * lightness[i] * lightness[i] + a[i] * a[i] + b[i] * b[i];
                count++;
            }
        }
        if (count >= LEAST_PIXELS) {
            sink.add(Measures.CLOTHES_TEXTURE, Math.sqrt(squares / count), box, confidence);
        }
    }

    /** Mean over the width of a thread minus mean over that of a fold, clothes only. */
    private float[] detail(float[] channel) {
        double[] sums = sums(channel);
        float[] detail = new float[clothes.length];
        for (int i = firstRow * Tile.SIZE; i < clothes.length; i++) {
            if (clothes[i]) {
                detail[i] = (float) (mean(sums, counts, i, KNIT) - mean(sums, counts, i, FOLD));
            }
        }
        return detail;
    }

    /** The sums over all rectangles from the corner, clothes only. */
    private double[] sums(float[] channel) {
        double[] sums = new double[(Tile.SIZE + 1) * (Tile.SIZE + 1)];
        for (int row = firstRow; row < Tile.SIZE; row++) {
            double sum = 0;
            int below = (row + 1) * (Tile.SIZE + 1) + 1;
            for (int i = row * Tile.SIZE; i < (row + 1) * Tile.SIZE; i++) {
                sum += clothes[i] ? channel[i] : 0;
                sums[below] = sums[below - Tile.SIZE - 1] + sum;
                below++;
            }
        }
        return sums;
    }

    private static double mean(double[] sums, double[] counts, int i, int reach) {
        return total(sums, i, reach) / total(counts, i, reach);
    }

    /** The sum over a square, from the sums over all rectangles from the corner. */
    private static double total(double[] sums, int i, int reach) {
        int left = Math.max(0, i % Tile.SIZE - reach);
        int right = Math.min(Tile.SIZE, i % Tile.SIZE + reach + 1);
        int top = Math.max(0, Math.floorDiv(i, Tile.SIZE) - reach) * (Tile.SIZE + 1);
        int bottom = Math.min(Tile.SIZE, Math.floorDiv(i, Tile.SIZE) + reach + 1) * (Tile.SIZE + 1);
        return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
    }
}
