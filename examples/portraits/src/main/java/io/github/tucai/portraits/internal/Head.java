package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.List;

/** The skin of the head: the face, drawn on over the skull, and the ears. */
final class Head {
    private static final int SKULL_ROWS = 40;
    private static final int EAR_ROWS = 14;
    private static final int EAR_COLUMNS = 40;
    private static final double EAR_STANDS_OFF = Math.toRadians(24);

    private final FaceShape face;
    private final Stance stance;

    private Head(FaceShape face, Stance stance) {
        this.face = face;
        this.stance = stance;
    }

    static List<Part> parts(PortraitSpec spec, FaceShape face, Stance stance, Skin skin) {
        Head head = new Head(face, stance);
        double wide = 1 + .06 * spec.get(Dial.FACE_WIDTH);
        return List.of(head.skull(skin), head.ear(skin, -1, wide), head.ear(skin, 1, wide));
    }

    private Part skull(Skin skin) {
        Part part = Part.solid(PixelClass.FACE_SKIN, skin::face);
        List<Vec> moved = face.moved();
        for (int i = 0; i < moved.size(); i++) {
            part.vertex(stance.head(moved.get(i)), face.rest().get(i));
        }
        part.triangles(face.triangles());
        for (int row = 1; row <= SKULL_ROWS; row++) {
            double share = (double) row / SKULL_ROWS;
            for (int i : face.border()) {
                part.vertex(
                        stance.head(Skull.behind(moved.get(i), share, 1)),
                        Skull.behind(face.rest().get(i), share, 1));
            }
        }
        sew(part, moved.size());
        return part;
    }

    /** Joins the rows of the skull to the edge of the face, all triangles turned as those of the face are. */
    private void sew(Part part, int firstOfSkull) {
        List<Integer> border = face.border();
        int n = border.size();
        // With the wrong turn the normals cancel along the edge, which shows as a bright rim.
        boolean flip = facesAway()
                == face.moved().get(border.get(1)).x()
                        > face.moved().get(border.get(0)).x();
        for (int row = 0; row < SKULL_ROWS; row++) {
            for (int j = 0; j < n; j++) {
                int next = (j + 1) % n;
                int before = firstOfSkull + (row - 1) * n;
                int a = row == 0 ? border.get(j) : before + j;
                int b = row == 0 ? border.get(next) : before + next;
                int c = firstOfSkull + row * n + j;
                int d = firstOfSkull + row * n + next;
                part.triangle(a, flip ? c : b, flip ? b : c);
                part.triangle(b, flip ? c : d, flip ? d : c);
            }
        }
    }

    private boolean facesAway() {
        double z = 0;
        List<Vec> v = face.moved();
        for (int[] t : face.triangles()) {
            Vec a = v.get(t[0]);
            z += v.get(t[1]).minus(a).cross(v.get(t[2]).minus(a)).z();
        }
        return z < 0;
    }

    private Part ear(Skin skin, int side, double wide) {
        Part part = Part.solid(PixelClass.FACE_SKIN, skin::ear);
        for (int i = 0; i < EAR_ROWS; i++) {
            for (int j = 0; j < EAR_COLUMNS; j++) {
                Vec q = earPoint(side, wide, (double) i / (EAR_ROWS - 1), 2 * Math.PI * j / EAR_COLUMNS);
                part.vertex(stance.head(q), q);
            }
        }
        part.grid(0, EAR_ROWS, EAR_COLUMNS, true);
        return part;
    }

    /** A shell with a rim: r runs from its middle to its edge, a round it from the front upwards. */
    private static Vec earPoint(int side, double wide, double r, double a) {
        double up = 3.0 * r * Math.sin(a);
        double back = 1.6 * (1 + .25 * Math.sin(a)) * (1 + r * Math.cos(a));
        double rim = .75 * Smooth.step(.55, .85, r) * (.35 + .65 * Smooth.step(-1, -.2, Math.cos(a)));
        double bowl = rim - .55 * Smooth.step(.85, 1, r) + .28 * Smooth.bump(r - .45, Math.cos(a) - .5, .35);
        double x = 7.45 * wide + back * Math.sin(EAR_STANDS_OFF) + bowl * Math.cos(EAR_STANDS_OFF);
        double z = -2.2 - back * Math.cos(EAR_STANDS_OFF) + bowl * Math.sin(EAR_STANDS_OFF);
        return new Vec(side * x, .5 + up + .12 * back, z);
    }
}
