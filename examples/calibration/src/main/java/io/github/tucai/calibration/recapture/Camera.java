package io.github.tucai.calibration.recapture;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;

/**
 * A camera with one colour at each pixel, which guesses the other two, sharpens and rounds.
 *
 * @param width of its picture in pixels
 * @param height of its picture in pixels
 * @param blur of the lens: standard deviation in pixels
 * @param noise standard deviation at full light, 0 to 1
 * @param sharpening how much of the difference to a blurred picture is added
 */
record Camera(int width, int height, double blur, double noise, double sharpening) {
    private static final int TAPS = 3;
    private static final double BRIGHT = 0.8;

    /** Takes a picture. */
    BufferedImage take(Scene scene, View view, double aspect, Random random) {
        float[][] light = seen(scene, view, aspect);
        double gain = BRIGHT / bright(light);
        for (int channel = 0; channel < 3; channel++) {
            light[channel] = smoothed(light[channel], blur);
        }
        float[] raw = new float[width * height];
        for (int i = 0; i < raw.length; i++) {
            double value = gain * light[colourAt(i % width, i / width)][i];
            raw[i] = (float) (value + noise * Math.sqrt(Math.max(0, value) + 0.02) * random.nextGaussian());
        }
        return developed(raw);
    }

    private float[][] seen(Scene scene, View view, double aspect) {
        float[][] light = new float[3][width * height];
        double[] place = new double[2];
        float[] rgb = new float[3];
        double reach = view.zoom() / width / TAPS;
        for (int y = 0; y < height * TAPS; y++) {
            for (int x = 0; x < width * TAPS; x++) {
                double middleY = ((y + 0.5) / TAPS - height / 2.0) / width;
                view.place((x + 0.5) / TAPS / width - 0.5, middleY, aspect, place);
                scene.light(place[0], place[1], reach, rgb);
                int at = y / TAPS * width + x / TAPS;
                for (int channel = 0; channel < 3; channel++) {
                    light[channel][at] += rgb[channel] / (TAPS * TAPS);
                }
            }
        }
        return light;
    }

    /** Green where few places are brighter: what the exposure goes by. */
    private static double bright(float[][] light) {
        float[] green = light[1].clone();
        Arrays.sort(green);
        return Math.max(0.05, green[green.length * 97 / 100]);
    }

    /** Rows of red and green in turn with rows of green and blue. */
    private static int colourAt(int x, int y) {
        return (x & 1) + (y & 1);
    }

    private BufferedImage developed(float[] raw) {
        float[][] encoded = new float[3][raw.length];
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < raw.length; i++) {
                encoded[channel][i] = 255 * Light.encoded(guessed(raw, i % width, i / width, channel));
            }
            float[] soft = smoothed(encoded[channel], 1);
            for (int i = 0; i < raw.length; i++) {
                encoded[channel][i] += (float) sharpening * (encoded[channel][i] - soft[i]);
            }
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < raw.length; i++) {
            int rgb = rounded(encoded[0][i]) << 16 | rounded(encoded[1][i]) << 8 | rounded(encoded[2][i]);
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }

    /** The mean of the pixels nearby that have the colour. */
    private float guessed(float[] raw, int x, int y, int channel) {
        if (colourAt(x, y) == channel) {
            return raw[y * width + x];
        }
        float sum = 0;
        int count = 0;
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                if (colourAt(column, row) == channel) {
                    sum += raw[row * width + column];
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static int rounded(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }

    private float[] smoothed(float[] values, double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        float[] weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * deviation * deviation));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return along(along(values, weights, 1, 0), weights, 0, 1);
    }

    private float[] along(float[] values, float[] weights, int stepX, int stepY) {
        float[] result = new float[values.length];
        int reach = weights.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = -reach; k <= reach; k++) {
                    int column = Math.max(0, Math.min(width - 1, x + k * stepX));
                    int row = Math.max(0, Math.min(height - 1, y + k * stepY));
                    sum += weights[k + reach] * values[row * width + column];
                }
                result[y * width + x] = sum;
            }
        }
        return result;
    }
}
