package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Tile;
import io.github.tucai.photo.Measures;
import java.util.stream.IntStream;

/** Stripes and checks of the top: colour that changes at a scale between knit, which is finer, and folds, which are wider. */
final class Fabric {
    private static final int KNIT = 1;
    private static final int MARGIN = 3;
    private static final int LEAST_DEEP = 60;
    private static final double CLEAR_STEP = 3;
    private static final int FOLD = 9;
    private static final int LONGEST_REPEAT = 48;
    private static final int LEAST_PIXELS = 400;
    private static final int LEAST_PAIRS = 200;
    private static final int MOST_PAIRS = 4_000;

    private final boolean[] clothes;
    private final int[] sample;
    private final double[] counts;
    private final int[] middle;
    private final int[] deep;

    private Fabric(boolean[] clothes) {
        this.clothes = clothes;
        this.counts = sums(i -> 1);
        this.sample = sample(clothes);
        this.middle = inner(clothes, counts, MARGIN, 0.99);
        int[] inside = inner(clothes, counts, FOLD, 0.9);
        this.deep = inside.length >= LEAST_DEEP ? inside : inner(clothes, counts, FOLD, 0.6);
    }

    static void measure(boolean[] clothes, Lab colours, Box box, double confidence, MeasureSink sink) {
        Fabric fabric = new Fabric(clothes);
        float[] lightness = fabric.detail(colours::lightness);
        float[] a = fabric.detail(colours::a);
        float[] b = fabric.detail(colours::b);
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
            sink.add(Measures.CLOTHES_CROSSINGS, fabric.crossings(lightness), box, confidence);
            double repeat = Math.max(fabric.repeat(lightness, 1), fabric.repeat(lightness, Tile.SIZE));
            sink.add(Measures.CLOTHES_PERIODICITY, repeat, box, confidence);
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

    private double crossings(float[] detail) {
        int crossings = 0;
        for (int i : deep) {
            crossings += isCrossing(detail[i], detail[i - 1]) ? 1 : 0;
            crossings += isCrossing(detail[i], detail[i - Tile.SIZE]) ? 1 : 0;
        }
        return (double) crossings / deep.length;
    }

    private static boolean isCrossing(float a, float b) {
        return a * b < 0 && Math.abs(a - b) > CLEAR_STEP;
    }

    /** Pixels of the fabric whose surroundings are fabric to such a share. */
    private static int[] inner(boolean[] clothes, double[] counts, int reach, double share) {
        double least = share * (2 * reach + 1) * (2 * reach + 1);
        return IntStream.range(0, clothes.length)
                .filter(i -> clothes[i] && i % Tile.SIZE > 0 && i >= Tile.SIZE)
                .filter(i -> clothes[i - 1] && clothes[i - Tile.SIZE] && total(counts, i, reach) >= least)
                .toArray();
    }

    /** One channel of a pixel's colour. */
    @FunctionalInterface
    private interface Channel {
        float at(int index);
    }

    /** Mean over the width of a thread minus mean over that of a fold, clothes only. */
    private float[] detail(Channel channel) {
        double[] sums = sums(channel);
        float[] detail = new float[clothes.length];
        for (int i = 0; i < clothes.length; i++) {
            if (clothes[i]) {
                detail[i] = (float) (mean(sums, counts, i, KNIT) - mean(sums, counts, i, FOLD));
            }
        }
        return detail;
    }

    /** The sums over all rectangles from the corner, clothes only. */
    private double[] sums(Channel channel) {
        double[] sums = new double[(Tile.SIZE + 1) * (Tile.SIZE + 1)];
        for (int row = 0; row < Tile.SIZE; row++) {
            for (int column = 0; column < Tile.SIZE; column++) {
                int i = row * Tile.SIZE + column;
                int below = (row + 1) * (Tile.SIZE + 1) + column + 1;
                int beside = below - Tile.SIZE - 1;
                sums[below] = sums[below - 1] + sums[beside] - sums[beside - 1] + (clothes[i] ? channel.at(i) : 0);
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

    /** The strongest correlation with itself at a distance, once the first descent is over. */
    private double repeat(float[] detail, int step) {
        double strongest = 0;
        boolean hasFallen = false;
        for (int lag = 2; lag <= LONGEST_REPEAT; lag++) {
            double correlation = correlation(detail, lag * step, lag, step == 1);
            hasFallen |= correlation <= 0;
            if (hasFallen) {
                strongest = Math.max(strongest, correlation);
            }
        }
        return Math.min(1, strongest);
    }

    private double correlation(float[] detail, int distance, int lag, boolean isAlongRow) {
        double product = 0;
        double first = 0;
        double second = 0;
        int pairs = 0;
        for (int i : sample) {
            boolean isInside = i + distance < detail.length && (!isAlongRow || i % Tile.SIZE + lag < Tile.SIZE);
            if (isInside && clothes[i + distance]) {
                product += detail[i] * detail[i + distance];
                first += detail[i] * detail[i];
                second += detail[i + distance] * detail[i + distance];
                pairs++;
            }
        }
        return pairs < LEAST_PAIRS || first * second == 0 ? 0 : product / Math.sqrt(first * second);
    }

    /** Clothes pixels spread evenly: a correlation over some thousand pairs is as good as one over all. */
    private static int[] sample(boolean[] clothes) {
        int[] members =
                IntStream.range(0, clothes.length).filter(i -> clothes[i]).toArray();
        int stride = Math.max(1, members.length / MOST_PAIRS);
        return IntStream.range(0, members.length / stride)
                .map(i -> members[i * stride])
                .toArray();
    }
}
