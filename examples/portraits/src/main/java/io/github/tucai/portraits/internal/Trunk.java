package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Clothes;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.ArrayList;
import java.util.List;

/** Neck, shoulders and chest, and the cloth on them. */
final class Trunk {
    /** Half the width and half the depth of the bare trunk at a height. */
    private static final Table WIDTH = Table.of(
            -60, 22.5, -33, 22.3, -27, 21.8, -23, 20.6, -20, 18.2, -18, 15.2, -16.5, 11.8, -15, 8.6, -13.4, 6.0, -11.5,
            4.8);

    private static final Table DEPTH =
            Table.of(-60, 12.5, -28, 11.2, -22, 9.4, -18, 7.4, -15, 5.95, -13, 5.15, -11.5, 4.6);
    /** How square the outline is: 2 is an ellipse. */
    private static final Table SQUARENESS = Table.of(-24, 2.5, -15, 2.1, -11, 2.0);

    private static final double MIDDLE_Z = -5;
    private static final double TOP = -11.8;
    private static final double ROWS_A_CM = 2.6;
    private static final int COLUMNS = 120;
    private static final int NECK_ROWS = 24;
    private static final int COLLAR_ROWS = 13;
    private static final int COLLAR_COLUMNS = 81;

    private final PortraitSpec spec;
    private final Stance stance;
    private final int rows;
    private final double bottom;

    private Trunk(PortraitSpec spec, Stance stance, double bottom) {
        this.spec = spec;
        this.stance = stance;
        this.bottom = bottom;
        rows = (int) Math.ceil((TOP - bottom) * ROWS_A_CM);
    }

    /**
     * Builds the parts.
     *
     * @param bottom the height down to which the trunk is needed
     * @param paintScale pixels a centimetre of the paint on the cloth
     */
    static List<Part> parts(PortraitSpec spec, Stance stance, Skin skin, double bottom, double paintScale) {
        Trunk trunk = new Trunk(spec, stance, bottom);
        Outfit outfit = new Outfit(spec, bottom, paintScale);
        List<Part> parts = new ArrayList<>();
        parts.add(trunk.neck(skin));
        parts.add(trunk.chest(skin));
        parts.add(trunk.cloth(outfit));
        if (spec.clothes() != Clothes.TSHIRT) {
            parts.add(trunk.collar(outfit));
        } else {
            parts.add(trunk.hem(outfit));
        }
        return parts;
    }

    static double halfWidth(double y) {
        return WIDTH.at(y);
    }

    static double halfDepth(double y) {
        return DEPTH.at(y);
    }

    /** A point around the trunk: the angle runs from the front to the sitter's left, grow lifts it off the skin. */
    static Vec around(double y, double angle, double grow) {
        double power = 2 / SQUARENESS.at(y);
        return new Vec(
                (WIDTH.at(y) + grow) * Smooth.signedPower(Math.sin(angle), power),
                y,
                MIDDLE_Z + (DEPTH.at(y) + grow) * Smooth.signedPower(Math.cos(angle), power));
    }

