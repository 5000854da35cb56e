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
        transpose(real);
        transpose(imaginary);
        columns(real, imaginary);
        transpose(real);
        transpose(imaginary);
        columns(real, imaginary);
    }

    /** All columns side by side, so that each step runs along whole rows of the arrays. */
    private static void columns(double[] real, double[] imaginary) {
        int bits = Integer.numberOfTrailingZeros(SIDE);
        for (int row = 0; row < SIDE; row++) {
            int other = Integer.reverse(row) >>> (32 - bits);
            if (other > row) {
                swapRows(real, row, other);
                swapRows(imaginary, row, other);
            }
        }
        for (int half = 1; half < SIDE; half *= 2) {
            for (int block = 0; block < SIDE; block += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int angle = i * (SIDE / 2 / half);
                    int upper = (block + i) * SIDE;
                    butterflies(real, imaginary, upper, upper + half * SIDE, COSINE[angle], SINE[angle]);
                }
            }
        }
    }

    private static void butterflies(
            double[] real, double[] imaginary, int upper, int lower, double cosine, double sine) {
        for (int i = 0; i < SIDE; i++) {
            double re = real[lower + i] * cosine - imaginary[lower + i] * sine;
            double im = real[lower + i] * sine + imaginary[lower + i] * cosine;
            real[lower + i] = real[upper + i] - re;
            imaginary[lower + i] = imaginary[upper + i] - im;
            real[upper + i] += re;
            imaginary[upper + i] += im;
        }
    }

    private static void swapRows(double[] values, int row, int other) {
        for (int i = 0; i < SIDE; i++) {
            double value = values[row * SIDE + i];
            values[row * SIDE + i] = values[other * SIDE + i];
            values[other * SIDE + i] = value;
        }
    }

    private static void transpose(double[] values) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = row + 1; column < SIDE; column++) {
                double value = values[row * SIDE + column];
                values[row * SIDE + column] = values[column * SIDE + row];
                values[column * SIDE + row] = value;
            }
        }
    }
}
