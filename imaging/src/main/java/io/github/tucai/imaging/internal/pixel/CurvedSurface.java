package io.github.tucai.imaging.internal.pixel;

import java.util.function.IntPredicate;

/** The colours of a tile as a quadratic function of the place, fitted by least squares. */
public final class CurvedSurface {
    private static final int TERMS = 6;
    private static final int CHANNELS = 3;

    private final double[][] coefficients;

    private CurvedSurface(double[][] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Fits the members.
     *
     * @param step looks at every so many pixels only
     */
    public static CurvedSurface fit(int step, IntPredicate members, Lab colours) {
        LeastSquares squares = new LeastSquares(TERMS, CHANNELS);
        double[] terms = new double[TERMS];
        double[] colour = new double[CHANNELS];
        for (int i = 0; i < Tile.SIZE * Tile.SIZE; i += step) {
            if (members.test(i)) {
                fill(terms, i);
                colour[0] = colours.lightness(i);
                colour[1] = colours.a(i);
                colour[2] = colours.b(i);
                squares.add(terms, colour);
            }
        }
        return new CurvedSurface(squares.coefficients());
    }

    private static void fill(double[] terms, int i) {
        double x = x(i);
        double y = y(i);
        terms[0] = 1;
        terms[1] = x;
        terms[2] = y;
        terms[3] = x * x;
        terms[4] = y * y;
        terms[5] = x * y;
    }

    private static double x(int i) {
        return (i % Tile.SIZE + 0.5) / Tile.SIZE - 0.5;
    }

    private static double y(int i) {
        return Math.floorDiv(i, Tile.SIZE) / (double) Tile.SIZE - 0.5;
    }

    /** Distance of a pixel's colour from the surface. */
    public double residual(Lab colours, int i) {
        double x = x(i);
        double y = y(i);
        double lightness = colours.lightness(i) - value(0, x, y);
        double a = colours.a(i) - value(1, x, y);
        double b = colours.b(i) - value(2, x, y);
        return Math.sqrt(lightness * lightness + a * a + b * b);
    }

    private double value(int channel, double x, double y) {
        double[] c = coefficients[channel];
        return c[0] + c[1] * x + c[2] * y + c[3] * x * x + c[4] * y * y + c[5] * x * y;
    }
}
