package io.github.tucai.imaging.internal.qr;

/**
 * Takes back what modules lend their neighbours when a picture is out of focus. How much that is, and in which direction, is
 * learned from the modules whose colour is known: the weights of a module and its 24 neighbours that give the known colours best.
 */
final class Equalizer {
    private static final int REACH = 2;
    private static final int WEIGHTS = (2 * REACH + 1) * (2 * REACH + 1) + 1;
    private static final double RIDGE = 0.02;
    // A module this plain counts as known in the second lesson.
    private static final double PLAIN = 0.5;

    private final double[][] values;
    private final int side;

    private Equalizer(double[][] values) {
        this.values = values;
        this.side = values.length;
    }

    static double[][] equalized(double[][] certainties) {
        Equalizer equalizer = new Equalizer(certainties);
        double[][] first = equalizer.applied(equalizer.learned(new double[certainties.length][certainties.length]));
        return equalizer.applied(equalizer.learned(first));
    }

    private double[] learned(double[][] guesses) {
        double[][] equations = new double[WEIGHTS][WEIGHTS + 1];
        for (KnownModules.Module module : KnownModules.of(side).modules()) {
            add(equations, module.column(), module.row(), module.isDark() ? -1 : 1);
        }
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double guess = guesses[row][column];
                if (Math.abs(guess) > PLAIN && KnownModules.of(side).of(column, row) == KnownModules.Colour.UNKNOWN) {
                    add(equations, column, row, Math.signum(guess));
                }
            }
        }
        double weight = equations[WEIGHTS - 1][WEIGHTS - 1];
        for (int i = 0; i < WEIGHTS; i++) {
            equations[i][i] += RIDGE * weight;
        }
        // Without evidence a module keeps its own value.
        int centre = (WEIGHTS - 1) / 2;
        equations[centre][WEIGHTS] += RIDGE * weight;
        return solved(equations);
    }

    private void add(double[][] equations, int column, int row, double wanted) {
        double[] around = around(column, row);
        for (int i = 0; i < WEIGHTS; i++) {
            for (int j = 0; j < WEIGHTS; j++) {
                equations[i][j] += around[i] * around[j];
            }
            equations[i][WEIGHTS] += around[i] * wanted;
        }
    }

    private double[] around(int column, int row) {
        double[] around = new double[WEIGHTS];
        int next = 0;
        for (int y = row - REACH; y <= row + REACH; y++) {
            for (int x = column - REACH; x <= column + REACH; x++) {
                // The quiet zone is light.
                boolean isInside = x >= 0 && y >= 0 && x < side && y < side;
                around[next] = isInside ? values[y][x] : 1;
                next++;
            }
        }
        around[next] = 1;
        return around;
    }

    private double[][] applied(double[] weights) {
        double[][] applied = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double[] around = around(column, row);
                double sum = 0;
                for (int i = 0; i < WEIGHTS; i++) {
                    sum += weights[i] * around[i];
                }
                applied[row][column] = Math.max(-1, Math.min(1, sum));
            }
        }
        return applied;
    }

    /** Gauss's elimination; the ridge keeps the pivots from zero. */
    private static double[] solved(double[][] equations) {
        int size = equations.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    equations[row][column] -= factor * equations[pivot][column];
                }
            }
        }
        double[] solved = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double rest = equations[row][size];
            for (int column = row + 1; column < size; column++) {
                rest -= equations[row][column] * solved[column];
            }
            solved[row] = rest / equations[row][row];
        }
        return solved;
    }
}
