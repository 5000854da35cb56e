package io.github.tucai.imaging.internal.qr;

/**
 * Where something like a finder pattern stands, in pixels of the picture it was found in.
 *
 * @param x of its centre
 * @param y of its centre
 * @param module side of a module
 * @param lines how many lines of pixels say so
 */
record FinderCentre(double x, double y, double module, int lines) {
    double distance(FinderCentre other) {
        double dx = x - other.x;
        double dy = y - other.y;
        return Math.sqrt(dx * dx + dy * dy);
    }

    boolean isAt(FinderCentre other) {
        return Math.abs(x - other.x) <= module && Math.abs(y - other.y) <= module;
    }

    /** Both seen together. */
    FinderCentre with(FinderCentre other) {
        int all = lines + other.lines;
        return new FinderCentre(
                (x * lines + other.x * other.lines) / all,
                (y * lines + other.y * other.lines) / all,
                (module * lines + other.module * other.lines) / all,
                all);
    }
}
