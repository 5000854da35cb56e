package io.github.tucai.imaging.internal.finish;

import java.awt.geom.Path2D;
import java.util.function.IntPredicate;

/** Sets of pixels, row after row. */
final class Areas {
    private Areas() {}

    /** The pixels whose middle an outline holds. */
    static boolean[] inside(Path2D outline, int width, int height) {
        boolean[] inside = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                inside[y * width + x] = outline.contains(x + 0.5, y + 0.5);
            }
        }
        return inside;
    }

    /**
     * The pixels from which others can be reached, and these.
     *
     * @param isOpen whether a pixel beside, above or below a reached one is reached too
     * @param steps how far at most
     */
    static boolean[] reached(boolean[] from, int width, IntPredicate isOpen, int steps) {
        boolean[] reached = from.clone();
        int[] queue = new int[from.length];
        int end = 0;
        for (int i = 0; i < from.length; i++) {
            if (from[i]) {
                queue[end++] = i;
            }
        }
        int next = 0;
        for (int step = 0; step < steps && next < end; step++) {
            for (int last = end; next < last; next++) {
                for (int beside : beside(queue[next], width, from.length)) {
                    if (!reached[beside] && isOpen.test(beside)) {
                        reached[beside] = true;
                        queue[end++] = beside;
                    }
                }
            }
        }
        return reached;
    }

    /** The four neighbours; at the picture's edge the pixel itself stands for one that is not there. */
    private static int[] beside(int at, int width, int count) {
        int x = at % width;
        return new int[] {
            x > 0 ? at - 1 : at,
            x < width - 1 ? at + 1 : at,
            at >= width ? at - width : at,
            at < count - width ? at + width : at
        };
    }
}
