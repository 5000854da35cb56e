package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.List;

/** What shows between open lips: a dark cave and the upper teeth. */
final class Mouth {
    private static final int ROWS = 9;
    private static final int COLUMNS = 21;

    private Mouth() {}

    static List<Part> parts(PortraitSpec spec, FaceShape face, Stance stance) {
        double top = face.coarse(FacePoints.UPPER_LIP_MIDDLE).y();
        Surface dark = Surface.plain(new Colour(.035, .008, .008), .02, 20, 0);
        Part cave = Part.solid(PixelClass.FACE_SKIN, dark).shadowless();
        addSheet(cave, stance, top + .8, 2.4 + spec.get(Dial.MOUTH_OPEN), 2.6);
        Part teeth = Part.masked(PixelClass.FACE_SKIN, (x, y, z, out) -> tooth(x, out) && y > biteEdge(x, top))
                .shadowless();
        addSheet(teeth, stance, top + .7, 1.4, 4.25);
        return List.of(cave, teeth);
    }

    /** A sheet bent round the jaw. */
    private static void addSheet(Part part, Stance stance, double top, double high, double front) {
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                double x = (j - COLUMNS / 2) * .26;
                Vec q = new Vec(x, top - i * high / (ROWS - 1), front - .16 * x * x);
                part.vertex(stance.head(q), q);
            }
        }
        part.grid(0, ROWS, COLUMNS, false);
    }

    private static boolean tooth(double x, Material out) {
        double gap = Math.abs(Math.abs(x) / .62 % 1 - .5);
        double light = (.55 + .45 * Smooth.step(0, .12, .5 - gap)) * Smooth.step(3, 1.2, Math.abs(x));
        out.colour(.62 * light, .57 * light, .47 * light);
        out.finish(.12, 60, .4);
        return true;
    }

    private static double biteEdge(double x, double top) {
        return top - .55 - .05 * Math.cos(x * 10);
    }
}
