package io.github.tucai.convert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tensor of the graph: a constant with its values, or the place of a result. Arrays are shared, not copied. */
final class TfLiteTensor {
    private final String name;
    private final List<Integer> shape;
    private final float @Nullable [] floats;
    private final int @Nullable [] ints;

    private TfLiteTensor(String name, List<Integer> shape, float @Nullable [] floats, int @Nullable [] ints) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.floats = floats;
        this.ints = ints;
    }

    static TfLiteTensor result(String name, List<Integer> shape) {
        return new TfLiteTensor(name, shape, null, null);
    }

    static TfLiteTensor constant(String name, List<Integer> shape, float[] values) {
        return new TfLiteTensor(name, shape, values, null);
    }

    static TfLiteTensor constant(String name, List<Integer> shape, int[] values) {
        return new TfLiteTensor(name, shape, null, values);
    }

    String name() {
        return name;
    }

    List<Integer> shape() {
        return shape;
    }

    int size(int axis) {
        return shape.get(axis);
    }

    boolean isConstant() {
        return floats != null;
    }

    float[] floats() {
        if (floats == null) {
            throw new ConversionException("tensor '" + name + "' must be a constant of floating-point numbers");
        }
        return floats;
    }

    int[] ints() {
        if (ints == null) {
            throw new ConversionException("tensor '" + name + "' must be a constant of integers");
        }
        return ints;
    }
}
