package io.github.tucai.imaging.internal.qr;

import io.github.tucai.imaging.internal.decode.Pictures;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** What light, sensor and file do to a shot. */
final class Exposure {
    private final int width;
    private final int height;
    private final float[] light;
    private final Random random;

    Exposure(Lens.Shot shot, Random random) {
        this.width = shot.width();
        this.height = shot.height();
        this.light = shot.light();
        this.random = random;
    }

    /** A screen's own pixels, of such a pitch, darker at their edges; with the sensor's they make moiré. */
    void screen(double pitchPx, double turn) {
        change((x, y, value) -> {
            double across = (x * Math.cos(turn) + y * Math.sin(turn)) / pitchPx;
            double down = (y * Math.cos(turn) - x * Math.sin(turn)) / pitchPx;
            double lit = (0.5 + 0.5 * Math.cos(2 * Math.PI * across)) * (0.7 + 0.3 * Math.cos(2 * Math.PI * down));
            return 0.08 + value * (0.35 + 0.65 * lit);
        });
    }

    /** Out of focus by a bell curve. */
    void blur(double sigmaPx) {
        int reach = (int) Math.ceil(3 * sigmaPx);
        double[] weights = IntStream.rangeClosed(-reach, reach)
                .mapToDouble(i -> Math.exp(-i * i / (2 * sigmaPx * sigmaPx)))
                .toArray();
        smear(weights, 1, 0);
        smear(weights, 0, 1);
    }

    /** The hand moved while the shutter was open. */
    void move(double lengthPx, double direction) {
        double[] weights = new double[2 * (int) Math.ceil(lengthPx) + 1];
        Arrays.fill(weights, 1);
        double step = lengthPx / (weights.length - 1);
        smear(weights, step * Math.cos(direction), step * Math.sin(direction));
    }

    private void smear(double[] weights, double stepX, double stepY) {
        float[] sharp = light.clone();
        int reach = weights.length / 2;
        double all =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        change((x, y, value) -> {
            double sum = 0;
            for (int k = -reach; k <= reach; k++) {
                sum += weights[k + reach] * between(sharp, x + k * stepX, y + k * stepY);
            }
            return sum / all;
        });
    }

    private double between(float[] from, double x, double y) {
        double inX = Math.max(0, Math.min(width - 1.001, x));
        double inY = Math.max(0, Math.min(height - 1.001, y));
        int left = (int) inX;
        int top = (int) inY;
        int at = top * width + left;
        int right = Math.min(1, width - 1 - left);
        int below = top < height - 1 ? width : 0;
        double upper = from[at] + (inX - left) * (from[at + right] - from[at]);
        double lower = from[at + below] + (inX - left) * (from[at + below + right] - from[at + below]);
        return upper + (inY - top) * (lower - upper);
    }

    /** Ink and paper differ by such a share only. */
    void pale(double contrast) {
        double black = HarderCode.between(random, 0.2, 0.7 - contrast);
        change((x, y, value) -> black + contrast * value);
        noise(1);
    }

    /** A shadow's edge lies across; such a share of the light is left in it. */
    void shade(double left) {
        double direction = HarderCode.between(random, 0, 2 * Math.PI);
        double soft = HarderCode.between(random, 2, width / 4.0);
        change((x, y, value) -> {
            double side = (x - width / 2.0) * Math.cos(direction) + (y - height / 2.0) * Math.sin(direction);
            return value * (left + (1 - left) / (1 + Math.exp(-side / soft)));
        });
        noise(2);
    }

    /** A lamp's reflection on a symbol of such a side. */
    void glare(double codePx) {
        double spot = HarderCode.between(random, 0.06, 0.13) * codePx;
        double spotX = width / 2.0 + HarderCode.between(random, -0.15, 0.3) * codePx;
        double spotY = height / 2.0 + HarderCode.between(random, -0.15, 0.3) * codePx;
        change((x, y, value) -> {
            double off = Math.hypot(x - spotX, y - spotY);
            return 0.1
                    + 0.7 * value
                    + 1.6 * Math.exp(-off * off / (2 * spot * spot))
                    + 0.15 * Math.exp(-off / spot / 3);
        });
        noise(2);
    }

    /** @param levels standard deviation, of 255 */
    void noise(double levels) {
        change((x, y, value) -> value + levels / 255 * random.nextGaussian());
    }

    /** Black or white only. */
    void fax(double levels) {
        noise(levels);
        double threshold = HarderCode.between(random, 0.4, 0.6);
        change((x, y, value) -> value < threshold ? 0 : 1);
    }

    private void change(Change change) {
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) change.of(i % width, Math.floorDiv(i, width), light[i]);
        }
    }

    private interface Change {
        double of(int x, int y, double value);
    }

    byte[] jpeg(int ink, int paper, double quality) {
        return Pictures.jpeg(picture(ink, paper), (float) quality);
    }

    byte[] png(int ink, int paper) {
        return Pictures.png(picture(ink, paper));
    }

    private BufferedImage picture(int ink, int paper) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < light.length; i++) {
            int rgb = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int dark = ink >> shift & 0xFF;
                int bright = paper >> shift & 0xFF;
                long value = Math.round(dark + light[i] * (bright - dark));
                rgb |= (int) Math.max(0, Math.min(255, value)) << shift;
            }
            picture.setRGB(i % width, i / width, rgb);
        }
        return picture;
    }
}
