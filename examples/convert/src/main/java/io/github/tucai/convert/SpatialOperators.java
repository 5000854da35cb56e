package io.github.tucai.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Operators that look at neighbourhoods of pixels: convolution, pooling, resizing. */
final class SpatialOperators {
    private SpatialOperators() {}

    static void convolution(Conversion conversion, TfLiteOperator operator) {
        TfLiteTensor weights = conversion.tensor(operator.input(1));
        int groups = conversion.tensor(operator.input(0)).size(3) / weights.size(3);
        if (groups == 1 && weights.size(1) == 1 && weights.size(2) == 1 && conversion.isTokens(operator.input(0))) {
            multiply(conversion, operator, weights);
            return;
        }
        convolve(conversion, operator, conversion.weights(operator.input(1), 0, 3, 1, 2), groups);
    }

    /** A 1 × 1 convolution as one product of matrices; saves two transpositions where no other convolution is near. */
    private static void multiply(Conversion conversion, TfLiteOperator operator, TfLiteTensor weights) {
        OnnxGraph graph = conversion.graph();
        List<String> inputs = new ArrayList<>(List.of(
                graph.node(
                        "Reshape",
                        List.of(conversion.value(operator.input(0)), graph.integers(List.of(-1, weights.size(3))))),
                graph.constant(weights.floats(), List.of(weights.size(0), weights.size(3)))));
        if (operator.hasInput(2)) {
            inputs.add(conversion.value(operator.input(2)));
        }
        String product = graph.node("Gemm", inputs, OnnxAttribute.of("transB", 1));
        String shape = graph.integers(conversion.tensor(operator.output()).shape());
        conversion.finish(
                graph.node("Reshape", List.of(product, shape)),
                operator,
                operator.options(OperatorOptions.Convolution.class).activation());
    }

    static void depthwiseConvolution(Conversion conversion, TfLiteOperator operator) {
        int channels = conversion.tensor(operator.input(0)).size(3);
        convolve(conversion, operator, conversion.weights(operator.input(1), 3, 0, 1, 2), channels);
    }

    private static void convolve(Conversion conversion, TfLiteOperator operator, String weights, int groups) {
        OperatorOptions.Convolution options = operator.options(OperatorOptions.Convolution.class);
        TfLiteTensor kernel = conversion.tensor(operator.input(1));
        Window vertical = new Window(kernel.size(1), options.strideY(), options.dilationY());
        Window horizontal = new Window(kernel.size(2), options.strideX(), options.dilationX());
        List<String> inputs = new ArrayList<>(List.of(conversion.channelsFirst(operator.input(0)), weights));
        if (operator.hasInput(2)) {
            inputs.add(conversion.value(operator.input(2)));
        }
        String result = conversion
                .graph()
                .node(
                        "Conv",
                        inputs,
                        OnnxAttribute.of("kernel_shape", List.of(vertical.size(), horizontal.size())),
                        OnnxAttribute.of("strides", List.of(vertical.stride(), horizontal.stride())),
                        OnnxAttribute.of("dilations", List.of(vertical.dilation(), horizontal.dilation())),
                        OnnxAttribute.of("group", groups),
                        OnnxAttribute.of("pads", pads(conversion, operator, options.same(), vertical, horizontal)));
        conversion.finishChannelsFirst(result, operator, options.activation());
    }

    /**
     * A slope for each channel below 0: {@code max(x, 0) - a max(-x, 0)}, with multiplications by channel written as
     * convolutions. ONNX's own operator takes as long as all other convolutions of such a network together, since it
     * needs another layout of the channels than they do.
     */
    static void slopeBelowZero(Conversion conversion, TfLiteOperator operator) {
        TfLiteTensor slopes = conversion.tensor(operator.input(1));
        int channels = slopes.floats().length;
        if (conversion.tensor(operator.input(0)).shape().size() != 4
                || slopes.size(slopes.shape().size() - 1) != channels) {
            ElementOperators.sameAs("PRelu").convert(conversion, operator);
            return;
        }
        OnnxGraph graph = conversion.graph();
        float[] negated = new float[channels];
        for (int i = 0; i < channels; i++) {
            negated[i] = -slopes.floats()[i];
        }
        float[] minusOne = new float[channels];
        Arrays.fill(minusOne, -1);
        String value = conversion.channelsFirst(operator.input(0));
        String below = graph.node("Relu", List.of(byChannel(graph, value, minusOne)));
        String above = graph.node("Relu", List.of(value));
        conversion.finishChannelsFirst(
                graph.node("Add", List.of(byChannel(graph, below, negated), above)), operator, Activation.NONE);
    }

