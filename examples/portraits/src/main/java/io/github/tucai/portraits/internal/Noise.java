package io.github.tucai.portraits.internal;

/** Value noise: smooth, about one wave a unit, between -1 and 1, always the same. */
final class Noise {
    private Noise() {}

    static double at(double x, double y, double z) {
        int xi = (int) Math.floor(x);
        int yi = (int) Math.floor(y);
        int zi = (int) Math.floor(z);
        double u = ease(x - xi);
        double v = ease(y - yi);
        double near = layer(xi, yi, zi, u, v);
        double far = layer(xi, yi, zi + 1, u, v);
        return Smooth.mix(near, far, ease(z - zi));
    }

    private static double layer(int x, int y, int z, double u, double v) {
        double upper = Smooth.mix(corner(x, y, z), corner(x + 1, y, z), u);
        double lower = Smooth.mix(corner(x, y + 1, z), corner(x + 1, y + 1, z), u);
        return Smooth.mix(upper, lower, v);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double corner(int x, int y, int z) {
        int h = x * 374761393 + y * 668265263 + z * 1274126177;
        h = (h ^ h >>> 13) * 1103515245;
        return ((h ^ h >>> 16) & 0xffff) / 32767.5 - 1;
    }
}
