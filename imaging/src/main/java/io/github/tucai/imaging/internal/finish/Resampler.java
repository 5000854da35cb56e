package io.github.tucai.imaging.internal.finish;

import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.Region;

/**
 * Resamples a rectangle once, in linear light, with a cubic that widens as the picture shrinks; outside the picture its edge
 * repeats.
 */
final class Resampler {
    private static final int LEVELS = 1 << 14;
    private static final float[] TO_LINEAR = new float[256];
    private static final byte[] FROM_LINEAR = new byte[LEVELS + 1];

    static {
        for (int i = 0; i < 256; i++) {
            double value = i / 255.0;
            TO_LINEAR[i] = (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i <= LEVELS; i++) {
            double value = (double) i / LEVELS;
            double encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
            FROM_LINEAR[i] = (byte) Math.round(encoded * 255);
        }
    }

    private Resampler() {}

    /**
     * The rectangle as {@code width * height} pixels.
     *
     * @param unit pixels of the picture per pixel in which the rectangle is given
     */
    static int[] resample(Picture picture, Region crop, double unit, int width, int height) {
        Taps columns = Taps.of(crop.x() * unit, crop.width() * unit, width);
        Taps rows = Taps.of(crop.y() * unit, crop.height() * unit, height);
        int first = rows.first();
        int count = rows.last() - first + 1;
        float[] across = new float[count * width * 3];
        for (int y = 0; y < count; y++) {
            resampleRow(picture, first + y, columns, across, y * width * 3);
        }
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = down(across, rows, first, y, x, width);
            }
        }
        return rgb;
    }

    private static void resampleRow(Picture picture, int y, Taps columns, float[] target, int at) {
        for (int x = 0; x < columns.count(); x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            int start = columns.start(x);
            for (int i = 0; i < columns.width(); i++) {
                int pixel = picture.nearest(start + i, y);
                float weight = columns.weight(x, i);
                red += weight * TO_LINEAR[pixel >> 16 & 0xFF];
                green += weight * TO_LINEAR[pixel >> 8 & 0xFF];
                blue += weight * TO_LINEAR[pixel & 0xFF];
            }
            target[at + 3 * x] = red;
            target[at + 3 * x + 1] = green;
            target[at + 3 * x + 2] = blue;
        }
    }

    private static int down(float[] across, Taps rows, int first, int y, int x, int width) {
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int i = 0; i < rows.width(); i++) {
            int at = ((rows.start(y) - first + i) * width + x) * 3;
            float weight = rows.weight(y, i);
            red += weight * across[at];
            green += weight * across[at + 1];
            blue += weight * across[at + 2];
        }
        return encode(red) << 16 | encode(green) << 8 | encode(blue);
    }

    private static int encode(float linear) {
        return FROM_LINEAR[(int) (Math.max(0, Math.min(1, linear)) * LEVELS + 0.5f)] & 0xFF;
    }

    /** For every new sample along one axis: which old samples take part and how much. */
    private static final class Taps {
        private final int[] starts;
        private final float[] weights;
        private final int width;

        private Taps(int[] starts, float[] weights, int width) {
            this.starts = starts;
            this.weights = weights;
            this.width = width;
        }

        static Taps of(double offset, double length, int count) {
            double step = length / count;
            double stretch = Math.max(1, step);
            int width = (int) Math.ceil(4 * stretch) + 1;
            int[] starts = new int[count];
            float[] weights = new float[count * width];
            for (int i = 0; i < count; i++) {
                double centre = offset + (i + 0.5) * step - 0.5;
                starts[i] = (int) Math.floor(centre - 2 * stretch) + 1;
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    sum += cubic((starts[i] + k - centre) / stretch);
                }
                for (int k = 0; k < width; k++) {
                    weights[i * width + k] = (float) (cubic((starts[i] + k - centre) / stretch) / sum);
                }
            }
            return new Taps(starts, weights, width);
        }

        /** Catmull and Rom's: sharp without the long ripples of a sinc. */
        private static double cubic(double distance) {
            double x = Math.abs(distance);
            if (x >= 2) {
                return 0;
            }
            return x < 1 ? 1 + x * x * (1.5 * x - 2.5) : 2 + x * (-4 + x * (2.5 - 0.5 * x));
        }

        int count() {
            return starts.length;
        }

        int width() {
            return width;
        }

        int start(int i) {
            return starts[i];
        }

        float weight(int i, int k) {
            return weights[i * width + k];
        }

        int first() {
            return starts[0];
        }

        int last() {
            return starts[starts.length - 1] + width - 1;
        }
    }
}
