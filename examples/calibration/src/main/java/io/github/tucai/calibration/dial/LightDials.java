package io.github.tucai.calibration.dial;

import io.github.tucai.imaging.internal.measure.Landmark;
import io.github.tucai.imaging.internal.model.Part;

/** What light does: spots, shadows, casts. Places go round by the picture's number. */
final class LightDials {
    private static final int PLACES = 4;
    private static final double[][] SHINY = {{0.02, -0.75}, {0, 0.5}, {-0.55, 0.55}, {0.5, 0.6}};

    private LightDials() {}

    /** Shine of the lamp's colour on forehead, nose or a cheek, a quarter of the eyes' distance across. */
    static void highlight(Canvas canvas, double lighter, int number) {
        spot(canvas, lighter, 0.125, number);
    }

    /** The same, a tenth across. */
    static void smallHighlight(Canvas canvas, double lighter, int number) {
        spot(canvas, lighter, 0.05, number);
    }

    private static void spot(Canvas canvas, double lighter, double radius, int number) {
        double[] place = SHINY[number % PLACES];
        Canvas.Share near = spot -> Math.hypot(spot.across() - place[0], spot.down() - place[1]) < 2 * radius ? 1 : 0;
        double skin =
                Canvas.lightness(canvas.median(near).map(Canvas::luminance).orElse(0.2));
        double added = Canvas.luminance(Math.min(99, skin + lighter)) - Canvas.luminance(skin);
        canvas.change(
                spot -> within(
                        Math.hypot((spot.across() - place[0]) / 1.25, spot.down() - place[1]), radius, radius * 0.5),
                (rgb, spot) -> add(rgb, added));
    }

    /** One side of the face gets so many times the light of the other. */
    static void sideLight(Canvas canvas, double ratio, int number) {
        double side = number % 2 == 0 ? 0.5 : -0.5;
        double axis = canvas.face().across(Landmark.NOSE_BRIDGE);
        canvas.change(
                canvas::person,
                (rgb, spot) -> scale(rgb, Math.pow(ratio, side * Math.tanh(1.4 * (spot.across() - axis)))));
    }

    /** A shadow with an edge takes this share of the light: of a brim, of a wall beside, of a hand, of the nose. */
    static void castShadow(Canvas canvas, double depth, int number) {
        double brow = canvas.face().down(105);
        canvas.change(
                spot -> shape(spot, brow, number % PLACES)
                        * canvas.part(spot, Part.FACE_SKIN, Part.BODY_SKIN, Part.HAIR),
                (rgb, spot) -> scale(rgb, 1 - depth));
    }

    private static double shape(Canvas.Spot spot, double brow, int which) {
        double edge =
                switch (which) {
                    case 0 -> spot.down() - (brow + 0.12 + 0.1 * spot.across() * spot.across());
                    case 1 -> 0.35 + 0.25 * spot.down() - spot.across();
                    case 2 -> Math.hypot((spot.across() + 0.5) / 0.8, spot.down() - 0.75) - 0.45;
                    default ->
                        Math.max(
                                Math.abs(spot.across() - 0.35 - 0.2 * spot.down()) - 0.3 * spot.down(),
                                Math.max(0.05 - spot.down(), spot.down() - 0.95));
                };
        return below(edge, 0.04);
    }

    /** So much of the light is lost from one end of the background to the other. */
    static void gradient(Canvas canvas, double lost, int number) {
        canvas.change(spot -> 1 - canvas.person(spot), (rgb, spot) -> {
            double way = number % 2 == 0 ? (double) spot.x() / canvas.width() : (double) spot.y() / canvas.height();
            scale(rgb, 1 - lost * (number % PLACES < 2 ? way : 1 - way));
        });
    }

    /** A shadow of the person on the wall, to one side, takes this share of the light. */
    static void wallShadow(Canvas canvas, double depth, int number) {
        double unit = canvas.face().frame().unit();
        double aside = (number % 2 == 0 ? 0.35 : -0.35) * unit;
        canvas.change(
                spot -> (1 - canvas.person(spot))
                        * around(canvas, spot.x() - aside, spot.y() - 0.1 * unit, 0.12 * unit),
                (rgb, spot) -> scale(rgb, 1 - depth));
    }

    private static double around(Canvas canvas, double x, double y, double reach) {
        double sum = 0;
        for (int i = -2; i <= 2; i++) {
            for (int k = -2; k <= 2; k++) {
                sum += canvas.person(x + i * reach / 2, y + k * reach / 2);
            }
        }
        return sum / 25;
    }

    /** Something upright behind, a door or a shelf, that takes this share of the light. */
    static void object(Canvas canvas, double darker, int number) {
        double from = number % 2 == 0 ? 0 : 0.82 * canvas.width();
        double to = number % 2 == 0 ? 0.18 * canvas.width() : canvas.width();
        canvas.change(
                spot -> spot.x() >= from && spot.x() < to && spot.y() > 0.15 * canvas.height()
                        ? 1 - canvas.person(spot)
                        : 0,
                (rgb, spot) -> scale(rgb, 1 - darker));
    }

    /** The whole photo by a lamp of another colour: yellow, blue, green, magenta. */
    static void cast(Canvas canvas, double share, int number) {
        double[][] lamps = {{1, 0.2, -1}, {-1, 0, 1}, {-0.7, 0.5, -0.7}, {0.5, -0.7, 0.5}};
        double[] lamp = lamps[number % PLACES];
        canvas.change(spot -> 1, (rgb, spot) -> {
            for (int channel = 0; channel < rgb.length; channel++) {
                rgb[channel] *= (float) (1 + share * lamp[channel]);
            }
        });
    }

    /** So many stops more light, with what is too light lost. */
    static void overexposed(Canvas canvas, double stops, int number) {
        canvas.change(spot -> 1, (rgb, spot) -> scale(rgb, Math.pow(2, stops)));
    }

    /** So many stops less light. */
    static void underexposed(Canvas canvas, double stops, int number) {
        canvas.change(spot -> 1, (rgb, spot) -> scale(rgb, Math.pow(2, -stops)));
    }

    /** The skin is mixed with so much white, as filters do. */
    static void whitened(Canvas canvas, double share, int number) {
        canvas.change(spot -> share * canvas.part(spot, Part.FACE_SKIN), (rgb, spot) -> {
            float grey = (float) Canvas.luminance(rgb);
            for (int channel = 0; channel < rgb.length; channel++) {
                float paled = rgb[channel] + 0.5f * (grey - rgb[channel]);
                rgb[channel] = paled + 0.75f * (1 - paled);
            }
        });
    }

    static void scale(float[] rgb, double factor) {
        for (int channel = 0; channel < rgb.length; channel++) {
            rgb[channel] *= (float) factor;
        }
    }

    static void add(float[] rgb, double light) {
        for (int channel = 0; channel < rgb.length; channel++) {
            rgb[channel] += (float) light;
        }
    }

    /** 1 inside a disc, 0 outside, with a soft edge. */
    static double within(double distance, double radius, double soft) {
        return below(distance - radius, soft);
    }

    /** 1 for negative values, 0 for positive ones, with a soft edge. */
    static double below(double value, double soft) {
        double way = Math.max(0, Math.min(1, 0.5 - value / soft));
        return way * way * (3 - 2 * way);
    }

    static void fill(float[] rgb, float[] colour) {
        System.arraycopy(colour, 0, rgb, 0, rgb.length);
    }
}
