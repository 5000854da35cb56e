package io.github.tucai.portraits.internal;

/** A smooth curve through given points that never overshoots between them. */
final class Table {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    private Table(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        slope = slopes(x, y);
    }

    /** From x, y, x, y, …, with rising x; outside, the end values hold. */
    static Table of(double... points) {
        int n = points.length / 2;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = points[2 * i];
            y[i] = points[2 * i + 1];
        }
        return new Table(x, y);
    }

    double at(double where) {
        int last = x.length - 1;
        if (where <= x[0]) {
            return y[0];
        }
        for (int i = 1; i <= last; i++) {
            if (where <= x[i]) {
                return between(i, where);
            }
        }
        return y[last];
    }

    private double between(int i, double where) {
        double h = x[i] - x[i - 1];
        double u = (where - x[i - 1]) / h;
        double rise = u * u * (3 - 2 * u);
        return Smooth.mix(y[i - 1], y[i], rise)
                + h * (slope[i - 1] * u * (1 - u) * (1 - u) - slope[i] * u * u * (1 - u));
    }

    private static double[] slopes(double[] x, double[] y) {
        int n = x.length;
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            double before = i == 0 ? 0 : (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            double after = i == n - 1 ? 0 : (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
            if (i == 0) {
                slope[i] = after;
            } else if (i == n - 1) {
                slope[i] = before;
            } else {
                // The harmonic mean keeps the curve from overshooting.
                slope[i] = before * after <= 0 ? 0 : 2 * before * after / (before + after);
            }
        }
        return slope;
    }
}
