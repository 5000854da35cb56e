package io.github.tucai.imaging.internal.pixel;

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

    /** The same turned by half a turn. */
    public Picture turned() {
        int[] turned = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            turned[i] = rgb[rgb.length - 1 - i];
        }
        return new Picture(width, height, turned);
    }

    public boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** The pixel at a place that is inside, which is not checked. */
    public int at(int x, int y) {
        return rgb[y * width + x];
    }

    /** Whether a place lies between the centres of four pixels; whole numbers are centres. */
    boolean surrounds(double x, double y) {
        return x >= 0 && y >= 0 && x < width - 1 && y < height - 1;
    }

    /**
     * Red, green and blue at a place that four pixels surround.
     *
     * @param factor multiplies every value of 0 to 255
     * @param offset is added afterwards
     */
    void bilinear(double x, double y, float factor, float offset, float[] target, int at) {
        int left = (int) x;
        int top = (int) y;
        float right = (float) (x - left);
        float lower = (float) (y - top) * factor;
        float upper = factor - lower;
        int i = top * width + left;
        int k = i + width;
        mix(
                rgb[i],
                rgb[i + 1],
                rgb[k],
                rgb[k + 1],
                (1 - right) * upper,
                right * upper,
                (1 - right) * lower,
                right * lower,
                offset,
                target,
                at);
    }

    /**
     * Red, green and blue at the crossings of columns and rows, row by row.
     *
     * @param factor multiplies every value of 0 to 255
     * @param offset is added afterwards
     */
    float[] bilinear(Crop.Taps columns, Crop.Taps rows, float factor, float offset) {
        float[] samples = new float[3 * columns.count() * rows.count()];
        for (int row = 0; row < rows.count(); row++) {
            int upper = rows.first[row] * width;
            int lower = rows.second[row] * width;
            // The factor goes into the weights of the rows.
            float ofUpper = rows.ofFirst[row] * factor;
            float ofLower = rows.ofSecond[row] * factor;
            bilinearRow(columns, upper, lower, ofUpper, ofLower, offset, samples, 3 * columns.count() * row);
        }
        return samples;
    }

    private void bilinearRow(
            Crop.Taps columns,
            int upper,
            int lower,
            float ofUpper,
            float ofLower,
            float offset,
            float[] target,
            int start) {
        int[] left = columns.first;
        int[] right = columns.second;
        float[] ofLeft = columns.ofFirst;
        float[] ofRight = columns.ofSecond;
        int at = start;
        for (int column = 0; column < left.length; column++) {
            int a = rgb[upper + left[column]];
            int b = rgb[upper + right[column]];
            int c = rgb[lower + left[column]];
            int d = rgb[lower + right[column]];
            mix(
                    a,
                    b,
                    c,
                    d,
                    ofLeft[column] * ofUpper,
                    ofRight[column] * ofUpper,
                    ofLeft[column] * ofLower,
                    ofRight[column] * ofLower,
                    offset,
                    target,
                    at);
            at += 3;
        }
    }

    /** Red, green and blue of four pixels by their weights. */
    private static void mix(
            int a,
            int b,
            int c,
            int d,
            float ofA,
            float ofB,
            float ofC,
            float ofD,
            float offset,
            float[] target,
            int at) {
        target[at] = offset
                + (ofA * (a >> 16 & 255) + ofB * (b >> 16 & 255) + ofC * (c >> 16 & 255) + ofD * (d >> 16 & 255));
        target[at + 1] =
                offset + (ofA * (a >> 8 & 255) + ofB * (b >> 8 & 255) + ofC * (c >> 8 & 255) + ofD * (d >> 8 & 255));
        target[at + 2] = offset + (ofA * (a & 255) + ofB * (b & 255) + ofC * (c & 255) + ofD * (d & 255));
    }
}
