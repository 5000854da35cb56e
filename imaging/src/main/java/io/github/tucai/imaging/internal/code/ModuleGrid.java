package io.github.tucai.imaging.internal.code;

import com.google.zxing.common.BitMatrix;
import java.awt.geom.Point2D;
import java.util.List;

/** A supposed grid of modules laid over a picture by the centres of three finder patterns. */
final class ModuleGrid {
    private final GrayPicture picture;
    private final int side;
    // Centres of the finder patterns: corner, right, below; x and y each.
    private final double[] centres;
    private final double dark;
    private final double light;

    ModuleGrid(GrayPicture picture, FinderTriple triple, int side) {
        this(picture, side, new double[] {
            triple.corner().getX(), triple.corner().getY(),
            triple.right().getX(), triple.right().getY(),
            triple.below().getX(), triple.below().getY()
        });
    }

    private ModuleGrid(GrayPicture picture, int side, double[] centres) {
        this.picture = picture;
        this.side = side;
        this.centres = centres;
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                add(i, j, isDarkInFinder(i, j), sums, counts);
                add(side - 1 - i, j, isDarkInFinder(i, j), sums, counts);
                add(i, side - 1 - j, isDarkInFinder(i, j), sums, counts);
            }
        }
        for (int i = 8; i < side - 8; i++) {
            add(i, 6, i % 2 == 0, sums, counts);
            add(6, i, i % 2 == 0, sums, counts);
        }
        this.dark = sums[1] / counts[1];
        this.light = sums[0] / counts[0];
    }

    private void add(int column, int row, boolean isDark, double[] sums, int[] counts) {
        int kind = isDark ? 1 : 0;
        sums[kind] += at(column, row);
        counts[kind]++;
    }

    /** The eighth row and column are the light separator. */
    private static boolean isDarkInFinder(int column, int row) {
        int ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
        return ring <= 1 || ring == 3;
    }

    int side() {
        return side;
    }

    /** How much lighter the modules are that must be light than those that must be dark. */
    double fitness() {
        return light - dark;
    }

    ModuleGrid moved(int coordinate, double shift) {
        double[] moved = centres.clone();
        moved[coordinate] += shift;
        return new ModuleGrid(picture, side, moved);
    }

    private Point2D place(double column, double row) {
        double across = (column - 3) / (side - 7);
        double down = (row - 3) / (side - 7);
        return new Point2D.Double(
                centres[0] + across * (centres[2] - centres[0]) + down * (centres[4] - centres[0]),
                centres[1] + across * (centres[3] - centres[1]) + down * (centres[5] - centres[1]));
    }

    /** Luminance at a module's centre, between pixels interpolated. */
    private double at(int column, int row) {
        Point2D place = place(column, row);
        // A pixel's value belongs to its centre.
        double x = Math.max(0, Math.min(picture.width() - 1.001, place.getX() - 0.5));
        double y = Math.max(0, Math.min(picture.height() - 1.001, place.getY() - 0.5));
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, picture.width() - 1);
        int bottom = Math.min(top + 1, picture.height() - 1);
        double upper = picture.at(left, top) + (x - left) * (picture.at(right, top) - picture.at(left, top));
        double lower = picture.at(left, bottom) + (x - left) * (picture.at(right, bottom) - picture.at(left, bottom));
        return upper + (y - top) * (lower - upper);
    }

    /**
     * The modules as dark or light.
     *
     * @param sharpening how much of the difference to its four neighbours a module gets back
     */
    BitMatrix sampled(double sharpening) {
        double[][] values = new double[side + 2][side + 2];
        for (int row = 0; row < side + 2; row++) {
            for (int column = 0; column < side + 2; column++) {
                values[row][column] = at(column - 1, row - 1);
            }
        }
        double threshold = (light + dark) / 2;
        BitMatrix bits = new BitMatrix(side);
        for (int row = 1; row <= side; row++) {
            for (int column = 1; column <= side; column++) {
                double beside = values[row][column - 1] + values[row][column + 1];
                double value = values[row][column];
                double around = (beside + values[row - 1][column] + values[row + 1][column]) / 4;
                if (value + sharpening * (value - around) < threshold) {
                    bits.set(column - 1, row - 1);
                }
            }
        }
        return bits;
    }

    /** The symbol's four corners, clockwise from the one between the finder patterns. */
    List<Point2D> corners() {
        double low = -0.5;
        double high = side - 0.5;
        return List.of(place(low, low), place(high, low), place(high, high), place(low, high));
    }
}
