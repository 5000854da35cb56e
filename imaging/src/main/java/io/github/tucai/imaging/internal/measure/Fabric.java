package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Tile;
import io.github.tucai.photo.Measures;
import java.util.Arrays;

/** Stripes and checks of the top: colour that changes at a scale between knit, which is finer, and folds, which are wider. */
final class Fabric {
    private static final int KNIT = 1;
    private static final int MARGIN = 3;
    private static final int FOLD = 9;
    private static final int LEAST_PIXELS = 400;

    private final boolean[] clothes;
    // No clothes above it.
    private final int firstRow;
    private final double[] counts;
    private final int[] middle;

    private Fabric(boolean[] clothes) {
        this.clothes = clothes;
        this.firstRow = firstRow(clothes);
        float[] ones = new float[clothes.length];
        Arrays.fill(ones, 1);
        this.counts = sums(ones);
        this.middle = inner(MARGIN, 0.99);
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
            sink.add(Measures.CLOTHES_GRAIN, fabric.grain(colours), box, confidence);
        }
    }

    /** Steps along rows and columns in the middle of the fabric, where seams and the edge of the body do not count. */
    private double grain(Lab colours) {
        Sample along = new Sample();
        Sample down = new Sample();
        for (int i : middle) {
            along.add(step(colours, i, i - 1));
            down.add(step(colours, i, i - Tile.SIZE));
        }
        return along.quantile(0.75) + down.quantile(0.75);
    }

    private static double step(Lab colours, int i, int k) {
        return Math.abs(colours.lightness(i) - colours.lightness(k))
                + Math.abs(colours.a(i) - colours.a(k))
                + Math.abs(colours.b(i) - colours.b(k));
    }

    /** Pixels of the fabric whose surroundings are fabric to such a share. */
    private int[] inner(int reach, double share) {
        double least = share * (2 * reach + 1) * (2 * reach + 1);
        int[] inner = new int[clothes.length];
        int size = 0;
        for (int i = Math.max(1, firstRow) * Tile.SIZE; i < clothes.length; i++) {
            boolean isPair = clothes[i] && i % Tile.SIZE > 0 && clothes[i - 1] && clothes[i - Tile.SIZE];
            if (isPair && total(counts, i, reach) >= least) {
                inner[size++] = i;
            }
        }
        return Arrays.copyOf(inner, size);
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
