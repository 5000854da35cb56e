package io.github.tucai.calibration.colour;

/** What becomes of the colours of a person; all values 0 to 255. */
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
    });

    /** From a pixel to a pixel. */
    @FunctionalInterface
    private interface Change {
        double[] of(double luma, double red, double green, double blue);
    }

    private final boolean inColour;

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas above capture numbers alone
    private final Change change;

    Tone(boolean inColour, Change change) {
        this.inColour = inColour;
        this.change = change;
    }

    /** Whether what comes out is a colour photo still. */
    public boolean isInColour() {
        return inColour;
    }

    /** The pixel in other colours, as {@code 0xRRGGBB}. */
    int of(int rgb) {
        double red = rgb >> 16 & 255;
        double green = rgb >> 8 & 255;
        double blue = rgb & 255;
        double[] changed = change.of(0.299 * red + 0.587 * green + 0.114 * blue, red, green, blue);
        return whole(changed[0]) << 16 | whole(changed[1]) << 8 | whole(changed[2]);
    }

    private static int whole(double value) {
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }

    private static Change paled(double share) {
        return (luma, red, green, blue) ->
                new double[] {luma + share * (red - luma), luma + share * (green - luma), luma + share * (blue - luma)};
    }

    private static Change gammas(double red, double green, double blue) {
        return (luma, r, g, b) -> new double[] {gamma(luma, red), gamma(luma, green), gamma(luma, blue)};
    }

    private static double gamma(double luma, double exponent) {
        return 255 * Math.pow(luma / 255, exponent);
    }
}
