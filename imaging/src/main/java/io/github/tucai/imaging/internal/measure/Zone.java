package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.model.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A place on or near the face, in {@link FaceFrame} coordinates. */
interface Zone {
    boolean contains(double across, double down);

    /** Left, upper, right and lower bound. */
    Box bounds();

    static Zone rectangle(double left, double top, double right, double bottom) {
        return new Rectangle(new Box(left, top, right, bottom));
    }

    static Zone disc(double across, double down, double radius) {
        return new Disc(across, down, radius);
    }

    static Zone outline(FaceLandmarks landmarks, FaceFrame frame, Collection<Integer> points) {
        return outline(landmarks, frame, points, 1);
    }

    /** The polygon through landmarks, grown or shrunk about its middle. */
    static Zone outline(FaceLandmarks landmarks, FaceFrame frame, Collection<Integer> points, double factor) {
        List<Point> corners = new ArrayList<>();
        for (int point : points) {
            Point place = landmarks.point(point);
            corners.add(new Point(frame.across(place), frame.down(place)));
        }
        double x = corners.stream().mapToDouble(Point::x).average().orElse(0);
        double y = corners.stream().mapToDouble(Point::y).average().orElse(0);
        return Polygon.of(corners.stream()
                .map(corner -> new Point(x + (corner.x() - x) * factor, y + (corner.y() - y) * factor))
                .toList());
    }

    default Zone without(Zone hole) {
        return new Difference(this, hole);
    }

    default Zone within(Zone other) {
        return new Intersection(this, other);
    }

    /** An upright rectangle. */
    record Rectangle(Box bounds) implements Zone {
        @Override
        public boolean contains(double across, double down) {
            return across >= bounds.left() && across < bounds.right() && down >= bounds.top() && down < bounds.bottom();
        }
    }

    /** A disc. */
    record Disc(double across, double down, double radius) implements Zone {
        @Override
        public boolean contains(double x, double y) {
            return (x - across) * (x - across) + (y - down) * (y - down) <= radius * radius;
        }

        @Override
        public Box bounds() {
            return new Box(across - radius, down - radius, across + radius, down + radius);
        }
    }

    /** A polygon, filled by the even-odd rule. */
    final class Polygon implements Zone {
        private final double[] x;
        private final double[] y;
        private final Box bounds;

        private Polygon(double[] x, double[] y, Box bounds) {
            this.x = x;
            this.y = y;
            this.bounds = bounds;
        }

        static Polygon of(List<Point> corners) {
            return new Polygon(
                    corners.stream().mapToDouble(Point::x).toArray(),
                    corners.stream().mapToDouble(Point::y).toArray(),
                    Box.round(corners));
        }

        @Override
        public boolean contains(double across, double down) {
            if (across < bounds.left() || across > bounds.right() || down < bounds.top() || down > bounds.bottom()) {
                return false;
            }
            boolean inside = false;
            int from = x.length - 1;
            for (int to = 0; to < x.length; to++) {
                if ((y[to] > down) != (y[from] > down)
                        && across < (x[from] - x[to]) * (down - y[to]) / (y[from] - y[to]) + x[to]) {
                    inside = !inside;
                }
                from = to;
            }
            return inside;
        }

        @Override
        public Box bounds() {
            return bounds;
        }
    }

    /** What is in one zone and not in the other. */
    record Difference(Zone zone, Zone hole) implements Zone {
        @Override
        public boolean contains(double across, double down) {
            return zone.contains(across, down) && !hole.contains(across, down);
        }

        @Override
        public Box bounds() {
            return zone.bounds();
        }
    }

    /** What is in both zones. */
    record Intersection(Zone zone, Zone other) implements Zone {
        @Override
        public boolean contains(double across, double down) {
            return zone.contains(across, down) && other.contains(across, down);
        }

        @Override
        public Box bounds() {
            return zone.bounds();
        }
    }
}
