package io.github.tucai.imaging.internal.code;

import java.awt.geom.Point2D;
import java.util.List;

/**
 * Three finder patterns that could belong to one symbol, in pixels of the first picture.
 *
 * @param corner centre of the pattern at the right angle
 * @param right centre of the pattern beside it
 * @param below centre of the pattern under it
 * @param moduleSize mean side of a module
 * @param misfit 0 for a perfect square seen from the front; grows with skew and unequal sizes
 */
record FinderTriple(Point2D corner, Point2D right, Point2D below, double moduleSize, double misfit) {
    List<Point2D> centres() {
        return List.of(corner, right, below);
    }

    /** The fourth corner, as a parallelogram has it. */
    Point2D fourth() {
        return new Point2D.Double(
                right.getX() + below.getX() - corner.getX(), right.getY() + below.getY() - corner.getY());
    }

    /** Whether all three patterns are those of the other, give or take two modules. */
    boolean isNear(FinderTriple other) {
        double near = 2 * moduleSize;
        return corner.distance(other.corner) < near
                && right.distance(other.right) < near
                && below.distance(other.below) < near;
    }
}
