package io.github.tucai.imaging.internal.finish;

import java.awt.geom.Path2D;

/** Takes out of a mask what does not hang together with the face: plants, chairs, other people. */
final class MainPerson {
    private static final float PART_OF = 0.3f;

    private MainPerson() {}

    /** Clears the rest of the mask in place. */
    static void keep(float[] mask, int width, int height, Path2D face) {
        boolean[] reached = new boolean[mask.length];
        int[] queue = new int[mask.length];
        int end = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (face.contains(x + 0.5, y + 0.5)) {
                    reached[y * width + x] = true;
                    queue[end++] = y * width + x;
                }
            }
        }
        for (int next = 0; next < end; next++) {
            int at = queue[next];
            int x = at % width;
            end = reach(mask, reached, queue, end, x > 0 ? at - 1 : at);
            end = reach(mask, reached, queue, end, x < width - 1 ? at + 1 : at);
            end = reach(mask, reached, queue, end, at >= width ? at - width : at);
            end = reach(mask, reached, queue, end, at < mask.length - width ? at + width : at);
        }
        clear(mask, Shrink.by(inverse(reached), width, height, 6));
    }

    private static int reach(float[] mask, boolean[] reached, int[] queue, int end, int at) {
        if (reached[at] || mask[at] < PART_OF) {
            return end;
        }
        reached[at] = true;
        queue[end] = at;
        return end + 1;
    }

    private static boolean[] inverse(boolean[] set) {
        boolean[] inverse = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            inverse[i] = !set[i];
        }
        return inverse;
    }

    /** The soft edge of the person itself stays: only what lies further away is cleared. */
    private static void clear(float[] mask, boolean[] away) {
        for (int i = 0; i < mask.length; i++) {
            if (away[i]) {
                mask[i] = 0;
            }
        }
    }
}
