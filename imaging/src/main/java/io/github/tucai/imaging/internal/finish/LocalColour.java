package io.github.tucai.imaging.internal.finish;

/** Mean colour of the chosen pixels near a place: of the smallest neighbourhood that holds enough of them. */
final class LocalColour {
    private static final int ENOUGH = 24;

    private final int width;
    private final int height;
    private final int[] radii;
    // Sums over all pixels above and to the left: red, green, blue, count, and the squares of the three colours.
    private final long[][] sums = new long[5][];

    LocalColour(int[] rgb, boolean[] chosen, int width, int height, int... radii) {
        this.width = width;
        this.height = height;
        this.radii = radii;
        for (int channel = 0; channel < sums.length; channel++) {
            sums[channel] = integrate(rgb, chosen, channel);
        }
    }

    private long[] integrate(int[] rgb, boolean[] chosen, int channel) {
        long[] sum = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (chosen[i]) {
                    row += value(rgb[i], channel);
                }
                sum[(y + 1) * (width + 1) + x + 1] = sum[y * (width + 1) + x + 1] + row;
            }
        }
        return sum;
    }

    private static int value(int pixel, int channel) {
        int red = pixel >> 16 & 0xFF;
        int green = pixel >> 8 & 0xFF;
        int blue = pixel & 0xFF;
        return switch (channel) {
            case 0 -> red;
            case 1 -> green;
            case 2 -> blue;
            case 3 -> 1;
            default -> red * red + green * green + blue * blue;
        };
    }

    /** Red, green, blue and how far single pixels stray from that colour into {@code target}; false where no pixel was chosen at all. */
    boolean at(int x, int y, double[] target) {
        for (int radius : radii) {
            if (mean(x - radius, y - radius, x + radius + 1, y + radius + 1, ENOUGH, target)) {
                return true;
            }
        }
        return mean(0, 0, width, height, 1, target);
    }

    private boolean mean(int left, int top, int right, int bottom, int enough, double[] target) {
        int x0 = Math.max(0, left);
        int y0 = Math.max(0, top);
        int x1 = Math.min(width, right);
        int y1 = Math.min(height, bottom);
        long count = sum(3, x0, y0, x1, y1);
        if (count < enough) {
            return false;
        }
        double variance = (double) sum(4, x0, y0, x1, y1) / count;
        for (int channel = 0; channel < 3; channel++) {
            target[channel] = (double) sum(channel, x0, y0, x1, y1) / count;
            variance -= target[channel] * target[channel];
        }
        target[3] = Math.sqrt(Math.max(0, variance));
        return true;
    }

    private long sum(int channel, int x0, int y0, int x1, int y1) {
        long[] sum = sums[channel];
        int row = width + 1;
        return sum[y1 * row + x1] - sum[y0 * row + x1] - sum[y1 * row + x0] + sum[y0 * row + x0];
    }
}
