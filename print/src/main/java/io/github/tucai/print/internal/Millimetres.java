package io.github.tucai.print.internal;

/** Lengths of a PDF: 72 points to the inch, the origin at the bottom left. */
final class Millimetres {
    private static final double POINTS_PER_MM = 72 / 25.4;

    private Millimetres() {}

    static double toPoints(double mm) {
        return mm * POINTS_PER_MM;
    }

    static double ofPoints(double points) {
        return points / POINTS_PER_MM;
    }
}
