package io.github.tucai.imaging.internal.pixel;

/** A place in the picture, pixels. */
public record Point(double x, double y) {
    /** Straight distance. */
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** Half-way between both. */
    public Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
