package io.github.tucai.calibration.recapture;

import java.util.Arrays;

/**
 * Where the recapture is made.
 *
 * @param veil light that every place of a screen or print sends back, whatever it shows
 * @param glare light of a lamp's blurred mirror image at its middle
 * @param glareU where that is
 * @param glareV where that is
 * @param slope by how much more light comes from the right than from the left
 * @param wall lightness of what is around, 0 to 1
 */
record Room(double veil, double glare, double glareU, double glareV, double slope, double wall) {
    private static final double GLARE_REACH = 0.22;

    /** Adds what the surface mirrors. */
    void mirrored(double u, double v, float[] rgb) {
        double distance = Math.hypot(u - glareU, v - glareV) / GLARE_REACH;
        float more = (float) (veil + glare * Math.exp(-distance * distance / 2));
        for (int i = 0; i < 3; i++) {
            rgb[i] += more;
        }
    }

    /** How much light falls on a place. */
    double falling(double u) {
        return 1 + slope * (u - 0.5);
    }

    /** What is around the screen or sheet: a table or wall with a little grain. */
    void wall(double u, double v, float[] rgb) {
        double grain = 1 + 0.06 * Math.sin(37 * u + 5 * v) * Math.sin(29 * v - 7 * u);
        Arrays.fill(rgb, (float) (wall * grain * falling(u)));
    }
}
