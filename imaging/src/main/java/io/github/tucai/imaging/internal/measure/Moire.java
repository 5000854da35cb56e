package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Picture;
import java.util.Arrays;

/**
 * Regular patterns over the whole head, such as the pixels of a screen or the dots of a print leave: narrow peaks of the
 * spectrum, which faces do not have.
 *
 * <p>Lightness and the difference of red and green are looked at in squares of the picture's own pixels; a peak must stand in
 * most of them, so that the pattern of a collar does not count.
 */
final class Moire {
    private static final int SIDE = Fourier.SIDE;
    private static final int LOWEST = 4;
    // The edges of JPEG's blocks, 8 pixels wide, peak at multiples of this.
    private static final int BLOCK_STEP = SIDE / 8;
    private static final int HALF = SIDE * SIDE / 2;
    private static final float[] WINDOW = new float[SIDE];
    // Of each frequency: how many waves it has, and whether a peak there counts.
    private static final int[] RING = new int[HALF];
    private static final boolean[] COUNTS = new boolean[HALF];
    // Places of the squares' middles in eye distances.
    private static final double[][] PLACES = {{-0.6, -0.3}, {0.6, -0.3}, {0, 0.25}, {-0.55, 0.8}, {0.55, 0.8}, {0, 1.3}
    };

    static {
        for (int i = 0; i < SIDE; i++) {
            WINDOW[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / SIDE));
        }
        for (int i = 0; i < HALF; i++) {
            RING[i] = (int) Math.hypot(across(i), Math.floorDiv(i, SIDE));
            COUNTS[i] = counts(across(i), Math.floorDiv(i, SIDE), RING[i]);
        }
    }

    private final float[][] lightness = new float[PLACES.length][];
    private final float[][] colour = new float[PLACES.length][];

    private Moire(Face face) {
        for (int i = 0; i < PLACES.length; i++) {
            look(face, i);
        }
    }

    /** The higher of the colour's and the lightness's peak, which is weighed less since textures have some of it. */
    static double peak(Face face) {
        Picture picture = face.picture();
        if (picture.width() < SIDE || picture.height() < SIDE) {
            return Double.NaN;
        }
        Moire moire = new Moire(face);
        return Math.max(peak(moire.colour), 0.7 * peak(moire.lightness));
    }

    private void look(Face face, int place) {
        Picture picture = face.picture();
        var middle = face.frame().place(PLACES[place][0], PLACES[place][1]);
        int left = (int) Math.max(0, Math.min(picture.width() - SIDE, middle.x() - SIDE / 2.0));
        int top = (int) Math.max(0, Math.min(picture.height() - SIDE, middle.y() - SIDE / 2.0));
        float[][] light = new float[SIDE][SIDE];
        float[][] tint = new float[SIDE][SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int rgb = picture.at(left + column, top + row);
                light[row][column] = GreyPatch.luma(rgb);
                tint[row][column] = (rgb >> 16 & 255) - (rgb >> 8 & 255);
            }
        }
        window(light);
        window(tint);
        Fourier.transform(light, tint);
        separate(light, tint, place);
    }

    private static void window(float[][] rows) {
        double sum = 0;
        for (float[] row : rows) {
            for (float value : row) {
                sum += value;
            }
        }
        float mean = (float) (sum / (SIDE * SIDE));
        for (int row = 0; row < SIDE; row++) {
            for (int i = 0; i < SIDE; i++) {
                rows[row][i] = (rows[row][i] - mean) * WINDOW[i] * WINDOW[row];
            }
        }
    }

    /** One transform of two real pictures: the even part belongs to the first, the odd one to the second. */
    private void separate(float[][] real, float[][] imaginary, int place) {
        float[] light = new float[HALF];
        float[] tint = new float[HALF];
        for (int row = 0; row < SIDE / 2; row++) {
            int other = (SIDE - row) % SIDE;
            for (int column = 0; column < SIDE; column++) {
                int mirrored = -column & SIDE - 1;
                float re = real[row][column];
                float im = imaginary[row][column];
                float otherRe = real[other][mirrored];
                float otherIm = imaginary[other][mirrored];
                light[row * SIDE + column] = (square(re + otherRe) + square(im - otherIm)) / 4;
                tint[row * SIDE + column] = (square(im + otherIm) + square(re - otherRe)) / 4;
            }
        }
        lightness[place] = light;
        colour[place] = tint;
    }

    private static float square(float value) {
        return value * value;
    }

    /** How far the median over the squares rises above the usual at its frequency, in natural logarithms. */
    private static double peak(float[][] powers) {
        sort(powers);
        double[] middle = new double[HALF];
        Sample[] rings = new Sample[SIDE / 2];
        Arrays.setAll(rings, ring -> new Sample());
        for (int i = 0; i < HALF; i++) {
            if (RING[i] < rings.length) {
                middle[i] = middle(powers, i);
                rings[RING[i]].add(middle[i]);
            }
        }
        double[] usual = Arrays.stream(rings).mapToDouble(Sample::median).toArray();
        double highest = 1;
        for (int i = 0; i < HALF; i++) {
            if (COUNTS[i]) {
                highest = Math.max(highest, middle[i] / usual[RING[i]]);
            }
        }
        // The logarithm keeps the order, so one is enough; half of it undoes the square.
        return Math.log(highest) / 2;
    }

    /** Sorts the powers of each frequency; all frequencies take part in each step, side by side. */
    private static void sort(float[][] powers) {
        for (int last = powers.length - 1; last > 0; last--) {
            for (int k = 0; k < last; k++) {
                order(powers[k], powers[k + 1]);
            }
        }
    }

    private static void order(float[] lesser, float[] greater) {
        for (int i = 0; i < HALF; i++) {
            float least = Math.min(lesser[i], greater[i]);
            greater[i] = Math.max(lesser[i], greater[i]);
            lesser[i] = least;
        }
    }

    /** The square of the median of an even number of powers, one added to each, as the mean of logarithms has it. */
    private static double middle(float[][] sorted, int i) {
        int half = sorted.length / 2;
        return (1 + (double) sorted[half - 1][i]) * (1 + (double) sorted[half][i]);
    }

    private static int across(int i) {
        int column = i % SIDE;
        return column <= SIDE / 2 ? column : column - SIDE;
    }

    private static boolean counts(int across, int down, int ring) {
        // Upright edges and shoulders make lines along the axes.
        boolean isOnAxis = Math.abs(across) < 2 || down < 2;
        return ring >= LOWEST && ring < SIDE / 2 && !isOnAxis && !(isBlock(across) && isBlock(down));
    }

    private static boolean isBlock(int frequency) {
        int rest = Math.floorMod(frequency, BLOCK_STEP);
        return rest <= 1 || rest == BLOCK_STEP - 1;
    }
}
