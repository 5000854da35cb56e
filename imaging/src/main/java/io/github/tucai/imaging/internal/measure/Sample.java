package io.github.tucai.imaging.internal.measure;

import java.util.Arrays;

/** Numbers collected one by one, for their quantiles, mean and spread. */
final class Sample {
    private double[] values = new double[256];
    private int size;
    private boolean sorted;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        sorted = false;
    }

    int size() {
        return size;
    }

    /** NaN where there is nothing. */
    double median() {
        return quantile(0.5);
    }

    /** The value below which the given share lies; NaN where there is nothing. */
    double quantile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        return values[Math.min(size - 1, (int) (share * size))];
    }

    /** NaN where there is nothing. */
    double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum / size;
    }

    /** NaN where there is nothing. */
    double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return sum / size;
    }
}
