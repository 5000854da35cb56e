package io.github.tucai.calibration.dial;

import io.github.tucai.imaging.internal.measure.Landmark;
import io.github.tucai.imaging.internal.model.Part;

/** What is worn, or lies on what is worn: lenses, tops, hair, paint. */
final class WornDials {
    // Of a lens, in eye distances.
    private static final double LENS_WIDE = 0.36;
    private static final double LENS_HIGH = 0.25;

    private WornDials() {}

    /** Lenses take so much of the light, neutral or brown. */
    static void tint(Canvas canvas, double taken, int number) {
        double brown = number % 2 == 0 ? 0 : 0.5;
        canvas.change(spot -> lens(canvas, spot, 0.06), (rgb, spot) -> {
            for (int channel = 0; channel < rgb.length; channel++) {
                rgb[channel] *= (float) Math.max(0, 1 - taken * (1 + brown * (channel - 1) * 0.6));
            }
        });
    }

    /** How much of a place lies behind a lens. */
    private static double lens(Canvas canvas, Canvas.Spot spot, double soft) {
        double most = 0;
        for (Landmark.Eye eye : Landmark.EYES) {
            most = Math.max(most, LightDials.within(fromMiddle(canvas, spot, eye), 1, soft / LENS_HIGH));
        }
        return most;
    }

    /** 1 on the rim. */
    private static double fromMiddle(Canvas canvas, Canvas.Spot spot, Landmark.Eye eye) {
        double across = (spot.across() - canvas.face().across(eye.iris())) / LENS_WIDE;
        double down = (spot.down() - canvas.face().down(eye.iris()) - 0.04) / LENS_HIGH;
        return Math.pow(across * across * across * across + down * down * down * down, 0.25);
    }

    /** A window or lamp mirrored in the lenses covers this share of each, in one lens or both. */
    static void glare(Canvas canvas, double share, int number) {
        double size = Math.sqrt(share);
        canvas.change(
                spot -> {
                    double most = 0;
                    for (int side = 0; side < 2; side++) {
                        if (side == 0 || number % 2 == 1) {
                            Landmark.Eye eye = Landmark.EYES.get((side + number / 2) % 2);
                            most = Math.max(most, mirrored(canvas, spot, eye, size, number));
                        }
                    }
                    return most;
                },
                (rgb, spot) -> {
                    rgb[0] += 0.62f;
                    rgb[1] += 0.7f;
                    rgb[2] += 0.72f;
                });
    }

    private static double mirrored(Canvas canvas, Canvas.Spot spot, Landmark.Eye eye, double size, int number) {
        double across = spot.across() - canvas.face().across(eye.iris()) + (number % 3 - 1) * 0.12;
        double down = spot.down() - canvas.face().down(eye.iris()) - (number % 4 < 2 ? -0.08 : 0.14);
        double slanted = across + 0.35 * down;
        double edge = Math.max(Math.abs(slanted) / LENS_WIDE, Math.abs(down) / LENS_HIGH) - size;
        return LightDials.below(edge, 0.12) * LightDials.within(fromMiddle(canvas, spot, eye), 1, 0.1);
    }

    /** The top in blue of this chroma, of hues from sky to violet-blue. */
    static void blue(Canvas canvas, double chroma, int number) {
        double hue = Math.toRadians(245 + 15 * (number % 4));
        double a = chroma * Math.cos(hue);
        double b = chroma * Math.sin(hue);
        canvas.change(spot -> clothes(canvas, spot), (rgb, spot) -> {
            double f = (Canvas.lightness(Canvas.luminance(rgb)) + 16) / 116;
            double x = 0.95047 * cube(f + a / 500);
            double y = cube(f);
            double z = 1.08883 * cube(f - b / 200);
            rgb[0] = (float) (3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
            rgb[1] = (float) (-0.969266 * x + 1.8760108 * y + 0.041556 * z);
            rgb[2] = (float) (0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
        });
    }

    private static double cube(double f) {
        return f > 6.0 / 29 ? f * f * f : 3 * 36.0 / 841 * (f - 4.0 / 29);
    }

    /** Below the part of the picture that the map of parts shows, all that is person counts as clothes. */
    private static double clothes(Canvas canvas, Canvas.Spot spot) {
        double chin = canvas.face().down(152);
        return spot.down() > chin + 0.9
                ? canvas.person(spot) * (1 - canvas.part(spot, Part.BODY_SKIN, Part.FACE_SKIN, Part.HAIR))
                : canvas.part(spot, Part.CLOTHES);
    }

    /** Hair hangs over so much of one ear, from above. */
    static void hairOverEar(Canvas canvas, double share, int number) {
        boolean left = number % 2 == 0;
        double edge = canvas.face().across(left ? Landmark.LEFT_CHEEK : Landmark.RIGHT_CHEEK);
        double out = left ? -1 : 1;
        float[] hair = canvas.median(spot -> canvas.part(spot, Part.HAIR)).orElse(new float[] {0.02f, 0.015f, 0.012f});
        double lowest = -0.25 + 0.95 * share;
        strands(canvas, hair, spot -> {
            double beside = out * (spot.across() - edge);
            double strand = 0.05 * Math.sin(37 * spot.across() + number);
            return Math.min(
                    LightDials.below(Math.max(-0.06 - beside, beside - 0.38), 0.06),
                    LightDials.below(Math.max(-0.5 - spot.down(), spot.down() - lowest + strand), 0.06));
        });
    }

    /** Hair hangs over so much of the breadth of the brows. */
    static void fringe(Canvas canvas, double share, int number) {
        float[] hair = canvas.median(spot -> canvas.part(spot, Part.HAIR)).orElse(new float[] {0.02f, 0.015f, 0.012f});
        double brow = Math.max(canvas.face().down(105), canvas.face().down(334));
        double side = number % 2 == 0 ? -1 : 1;
        double end = -0.8 + 1.6 * share;
        strands(canvas, hair, spot -> {
            double strand = 0.05 * Math.sin(41 * spot.across() + number);
            return Math.min(
                    LightDials.below(side * spot.across() - end + strand, 0.04),
                    Math.min(
                            LightDials.below(Math.abs(spot.across()) - 0.95, 0.06),
                            LightDials.below(Math.max(-1.5 - spot.down(), spot.down() - brow - 0.1 + strand), 0.05)));
        });
    }

    /** Hair of its own colour, with strands that run down. */
    private static void strands(Canvas canvas, float[] hair, Canvas.Share where) {
        canvas.change(where, (rgb, spot) -> {
            double across = spot.across() + 0.03 * Math.sin(5 * spot.down());
            double light = 1 + 0.35 * Math.sin(150 * across) + 0.25 * Math.sin(67 * across + 1);
            LightDials.fill(rgb, hair);
            LightDials.scale(rgb, light);
        });
    }
}
