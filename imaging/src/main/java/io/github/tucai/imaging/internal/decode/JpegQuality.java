package io.github.tucai.imaging.internal.decode;

import java.util.Arrays;

/**
 * Estimates the libjpeg quality factor from a luminance quantisation table: the factor whose scaled standard table lies
 * nearest. Programs with tables of their own get the factor of the standard table that quantises most alike.
 */
public final class JpegQuality {
    // ITU-T T.81 annex K.1, in the zigzag order in which files store tables.
    private static final int[] STANDARD = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    private JpegQuality() {}

    static int estimate(int[] zigzagTable) {
        int best = 1;
        long least = Long.MAX_VALUE;
        for (int quality = 1; quality <= 100; quality++) {
            long distance = distance(zigzagTable, quality);
            if (distance < least) {
                least = distance;
                best = quality;
            }
        }
        return best;
    }

    private static long distance(int[] table, int quality) {
        long sum = 0;
        for (int i = 0; i < STANDARD.length; i++) {
            sum += Math.abs(step(i, quality) - table[i]);
        }
        return sum;
    }

    private static int step(int place, int quality) {
        int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        return Math.min(Math.max((STANDARD[place] * scale + 50) / 100, 1), 255);
    }

    /**
     * The luminance table of a quality factor.
     *
     * @param quality 1 to 100
     * @return 64 steps in zigzag order, 1 to 255
     */
    public static int[] steps(int quality) {
        int[] steps = new int[STANDARD.length];
        Arrays.setAll(steps, place -> step(place, quality));
        return steps;
    }
}
