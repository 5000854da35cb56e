package io.github.tucai.imaging.internal.finish;

/**
 * Opens the mask where the old background runs on into it, as between an ear lobe and the jaw: such corners are narrower than
 * the network can tell. Only what hangs together with the open background counts, so that a white collar stays.
 */
final class Gaps {
    // In pixels of the product: how far a gap reaches into the mask, and how wide its blended edge is.
    private static final int REACH = 16;
    private static final int EDGE = 2;
    // RGB distance up to which a pixel is the background's, and from which the person nearby is of another colour.
    private static final double ALIKE = 14;
    private static final double UNLIKE = 55;
    // Here the mask leaves it to the colours.
    private static final float OPEN = 0.7f;

    private final int[] rgb;
    private final int width;
    private final int height;
    private final LocalColour background;
    private final LocalColour foreground;
    private final double[] back = new double[4];
    private final double[] front = new double[4];

    Gaps(int[] rgb, int width, int height, LocalColour background, LocalColour foreground) {
        this.rgb = rgb;
        this.width = width;
        this.height = height;
        this.background = background;
        this.foreground = foreground;
    }

    /** The mask with the gaps opened; within the face all stays. */
    float[] open(float[] mask, boolean[] face) {
        boolean[] rest = closed(mask, face);
        boolean[] untouched = Shrink.by(rest, width, height, EDGE);
        float[] opened = mask.clone();
        for (int i = 0; i < mask.length; i++) {
            if (!rest[i]) {
                opened[i] = 0;
            } else if (!untouched[i] && !face[i]) {
                opened[i] = Math.min(mask[i], OPEN);
            }
        }
        return opened;
    }

    /** All pixels but those of gaps. */
    private boolean[] closed(float[] mask, boolean[] face) {
        boolean[] outside = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            outside[i] = mask[i] < 0.5;
        }
        boolean[] reached = Areas.reached(outside, width, i -> !face[i] && isBackground(i), REACH);
        boolean[] rest = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            rest[i] = outside[i] || !reached[i];
        }
        return rest;
    }

    private boolean isBackground(int i) {
        int x = i % width;
        int y = i / width;
        return background.at(x, y, back)
                && foreground.at(x, y, front)
                && distance(back, red(i), green(i), blue(i)) < ALIKE
                && distance(back, front[0], front[1], front[2]) > UNLIKE;
    }

    private int red(int i) {
        return rgb[i] >> 16 & 0xFF;
    }

    private int green(int i) {
        return rgb[i] >> 8 & 0xFF;
    }

    private int blue(int i) {
        return rgb[i] & 0xFF;
    }

    private static double distance(double[] colour, double red, double green, double blue) {
        return Math.sqrt((colour[0] - red) * (colour[0] - red)
                + (colour[1] - green) * (colour[1] - green)
                + (colour[2] - blue) * (colour[2] - blue));
    }
}