    /** Without a shadow of its own: the cloth around it throws the same. */
    private Part chest(Skin skin) {
        Part part = Part.solid(PixelClass.BODY_SKIN, skin::plain).shadowless();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                Vec q = around(height(i), angle(j), 0);
                part.vertex(stance.trunk(q), q);
            }
        }
        part.grid(0, rows, COLUMNS, true);
        return part;
    }

    private double height(int row) {
        return Smooth.mix(TOP, bottom, (double) row / (rows - 1));
    }

    private static double angle(int column) {
        return 2 * Math.PI * column / COLUMNS;
    }

    private Part neck(Skin skin) {
        Part part = Part.solid(PixelClass.BODY_SKIN, skin::plain);
        for (int i = 0; i < NECK_ROWS; i++) {
            double t = (double) i / (NECK_ROWS - 1);
            double share = Smooth.step(.15, .95, t);
            double radius = Smooth.mix(5.0, 5.4, share) - .5 * Smooth.step(.85, 1, t);
            for (int j = 0; j < COLUMNS; j++) {
                double a = angle(j);
                double r = radius + tendon(a, t);
                double z = Smooth.mix(-3.6, -4.9, t) + (r - .04 * radius) * Math.cos(a);
                Vec q = new Vec(r * Math.sin(a), Smooth.mix(-3.5, -14.8, t), z);
                part.vertex(stance.between(q, share), q);
            }
        }
        part.grid(0, NECK_ROWS, COLUMNS, true);
        return part;
    }

    private static double tendon(double a, double t) {
        if (Math.cos(a) <= 0) {
            return 0;
        }
        double off = (Math.abs(Math.sin(a)) - .55 + .35 * t) / .16;
        return .28 * Math.exp(-off * off) * Smooth.step(.2, .6, t);
    }

    private Part cloth(Outfit outfit) {
        Part part = Part.masked(PixelClass.CLOTHES, outfit::cloth);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                Vec skin = around(height(i), angle(j), 0);
                Vec q = around(height(i), angle(j), .55 + folds(skin) + padding(skin));
                part.vertex(stance.trunk(q), q);
            }
        }
        part.grid(0, rows, COLUMNS, true);
        return part;
    }

    private static double folds(Vec q) {
        return .45 * Noise.at(q.x() * .22, q.y() * .30, q.z() * .2)
                + .22 * Noise.at(q.x() * .55, q.y() * .3, q.z() * .5);
    }

    private double padding(Vec q) {
        return spec.clothes() == Clothes.SUIT ? .9 * Smooth.step(6, 12, Math.abs(q.x())) : 0;
    }

    /** The knitted edge of a neckline. */
    private Part hem(Outfit outfit) {
        Part part = Part.solid(PixelClass.CLOTHES, outfit::hem);
        List<Vec> line = new ArrayList<>();
        for (int j = 0; j <= COLUMNS; j++) {
            line.add(onNeckline(outfit, angle(j)));
        }
        Tube.add(part, line, .42, stance::trunk);
        return part;
    }

    private static Vec onNeckline(Outfit outfit, double angle) {
        for (double y = TOP; ; y -= .02) {
            Vec q = around(y, angle, .45);
            if (!outfit.showsSkin(q.x(), q.y(), q.z())) {
                return q;
            }
        }
    }

    /** A stand-up band that is turned down, open at the throat, its points spread. */
    private Part collar(Outfit outfit) {
        Part part = Part.solid(PixelClass.CLOTHES, outfit::collar);
        boolean underLapels = spec.clothes() == Clothes.SUIT;
        double throat = underLapels ? 3 : 7;
        double spread = underLapels ? 13 : 24;
        double drop = underLapels ? .55 : 1;
        for (int i = 0; i < COLLAR_ROWS; i++) {
            double t = (double) i / (COLLAR_ROWS - 1);
            double open = throat + spread * t;
            for (int j = 0; j < COLLAR_COLUMNS; j++) {
                double a = Math.toRadians(Smooth.mix(open, 360 - open, (double) j / (COLLAR_COLUMNS - 1)));
                part.vertex(stance.trunk(collarPoint(t, drop, a)), new Vec(t, 0, 0));
            }
        }
        part.grid(0, COLLAR_ROWS, COLLAR_COLUMNS, false);
        return part;
    }

    private static Vec collarPoint(double t, double drop, double a) {
        double front = Math.max(0, Math.cos(a));
        double y = -11.9 - 2.6 * Math.pow(front, 1.4) - t * drop * (2.2 + 2.8 * front * front * front);
        double off = .35 + .9 * t;
        Vec band = new Vec((6.15 + off) * Math.sin(a), y, -4.9 + (6.0 + off) * Math.cos(a));
        Vec cloth = around(y, a, 0);
        cloth = around(y, a, .95 + folds(cloth));
        double reach = Math.hypot(cloth.x(), cloth.z() + 4.9) / Math.hypot(band.x(), band.z() + 4.9);
        // Turned down, it lies on the cloth.
        return reach > 1 ? band.mix(cloth, Smooth.step(.15, .5, t)) : band;
    }
}
