package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Extra;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import java.util.List;

/** An eyeball with iris and pupil, and the pink of the corners behind it. */
final class Eye implements Surface {
    private static final int ROWS = 48;
    private static final int COLUMNS = 64;
    private static final Colour WHITE = new Colour(.70, .66, .63);
    private static final Colour IRIS_FLASH = new Colour(.55, .03, .03);
    private static final Colour PUPIL_FLASH = new Colour(.75, .06, .06);
    private static final Colour PUPIL = new Colour(.004, .004, .004);
    private static final Colour CORNER = new Colour(.30, .12, .11);

    private final Colour iris;
    private final boolean red;
    private final int side;
    private final Turn toGaze;
    private final double upperLid;
    private final double lowerLid;

    private Eye(PortraitSpec spec, FaceShape face, Eyeball ball) {
        iris = Colour.of(spec.get(Tint.IRIS));
        red = spec.has(Extra.RED_EYES);
        side = ball.side;
        toGaze = ball.gaze.inverse();
        upperLid = face.coarse(ball.middleOfUpperLid()).y() - ball.centre().y();
        lowerLid = face.coarse(ball.middleOfLowerLid()).y() - ball.centre().y();
    }

    static List<Part> parts(PortraitSpec spec, FaceShape face, Stance stance, Eyeball ball) {
        return List.of(ball(new Eye(spec, face, ball), ball.centre(), stance), corners(ball.centre(), stance));
    }

    private static Part ball(Eye surface, Vec centre, Stance stance) {
        Part part = Part.solid(PixelClass.FACE_SKIN, surface).shadowless().fine();
        for (int i = 0; i < ROWS; i++) {
            double a = Math.PI * .55 * i / (ROWS - 1);
            for (int j = 0; j < COLUMNS; j++) {
                double t = 2 * Math.PI * j / COLUMNS;
                Vec d = new Vec(Math.sin(a) * Math.cos(t), Math.sin(a) * Math.sin(t), Math.cos(a))
                        .times(Eyeball.RADIUS);
                part.vertex(stance.head(centre.plus(d)), d);
            }
        }
        part.grid(0, ROWS, COLUMNS, true);
        return part;
    }

    private static Part corners(Vec centre, Stance stance) {
        Part part = Part.solid(PixelClass.FACE_SKIN, Surface.plain(CORNER, .1, 40, .5))
                .shadowless();
        for (int i = 0; i < 4; i++) {
            Vec q = centre.plus(new Vec(i % 2 == 0 ? -1.7 : 1.7, i < 2 ? -.9 : .9, .25));
            part.vertex(stance.head(q), q);
        }
        part.triangle(0, 1, 2);
        part.triangle(1, 3, 2);
        return part;
    }

    /** Colours a point given from the centre of the eyeball, the head not turned. */
    @Override
    public boolean at(double x, double y, double z, Material out) {
        Vec g = toGaze.apply(new Vec(x, y, z));
        double off = Math.acos(Smooth.clamp(g.z() / Eyeball.RADIUS, -1, 1));
        double r = Math.sin(off) * Eyeball.RADIUS / Eyeball.IRIS_RADIUS;
        double inIris = g.z() > 0 ? Smooth.step(1.06, .94, r) : 0;
        double inPupil = g.z() > 0 ? Smooth.step(.40, .34, r) : 0;
        Colour colour = white(x).mix(iris(r, Math.atan2(g.y(), g.x())), inIris).mix(red ? PUPIL_FLASH : PUPIL, inPupil);
        double light = underLids(x, y);
        out.colour(colour.times(light));
        out.finish((inIris > .5 ? .10 : .16) * light, 260, .4 * (1 - inIris));
        return true;
    }

    /** Redder towards the outer corner. */
    private Colour white(double x) {
        double pale = 1 - .35 * Smooth.step(.6, 1.35, -side * x);
        return WHITE.times(1, pale, pale);
    }

    private Colour iris(double r, double angle) {
        double rough = Noise.at(angle * 9, r * 2, 3) * .35 + Noise.at(angle * 22, r * 3, 8) * .25;
        double limbus = Smooth.step(.72, .98, r);
        Colour colour = iris.times((1.25 + rough) * (1 - .8 * limbus)).plus(.01, .01, .01);
        return red ? colour.mix(IRIS_FLASH, .35 * (1 - limbus)) : colour;
    }

    /** The lids and the depth of the corners take light away. */
    private double underLids(double x, double y) {
        double upper = Smooth.step(upperLid + .03, upperLid - .34, y);
        double lower = Smooth.step(lowerLid - .12, lowerLid + .12, y);
        return .42 + .58 * upper * Smooth.step(1.45, .7, Math.abs(x)) * lower;
    }
}
