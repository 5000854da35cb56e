package io.github.tucai.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Operators that move or gather numbers, and sums over axes. */
final class ShapeOperators {
    // The runtime's convolutions keep channels together in blocks of this size.
    private static final int CHANNEL_BLOCK = 16;

    private ShapeOperators() {}

    static void reshape(Conversion conversion, TfLiteOperator operator) {
        reshapeToOutput(conversion, operator, conversion.value(operator.input(0)));
    }

    static void transpose(Conversion conversion, TfLiteOperator operator) {
        conversion
                .graph()
                .nodeTo(
                        Conversion.name(operator.output()),
                        "Transpose",
                        List.of(conversion.value(operator.input(0))),
                        OnnxAttribute.of("perm", integers(conversion, operator.input(1))));
    }

    static void concatenation(Conversion conversion, TfLiteOperator operator) {
        OperatorOptions.Concatenation options = operator.options(OperatorOptions.Concatenation.class);
        String result = conversion
                .graph()
                .node("Concat", conversion.values(operator.inputs()), OnnxAttribute.of("axis", options.axis()));
        conversion.finish(result, operator, options.activation());
    }

    /** TFLite gives (before, after) for each axis; ONNX wants all befores, then all afters. */
    static void pad(Conversion conversion, TfLiteOperator operator) {
        int[] pairs = conversion.tensor(operator.input(1)).ints();
        int channels = conversion.tensor(operator.input(0)).size(3);
        if (addsChannelsOnly(pairs) && channels % CHANNEL_BLOCK == 0) {
            SpatialOperators.addChannels(conversion, operator);
            return;
        }
        List<Integer> pads = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            for (int i = side; i < pairs.length; i += 2) {
                pads.add(pairs[i]);
            }
        }
        conversion
                .graph()
                .nodeTo(
                        Conversion.name(operator.output()),
                        "Pad",
                        List.of(
                                conversion.value(operator.input(0)),
                                conversion.graph().integers(pads)));
    }

    private static boolean addsChannelsOnly(int... pairs) {
        return pairs.length == 8 && Arrays.stream(pairs).limit(7).allMatch(size -> size == 0);
    }

    static void stridedSlice(Conversion conversion, TfLiteOperator operator) {
        OperatorOptions.Slicing options = operator.options(OperatorOptions.Slicing.class);
        TfLiteTensor source = conversion.tensor(operator.input(0));
        List<Integer> begins = new ArrayList<>(integers(conversion, operator.input(1)));
        List<Integer> ends = new ArrayList<>(integers(conversion, operator.input(2)));
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < begins.size(); axis++) {
            axes.add(axis);
            if ((options.beginMask() >> axis & 1) != 0) {
                begins.set(axis, 0);
            }
            if ((options.endMask() >> axis & 1) != 0) {
                ends.set(axis, source.size(axis));
            }
        }
        OnnxGraph graph = conversion.graph();
        String slice = graph.node(
                "Slice",
                List.of(
                        conversion.value(operator.input(0)),
                        graph.integers(begins),
                        graph.integers(ends),
                        graph.integers(axes),
                        graph.integers(integers(conversion, operator.input(3)))));
        // Axes that TFLite drops after slicing are gone from the shape of the output.
        reshapeToOutput(conversion, operator, slice);
    }

    static void mean(Conversion conversion, TfLiteOperator operator) {
        conversion
                .graph()
                .nodeTo(
                        Conversion.name(operator.output()),
                        "ReduceMean",
                        List.of(conversion.value(operator.input(0))),
                        OnnxAttribute.of("axes", integers(conversion, operator.input(1))),
                        keepsAxes(operator));
    }

    static void sum(Conversion conversion, TfLiteOperator operator) {
        String axes = conversion.graph().integers(integers(conversion, operator.input(1)));
        conversion
                .graph()
                .nodeTo(
                        Conversion.name(operator.output()),
                        "ReduceSum",
                        List.of(conversion.value(operator.input(0)), axes),
                        keepsAxes(operator));
    }

    private static OnnxAttribute keepsAxes(TfLiteOperator operator) {
        boolean keeps = operator.options(OperatorOptions.Reduction.class).keepsAxes();
        return OnnxAttribute.of("keepdims", keeps ? 1 : 0);
    }

    private static void reshapeToOutput(Conversion conversion, TfLiteOperator operator, String value) {
        List<Integer> shape = conversion.tensor(operator.output()).shape();
        conversion
                .graph()
                .nodeTo(
                        Conversion.name(operator.output()),
                        "Reshape",
                        List.of(value, conversion.graph().integers(shape)));
    }

    private static List<Integer> integers(Conversion conversion, int index) {
        return Arrays.stream(conversion.tensor(index).ints()).boxed().toList();
    }
}
