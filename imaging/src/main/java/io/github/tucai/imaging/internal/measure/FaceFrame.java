package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Point;
import java.util.List;

/**
 * Coordinates that go with the face: the origin half-way between the irises, {@code across} to the right of the picture
 * along the line of the eyes, {@code down} at a right angle to it. The unit is the distance of the irises.
 */
public final class FaceFrame {
    private final Point origin;
    private final double unit;
    private final double cosine;
    private final double sine;

    private FaceFrame(Point origin, double unit, double cosine, double sine) {
        this.origin = origin;
        this.unit = unit;
        this.cosine = cosine;
        this.sine = sine;
    }

    static FaceFrame of(FaceLandmarks landmarks) {
        Point left = landmarks.point(Landmark.LEFT_IRIS);
        Point right = landmarks.point(Landmark.RIGHT_IRIS);
        double unit = Math.max(left.distance(right), 1);
        return new FaceFrame(left.middle(right), unit, (right.x() - left.x()) / unit, (right.y() - left.y()) / unit);
    }

    /** Distance of the irises in pixels. */
    public double unit() {
        return unit;
    }

    /** Of the turn of the eyes' line. */
    double cosine() {
        return cosine;
    }

    /** Of the turn of the eyes' line. */
    double sine() {
        return sine;
    }

    Point origin() {
        return origin;
    }

    public double across(double x, double y) {
        return ((x - origin.x()) * cosine + (y - origin.y()) * sine) / unit;
    }

    public double down(double x, double y) {
        return ((y - origin.y()) * cosine - (x - origin.x()) * sine) / unit;
    }

    double across(Point point) {
        return across(point.x(), point.y());
    }

    double down(Point point) {
        return down(point.x(), point.y());
    }

    /** Back to the picture. */
    public Point place(double across, double down) {
        return new Point(
                origin.x() + unit * (across * cosine - down * sine),
                origin.y() + unit * (across * sine + down * cosine));
    }

    /** The upright rectangle of the picture round one of the face. */
    Box box(Box zone) {
        return Box.round(List.of(
                place(zone.left(), zone.top()),
                place(zone.right(), zone.top()),
                place(zone.left(), zone.bottom()),
                place(zone.right(), zone.bottom())));
    }
}
