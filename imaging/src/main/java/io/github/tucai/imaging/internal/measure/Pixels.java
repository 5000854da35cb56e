package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.ColourSample;
import io.github.tucai.imaging.internal.pixel.Lab;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Some pixels of a {@link HeadMap} with their places on the face. */
final class Pixels {
    private int[] indexes = new int[1024];
    private double[] across = new double[1024];
    private double[] down = new double[1024];
    private int size;

    void add(int index, double x, double y) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * size);
            across = Arrays.copyOf(across, 2 * size);
            down = Arrays.copyOf(down, 2 * size);
        }
        indexes[size] = index;
        across[size] = x;
        down[size] = y;
        size++;
    }

    /** Those of them whose index is wanted. */
    Pixels only(IntPredicate wanted) {
        Pixels pixels = new Pixels();
        for (int i = 0; i < size; i++) {
            if (wanted.test(indexes[i])) {
                pixels.add(indexes[i], across[i], down[i]);
            }
        }
        return pixels;
    }

    int size() {
        return size;
    }

    /** Index in the colours of the map. */
    int index(int position) {
        return indexes[position];
    }

    double across(int position) {
        return across[position];
    }

    double down(int position) {
        return down[position];
    }

    ColourSample sample(Lab colours) {
        ColourSample sample = new ColourSample();
        for (int i = 0; i < size; i++) {
            sample.add(colours, indexes[i]);
        }
        return sample;
    }
}
