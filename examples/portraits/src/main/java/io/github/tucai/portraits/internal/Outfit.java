package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Clothes;
import io.github.tucai.portraits.spec.Pattern;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** The clothes, painted as seen from the front; the neckline shows skin. */
final class Outfit {
    private static final double HALF_WIDTH = 28;
    private static final double TOP = -9;
    private static final Color LINE = new Color(0, 0, 0, 70);
    private static final double BEHIND = -7;
    private static final double REPEAT = 2.4;

    private final PortraitSpec spec;
    private final Colour back;
    private final Colour collar;
    private final double bottom;
    private final double scale;
    private final int width;
    private final int height;
    private final int[] pixels;

    /**
     * Paints the clothes.
     *
     * @param bottom height of the lower edge
     * @param scale pixels a centimetre
     */
    Outfit(PortraitSpec spec, double bottom, double scale) {
        this.spec = spec;
        this.bottom = bottom;
        this.scale = scale;
        width = (int) (2 * HALF_WIDTH * scale);
        height = (int) ((TOP - bottom) * scale);
        back = Colour.of(spec.get(Tint.CLOTHES));
        collar = spec.clothes() == Clothes.SUIT ? Colour.of(spec.get(Tint.SHIRT)) : back;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        paint(g);
        g.dispose();
        pixels = image.getRGB(0, 0, width, height, null, 0, width);
    }

    private void paint(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(scale, -scale);
        g.translate(HALF_WIDTH, -TOP);
        g.setStroke(new BasicStroke(.12f));
        Color main = new Color(spec.get(Tint.CLOTHES));
        g.setColor(main);
        g.fill(polygon(-HALF_WIDTH, TOP, HALF_WIDTH, TOP, HALF_WIDTH, bottom, -HALF_WIDTH, bottom));
        pattern(g, main);
        switch (spec.clothes()) {
            case SUIT -> suit(g, main);
            case SHIRT -> buttons(g, main);
            case TSHIRT -> {}
        }
    }

    private void suit(Graphics2D g, Color main) {
        g.setColor(new Color(spec.get(Tint.SHIRT)));
        g.fill(polygon(-7.6, -11, 7.6, -11, 1.2, -33, -1.2, -33));
        g.setColor(new Color(spec.get(Tint.TIE)));
        g.fill(polygon(-1.3, -15.2, 1.3, -15.2, 1.1, -18.2, -1.1, -18.2));
        g.fill(polygon(-1.1, -18.2, 1.1, -18.2, 2.6, -33, -2.6, -33));
        g.setColor(LINE);
        g.draw(polygon(-1.1, -18.2, 1.1, -18.2, 1.1, -18.1));
        for (int m = -1; m <= 1; m += 2) {
            Path2D lapel =
                    polygon(m * 7.6, -11, m * 10.5, -14, m * 9.8, -20.5, m * 7.2, -19.6, m * 8.4, -23, m * 1.2, -33.5);
            g.setColor(main.brighter());
            g.fill(lapel);
            g.setColor(LINE);
            g.draw(lapel);
        }
    }

    private void buttons(Graphics2D g, Color main) {
        g.setColor(LINE);
        for (int m = -1; m <= 1; m += 2) {
            g.draw(polygon(m * 1.4, -15, m * 1.4, bottom, m * 1.35, bottom));
        }
        g.setColor(main.brighter());
        for (double y = -20; y > bottom; y -= 7) {
            g.fill(new Ellipse2D.Double(-.4, y, .8, .8));
        }
    }

    private void pattern(Graphics2D g, Color main) {
        boolean light = main.getRed() + main.getGreen() + main.getBlue() > 380;
        g.setColor(light ? new Color(40, 60, 110) : new Color(235, 235, 230));
        if (spec.pattern() == Pattern.PLAIN) {
            return;
        }
        double reach = Math.max(-bottom, HALF_WIDTH) + 12;
        for (double t = -25 * REPEAT; t < reach; t += REPEAT) {
            switch (spec.pattern()) {
                case STRIPES -> g.fill(band(t, 1.1));
                case CHECKS -> {
                    g.fill(band(t, .25));
                    g.fill(polygon(t, TOP, t + .25, TOP, t + .25, bottom, t, bottom));
                }
                case DOTS -> dots(g, t);
                case PLAIN -> {}
            }
        }
    }

    private static Path2D band(double y, double high) {
        return polygon(-HALF_WIDTH, y, HALF_WIDTH, y, HALF_WIDTH, y + high, -HALF_WIDTH, y + high);
    }

    private void dots(Graphics2D g, double x) {
        for (double y = bottom; y < TOP; y += REPEAT) {
            g.fill(new Ellipse2D.Double(x, y, .9, .9));
        }
    }

    private static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** The cloth, false where the neckline shows skin. */
    boolean cloth(double x, double y, double z, Material out) {
        if (showsSkin(x, y, z)) {
            return false;
        }
        // Flat colour is taken for wall by segmentation models, so cloth has a weave.
        double weave = 1
                + .28 * Noise.at(x * 10, y * 10, z * 10)
                + .10 * Noise.at(x * 3, y * 3, z * 3)
                + .05 * Noise.at(x * .8, y * .5, z * .8);
        Colour colour = z < BEHIND ? back : Colour.of(painted(x, y));
        out.colour(colour.red() * weave, colour.green() * weave, colour.blue() * weave);
        out.finish(.01, 8, .3);
        return true;
    }

    private int painted(double x, double y) {
        int column = (int) Smooth.clamp((x + HALF_WIDTH) * scale, 0, width - 1);
        int row = (int) Smooth.clamp((TOP - y) * scale, 0, height - 1);
        return pixels[row * width + column];
    }

    boolean showsSkin(double x, double y, double z) {
        double side = Math.abs(x);
        return switch (spec.clothes()) {
            case SUIT -> (y > -14.2 && z < 1) || (side < 5 && y > -14.6 + side * .1);
            case SHIRT -> (y > -14.2 && z < 1) || (z > -2 && side < 4.6 && y > -16.4 + side * .9);
            case TSHIRT -> y > Smooth.mix(-14.3, Math.min(-14.3, -17.9 + .06 * x * x), Smooth.step(-7, -4, z));
        };
    }

    /** The collar; its rest points hold how far they are from its inner edge, 0 to 1. */
    boolean collar(double fromNeck, double unused, double unusedToo, Material out) {
        double seam = 1 - .35 * Smooth.step(.93, .99, fromNeck) - .12 * Smooth.bump(fromNeck - .8, 0, .03);
        out.colour(collar.times(seam));
        out.finish(.01, 8, .3);
        return true;
    }

    /** The edge of a neckline, ribbed. */
    boolean hem(double x, double y, double z, Material out) {
        double rib = .92 + .08 * Math.sin(Math.atan2(x, z + 5) * 130);
        out.colour(back.times(rib));
        out.finish(.01, 8, .3);
        return true;
    }
}