    private static String byChannel(OnnxGraph graph, String value, float... factors) {
        String weights = graph.constant(factors, List.of(factors.length, 1, 1, 1));
        return graph.node("Conv", List.of(value, weights), OnnxAttribute.of("group", factors.length));
    }

    /** Empty channels behind the others, by a convolution too, so that the layout of the channels can stay as it is. */
    static void addChannels(Conversion conversion, TfLiteOperator operator) {
        int from = conversion.tensor(operator.input(0)).size(3);
        int to = conversion.tensor(operator.output()).size(3);
        float[] identity = new float[to * from];
        for (int i = 0; i < from; i++) {
            identity[i * from + i] = 1;
        }
        OnnxGraph graph = conversion.graph();
        String weights = graph.constant(identity, List.of(to, from, 1, 1));
        String result = graph.node("Conv", List.of(conversion.channelsFirst(operator.input(0)), weights));
        conversion.finishChannelsFirst(result, operator, Activation.NONE);
    }

    static void maxPooling(Conversion conversion, TfLiteOperator operator) {
        pool(conversion, operator, "MaxPool");
    }

    static void averagePooling(Conversion conversion, TfLiteOperator operator) {
        pool(conversion, operator, "AveragePool");
    }

    private static void pool(Conversion conversion, TfLiteOperator operator, String onnxOperator) {
        OperatorOptions.Pooling options = operator.options(OperatorOptions.Pooling.class);
        Window vertical = new Window(options.height(), options.strideY(), 1);
        Window horizontal = new Window(options.width(), options.strideX(), 1);
        String result = conversion
                .graph()
                .node(
                        onnxOperator,
                        List.of(conversion.channelsFirst(operator.input(0))),
                        OnnxAttribute.of("kernel_shape", List.of(vertical.size(), horizontal.size())),
                        OnnxAttribute.of("strides", List.of(vertical.stride(), horizontal.stride())),
                        OnnxAttribute.of("pads", pads(conversion, operator, options.same(), vertical, horizontal)));
        conversion.finishChannelsFirst(result, operator, options.activation());
    }

    /** TFLite's own transposed convolution: output shape, weights, input, optionally a bias. */
    static void transposedConvolution(Conversion conversion, TfLiteOperator operator) {
        List<Integer> bias = operator.hasInput(3) ? List.of(operator.input(3)) : List.of();
        Activation activation =
                operator.options(OperatorOptions.Convolution.class).activation();
        deconvolve(conversion, operator, operator.input(2), bias, activation);
    }

    /** MediaPipe's transposed convolution: input, weights, bias. */
    static void transposedConvolutionWithBias(Conversion conversion, TfLiteOperator operator) {
        deconvolve(conversion, operator, operator.input(0), List.of(operator.input(2)), Activation.NONE);
    }

    private static void deconvolve(
            Conversion conversion, TfLiteOperator operator, int input, List<Integer> bias, Activation activation) {
        TfLiteTensor weights = conversion.tensor(operator.input(1));
        TfLiteTensor from = conversion.tensor(input);
        TfLiteTensor to = conversion.tensor(operator.output());
        int strideY = to.size(1) / from.size(1);
        int strideX = to.size(2) / from.size(2);
        int cutY = Math.max(weights.size(1) - strideY, 0);
        int cutX = Math.max(weights.size(2) - strideX, 0);
        List<String> inputs = new ArrayList<>(
                List.of(conversion.channelsFirst(input), conversion.weights(operator.input(1), 3, 0, 1, 2)));
        inputs.addAll(conversion.values(bias));
        String result = conversion
                .graph()
                .node(
                        "ConvTranspose",
                        inputs,
                        OnnxAttribute.of("kernel_shape", List.of(weights.size(1), weights.size(2))),
                        OnnxAttribute.of("strides", List.of(strideY, strideX)),
                        OnnxAttribute.of("pads", List.of(cutY / 2, cutX / 2, cutY - cutY / 2, cutX - cutX / 2)));
        conversion.finishChannelsFirst(result, operator, activation);
    }

