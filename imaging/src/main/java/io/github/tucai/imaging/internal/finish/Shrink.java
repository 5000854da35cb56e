package io.github.tucai.imaging.internal.finish;

import java.util.Arrays;

/** Takes a border off a set of pixels; the picture's own edge is no border. */
final class Shrink {
    private Shrink() {}

    /** The pixels whose whole square neighbourhood belongs to the set. */
    static boolean[] by(boolean[] set, int width, int height, int radius) {
        boolean[] across = new boolean[set.length];
        for (int y = 0; y < height; y++) {
            line(set, across, y * width, 1, width, radius);
        }
        boolean[] both = new boolean[set.length];
        for (int x = 0; x < width; x++) {
            line(across, both, x, width, height, radius);
        }
        return both;
    }

    private static void line(boolean[] from, boolean[] to, int start, int step, int count, int radius) {
        boolean[] near = new boolean[count];
        Arrays.fill(near, true);
        int lastOut = -radius - 1;
        for (int i = 0; i < count; i++) {
            lastOut = from[start + i * step] ? lastOut : i;
            near[i] = i - lastOut > radius;
        }
        int nextOut = count + radius;
        for (int i = count - 1; i >= 0; i--) {
            nextOut = from[start + i * step] ? nextOut : i;
            to[start + i * step] = near[i] && nextOut - i > radius;
        }
    }
}
