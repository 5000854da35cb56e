package io.github.tucai.imaging.internal.model;

/**
 * Upright sRGB pixels.
 *
 * <p>The array is shared for speed: whoever gets it only reads it.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final int[] rgb;

    /** Takes {@code width * height} pixels as {@code 0xRRGGBB}, row by row. */
    public Picture(int width, int height, int[] rgb) {
        if (rgb.length != width * height) {
            throw new IllegalArgumentException(
                    "expected " + width + " x " + height + " pixels, got an array of " + rgb.length);
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** The pixel, or the nearest one inside for places outside. */
    public int nearest(int x, int y) {
        return rgb[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))];
    }

    boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** The pixel at a place that is inside. */
    int at(int x, int y) {
        return rgb[y * width + x];
    }
}
