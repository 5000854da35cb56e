package io.github.tucai.calibration.recapture;

import java.awt.image.BufferedImage;

/** A picture as linear light: red, green and blue, 0 to 1, three values a pixel. */
final class Light {
    private static final float[] LINEAR = new float[256];
    private static final int STEPS = 1 << 14;
    private static final float[] ENCODED = new float[STEPS + 1];

    static {
        for (int i = 0; i < 256; i++) {
            double value = i / 255.0;
            LINEAR[i] = (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i <= STEPS; i++) {
            double light = (double) i / STEPS;
            ENCODED[i] = (float) (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055);
        }
    }

    private final int width;
    private final int height;
    private final float[] values;

    private Light(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[3 * width * height];
    }

    /** What sRGB pixels mean. */
    static Light of(BufferedImage image) {
        Light light = new Light(image.getWidth(), image.getHeight());
        int at = 0;
        for (int y = 0; y < light.height; y++) {
            for (int x = 0; x < light.width; x++) {
                int rgb = image.getRGB(x, y);
                light.values[at++] = LINEAR[rgb >> 16 & 255];
                light.values[at++] = LINEAR[rgb >> 8 & 255];
                light.values[at++] = LINEAR[rgb & 255];
            }
        }
        return light;
    }

    /** The value of sRGB, 0 to 1, that means this light. */
    static float encoded(float light) {
        return ENCODED[Math.round(STEPS * Math.max(0, Math.min(1, light)))];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How far a place lies outside the picture; not above 0 inside. All in widths of the picture, from its upper left corner. */
    double outside(double u, double v) {
        double bottom = (double) height / width;
        return Math.max(Math.max(-u, u - 1), Math.max(-v, v - bottom));
    }

    /** One channel of the pixel, or of the nearest one inside. */
    float at(int x, int y, int channel) {
        return values[index(x, y) + channel];
    }

    private int index(int x, int y) {
        int column = Math.max(0, Math.min(width - 1, x));
        int row = Math.max(0, Math.min(height - 1, y));
        return 3 * (row * width + column);
    }

    /** Between four pixels; the middle of the first one is at 0.5, 0.5. */
    void between(double x, double y, float[] rgb) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        float right = (float) (x - 0.5 - left);
        float bottom = (float) (y - 0.5 - top);
        int a = index(left, top);
        int b = index(left + 1, top);
        int c = index(left, top + 1);
        int d = index(left + 1, top + 1);
        for (int i = 0; i < 3; i++) {
            float upper = values[a + i] * (1 - right) + values[b + i] * right;
            float lower = values[c + i] * (1 - right) + values[d + i] * right;
            rgb[i] = upper * (1 - bottom) + lower * bottom;
        }
    }

    /** The same in other pixels; each is the mean of a grid of places within it, so that nothing is skipped. */
    Light resized(int newWidth, int newHeight) {
        Light light = new Light(newWidth, newHeight);
        int taps = Math.max(2, (int) Math.ceil((double) width / newWidth));
        float[] rgb = new float[3];
        for (int y = 0; y < newHeight * taps; y++) {
            int row = y / taps;
            for (int x = 0; x < newWidth * taps; x++) {
                between((x + 0.5) * width / taps / newWidth, (y + 0.5) * height / taps / newHeight, rgb);
                int at = 3 * (row * newWidth + x / taps);
                for (int i = 0; i < 3; i++) {
                    light.values[at + i] += rgb[i] / (taps * taps);
                }
            }
        }
        return light;
    }
}
