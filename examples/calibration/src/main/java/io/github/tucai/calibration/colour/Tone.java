package io.github.tucai.calibration.colour;

import java.util.function.DoubleBinaryOperator;

/** What becomes of the colours of a person; all values 0 to 255, places from -1 at the left and upper edge to 1. */
public enum Tone {
    /** Only cut out and saved again. */
    COLOUR(true, (luma, red, green, blue) -> new double[] {red, green, blue}),
    /** As on an overcast day: 7 tenths of the colour. */
    OVERCAST(true, paled(0.7)),
    /** Half of the colour. */
    PALE(true, paled(0.5)),
    /** Underexposed by a stop and a third. */
    DARK(true, (luma, red, green, blue) -> new double[] {0.4 * red, 0.4 * green, 0.4 * blue}),
    /** By a warm lamp without white balance. */
    LAMPLIGHT(true, (luma, red, green, blue) -> new double[] {red, 0.85 * green, 0.6 * blue}),

    /** By a lamp from one side. */
    WARM_SIDE(true, (luma, red, green, blue, x, y) -> new double[] {red * (1 + 0.1 * x), green, blue * (1 - 0.1 * x)}),

    GREY(false, (luma, red, green, blue) -> new double[] {luma, luma, luma}),
    SEPIA(false, (luma, red, green, blue) -> new double[] {1.08 * luma + 8, 0.95 * luma, 0.76 * luma}),
    /** Warm in the middle, white and black in the ends: by a gamma for each channel. */
    BROWN(false, gammas(0.8, 1, 1.35)),
    BLUE(false, gammas(1.3, 1, 0.75)),
    GREEN(false, (luma, red, green, blue) -> new double[] {0.85 * luma, 1.02 * luma + 6, 0.85 * luma}),
    MAGENTA(false, (luma, red, green, blue) -> new double[] {1.05 * luma + 10, 0.85 * luma, luma}),
    /** From dark blue to light yellow. */
    DUOTONE(false, (luma, red, green, blue) ->
            new double[] {20 + luma * 235 / 255, 30 + luma * 200 / 255, 70 + luma * 110 / 255}),
    /** Shades blue, lights orange, as colour filters of films do. */
    SPLIT(false, (luma, red, green, blue) -> {
        double shift = -25 * Math.sin(luma / 255 * 2 * Math.PI);
        return new double[] {luma + shift, luma, luma - shift};
    }),

    /** Grey, redder to the right and bluer to the left. */
    DRIFT(false, drift(6, (x, y) -> x)),
    /** The same, and as strong as can be overlooked, from top to bottom. */
    DRIFT_DOWN(false, drift(15, (x, y) -> y)),
    /** As behind a lens that tints the corners. */
    DRIFT_ROUND(false, drift(15, (x, y) -> x * x + y * y - 1)),
    /** A grey print under two lamps. */
    TWO_LAMPS(false, (luma, red, green, blue, x, y) -> new double[] {luma * (1 + 0.2 * x), luma, luma * (1 - 0.2 * x)}),
    /** Sepia, and the more so to the right. */
    SEPIA_DRIFT(false, (luma, red, green, blue, x, y) ->
            new double[] {(1.08 * luma + 8) * (1 + 0.1 * x), 0.95 * luma, 0.76 * luma * (1 - 0.1 * x)});

    /** From a pixel to a pixel, by its place. */
    @FunctionalInterface
    private interface Change {
        double[] of(double luma, double red, double green, double blue, double x, double y);
    }

    /** From a pixel to a pixel, wherever it is. */
    @FunctionalInterface
    private interface EvenChange {
        double[] of(double luma, double red, double green, double blue);
    }

    private final boolean inColour;

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas above capture numbers alone
    private final Change change;

    Tone(boolean inColour, EvenChange change) {
        this(inColour, (luma, red, green, blue, x, y) -> change.of(luma, red, green, blue));
    }

    Tone(boolean inColour, Change change) {
        this.inColour = inColour;
        this.change = change;
    }

    /** Whether what comes out is a colour photo still. */
    public boolean isInColour() {
        return inColour;
    }

    /** The pixel in other colours, as {@code 0xRRGGBB}. */
    int of(int rgb, double x, double y) {
        double red = rgb >> 16 & 255;
        double green = rgb >> 8 & 255;
        double blue = rgb & 255;
        double[] changed = change.of(0.299 * red + 0.587 * green + 0.114 * blue, red, green, blue, x, y);
        return whole(changed[0]) << 16 | whole(changed[1]) << 8 | whole(changed[2]);
    }

    private static int whole(double value) {
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }

    private static Change drift(double levels, DoubleBinaryOperator place) {
        return (luma, red, green, blue, x, y) -> {
            double shift = levels * place.applyAsDouble(x, y);
            return new double[] {luma + shift, luma, luma - shift};
        };
    }

    private static EvenChange paled(double share) {
        return (luma, red, green, blue) ->
                new double[] {luma + share * (red - luma), luma + share * (green - luma), luma + share * (blue - luma)};
    }

    private static EvenChange gammas(double red, double green, double blue) {
        return (luma, r, g, b) -> new double[] {gamma(luma, red), gamma(luma, green), gamma(luma, blue)};
    }

    private static double gamma(double luma, double exponent) {
        return 255 * Math.pow(luma / 255, exponent);
    }
}
