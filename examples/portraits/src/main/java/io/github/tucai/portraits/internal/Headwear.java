package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Hat;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;

/** A cap or a knitted hat. */
final class Headwear {
    private static final int BRIM_ROWS = 10;
    private static final int BRIM_COLUMNS = 41;
    /** A rest height that is above the edge wherever it is asked. */
    private static final double ABOVE_EDGE = 20;

    private Headwear() {}

    static Part part(PortraitSpec spec, FaceShape face, Stance stance) {
        Colour colour = Colour.of(spec.get(Tint.HAT));
        boolean knitted = spec.hat() == Hat.BEANIE;
        Part part = Part.masked(PixelClass.OTHER, (x, y, z, out) -> {
            out.colour(colour.times(knitted ? ribs(x, z) : 1 + .05 * Noise.at(x * 8, y * 8, z * 8)));
            out.finish(.01, 8, 0);
            return y > 4.9 + .22 * (z + 2);
        });
        Skull.addShell(part, face, stance, 1.10);
        if (!knitted) {
            addBrim(part, stance);
        }
        return part;
    }

    private static double ribs(double x, double z) {
        return 1 + .22 * Math.sin(Math.atan2(x, z + 2.6) * 70);
    }

    private static void addBrim(Part part, Stance stance) {
        int first = part.vertices();
        for (int i = 0; i < BRIM_ROWS; i++) {
            double r = (double) i / (BRIM_ROWS - 1);
            for (int j = 0; j < BRIM_COLUMNS; j++) {
                double a = Math.toRadians(-75 + 150.0 * j / (BRIM_COLUMNS - 1));
                double front = Math.cos(a);
                Vec q = new Vec(
                        (7.9 + .2 * r) * Math.sin(a), 7.55 - r + .5 * front, -2.0 + (8.6 + 6 * r * front) * front);
                part.vertex(stance.head(q), q.withY(ABOVE_EDGE));
            }
        }
        part.grid(first, BRIM_ROWS, BRIM_COLUMNS, false);
    }
}
