package io.github.tucai.imaging.internal.pixel;

/** Finds the coefficients of terms that come nearest to what was seen: several values at once, each with its own. */
public final class LeastSquares {
    // A touch of ridge: what the members cannot tell stays at 0.
    private static final double RIDGE = 1e-3;

    private final int terms;
    private final int values;
    private final double[][] system;

    public LeastSquares(int terms, int values) {
        this.terms = terms;
        this.values = values;
        this.system = new double[terms][terms + values];
    }

    /** One member; of both arrays only what there is room for is read. */
    public void add(double[] term, double[] value) {
        for (int row = 0; row < terms; row++) {
            for (int column = row; column < terms; column++) {
                system[row][column] += term[row] * term[column];
            }
            for (int k = 0; k < values; k++) {
                system[row][terms + k] += term[row] * value[k];
            }
        }
    }

    /** For each value the coefficient of each term. Nothing can be added afterwards. */
    public double[][] coefficients() {
        for (int row = 0; row < terms; row++) {
            system[row][row] += RIDGE;
            for (int column = 0; column < row; column++) {
                system[row][column] = system[column][row];
            }
        }
        return solve();
    }

    /** Gauss and Jordan; the matrix is positive definite, so the diagonal serves as pivots. */
    private double[][] solve() {
        for (int pivot = 0; pivot < terms; pivot++) {
            for (int row = 0; row < terms; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column < terms + values; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[][] solution = new double[values][terms];
        for (int k = 0; k < values; k++) {
            for (int term = 0; term < terms; term++) {
                solution[k][term] = system[term][terms + k] / system[term][term];
            }
        }
        return solution;
    }
}
