package io.github.tucai.calibration.dial;

import io.github.tucai.imaging.internal.measure.Landmark;
import io.github.tucai.imaging.internal.pixel.Point;
import java.util.List;

/** Lids and lips that move. */
final class MovedDials {
    private static final List<List<Integer>> UPPER = List.of(
            List.of(33, 246, 161, 160, 159, 158, 157, 173, 133), List.of(362, 398, 384, 385, 386, 387, 388, 466, 263));
    private static final List<List<Integer>> LOWER = List.of(
            List.of(33, 7, 163, 144, 145, 153, 154, 155, 133), List.of(362, 382, 381, 380, 374, 373, 390, 249, 263));
    private static final float[] MOUTH = {0.06f, 0.015f, 0.015f};

    private MovedDials() {}

    /** The upper lids come down by so much of the eyes' opening. */
    static void shut(Canvas canvas, double share, int number) {
        for (int eye = 0; eye < Landmark.EYES.size(); eye++) {
            List<Point> upper = canvas.places(UPPER.get(eye));
            List<Point> lower = canvas.places(LOWER.get(eye));
            canvas.move(spot -> {
                double top = at(upper, spot.across());
                double bottom = at(lower, spot.across());
                double open = bottom - top;
                // A little beyond, so that no slit of the eye is left.
                double lid = top + share * 1.05 * open;
                double above = top - 0.2;
                if (Double.isNaN(open) || spot.down() <= above || spot.down() > lid) {
                    return new Point(spot.across(), spot.down());
                }
                double way = (spot.down() - above) / (lid - above);
                return new Point(spot.across(), above + way * (top - 0.01 - above));
            });
        }
    }

    /** The height of a line of points at a place across; not a number outside. */
    private static double at(List<Point> line, double across) {
        for (int i = 1; i < line.size(); i++) {
            Point from = line.get(i - 1);
            Point to = line.get(i);
            if (across >= from.x() && across < to.x()) {
                return from.y() + (across - from.x()) / (to.x() - from.x()) * (to.y() - from.y());
            }
        }
        return Double.NaN;
    }

    /** The lips part by so much of the mouth's breadth. */
    static void mouthOpen(Canvas canvas, double gap, int number) {
        double left = canvas.face().across(78);
        double right = canvas.face().across(308);
        double line = (canvas.face().down(13) + canvas.face().down(14)) / 2;
        double corners = (canvas.face().down(78) + canvas.face().down(308)) / 2;
        double middle = (left + right) / 2;
        double half = (right - left) / 2;
        double chin = canvas.face().down(152);
        Profile profile = new Profile(middle, half, line, corners, gap * 2 * half);
        canvas.move(spot -> {
            double open = profile.open(spot.across());
            double lips = profile.line(spot.across());
            if (open <= 0 || spot.down() <= lips || spot.down() >= chin) {
                return new Point(spot.across(), spot.down());
            }
            double below = Math.max(0, spot.down() - lips - open);
            return new Point(spot.across(), lips + below * (chin - lips) / Math.max(1e-6, chin - lips - open));
        });
        canvas.change(
                spot -> {
                    double open = profile.open(spot.across());
                    double lips = profile.line(spot.across());
                    return open <= 0
                            ? 0
                            : LightDials.below(Math.max(lips - spot.down(), spot.down() - lips - open), 0.012);
                },
                (rgb, spot) -> LightDials.fill(rgb, MOUTH));
    }

    /** How wide parted lips stand open. */
    private record Profile(double middle, double half, double line, double corners, double gap) {
        double open(double across) {
            double way = (across - middle) / half;
            return Math.abs(way) >= 1 ? 0 : gap * (1 - way * way);
        }

        double line(double across) {
            double way = (across - middle) / half;
            return line + (corners - line) * Math.min(1, way * way);
        }
    }
}