    static void bilinearResizing(Conversion conversion, TfLiteOperator operator) {
        OperatorOptions.Resizing options = operator.options(OperatorOptions.Resizing.class);
        resize(conversion, operator, "linear", coordinates(options), "round_prefer_floor");
    }

    static void nearestResizing(Conversion conversion, TfLiteOperator operator) {
        OperatorOptions.Resizing options = operator.options(OperatorOptions.Resizing.class);
        if (options.halfPixelCentres() && enlargesByWholeFactors(conversion, operator)) {
            // The same pixels either way, and this way the runtime can do it in the convolutions' layout.
            resize(conversion, operator, "nearest", "asymmetric", "floor");
            return;
        }
        String rounding = options.halfPixelCentres() ? "round_prefer_ceil" : "floor";
        resize(conversion, operator, "nearest", coordinates(options), rounding);
    }

    private static boolean enlargesByWholeFactors(Conversion conversion, TfLiteOperator operator) {
        TfLiteTensor from = conversion.tensor(operator.input(0));
        TfLiteTensor to = conversion.tensor(operator.output());
        return to.size(1) % from.size(1) == 0 && to.size(2) % from.size(2) == 0;
    }

    private static void resize(
            Conversion conversion, TfLiteOperator operator, String mode, String coordinates, String rounding) {
        TfLiteTensor to = conversion.tensor(operator.output());
        String sizes = conversion.graph().integers(List.of(to.size(0), to.size(3), to.size(1), to.size(2)));
        String result = conversion
                .graph()
                .node(
                        "Resize",
                        List.of(conversion.channelsFirst(operator.input(0)), "", "", sizes),
                        OnnxAttribute.of("mode", mode),
                        OnnxAttribute.of("coordinate_transformation_mode", coordinates),
                        OnnxAttribute.of("nearest_mode", rounding));
        conversion.finishChannelsFirst(result, operator, Activation.NONE);
    }

    private static String coordinates(OperatorOptions.Resizing options) {
        if (options.alignsCorners()) {
            return "align_corners";
        }
        return options.halfPixelCentres() ? "half_pixel" : "asymmetric";
    }

    static void depthToSpace(Conversion conversion, TfLiteOperator operator) {
        String result = conversion
                .graph()
                .node(
                        "DepthToSpace",
                        List.of(conversion.channelsFirst(operator.input(0))),
                        OnnxAttribute.of(
                                "blocksize",
                                operator.options(OperatorOptions.Blocks.class).size()),
                        OnnxAttribute.of("mode", "DCR"));
        conversion.finishChannelsFirst(result, operator, Activation.NONE);
    }

    static List<Integer> pads(Conversion conversion, TfLiteOperator operator) {
        OperatorOptions.Convolution options = operator.options(OperatorOptions.Convolution.class);
        TfLiteTensor kernel = conversion.tensor(operator.input(1));
        Window vertical = new Window(kernel.size(1), options.strideY(), options.dilationY());
        Window horizontal = new Window(kernel.size(2), options.strideX(), options.dilationX());
        return pads(conversion, operator, options.same(), vertical, horizontal);
    }

    private static List<Integer> pads(
            Conversion conversion, TfLiteOperator operator, boolean same, Window vertical, Window horizontal) {
        if (!same) {
            return List.of(0, 0, 0, 0);
        }
        TfLiteTensor from = conversion.tensor(operator.input(0));
        TfLiteTensor to = conversion.tensor(operator.output());
        int padY = vertical.padding(from.size(1), to.size(1));
        int padX = horizontal.padding(from.size(2), to.size(2));
        // TFLite puts the odd pixel of padding at the end.
        return List.of(padY / 2, padX / 2, padY - padY / 2, padX - padX / 2);
    }

    private record Window(int size, int stride, int dilation) {
        int padding(int input, int output) {
            return Math.max((output - 1) * stride + (size - 1) * dilation + 1 - input, 0);
        }
    }
}
