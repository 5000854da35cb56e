package io.github.tucai.imaging.internal.pixel;

import java.util.List;

/** An upright rectangle in pixels of the picture that was measured. */
public record Box(double left, double top, double right, double bottom) {
    public static Box round(List<Point> points) {
        double left = points.stream().mapToDouble(Point::x).min().orElse(0);
        double right = points.stream().mapToDouble(Point::x).max().orElse(0);
        double top = points.stream().mapToDouble(Point::y).min().orElse(0);
        double bottom = points.stream().mapToDouble(Point::y).max().orElse(0);
        return new Box(left, top, right, bottom);
    }

    public Box and(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
