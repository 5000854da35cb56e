package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.SquareSums;

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
    private final SquareSums counts;
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
        this.counts = SquareSums.of(clothes, width);
        boolean[] sampled = around(margin);
        this.colours = Lab.of(sampled(picture, left, top, step, sampled), sampled);
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

    /** Cells of clothes and those beside them. */
    private boolean[] around(int margin) {
        boolean[] around = new boolean[clothes.length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                around[row * width + column] = counts.round(column, row, margin) > 0;
            }
        }
        return around;
    }

    private float[] sampled(Picture picture, double left, double top, double step, boolean[] wanted) {
        int[] columns = places(left, step, width);
        int[] rows = places(top, step, height);
        float[] rgb = new float[3 * clothes.length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int i = row * width + column;
                if (wanted[i]) {
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
                int pixel = picture.at(columns[i], rows[k]);
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

    /** In cells; a step down the picture is so many on. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Of the cells; black far from the clothes. */
    Lab colours() {
        return colours;
    }

    /** Whether the whole square round a cell lies in the sampled part and shows clothes to such a share. */
    boolean isInside(int column, int row, int reach, double share) {
        int side = 2 * reach + 1;
        return column >= reach
                && row >= reach
                && column < width - reach
                && row < height - reach
                && counts.round(column, row, reach) >= share * side * side;
    }
}
