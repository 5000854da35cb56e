package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.Extra;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import java.awt.Color;
import java.util.List;
import java.util.Random;

/** What is painted on the skin of a face: blush, lips, nostrils, lid lines, brows, lashes and stubble. */
final class FacePaint {
    private static final Color LASH = new Color(28, 18, 14);
    private static final Color BLUSH = new Color(200, 60, 50);
    private static final int[][] EYE_BAGS = {{233, 232, 231, 230, 229}, {453, 452, 451, 450, 449}};
    private static final int[][] NASOLABIAL = {{129, 203, 206, 216}, {358, 423, 426, 436}};
    private static final int[][] LID_FOLDS = {{30, 29, 27, 28, 56, 190}, {260, 259, 257, 258, 286, 414}};
    private static final int[][] NOSE_WINGS = {{102, 64, 98, 97}, {331, 294, 327, 326}};
    private static final int[] CHEEKS = {50, 280};
    private static final int[] UNDER_LIP = {181, 17, 405};
    private static final int[][] UPPER_LIDS = {FacePoints.UPPER_LID_RIGHT, FacePoints.UPPER_LID_LEFT};
    private static final int[][] LOWER_LIDS = {FacePoints.LOWER_LID_RIGHT, FacePoints.LOWER_LID_LEFT};
    private static final int[][] CREASES = {FacePoints.LID_CREASE_RIGHT, FacePoints.LID_CREASE_LEFT};
    private static final int[][] BROW_TOP = {FacePoints.BROW_UPPER_RIGHT, FacePoints.BROW_UPPER_LEFT};
    private static final int[][] BROW_LOW = {FacePoints.BROW_LOWER_RIGHT, FacePoints.BROW_LOWER_LEFT};
    /** Lean of a brow hair, in degrees from the outward direction, along the brow from its outer end. */
    private static final Table BROW_LEAN = Table.of(0, -10, 2, 22, 3, 50, 4, 75);

    private static final int BROW_HAIRS = 380;
    private static final int LASHES = 70;
    private static final int STUBBLE_DOTS = 9000;

    private final PortraitSpec spec;
    private final List<Vec> face;
    private final Colour skin;
    private final double scale;
    private final PaintLayer sum;
    private final Random random;
    private final int[] pixels;

    private FacePaint(PortraitSpec spec, List<Vec> face, Colour skin, double scale) {
        this.spec = spec;
        this.face = face;
        this.skin = skin;
        this.scale = scale;
        random = new Random(spec.seed() * 7 + 3);
        sum = new PaintLayer(scale);
        pixels = sum.pixels();
    }

    /**
     * Paints a face.
     *
     * @param face its points without expression
     * @param scale pixels a centimetre
     */
    static FacePaint of(PortraitSpec spec, List<Vec> face, Colour skin, double scale) {
        FacePaint paint = new FacePaint(spec, face, skin, scale);
        paint.shades();
        paint.lips();
        paint.lines();
        paint.hairs();
        return paint;
    }

    /** Lays the paint over a colour. */
    void over(double x, double y, Material out) {
        double column = sum.column(x) - .5;
        double row = sum.row(y) - .5;
        int i = (int) Math.floor(column);
        int j = (int) Math.floor(row);
        if (i < 0 || j < 0 || i >= sum.width - 1 || j >= sum.height - 1) {
            return;
        }
        int at = j * sum.width + i;
        if ((pixels[at] | pixels[at + 1] | pixels[at + sum.width] | pixels[at + sum.width + 1]) != 0) {
            double u = column - i;
            double v = row - j;
            double[] mean = new double[4];
            add(mean, pixels[at], (1 - u) * (1 - v));
            add(mean, pixels[at + 1], u * (1 - v));
            add(mean, pixels[at + sum.width], (1 - u) * v);
            add(mean, pixels[at + sum.width + 1], u * v);
            double rest = 1 - mean[0];
            out.colour(out.red * rest + mean[1], out.green * rest + mean[2], out.blue * rest + mean[3]);
        }
    }

    private static void add(double[] mean, int pixel, double share) {
        int alpha = pixel >>> 24;
        if (alpha > 0) {
            double weight = share * alpha / 255;
            mean[0] += weight;
            mean[1] += weight * Colour.linear(pure(pixel >> 16 & 255, alpha));
            mean[2] += weight * Colour.linear(pure(pixel >> 8 & 255, alpha));
            mean[3] += weight * Colour.linear(pure(pixel & 255, alpha));
        }
    }

    private static int pure(int premultiplied, int alpha) {
        return Math.min(255, (premultiplied * 255 + alpha / 2) / alpha);
    }

    /** Shading that real skin has in its colour. */
    private void shades() {
        PaintLayer layer = new PaintLayer(scale);
        Color shade = shade();
        double fair = 1 - spec.get(Dial.SKIN_TONE);
        for (int m = 0; m < 2; m++) {
            layer.blob(face.get(CHEEKS[m]), 2.2, 1.8, BLUSH, .11 * fair * fair);
            layer.colour(shade, .16);
            layer.stroke(.55, face, EYE_BAGS[m]);
            layer.colour(shade, .20);
            layer.stroke(.28, face, NASOLABIAL[m]);
            layer.colour(shade, .30);
            layer.stroke(.45, face, LID_FOLDS[m]);
            layer.colour(shade, .45);
            layer.stroke(.18, face, NOSE_WINGS[m]);
        }
        layer.blob(face.get(FacePoints.NOSE_TIP), 1.3, 1.0, BLUSH, .10 * fair * fair);
        layer.colour(shade, .30);
        layer.stroke(.35, face, UNDER_LIP);
        layer.blurOnto(.214, sum);
    }

