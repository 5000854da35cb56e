package io.github.tucai.convert;

import java.util.function.Supplier;

/** The fixed settings of one operator. Sizes and strides are in elements of the tensor. */
sealed interface OperatorOptions {
    /** The operator has no settings that matter here. */
    record None() implements OperatorOptions {}

    record Arithmetic(Activation activation) implements OperatorOptions {}

    /**
     * A convolution, plain, by channel or transposed.
     *
     * @param same pad so that the output has the size of the input divided by the stride, else do not pad
     */
    record Convolution(boolean same, int strideY, int strideX, int dilationY, int dilationX, Activation activation)
            implements OperatorOptions {}

    record Pooling(boolean same, int strideY, int strideX, int height, int width, Activation activation)
            implements OperatorOptions {}

    record Concatenation(int axis, Activation activation) implements OperatorOptions {}

    record Reduction(boolean keepsAxes) implements OperatorOptions {}

    record Resizing(boolean alignsCorners, boolean halfPixelCentres) implements OperatorOptions {}

    /** Bit k of a mask stands for axis k: the given begin or end is ignored there. */
    record Slicing(int beginMask, int endMask) implements OperatorOptions {}

    record Blocks(int size) implements OperatorOptions {}

    /** An operator outside TFLite's own set; its values are read on demand, for some operators keep them in another form. */
    record Custom(String name, Supplier<FlexMap> values) implements OperatorOptions {}
}
