package io.github.tucai.imaging.internal.measure;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Light on both sides of a face's axis, and how unlike the two sides are in where it is steep. The face's own shape makes
 * light steep at the same places of both sides, and a lamp from wherever it shines changes that little by little; a nose, a
 * brim or hair throws edges that have no counterpart.
 */
final class Halves {
    // Squares from the axis to the cheek, and from above the forehead to below the chin.
    private static final int COLUMNS = 64;
    private static final int ROWS = 96;
    private static final int EYES = ROWS / 3;
    private static final int LEAST_PAIRS = 40;

    private final double side;
    private final double least;
    private final double[] sums = new double[COLUMNS * ROWS];
    private final double[] counts = new double[COLUMNS * ROWS];

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
        int column = (int) Math.floor(across / side) + COLUMNS / 2;
        int row = (int) Math.floor(down / side) + EYES;
        if (column >= 0 && column < COLUMNS && row >= 0 && row < ROWS) {
            sums[COLUMNS * row + column] += value;
            counts[COLUMNS * row + column]++;
        }
    }

    /**
     * Differences in steepness between mirrored places, in values over two sides of a square; empty for too few squares. The
     * root of their mean fourth powers, so that one edge counts more than many folds.
     */
    OptionalDouble edges() {
        double[] steepness = steepness(light());
        int pairs = 0;
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int out = 0; out < COLUMNS / 2; out++) {
                double left = steepness[COLUMNS * row + COLUMNS / 2 - 1 - out];
                double right = steepness[COLUMNS * row + COLUMNS / 2 + out];
                if (!Double.isNaN(left - right)) {
                    pairs++;
                    double square = (left - right) * (left - right);
                    sum += square * square;
                }
            }
        }
        return pairs < LEAST_PAIRS ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(Math.sqrt(sum / pairs)));
    }

    /** Mean values, each with its neighbours, so that grain and pores do not count; not a number where squares are empty. */
    private double[] light() {
        double[] weights = blurred(blurred(blurred(counts)));
        double[] light = blurred(blurred(blurred(sums)));
        for (int i = 0; i < light.length; i++) {
            light[i] = counts[i] > 0 && counts[i] >= least ? light[i] / weights[i] : Double.NaN;
        }
        return light;
    }

    /** Each with its eight neighbours by the weights 1, 2, 1; nothing lies outside. */
    private static double[] blurred(double[] values) {
        double[] across = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double left = i % COLUMNS > 0 ? values[i - 1] : 0;
            double right = i % COLUMNS < COLUMNS - 1 ? values[i + 1] : 0;
            across[i] = (left + 2 * values[i] + right) / 4;
        }
        double[] blurred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double above = i >= COLUMNS ? across[i - COLUMNS] : 0;
            double below = i < values.length - COLUMNS ? across[i + COLUMNS] : 0;
            blurred[i] = (above + 2 * across[i] + below) / 4;
        }
        return blurred;
    }

    private static double[] steepness(double[] light) {
        double[] steepness = new double[light.length];
        Arrays.fill(steepness, Double.NaN);
        for (int row = 1; row < ROWS - 1; row++) {
            for (int column = 1; column < COLUMNS - 1; column++) {
                int i = COLUMNS * row + column;
                double across = light[i + 1] - light[i - 1];
                double down = light[i + COLUMNS] - light[i - COLUMNS];
                steepness[i] = Math.sqrt(across * across + down * down);
            }
        }
        return steepness;
    }
}
