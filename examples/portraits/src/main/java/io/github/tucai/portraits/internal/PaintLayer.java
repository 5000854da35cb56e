package io.github.tucai.portraits.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/** A transparent layer of paint over the face, seen from the front; coordinates are centimetres. */
final class PaintLayer {
    private static final double HALF_WIDTH = 9;
    private static final double HALF_HEIGHT = 9.8;
    private static final int BLOB_RINGS = 20;

    final int width;
    final int height;
    private final double scale;
    private final BufferedImage image;
    private final Graphics2D graphics;

    /**
     * Makes an empty layer.
     *
     * @param scale pixels a centimetre
     */
    PaintLayer(double scale) {
        this.scale = scale;
        width = (int) (2 * HALF_WIDTH * scale);
        height = (int) (2 * HALF_HEIGHT * scale);
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    double column(double x) {
        return (x + HALF_WIDTH) * scale;
    }

    double row(double y) {
        return (HALF_HEIGHT - y) * scale;
    }

    /** The pixels with premultiplied alpha, shared with the layer. */
    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    void colour(Color colour, double alpha) {
        graphics.setColor(new Color(
                colour.getRed(), colour.getGreen(), colour.getBlue(), (int) (255 * Smooth.clamp(alpha, 0, 1))));
    }

    void pen(double centimetres) {
        graphics.setStroke(
                new BasicStroke((float) (centimetres * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** A pen whose lines end bluntly, as lashes and creases do. */
    void bluntPen(double centimetres) {
        graphics.setStroke(new BasicStroke((float) (centimetres * scale)));
    }

    void line(double x0, double y0, double x1, double y1) {
        graphics.draw(new Line2D.Double(column(x0), row(y0), column(x1), row(y1)));
    }

    /** A smooth stroke through points of the face. */
    void stroke(double centimetres, List<Vec> face, int... points) {
        pen(centimetres);
        graphics.draw(curve(face, false, points));
    }

    void fill(List<Vec> face, int... points) {
        graphics.fill(curve(face, true, points));
    }

    /** An ellipse turned by an angle in radians, clockwise. */
    void ellipse(double x, double y, double wide, double high, double angle) {
        graphics.rotate(angle, column(x), row(y));
        graphics.fill(new Ellipse2D.Double(
                column(x) - wide * scale / 2, row(y) - high * scale / 2, wide * scale, high * scale));
        graphics.rotate(-angle, column(x), row(y));
    }

    /** A soft spot that fades to its edge. */
    void blob(Vec middle, double radiusX, double radiusY, Color colour, double alpha) {
        // An 8-bit alpha below 1/255 vanishes, and rounding up shows as discs on dark skin: few rings, then a blur.
        colour(colour, alpha / 10);
        for (int k = BLOB_RINGS; k > 0; k--) {
            ellipse(middle.x(), middle.y(), 2 * radiusX * k / BLOB_RINGS, 2 * radiusY * k / BLOB_RINGS, 0);
        }
    }

    /**
     * Lays this layer, blurred, onto another.
     *
     * @param radius centimetres
     */
    void blurOnto(double radius, PaintLayer below) {
        int pixels = (int) Math.round(radius * scale);
        if (pixels > 0) {
            BoxBlur.premultiplied(pixels(), width, height, pixels);
        }
        below.graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
    }

    private Path2D curve(List<Vec> face, boolean closed, int... points) {
        Path2D path = new Path2D.Double();
        int n = points.length;
        Vec start = face.get(points[0]);
        path.moveTo(column(start.x()), row(start.y()));
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            Vec before = face.get(points[closed ? (i + n - 1) % n : Math.max(0, i - 1)]);
            Vec from = face.get(points[i]);
            Vec to = face.get(points[(i + 1) % n]);
            Vec after = face.get(points[closed ? (i + 2) % n : Math.min(n - 1, i + 2)]);
            Vec leave = from.plus(to.minus(before), 1 / 6.0);
            Vec arrive = to.plus(from.minus(after), 1 / 6.0);
            path.curveTo(
                    column(leave.x()),
                    row(leave.y()),
                    column(arrive.x()),
                    row(arrive.y()),
                    column(to.x()),
                    row(to.y()));
        }
        return path;
    }
}
