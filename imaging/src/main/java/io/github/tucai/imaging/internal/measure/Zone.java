package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** A place on or near the face, in {@link FaceFrame} coordinates. */
interface Zone {
    /** The pixels of a tile whose centres lie in it, row by row; a new set each time. */
    BitSet pixels(Raster raster);

    /** Left, upper, right and lower bound. */
    Box bounds();

    /** An upright rectangle; nothing lies in one that is turned inside out. */
    static Zone rectangle(double left, double top, double right, double bottom) {
        boolean isEmpty = left >= right || top >= bottom;
        List<Point> corners =
                List.of(new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom));
        return new Polygon(isEmpty ? List.of() : corners, new Box(left, top, right, bottom));
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

    /** A disc. */
    record Disc(double across, double down, double radius) implements Zone {
        @Override
        public BitSet pixels(Raster raster) {
            BitSet pixels = new BitSet(Tile.SIZE * Tile.SIZE);
            Point centre = raster.pixel(across, down);
            double reach = raster.pixels(radius);
            int lastRow = held(Math.floor(centre.y() + reach) + 1);
            for (int row = held(Math.ceil(centre.y() - reach)); row < lastRow; row++) {
                double half = Math.sqrt(Math.max(0, reach * reach - (row - centre.y()) * (row - centre.y())));
                int first = held(Math.ceil(centre.x() - half));
                int end = held(Math.floor(centre.x() + half) + 1);
                pixels.set(row * Tile.SIZE + first, row * Tile.SIZE + end);
            }
            return pixels;
        }

        @Override
        public Box bounds() {
            return new Box(across - radius, down - radius, across + radius, down + radius);
        }
    }

    /** A polygon, filled by the even-odd rule. */
    record Polygon(List<Point> corners, Box bounds) implements Zone {
        static Polygon of(List<Point> corners) {
            return new Polygon(corners, Box.round(corners));
        }

        @Override
        public BitSet pixels(Raster raster) {
            List<Point> places = corners.stream()
                    .map(corner -> raster.pixel(corner.x(), corner.y()))
                    .toList();
            BitSet pixels = new BitSet(Tile.SIZE * Tile.SIZE);
            for (int i = 0; i < places.size(); i++) {
                cross(places.get(i), places.get((i + 1) % places.size()), pixels);
            }
            return pixels;
        }

        /** What lies to the right of an edge changes sides: inside becomes outside. */
        private static void cross(Point from, Point to, BitSet pixels) {
            Point upper = from.y() < to.y() ? from : to;
            Point lower = from.y() < to.y() ? to : from;
            double slope = (lower.x() - upper.x()) / (lower.y() - upper.y());
            int end = held(Math.ceil(lower.y()));
            for (int row = held(Math.ceil(upper.y())); row < end; row++) {
                int first = held(Math.ceil(upper.x() + (row - upper.y()) * slope));
                pixels.flip(row * Tile.SIZE + first, (row + 1) * Tile.SIZE);
            }
        }
    }

    /** What is in one zone and not in the other. */
    record Difference(Zone zone, Zone hole) implements Zone {
        @Override
        public BitSet pixels(Raster raster) {
            BitSet pixels = zone.pixels(raster);
            pixels.andNot(hole.pixels(raster));
            return pixels;
        }

        @Override
        public Box bounds() {
            return zone.bounds();
        }
    }

    /** What is in both zones. */
    record Intersection(Zone zone, Zone other) implements Zone {
        @Override
        public BitSet pixels(Raster raster) {
            BitSet pixels = zone.pixels(raster);
            pixels.and(other.pixels(raster));
            return pixels;
        }

        @Override
        public Box bounds() {
            return zone.bounds();
        }
    }

    /** A column or row, or the end of the tile for one beyond. */
    private static int held(double place) {
        return (int) Math.max(0, Math.min(Tile.SIZE, place));
    }
}
