package io.github.tucai.portraits.internal;

import java.awt.Color;

/** A colour in linear light; 1 is white. */
record Colour(double red, double green, double blue) {
    private static final double GAMMA = 2.2;
    private static final double[] LINEAR = new double[256];
    private static final int STEPS = 4096;
    private static final float[] ENCODED = new float[STEPS + 2];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            LINEAR[i] = Math.pow(i / 255.0, GAMMA);
        }
        for (int i = 0; i < ENCODED.length; i++) {
            double root = (double) i / STEPS;
            ENCODED[i] = (float) (255 * Math.pow(root * root, 1 / GAMMA));
        }
    }

    /** From 0xRRGGBB in sRGB. */
    static Colour of(int rgb) {
        return new Colour(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
    }

    /** Linear light of an 8-bit sRGB value. */
    static double linear(int value) {
        return LINEAR[value];
    }

    /** 0 to 255 in sRGB, not rounded; light outside 0 to 1 is clipped. */
    static double encode(double light) {
        // Tabulated over the root of the light, where the curve is nearly straight.
        double place = Math.sqrt(Smooth.clamp(light, 0, 1)) * STEPS;
        int i = (int) place;
        return Smooth.mix(ENCODED[i], ENCODED[i + 1], place - i);
    }

    Colour times(double r, double g, double b) {
        return new Colour(red * r, green * g, blue * b);
    }

    Colour times(double factor) {
        return times(factor, factor, factor);
    }

    Colour plus(double r, double g, double b) {
        return new Colour(red + r, green + g, blue + b);
    }

    Colour mix(Colour other, double share) {
        return new Colour(
                Smooth.mix(red, other.red, share),
                Smooth.mix(green, other.green, share),
                Smooth.mix(blue, other.blue, share));
    }

    double mean() {
        return (red + green + blue) / 3;
    }

    /** For Java2D. */
    Color awt(double alpha) {
        return new Color(
                (float) encode(red) / 255, (float) encode(green) / 255, (float) encode(blue) / 255, (float) alpha);
    }
}
