package io.github.tucai.imaging.internal.pixel;

/** CIE L*a*b* under D65 of sRGB pixels, a whole tile at a time. */
public final class Lab {
    private static final int STEPS = 4096;
    private static final float[] LINEAR = new float[STEPS + 1];
    private static final float[] CURVE = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double value = (double) i / STEPS;
            LINEAR[i] = (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
            CURVE[i] = (float) (value > 216.0 / 24389 ? Math.cbrt(value) : (value * 24389 / 27 + 16) / 116);
        }
    }

    private final float[] lightness;
    private final float[] a;
    private final float[] b;

    private Lab(int size) {
        lightness = new float[size];
        a = new float[size];
        b = new float[size];
    }

    /**
     * Converts pixels.
     *
     * @param rgb red, green and blue in turn, 0 to 1
     */
    public static Lab of(float[] rgb) {
        Lab lab = new Lab(rgb.length / 3);
        for (int i = 0; i < lab.lightness.length; i++) {
            lab.set(i, linear(rgb[3 * i]), linear(rgb[3 * i + 1]), linear(rgb[3 * i + 2]));
        }
        return lab;
    }

    /** The same, of some pixels; the others stay black. */
    public static Lab of(float[] rgb, boolean[] wanted) {
        Lab lab = new Lab(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                lab.set(i, linear(rgb[3 * i]), linear(rgb[3 * i + 1]), linear(rgb[3 * i + 2]));
            }
        }
        return lab;
    }

    private void set(int i, float red, float green, float blue) {
        float x =
                curve((0.4124564f / 0.95047f) * red + (0.3575761f / 0.95047f) * green + (0.1804375f / 0.95047f) * blue);
        float y = curve(0.2126729f * red + 0.7151522f * green + 0.0721750f * blue);
        float z =
                curve((0.0193339f / 1.08883f) * red + (0.1191920f / 1.08883f) * green + (0.9503041f / 1.08883f) * blue);
        lightness[i] = 116 * y - 16;
        a[i] = 500 * (x - y);
        b[i] = 200 * (y - z);
    }

    /** Light of a value of sRGB, both 0 to 1. */
    public static float linear(float value) {
        return LINEAR[index(value)];
    }

    /** The table is too coarse for the steep part near black, so that is computed. */
    private static float curve(float value) {
        return value < 0.01f ? dark(value) : CURVE[index(value)];
    }

    private static float dark(float value) {
        return value > 216f / 24389 ? (float) Math.cbrt(value) : (value * 24389 / 27 + 16) / 116;
    }

    private static int index(float value) {
        // Truncating half more is rounding, since there is nothing below 0.
        return (int) (value * STEPS + 0.5f);
    }

    /** The lightness of all pixels; the array is shared for speed, as the next two are: whoever gets it only reads it. */
    public float[] lightnesses() {
        return lightness;
    }

    /** From green to red. */
    public float[] as() {
        return a;
    }

    /** From blue to yellow. */
    public float[] bs() {
        return b;
    }

    public float lightness(int i) {
        return lightness[i];
    }

    public float a(int i) {
        return a[i];
    }

    public float b(int i) {
        return b[i];
    }

    /** Relative luminance, 0 to 1. */
    public double luminance(int i) {
        double f = (lightness[i] + 16) / 116;
        return lightness[i] > 8 ? f * f * f : lightness[i] * 27 / 24389;
    }

    public double chroma(int i) {
        return Math.sqrt(a[i] * a[i] + b[i] * b[i]);
    }

    /** Hue in degrees, 0 to 360. */
    public double hue(int i) {
        double degrees = Math.toDegrees(Math.atan2(b[i], a[i]));
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