    private Color shade() {
        return skin.times(.42, .30, .26).awt(1);
    }

    private void lips() {
        PaintLayer layer = new PaintLayer(scale);
        Color lip = skin.times(.62, .36, .42).plus(.05, .012, .014).awt(1);
        layer.colour(lip, .85);
        layer.fill(face, FacePoints.LIPS_OUTER);
        layer.colour(new Color(70, 25, 25), .55);
        layer.stroke(.10, face, FacePoints.UPPER_LIP_INNER);
        layer.stroke(.08, face, FacePoints.LOWER_LIP_INNER);
        layer.bluntPen(.05);
        for (int k = 0; k < 60; k++) {
            double x = (random.nextDouble() - .5) * 4.2;
            double y = -4.3 + (random.nextDouble() - .5) * 2;
            layer.colour(random.nextBoolean() ? new Color(60, 20, 20) : new Color(255, 200, 190), .10);
            layer.line(x, y, x * 1.05, y - .4);
        }
        layer.blurOnto(.09, sum);
    }

    private void lines() {
        PaintLayer layer = new PaintLayer(scale);
        for (int m = -1; m <= 1; m += 2) {
            layer.colour(new Color(38, 14, 10), .85);
            layer.ellipse(m * .78, -1.42, .88, .40, m * -.35);
        }
        for (int m = 0; m < 2; m++) {
            layer.colour(LASH, .95);
            layer.stroke(.17, face, UPPER_LIDS[m]);
            layer.colour(new Color(150, 80, 70), .6);
            layer.stroke(.12, face, LOWER_LIDS[m]);
            layer.colour(LASH, .35);
            layer.stroke(.07, face, LOWER_LIDS[m]);
            layer.colour(shade(), .55);
            layer.stroke(.10, face, CREASES[m]);
        }
        layer.blurOnto(.071, sum);
    }

    private void hairs() {
        PaintLayer layer = new PaintLayer(scale);
        for (int m = 0; m < 2; m++) {
            brow(layer, m);
            lashes(layer, m);
        }
        if (spec.has(Extra.STUBBLE)) {
            stubble(layer);
        }
        layer.blurOnto(0, sum);
    }

    private void brow(PaintLayer layer, int m) {
        Color hair = new Color(spec.get(Tint.HAIR));
        Color colour = new Color(hair.getRed() * 7 / 10, hair.getGreen() * 7 / 10, hair.getBlue() * 7 / 10);
        double weight = spec.get(Dial.BROW_WEIGHT);
        int outwards = m == 0 ? -1 : 1;
        layer.pen(.045);
        for (int k = 0; k < BROW_HAIRS * weight; k++) {
            double along = random.nextDouble() * 3.98;
            double across = Smooth.clamp(.5 + .24 * Math.min(1.2, weight) * random.nextGaussian(), .05, .95);
            Vec root = along(BROW_TOP[m], along).mix(along(BROW_LOW[m], along), across);
            double lean = Math.toRadians(BROW_LEAN.at(along)) + random.nextGaussian() * .12;
            double length = .38 + .2 * random.nextDouble();
            layer.colour(colour, .32 + .35 * random.nextDouble());
            double tipX = root.x() + outwards * length * Math.cos(lean);
            layer.line(root.x(), root.y(), tipX, root.y() + length * Math.sin(lean));
        }
    }

    private void lashes(PaintLayer layer, int m) {
        int outwards = m == 0 ? -1 : 1;
        layer.bluntPen(.035);
        layer.colour(LASH, .5);
        for (int k = 0; k < LASHES; k++) {
            double along = random.nextDouble() * 7.9;
            Vec root = along(UPPER_LIDS[m], along);
            layer.line(root.x(), root.y(), root.x() + outwards * (.26 - .05 * along), root.y() + .16);
        }
    }

    private void stubble(PaintLayer layer) {
        layer.colour(new Color(30, 24, 24), .35);
        for (int k = 0; k < STUBBLE_DOTS; k++) {
            double x = (random.nextDouble() - .5) * 14;
            double y = -9.5 + random.nextDouble() * 8;
            if (isBearded(x, y)) {
                layer.ellipse(x, y, .054, .054, 0);
            }
        }
    }

    private static boolean isBearded(double x, double y) {
        double aroundMouth = Math.abs(x) < 2.6 ? -.9 : 1;
        double jaw = Math.max(0, Math.abs(x) - 5) * 1.6;
        return y < -2.8 - 1.2 * Math.cos(x * .6) * aroundMouth + jaw;
    }

    private Vec along(int[] points, double place) {
        int i = (int) place;
        return face.get(points[i]).mix(face.get(points[Math.min(points.length - 1, i + 1)]), place - i);
    }
}
