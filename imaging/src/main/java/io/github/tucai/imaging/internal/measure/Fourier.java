package io.github.tucai.imaging.internal.measure;

/** The discrete Fourier transform of a square whose side is {@link #SIDE}, in place. */
final class Fourier {
    /** Pixels of a side, a power of two. */
    static final int SIDE = 128;

    private static final double[] COSINE = new double[SIDE / 2];
    private static final double[] SINE = new double[SIDE / 2];

    static {
        for (int i = 0; i < SIDE / 2; i++) {
            COSINE[i] = Math.cos(2 * Math.PI * i / SIDE);
            SINE[i] = -Math.sin(2 * Math.PI * i / SIDE);
        }
    }

    private Fourier() {}

    /** Transforms rows, then columns. */
    static void transform(double[] real, double[] imaginary) {
        for (int row = 0; row < SIDE; row++) {
            line(real, imaginary, row * SIDE, 1);
        }
        for (int column = 0; column < SIDE; column++) {
            line(real, imaginary, column, SIDE);
        }
    }

    private static void line(double[] real, double[] imaginary, int start, int step) {
        reorder(real, imaginary, start, step);
        for (int half = 1; half < SIDE; half *= 2) {
            for (int block = 0; block < SIDE; block += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int upper = start + (block + i) * step;
                    butterfly(real, imaginary, upper, upper + half * step, i * (SIDE / 2 / half));
                }
            }
        }
    }

    private static void butterfly(double[] real, double[] imaginary, int upper, int lower, int angle) {
        double re = real[lower] * COSINE[angle] - imaginary[lower] * SINE[angle];
        double im = real[lower] * SINE[angle] + imaginary[lower] * COSINE[angle];
        real[lower] = real[upper] - re;
        imaginary[lower] = imaginary[upper] - im;
        real[upper] += re;
        imaginary[upper] += im;
    }

    private static void reorder(double[] real, double[] imaginary, int start, int step) {
        int bits = Integer.numberOfTrailingZeros(SIDE);
        for (int i = 0; i < SIDE; i++) {
            int k = Integer.reverse(i) >>> (32 - bits);
            if (k > i) {
                swap(real, start + i * step, start + k * step);
                swap(imaginary, start + i * step, start + k * step);
            }
        }
    }

    private static void swap(double[] values, int i, int k) {
        double value = values[i];
        values[i] = values[k];
        values[k] = value;
    }
}
