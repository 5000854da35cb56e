package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;

/** The colour of skin: a ramp by tone, blotches and pores, and on the face a painted layer. */
final class Skin {
    private static final int[] RAMP = {0xf3d7c6, 0xe6bd9f, 0xcf9f7b, 0xa97552, 0x7a4e36, 0x4b3024};

    private final Colour base;
    private final double gloss;
    private final FacePaint paint;

    Skin(PortraitSpec spec, FaceShape face, double paintScale) {
        base = base(spec.get(Dial.SKIN_TONE));
        gloss = spec.get(Dial.GLOSS);
        paint = FacePaint.of(spec, face.rest(), base, paintScale);
    }

    private static Colour base(double tone) {
        double place = tone * (RAMP.length - 1);
        int i = Math.min(RAMP.length - 2, (int) place);
        return Colour.of(RAMP[i]).mix(Colour.of(RAMP[i + 1]), place - i);
    }

    /** Skin away from the face. */
    boolean plain(double x, double y, double z, Material out) {
        double grain = .05 * Noise.at(x * .7, y * .7, z * .7)
                + .035 * Noise.at(x * 2.3, y * 2.3, z * 2.3)
                + .05 * Noise.at(x * 11, y * 11, z * 11);
        out.colour(base.red() * (1 + .6 * grain), base.green() * (1 + 1.2 * grain), base.blue() * (1 + 1.2 * grain));
        out.finish(.03 + .05 * gloss, 14, 1);
        return true;
    }

    /** Ears are a little redder than the rest. */
    boolean ear(double x, double y, double z, Material out) {
        plain(x, y, z, out);
        out.colour(out.red, .93 * out.green, .92 * out.blue);
        return true;
    }

    /** The face: skin under the painted layer. */
    boolean face(double x, double y, double z, Material out) {
        plain(x, y, z, out);
        double middle = Smooth.step(5.5, 1.5, Math.abs(x)) * Smooth.step(-9, -5, y);
        double shine = (.03 + .09 * gloss * (.5 + middle)) * (1 + .4 * Noise.at(x * 9, y * 9, z * 9));
        double lip = Smooth.step(2.4, 1.8, Math.abs(x)) * Smooth.step(1.15, .8, Math.abs(y + 4.35));
        out.finish(shine * (z > -2 ? 1 + .8 * lip : 1), 12 + 26 * gloss, 1);
        if (z > -2) {
            paint.over(x, y, out);
        }
        return true;
    }
}
