package io.github.tucai.imaging.internal.qr;

import java.util.Arrays;

/** Luminance of every module of a symbol, and what counts as dark and as light around each. */
final class ModuleValues {
    private static final int REACH = 5;
    // The whole symbol's contrast counts like so many modules nearby.
    private static final double PRIOR = 6;
    private static final int ROUNDS = 3;

    // Where so many modules on end differ by so little, something lies over them: a spot, a finger.
    private static final int PLAIN_REACH = 2;
    private static final double PLAIN = 0.3;
    private static final double DOUBT = 0.1;

    private final double[][] values;
    private final int side;
    private final double contrast;
    private final double[][] thresholds;
    private final double[][] halves;

    /** @param values rows of luminances */
    ModuleValues(double[][] values) {
        this.values = values;
        this.side = values.length;
        this.thresholds = new double[side][side];
        this.halves = new double[side][side];
        this.contrast = fromKnown();
        for (int round = 0; round < ROUNDS; round++) {
            refine();
        }
    }

    /** Starts with one threshold for all, from the modules whose colour is known. */
    private double fromKnown() {
        double dark = 0;
        double light = 0;
        int darks = 0;
        KnownModules known = KnownModules.of(side);
        for (KnownModules.Module module : known.modules()) {
            double value = values[module.row()][module.column()];
            dark += module.isDark() ? value : 0;
            light += module.isDark() ? 0 : value;
            darks += module.isDark() ? 1 : 0;
        }
        dark /= darks;
        light /= known.modules().size() - darks;
        for (double[] row : thresholds) {
            Arrays.fill(row, (dark + light) / 2);
        }
        return light - dark;
    }

    /** Moves every threshold between the dark and the light modules near it. */
    private void refine() {
        Sums darks = new Sums(side);
        Sums lights = new Sums(side);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double value = values[row][column];
                boolean isDark = value < thresholds[row][column];
                darks.set(column, row, isDark ? value : 0, isDark ? 1 : 0);
                lights.set(column, row, isDark ? 0 : value, isDark ? 0 : 1);
            }
        }
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                refine(column, row, darks.around(column, row), lights.around(column, row));
            }
        }
    }

    private void refine(int column, int row, Near dark, Near light) {
        int count = dark.count() + light.count();
        double mean = (dark.sum() + light.sum()) / count;
        double lightShare = (double) light.count() / count;
        // Where one colour is rare nearby, its level follows from the other's and the symbol's contrast.
        double darkLevel = (dark.sum() + PRIOR * (mean - lightShare * contrast)) / (dark.count() + PRIOR);
        double lightLevel = (light.sum() + PRIOR * (mean + (1 - lightShare) * contrast)) / (light.count() + PRIOR);
        thresholds[row][column] = (darkLevel + lightLevel) / 2;
        halves[row][column] = Math.max(1, (lightLevel - darkLevel) / 2);
    }

    /** Luminance between dark and light, for every module. */
    double[][] thresholds() {
        return thresholds;
    }

    /** From -1 to 1: how far the modules whose colour is known have it. */
    double agreement() {
        double[][] certainties = certainties();
        double sum = 0;
        for (KnownModules.Module module : KnownModules.of(side).modules()) {
            double lighter = certainties[module.row()][module.column()];
            sum += module.isDark() ? -lighter : lighter;
        }
        return sum / KnownModules.of(side).modules().size();
    }

    /** From -1, dark for certain, to 1, light for certain. */
    double[][] certainties() {
        double[][] certainties = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double lighter = values[row][column] - thresholds[row][column];
                certainties[row][column] = Math.max(-1, Math.min(1, lighter / halves[row][column]));
            }
        }
        return certainties;
    }

    /** The same with doubt about all that lies among modules of one shade. */
    static double[][] doubtingPlain(double[][] certainties) {
        int side = certainties.length;
        double[][] doubting = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                doubting[row][column] = certainties[row][column] * (isPlain(certainties, column, row) ? DOUBT : 1);
            }
        }
        return doubting;
    }

    private static boolean isPlain(double[][] certainties, int column, int row) {
        int side = certainties.length;
        double least = 1;
        double most = -1;
        for (int y = Math.max(0, row - PLAIN_REACH); y <= Math.min(side - 1, row + PLAIN_REACH); y++) {
            for (int x = Math.max(0, column - PLAIN_REACH); x <= Math.min(side - 1, column + PLAIN_REACH); x++) {
                least = Math.min(least, certainties[y][x]);
                most = Math.max(most, certainties[y][x]);
            }
        }
        return most - least < PLAIN;
    }

    /** Of the modules of one colour near another. */
    private record Near(double sum, int count) {}

    /** Sums over squares of modules. */
    private static final class Sums {
        private final int side;
        private final double[][] sums;
        private final int[][] counts;

        Sums(int side) {
            this.side = side;
            this.sums = new double[side + 1][side + 1];
            this.counts = new int[side + 1][side + 1];
        }

        /** Row by row, each from left to right. */
        void set(int column, int row, double value, int count) {
            sums[row + 1][column + 1] = value + sums[row][column + 1] + sums[row + 1][column] - sums[row][column];
            counts[row + 1][column + 1] =
                    count + counts[row][column + 1] + counts[row + 1][column] - counts[row][column];
        }

        Near around(int column, int row) {
            int left = Math.max(0, column - REACH);
            int right = Math.min(side, column + REACH + 1);
            int top = Math.max(0, row - REACH);
            int bottom = Math.min(side, row + REACH + 1);
            return new Near(
                    sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left],
                    counts[bottom][right] - counts[top][right] - counts[bottom][left] + counts[top][left]);
        }
    }
}
