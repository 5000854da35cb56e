package io.github.tucai.imaging.internal.measure;

import java.util.OptionalDouble;

/**
 * Mean values of the squares on both sides of a face's axis, and how unlike the two sides are. Lamps beside the face make a
 * difference that grows evenly from the axis; what is left is patches, as a nose, a brim or hair throws them.
 */
final class Halves {
    // Squares from the axis to the cheek, and from above the forehead to below the chin.
    private static final int COLUMNS = 16;
    private static final int ROWS = 64;
    private static final int LEAST_PAIRS = 6;

    private final double side;
    private final double least;
    private final double[] sums = new double[2 * COLUMNS * ROWS];
    private final int[] counts = new int[2 * COLUMNS * ROWS];

    /**
     * Starts without values.
     *
     * @param side of a square, in the unit of the places
     * @param least how many values a square needs to count
     */
    Halves(double side, double least) {
        this.side = side;
        this.least = least;
    }

    /**
     * Adds a value.
     *
     * @param across the distance from the axis, negative on the left
     * @param down 0 at the eyes
     */
    void add(double across, double down, double value) {
        int column = (int) Math.floor(across / side) + COLUMNS;
        int row = (int) Math.floor(down / side) + ROWS / 2;
        if (column >= 0 && column < 2 * COLUMNS && row >= 0 && row < ROWS) {
            sums[2 * COLUMNS * row + column] += value;
            counts[2 * COLUMNS * row + column]++;
        }
    }

    /** Deviation of the differences between mirrored squares from a line over the distance; empty for too few squares. */
    OptionalDouble patches() {
        int pairs = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int out = 0; out < COLUMNS; out++) {
                int left = 2 * COLUMNS * row + COLUMNS - 1 - out;
                int right = 2 * COLUMNS * row + COLUMNS + out;
                if (counts[left] > 0 && counts[right] > 0 && Math.min(counts[left], counts[right]) >= least) {
                    double difference = sums[left] / counts[left] - sums[right] / counts[right];
                    pairs++;
                    x += out;
                    y += difference;
                    xx += (double) out * out;
                    xy += out * difference;
                    yy += difference * difference;
                }
            }
        }
        if (pairs < LEAST_PAIRS) {
            return OptionalDouble.empty();
        }
        double spread = xx - x * x / pairs;
        double together = xy - x * y / pairs;
        double rest = yy - y * y / pairs - (spread > 0 ? together * together / spread : 0);
        return OptionalDouble.of(Math.sqrt(Math.max(0, rest) / pairs));
    }
}
