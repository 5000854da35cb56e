package io.github.tucai.portraits.internal;

/** Two passes of a box filter, near enough to a Gaussian for paint. */
final class BoxBlur {
    private static final int PASSES = 2;

    private BoxBlur() {}

    /** Blurs 8-bit channels with premultiplied alpha in place; beyond the edge all is transparent. */
    static void premultiplied(int[] pixels, int width, int height, int radius) {
        int[] line = new int[Math.max(width, height)];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int y = 0; y < height; y++) {
                blur(pixels, y * width, 1, width, radius, line);
            }
            for (int x = 0; x < width; x++) {
                blur(pixels, x, width, height, radius, line);
            }
        }
    }

    private static void blur(int[] pixels, int first, int step, int n, int radius, int[] line) {
        int size = 2 * radius + 1;
        int a = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int i = -radius; i < n; i++) {
            if (i + radius < n) {
                int in = pixels[first + (i + radius) * step];
                a += in >>> 24;
                r += in >> 16 & 255;
                g += in >> 8 & 255;
                b += in & 255;
            }
            if (i - radius - 1 >= 0) {
                int out = pixels[first + (i - radius - 1) * step];
                a -= out >>> 24;
                r -= out >> 16 & 255;
                g -= out >> 8 & 255;
                b -= out & 255;
            }
            if (i >= 0) {
                line[i] = rounded(a, size) << 24 | rounded(r, size) << 16 | rounded(g, size) << 8 | rounded(b, size);
            }
        }
        for (int i = 0; i < n; i++) {
            pixels[first + i * step] = line[i];
        }
    }

    private static int rounded(int sum, int size) {
        return (sum + size / 2) / size;
    }
}
