package io.github.tucai.portraits.internal;

import java.util.Arrays;
import java.util.List;

/** How far the face comes forward at each place, so that hair stays in front of it. */
final class HeightField {
    private static final int CELLS = 100;
    private static final double CELL = .25;
    private static final double REACH = CELLS * CELL / 2 - .5;
    private static final double NOTHING = -1e9;

    private final double[] front = new double[CELLS * CELLS];

    HeightField(List<Vec> points) {
        Arrays.fill(front, NOTHING);
        for (Vec p : points) {
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    raise(cell(p.x()) + i, cell(p.y()) + j, p.z());
                }
            }
        }
    }

    private void raise(int column, int row, double z) {
        if (isInside(column, row)) {
            int at = column * CELLS + row;
            front[at] = Math.max(front[at], z);
        }
    }

    /** Far behind everything where there is no face. */
    double at(double x, double y) {
        int column = cell(x);
        int row = cell(y);
        return isInside(column, row) ? front[column * CELLS + row] : NOTHING;
    }

    private static int cell(double length) {
        return (int) ((length + REACH) / CELL);
    }

    private static boolean isInside(int column, int row) {
        return column >= 0 && row >= 0 && column < CELLS && row < CELLS;
    }
}
