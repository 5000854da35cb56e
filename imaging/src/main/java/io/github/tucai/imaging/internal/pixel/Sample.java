package io.github.tucai.imaging.internal.pixel;

import java.util.Arrays;

/** Numbers collected one by one, for their quantiles, mean and spread. */
public final class Sample {
    // Up to here sorting costs nothing worth saving, and it knows where to put what is not a number.
    private static final int FEW = 256;
    private static final int NONE = -1;

    private double[] values = new double[256];
    private int size;
    private boolean sorted;
    private int selected = NONE;

    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        sorted = false;
        selected = NONE;
    }

    public int size() {
        return size;
    }

    /** NaN where there is nothing. */
    public double median() {
        return quantile(0.5);
    }

    /** The value below which the given share lies; NaN where there is nothing. */
    public double quantile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        return ofRank(Math.min(size - 1, (int) (share * size)));
    }

    /** Leaves lesser values before the rank and greater ones behind it. */
    private double ofRank(int rank) {
        if (size > FEW && rank != selected) {
            select(rank);
            selected = rank;
        } else if (size <= FEW && !sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        return values[rank];
    }

    /** Brings the value of a rank to its place, as sorting all would: Hoare's selection. */
    private void select(int rank) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double value = values[left];
                    values[left++] = values[right];
                    values[right--] = value;
                }
            }
            if (rank <= right) {
                high = right;
            } else if (rank >= left) {
                low = left;
            } else {
                return;
            }
        }
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    public double sum() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** NaN where there is nothing. */
    public double mean() {
        return sum() / size;
    }

    /** The least of so many of the greatest values, at least one; NaN where there are fewer. */
    public double leastOfGreatest(int count) {
        return count > size ? Double.NaN : ofRank(size - count);
    }

    /** The mean of so many of the greatest values, at least one; NaN where there are fewer. */
    public double meanOfGreatest(int count) {
        if (count > size) {
            return Double.NaN;
        }
        double sum = leastOfGreatest(count);
        for (int i = size - count + 1; i < size; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    /** NaN where there is nothing. */
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return sum / size;
    }
}
