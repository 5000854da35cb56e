package io.github.tucai.imaging.internal.qr;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Three finder patterns that could belong to one symbol, in pixels of the first picture.
 *
 * @param corner centre of the pattern at the right angle
 * @param right centre of the pattern beside it
 * @param below centre of the pattern under it
 * @param cornerModule side of a module in the first pattern
 * @param rightModule the same in the second
 * @param belowModule the same in the third
 * @param misfit 0 for a perfect square seen from the front; grows with skew and unequal sizes
 */
record FinderTriple(
        Point2D corner,
        Point2D right,
        Point2D below,
        double cornerModule,
        double rightModule,
        double belowModule,
        double misfit) {
    double moduleSize() {
        return (cornerModule + rightModule + belowModule) / 3;
    }

    /** How many modules lie between the patterns' centres, for all that perspective makes of them. */
    double modulesBetween() {
        return (corner.distance(right) / Math.sqrt(cornerModule * rightModule)
                        + corner.distance(below) / Math.sqrt(cornerModule * belowModule))
                / 2;
    }

    List<Point2D> centres() {
        return List.of(corner, right, below);
    }

    /** The fourth corner, as a parallelogram has it. */
    Point2D fourth() {
        return new Point2D.Double(
                right.getX() + below.getX() - corner.getX(), right.getY() + below.getY() - corner.getY());
    }

    /** What the symbol covers if it lies flat: half a finder pattern beyond the centres. */
    Rectangle2D bounds() {
        double beyond = 3.5 / modulesBetween();
        double far = 1 + beyond;
        Rectangle2D bounds = new Rectangle2D.Double(
                at(-beyond, -beyond).getX(), at(-beyond, -beyond).getY(), 0, 0);
        bounds.add(at(far, -beyond));
        bounds.add(at(far, far));
        bounds.add(at(-beyond, far));
        return bounds;
    }

    private Point2D at(double across, double down) {
        return new Point2D.Double(
                corner.getX() + across * (right.getX() - corner.getX()) + down * (below.getX() - corner.getX()),
                corner.getY() + across * (right.getY() - corner.getY()) + down * (below.getY() - corner.getY()));
    }

    /** Whether all three patterns are those of the other, give or take two modules. */
    boolean isNear(FinderTriple other) {
        double near = 2 * moduleSize();
        return corner.distance(other.corner) < near
                && right.distance(other.right) < near
                && below.distance(other.below) < near;
    }
}
