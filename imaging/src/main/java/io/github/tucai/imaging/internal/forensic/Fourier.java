package io.github.tucai.imaging.internal.forensic;

/** The discrete Fourier transform of a square whose side is {@link #SIDE}, in place. */
final class Fourier {
    /** Pixels of a side, a power of two. */
    static final int SIDE = 128;

    private static final float[] COSINE = new float[SIDE / 2];
    private static final float[] SINE = new float[SIDE / 2];

    static {
        for (int i = 0; i < SIDE / 2; i++) {
            COSINE[i] = (float) Math.cos(2 * Math.PI * i / SIDE);
            SINE[i] = (float) -Math.sin(2 * Math.PI * i / SIDE);
        }
    }

    private Fourier() {}

    /** Transforms rows, then columns; rows may change their places in the arrays of rows. */
    static void transform(float[][] real, float[][] imaginary) {
        transpose(real);
        transpose(imaginary);
        columns(real, imaginary);
        transpose(real);
        transpose(imaginary);
        columns(real, imaginary);
    }

    /** All columns side by side, so that each step runs along whole rows. */
    private static void columns(float[][] real, float[][] imaginary) {
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
                    int upper = block + i;
                    int lower = upper + half;
                    if (angle != 0) {
                        turn(real[lower], imaginary[lower], COSINE[angle], SINE[angle]);
                    }
                    sums(real[upper], real[lower]);
                    sums(imaginary[upper], imaginary[lower]);
                }
            }
        }
    }

    /** Multiplies by a number on the unit circle. */
    private static void turn(float[] real, float[] imaginary, float cosine, float sine) {
        for (int i = 0; i < SIDE; i++) {
            float re = real[i];
            float im = imaginary[i];
            real[i] = re * cosine - im * sine;
            imaginary[i] = re * sine + im * cosine;
        }
    }

    private static void sums(float[] upper, float[] lower) {
        for (int i = 0; i < SIDE; i++) {
            float above = upper[i];
            float below = lower[i];
            upper[i] = above + below;
            lower[i] = above - below;
        }
    }

    private static void swapRows(float[][] rows, int row, int other) {
        float[] values = rows[row];
        rows[row] = rows[other];
        rows[other] = values;
    }

    private static void transpose(float[][] rows) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = row + 1; column < SIDE; column++) {
                float value = rows[row][column];
                rows[row][column] = rows[column][row];
                rows[column][row] = value;
            }
        }
    }
}
