package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.LeastSquares;
import io.github.tucai.imaging.internal.pixel.Sample;
import java.util.Arrays;
import java.util.List;

/**
 * How the colour changes from each place of a face to the next lighter one, and how much of that a tint explains that
 * changes smoothly over the picture: by a polynomial of the place, and in proportion to the light as a lamp tints. What a
 * tone makes of the lightness needs no model: the two places are equally light.
 */
final class SmoothTint {
    // The more of the face is seen, the more can be told of the tint without taking skin for it.
    private static final int[] TERMS = {0, 2, 4, 7, 9};
    private static final int STEPS_A_TERM = 6;
    private static final double MIDDLE_LIGHTNESS = 50;
    private static final int ROUNDS = 12;
    // What JPEG alone leaves, in a*, b*.
    private static final double LEAST = 0.2;

    private final double[][] places;
    private final double[][] colours;
    private final int terms;

    private SmoothTint(double[][] places, double[][] colours, int terms) {
        this.places = places;
        this.colours = colours;
        this.terms = terms;
    }

    /**
     * Fits the tint.
     *
     * @param cells from dark to light, two at least
     */
    static SmoothTint between(List<FaceColour.Cell> cells) {
        double[][] places = new double[cells.size() - 1][];
        double[][] colours = new double[cells.size() - 1][];
        for (int i = 0; i < places.length; i++) {
            FaceColour.Cell darker = cells.get(i);
            FaceColour.Cell lighter = cells.get(i + 1);
            places[i] = difference(terms(lighter), terms(darker));
            colours[i] = new double[] {lighter.a() - darker.a(), lighter.b() - darker.b()};
        }
        int terms = 0;
        for (int count : TERMS) {
            terms = count * STEPS_A_TERM <= cells.size() ? count : terms;
        }
        return new SmoothTint(places, colours, terms);
    }

    /**
     * What the tint leaves of each change. It is the tint of most of the face: where a spot alone has colours, such as painted
     * lips, they are no part of it.
     */
    Sample distances() {
        double[] left = new double[places.length];
        Arrays.fill(left, LEAST);
        for (int round = 0; round < ROUNDS; round++) {
            left = left(fitted(left));
        }
        Sample distances = new Sample();
        for (double distance : left) {
            distances.add(distance);
        }
        return distances;
    }

    /** The less was left of a change before, the more it counts: with rounds, the sum of what is left becomes least. */
    private double[][] fitted(double[] before) {
        LeastSquares squares = new LeastSquares(terms, 2);
        for (int i = 0; i < places.length; i++) {
            double weight = 1 / Math.sqrt(Math.max(LEAST, before[i]));
            squares.add(times(places[i], weight), times(colours[i], weight));
        }
        return squares.coefficients();
    }

    private double[] left(double[][] tint) {
        double[] left = new double[places.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.hypot(left(i, 0, tint[0]), left(i, 1, tint[1]));
        }
        return left;
    }

    private static double[] times(double[] values, double by) {
        return Arrays.stream(values).map(value -> value * by).toArray();
    }

    private double left(int step, int channel, double[] tint) {
        double left = colours[step][channel];
        for (int k = 0; k < terms; k++) {
            left -= tint[k] * places[step][k];
        }
        return left;
    }

    /** Those that tell most come first. */
    private static double[] terms(FaceColour.Cell cell) {
        double x = cell.across();
        double y = cell.down();
        double light = cell.lightness() / MIDDLE_LIGHTNESS - 1;
        return new double[] {x, y, light * x, light * y, x * x, x * y, y * y, x * x * x, y * y * y};
    }

    private static double[] difference(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int k = 0; k < one.length; k++) {
            difference[k] = one[k] - other[k];
        }
        return difference;
    }
}
