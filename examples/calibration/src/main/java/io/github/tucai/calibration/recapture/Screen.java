package io.github.tucai.calibration.recapture;

import java.util.Arrays;

/**
 * A screen that shows a picture. Every pixel is one rectangle each of red, green and blue light with black between them; the
 * black is not quite black, and something of the room is mirrored.
 */
final class Screen implements Scene {
    /** Where the lights of a screen are. */
    enum Layout {
        /** Three upright stripes in every pixel. */
        STRIPES(
                1,
                new double[][] {{0.03, 0.08, 0.31, 0.92}},
                new double[][] {{0.36, 0.08, 0.64, 0.92}},
                new double[][] {{0.69, 0.08, 0.97, 0.92}}),
        /** Green in every pixel, red and blue in every second one, larger. */
        DIAMONDS(
                2,
                new double[][] {{0.2, 0.2, 0.8, 0.8}, {1.2, 1.2, 1.8, 1.8}},
                new double[][] {{0.8, 0.3, 1.2, 0.7}, {1.8, 0.3, 2.2, 0.7}, {0.8, 1.3, 1.2, 1.7}, {1.8, 1.3, 2.2, 1.7}},
                new double[][] {{1.2, 0.2, 1.8, 0.8}, {0.2, 1.2, 0.8, 1.8}});

        private final int period;

        @SuppressWarnings("ImmutableEnumChecker") // nobody writes to them
        private final double[][][] lights;

        Layout(int period, double[][]... lights) {
            this.period = period;
            this.lights = lights;
        }

        /** Share of the square about a place that is lit, by that of the whole screen: 1 in the mean. */
        private float lit(int channel, double x, double y, double reach) {
            double area = 0;
            double lit = 0;
            for (double[] light : lights[channel]) {
                area += (light[2] - light[0]) * (light[3] - light[1]);
                lit += covered(light[0], light[2], x, reach) * covered(light[1], light[3], y, reach);
            }
            return (float) (lit * period * period / area);
        }

        /** Share of a stretch that lies between two places or their repetitions. */
        private double covered(double from, double to, double middle, double reach) {
            return (within(from, to, middle + reach / 2) - within(from, to, middle - reach / 2)) / reach;
        }

        private double within(double from, double to, double end) {
            double whole = Math.floor((end - from) / period);
            return whole * (to - from) + Math.min(to - from, end - from - whole * period);
        }
    }

    private final Light shown;
    private final Layout layout;
    private final Room room;
    private final double bezel;

    /**
     * A screen.
     *
     * @param shown one pixel for each of the screen's
     * @param bezel width of the dark frame, by that of the picture; beyond it lies the room
     */
    Screen(Light shown, Layout layout, Room room, double bezel) {
        this.shown = shown;
        this.layout = layout;
        this.room = room;
        this.bezel = bezel;
    }

    @Override
    public void light(double u, double v, double reach, float[] rgb) {
        double outside = shown.outside(u, v);
        if (outside > bezel) {
            room.wall(u, v, rgb);
            return;
        }
        Arrays.fill(rgb, 0);
        if (outside <= 0) {
            double x = u * shown.width();
            double y = v * shown.width();
            for (int channel = 0; channel < 3; channel++) {
                float value = shown.at((int) x, (int) y, channel);
                rgb[channel] = value * layout.lit(channel, x, y, reach * shown.width());
            }
        }
        room.mirrored(u, v, rgb);
    }
}
