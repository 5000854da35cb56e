package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Picture;

/**
 * The top, sampled from the picture at a fixed share of the eyes' distance, so that a photo of another size shows the same
 * threads. What lies far below the chin or far to a side is left out: that bounds the work for a small face in a large picture.
 */
final class Cloth {
    /** Cells along the distance of the eyes; the pixels of an ordinary portrait of 480 by 640 are about half as wide. */
    static final int PER_UNIT = 48;

    private static final int ASIDE = 3 * PER_UNIT;
    private static final int DOWN = 3 * PER_UNIT;
    // Each cell is the mean of so many places along both sides.
    private static final int PLACES = 3;

    private final int width;
    private final int height;
    private final boolean[] clothes;
    private final int[] counts;
    private final Lab colours;

    /** Which pixels of the picture show the top. */
    @FunctionalInterface
    interface Clothes {
        boolean isAt(int x, int y);
    }

    private Cloth(Picture picture, double left, double top, double step, int width, boolean[] clothes, int margin) {
        this.width = width;
        this.height = width == 0 ? 0 : clothes.length / width;
        this.clothes = clothes;
        this.counts = counts(clothes, width, height);
        this.colours = Lab.of(sampled(picture, left, top, step, margin));
    }

    /**
     * Samples the top.
     *
     * @param unit the distance of the eyes in pixels
     * @param middle half-way between the eyes, across the picture
     * @param top in the picture, where clothes may begin
     * @param margin how many cells beyond the clothes are sampled too
     */
    static Cloth of(Picture picture, double unit, double middle, double top, Clothes clothes, int margin) {
        double step = unit / PER_UNIT;
        double left = Math.max(0, middle - ASIDE * step);
        double right = Math.min(picture.width(), middle + ASIDE * step);
        double first = Math.max(0, top);
        int width = Math.max(0, (int) ((right - left) / step));
        int height = Math.max(0, Math.min(DOWN, (int) ((picture.height() - first) / step)));
        boolean[] cells = new boolean[width * height];
        for (int row = 0; row < height; row++) {
            int y = (int) (first + (row + 0.5) * step);
            for (int column = 0; column < width; column++) {
                int x = (int) (left + (column + 0.5) * step);
                cells[row * width + column] = clothes.isAt(x, y);
            }
        }
        return new Cloth(picture, left, first, step, width, cells, margin);
    }

    private float[] sampled(Picture picture, double left, double top, double step, int margin) {
        int[] columns = places(left, step, width);
        int[] rows = places(top, step, height);
        float[] rgb = new float[3 * clothes.length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int i = row * width + column;
                if (count(i, margin) > 0) {
                    mean(picture, columns, PLACES * column, rows, PLACES * row, rgb, 3 * i);
                }
            }
        }
        return rgb;
    }

    private static int[] places(double start, double step, int count) {
        int[] places = new int[PLACES * count];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) (start + (i + 0.5) / PLACES * step);
        }
        return places;
    }

    private static void mean(Picture picture, int[] columns, int column, int[] rows, int row, float[] rgb, int at) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int k = row; k < row + PLACES; k++) {
            for (int i = column; i < column + PLACES; i++) {
                int pixel = picture.nearest(columns[i], rows[k]);
                red += pixel >> 16 & 255;
                green += pixel >> 8 & 255;
                blue += pixel & 255;
            }
        }
        float share = 1f / (255 * PLACES * PLACES);
        rgb[at] = red * share;
        rgb[at + 1] = green * share;
        rgb[at + 2] = blue * share;
    }

    /** Cells of clothes in all rectangles from the corner. */
    private static int[] counts(boolean[] clothes, int width, int height) {
        int[] counts = new int[(width + 1) * (height + 1)];
        for (int row = 0; row < height; row++) {
            int count = 0;
            for (int column = 0; column < width; column++) {
                count += clothes[row * width + column] ? 1 : 0;
                int below = (row + 1) * (width + 1) + column + 1;
                counts[below] = counts[below - width - 1] + count;
            }
        }
        return counts;
    }

    /** Cells of clothes in a square round a cell. */
    private int count(int cell, int reach) {
        int left = Math.max(0, cell % width - reach);
        int right = Math.min(width, cell % width + reach + 1);
        int top = Math.max(0, cell / width - reach) * (width + 1);
        int bottom = Math.min(height, cell / width + reach + 1) * (width + 1);
        return counts[bottom + right] - counts[bottom + left] - counts[top + right] + counts[top + left];
    }

    /** In cells; a step down the picture is so many on. */
    int width() {
        return width;
    }

    int size() {
        return clothes.length;
    }

    /** Of the cells; black far from the clothes. */
    Lab colours() {
        return colours;
    }

    /** Whether the whole square round a cell lies in the sampled part and shows clothes to such a share. */
    boolean isInside(int cell, int reach, double share) {
        int column = cell % width;
        int row = cell / width;
        int side = 2 * reach + 1;
        return column >= reach
                && row >= reach
                && column < width - reach
                && row < height - reach
                && count(cell, reach) >= share * side * side;
    }
}
