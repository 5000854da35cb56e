package io.github.tucai.portraits.internal;

/** Smooth functions that shape surfaces and colours. */
final class Smooth {
    private Smooth() {}

    static double clamp(double x, double least, double most) {
        return Math.max(least, Math.min(most, x));
    }

    static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** 0 at from, 1 at to, and held beyond; from may be the greater one. */
    static double step(double from, double to, double x) {
        double t = clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /** 1 at the origin, falling off with the distance. */
    static double bump(double dx, double dy, double radius) {
        return Math.exp(-(dx * dx + dy * dy) / (radius * radius));
    }

    /** |x| to the power, with the sign of x. */
    static double signedPower(double x, double power) {
        return Math.signum(x) * Math.pow(Math.abs(x), power);
    }
}
