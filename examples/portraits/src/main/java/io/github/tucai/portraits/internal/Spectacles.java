package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.Glasses;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import java.util.ArrayList;
import java.util.List;

/** The frame of a pair of glasses, and their lenses as a layer of their own. */
final class Spectacles {
    private static final int RIM_POINTS = 64;
    private static final int BRIDGE_POINTS = 13;
    private static final int LENS_ROWS = 8;
    private static final double LENS_MIDDLE_X = 3.3;

    private final PortraitSpec spec;
    private final Stance stance;
    private final boolean heavy;
    private final double level;

    Spectacles(PortraitSpec spec, Stance stance) {
        this.spec = spec;
        this.stance = stance;
        heavy = spec.glasses() == Glasses.THICK || spec.glasses() == Glasses.TINTED;
        level = 2.25 - spec.get(Dial.GLASSES_DOWN);
    }

    Part frame() {
        double radius = heavy ? .22 : .075;
        Surface surface = Surface.plain(Colour.of(spec.get(Tint.GLASSES_FRAME)), .12, 60, 0);
        Part part = Part.solid(PixelClass.OTHER, surface);
        for (int side = -1; side <= 1; side += 2) {
            Tube.add(part, rim(side), radius, stance::head);
            Tube.add(part, temple(side), radius, stance::head);
        }
        Tube.add(part, bridge(), radius, stance::head);
        return part;
    }

    private List<Vec> rim(int side) {
        List<Vec> line = new ArrayList<>();
        for (int i = 0; i <= RIM_POINTS; i++) {
            line.add(lensPoint(side, 2 * Math.PI * i / RIM_POINTS, 1));
        }
        return line;
    }

    private List<Vec> temple(int side) {
        double wide = side * (1 + .06 * spec.get(Dial.FACE_WIDTH));
        return List.of(
                new Vec(side * 5.85, level + .6, 4.8),
                new Vec(wide * 6.5, level + .7, 3.6),
                new Vec(wide * 7.7, level + .7, 0),
                new Vec(wide * 8.0, level + .8, -4));
    }

    private List<Vec> bridge() {
        List<Vec> line = new ArrayList<>();
        for (int i = 0; i < BRIDGE_POINTS; i++) {
            double x = 1.7 * i / (BRIDGE_POINTS - 1) - .85;
            line.add(new Vec(x, level + .45 + .3 * (1 - x * x), 6.15 + .25 * (1 - x * x)));
        }
        return line;
    }

    private Vec lensPoint(int side, double angle, double r) {
        double halfWidth = heavy ? 2.65 : 2.5;
        double halfHeight = heavy ? 1.95 : 1.6;
        double power = 2 / 2.8;
        double x = side * LENS_MIDDLE_X + r * halfWidth * Smooth.signedPower(Math.cos(angle), power);
        double y = level + r * halfHeight * Smooth.signedPower(Math.sin(angle), power);
        return new Vec(x, y, 6.0 - .035 * x * x + .05 * (y - 2));
    }

    /** Both lenses; their rest points run from the middle of each lens. */
    private Part lenses() {
        Part part = Part.solid(PixelClass.OTHER, Surface.plain(new Colour(0, 0, 0), 0, 1, 0));
        for (int side = -1; side <= 1; side += 2) {
            int first = part.vertices();
            for (int i = 0; i < LENS_ROWS; i++) {
                for (int j = 0; j < RIM_POINTS; j++) {
                    Vec q = lensPoint(side, 2 * Math.PI * j / RIM_POINTS, (double) i / (LENS_ROWS - 1));
                    part.vertex(stance.head(q), new Vec(q.x() - side * LENS_MIDDLE_X, q.y() - level, side));
                }
            }
            part.grid(first, LENS_ROWS, RIM_POINTS, true);
        }
        return part;
    }

    /** Tints and reflects what lies behind the lenses. */
    void cover(Raster raster, float[] light) {
        Part part = lenses();
        part.finish();
        Raster layer = new Raster(raster.camera);
        layer.draw(List.of(part));
        double through = spec.glasses() == Glasses.TINTED ? .13 : .95;
        for (int i = 0; i < raster.parts.length; i++) {
            if (layer.parts[i] != Raster.NOTHING
                    && raster.parts[i] != Raster.NOTHING
                    && layer.depth[i] >= raster.depth[i]) {
                double added = .006 + glare(layer.restX(i), layer.restY(i));
                for (int k = 3 * i; k < 3 * i + 3; k++) {
                    light[k] = (float) (light[k] * through + added);
                }
            }
        }
    }

    /** A slanting band of light. */
    private double glare(double x, double y) {
        if (spec.glasses() != Glasses.GLARE) {
            return 0;
        }
        double band = Smooth.step(.75, .45, Math.abs(x * .8 + y * .6 - .2));
        return .95 * band * Smooth.step(2.3, 1.9, Math.abs(x));
    }
}
