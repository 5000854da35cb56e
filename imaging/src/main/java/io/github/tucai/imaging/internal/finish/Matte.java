package io.github.tucai.imaging.internal.finish;

import java.util.function.DoublePredicate;

/**
 * How much of each pixel of the product is person. The network's mask says where the outline runs to a few pixels; between
 * what is surely person and surely background the share follows from the colours: where between the old background and the
 * person nearby does the pixel lie.
 */
final class Matte {
    private static final double SURELY_PERSON = 0.95;
    private static final double SURELY_BACKGROUND = 0.04;
    // In pixels of the product; fine hair reaches further out than the mask knows.
    private static final int INNER_BAND = 5;
    private static final int OUTER_BAND = 9;
    // RGB distance of person and background at which colour starts to tell, and from which it tells all.
    private static final double CONTRAST_LOW = 18;
    private static final double CONTRAST_HIGH = 55;
    // How far single pixels of the old background stray from its colour nearby.
    private static final double EVEN = 8;
    private static final double BUSY = 28;

    private final int width;
    private final int height;
    private final int[] rgb;
    private final float[] prior;
    private final float[] alpha;
    private final LocalColour background;

    /**
     * Works out the shares.
     *
     * @param prior the network's, 0 to 1 for each pixel
     * @param face where all is person
     */
    Matte(int[] rgb, int width, int height, float[] prior, boolean[] face) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        boolean[] sureBackground = sure(value -> value < SURELY_BACKGROUND, prior, OUTER_BAND);
        set(face, sureBackground, false);
        this.background = new LocalColour(rgb, sureBackground, width, height, 14, 40, 120);
        LocalColour foreground = new LocalColour(rgb, surePerson(prior, face), width, height, 10, 24, 60);
        this.prior = new Gaps(rgb, width, height, background, foreground).open(prior, face);
        this.alpha = shares(surePerson(this.prior, face), sureBackground, foreground);
    }

    private boolean[] surePerson(float[] mask, boolean[] face) {
        boolean[] person = sure(value -> value > SURELY_PERSON, mask, INNER_BAND);
        set(face, person, true);
        return person;
    }

    private boolean[] sure(DoublePredicate isSure, float[] mask, int border) {
        boolean[] sure = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            sure[i] = isSure.test(mask[i]);
        }
        return Shrink.by(sure, width, height, border);
    }

    private static void set(boolean[] chosen, boolean[] pixels, boolean value) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = chosen[i] ? value : pixels[i];
        }
    }

    private float[] shares(boolean[] surePerson, boolean[] sureBackground, LocalColour foreground) {
        float[] shares = new float[rgb.length];
        double[] front = new double[4];
        double[] back = new double[4];
        for (int i = 0; i < rgb.length; i++) {
            if (surePerson[i]) {
                shares[i] = 1;
            } else if (!sureBackground[i]) {
                boolean known = foreground.at(i % width, i / width, front) && background.at(i % width, i / width, back);
                shares[i] = known ? (float) share(i, front, back) : prior[i];
            }
        }
        return shares;
    }

    private double share(int i, double[] front, double[] back) {
        double along = 0;
        double contrast = 0;
        for (int channel = 0; channel < 3; channel++) {
            double span = front[channel] - back[channel];
            along += (channel(i, channel) - back[channel]) * span;
            contrast += span * span;
        }
        double byColour = Math.max(0, Math.min(1, along / Math.max(1, contrast)));
        // Before a wall colour tells all, before shelves and leaves it tells nothing.
        double evenness = 1 - ramp(back[3], EVEN, BUSY);
        double trust = evenness * ramp(Math.sqrt(contrast), CONTRAST_LOW, CONTRAST_HIGH);
        double share = trust * byColour + (1 - trust) * prior[i];
        // Deep inside the mask a colour like the background's is cloth or skin in the light, and far outside it is
        // noise.
        double least = ramp(prior[i], 0.75, 0.98);
        double most = Math.min(1, 0.6 * trust * evenness + ramp(prior[i], 0, 0.3));
        return Math.max(least, Math.min(most, share));
    }

    static double ramp(double value, double from, double to) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    private int channel(int i, int channel) {
        return rgb[i] >> (16 - 8 * channel) & 0xFF;
    }

    /** The share of person, 0 to 1. */
    float at(int i) {
        return alpha[i];
    }

    /** The old background's colour behind a pixel; false where there is no background in the picture. */
    boolean backgroundAt(int i, double[] target) {
        return background.at(i % width, i / width, target);
    }
}
