package io.github.tucai.imaging.internal.finish;

import io.github.tucai.photo.Rgb;

/** Puts a new background behind a person by exchanging the old background's share in every pixel. */
final class BackgroundFill {
    // Below the first share a pixel is background, above the second it is person: what lies beyond is sensor noise.
    private static final double NOTHING = 0.06;
    private static final double ALL = 0.96;

    private BackgroundFill() {}

    static int[] fill(int[] rgb, Matte matte, Rgb colour) {
        int[] filled = new int[rgb.length];
        int[] wanted = {colour.red(), colour.green(), colour.blue()};
        double[] old = new double[4];
        for (int i = 0; i < rgb.length; i++) {
            double share = matte.at(i);
            if (share >= ALL) {
                filled[i] = rgb[i];
            } else if (share <= NOTHING || !matte.backgroundAt(i, old)) {
                filled[i] = colour.packed();
            } else {
                filled[i] = blend(rgb[i], share, old, wanted);
            }
        }
        return filled;
    }

    private static int blend(int pixel, double share, double[] old, int[] wanted) {
        double kept = Math.min(1, (share - NOTHING) / (ALL - NOTHING));
        int blended = 0;
        for (int channel = 0; channel < 3; channel++) {
            int value = pixel >> (16 - 8 * channel) & 0xFF;
            double person = Math.max(0, Math.min(255, (value - (1 - share) * old[channel]) / share));
            long mixed = Math.round(kept * person + (1 - kept) * wanted[channel]);
            blended = blended << 8 | (int) mixed;
        }
        return blended;
    }
}
