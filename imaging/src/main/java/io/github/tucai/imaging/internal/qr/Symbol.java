package io.github.tucai.imaging.internal.qr;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A symbol that was read and where it stands in the first picture.
 *
 * @param text decoded
 * @param outline its four corners, quiet zone excluded
 */
record Symbol(CodeText text, Path2D outline) {

    static Symbol of(CodeText text, List<Point2D> corners) {
        Path2D outline = new Path2D.Double();
        outline.moveTo(corners.get(0).getX(), corners.get(0).getY());
        corners.stream().skip(1).forEach(corner -> outline.lineTo(corner.getX(), corner.getY()));
        outline.closePath();
        return new Symbol(text, outline);
    }

    Rectangle2D bounds() {
        return outline.getBounds2D();
    }

    boolean covers(Point2D point) {
        return outline.contains(point);
    }

    /** Whether both stand at the same place: the same print cannot be two symbols. */
    boolean isAt(Symbol other) {
        return covers(other.centre()) || other.covers(centre());
    }

    /** Whether their centres lie so close together that no two prints could. */
    boolean isSamePrint(Symbol other) {
        double side = Math.min(bounds().getWidth(), other.bounds().getWidth());
        return centre().distance(other.centre()) < side / 4;
    }

    private Point2D centre() {
        return new Point2D.Double(bounds().getCenterX(), bounds().getCenterY());
    }
}
