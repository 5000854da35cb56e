package io.github.tucai.imaging.internal.pixel;

import java.util.Arrays;

/** Sums over squares of a grid of cells, as fast for large squares as for small ones; only members among the cells count. */
public final class SquareSums {
    private final int width;
    private final int height;
    // Over all rectangles from the corner, which need one more row and column.
    private final double[] sums;

    private SquareSums(boolean[] members, float[] values, int width) {
        this.width = width;
        this.height = width == 0 ? 0 : members.length / width;
        this.sums = new double[(width + 1) * (height + 1)];
        for (int row = firstRow(members, width); row < height; row++) {
            double sum = 0;
            int above = row * (width + 1) + 1;
            for (int i = row * width; i < (row + 1) * width; i++) {
                sum += members[i] ? values[i] : 0;
                sums[above + width + 1] = sums[above] + sum;
                above++;
            }
        }
    }

    /** Of the first member; above it all sums are 0. */
    private static int firstRow(boolean[] members, int width) {
        int first = 0;
        while (first < members.length && !members[first]) {
            first++;
        }
        return width == 0 ? 0 : first / width;
    }

    /** Counts members. */
    public static SquareSums of(boolean[] members, int width) {
        float[] ones = new float[members.length];
        Arrays.fill(ones, 1);
        return new SquareSums(members, ones, width);
    }

    /** Sums values of members. */
    public static SquareSums of(boolean[] members, float[] values, int width) {
        return new SquareSums(members, values, width);
    }

    /** Of the square that reaches so many cells from its middle to each side, as far as it lies on the grid. */
    public double round(int column, int row, int reach) {
        int left = Math.max(0, column - reach);
        int right = Math.min(width, column + reach + 1);
        int top = Math.max(0, row - reach) * (width + 1);
        int bottom = Math.min(height, row + reach + 1) * (width + 1);
        return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
    }
}
