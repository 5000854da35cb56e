package io.github.tucai.imaging.internal.pixel;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The colours of a tile as a linear function of the place, fitted by least squares; places run from −½ to ½. */
public final class Plane {
    private final double[][] coefficients;

    private Plane(double[][] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Fits the members.
     *
     * @param step looks at every so many pixels only
     * @param limit leaves out members that differ by more from an earlier plane
     */
    public static Plane fit(int step, IntPredicate members, Lab colours, double limit, @Nullable Plane earlier) {
        double[][] normal = new double[3][3];
        double[][] right = new double[3][3];
        double[] terms = {1, 0, 0};
        for (int i = 0; i < Tile.SIZE * Tile.SIZE; i += step) {
            if (members.test(i) && (earlier == null || earlier.residual(colours, i) <= limit)) {
                terms[1] = x(i);
                terms[2] = y(i);
                for (int row = 0; row < 3; row++) {
                    for (int column = 0; column < 3; column++) {
                        normal[row][column] += terms[row] * terms[column];
                    }
                    right[0][row] += terms[row] * colours.lightness(i);
                    right[1][row] += terms[row] * colours.a(i);
                    right[2][row] += terms[row] * colours.b(i);
                }
            }
        }
        return new Plane(new double[][] {solve(normal, right[0]), solve(normal, right[1]), solve(normal, right[2])});
    }

    private static double x(int i) {
        return (i % Tile.SIZE + 0.5) / Tile.SIZE - 0.5;
    }

    private static double y(int i) {
        return Math.floorDiv(i, Tile.SIZE) / (double) Tile.SIZE - 0.5;
    }

    /** Cramer's rule; members on one line leave the slope across it at 0. */
    private static double[] solve(double[][] m, double[] r) {
        double determinant = determinant(m[0], m[1], m[2]);
        if (Math.abs(determinant) < 1e-6) {
            return new double[] {m[0][0] == 0 ? 0 : r[0] / m[0][0], 0, 0};
        }
        // The matrix is symmetric, so its rows are its columns.
        return new double[] {
            determinant(r, m[1], m[2]) / determinant,
            determinant(m[0], r, m[2]) / determinant,
            determinant(m[0], m[1], r) / determinant
        };
    }

    private static double determinant(double[] a, double[] b, double[] c) {
        return a[0] * (b[1] * c[2] - b[2] * c[1])
                - a[1] * (b[0] * c[2] - b[2] * c[0])
                + a[2] * (b[0] * c[1] - b[1] * c[0]);
    }

    /** Distance of a pixel's colour from the plane. */
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
        return c[0] + c[1] * x + c[2] * y;
    }

    /** Colour change along the steepest direction, over the length of one side. */
    public double change() {
        double squares = 0;
        for (double[] channel : coefficients) {
            squares += channel[1] * channel[1] + channel[2] * channel[2];
        }
        return Math.sqrt(squares);
    }
}
