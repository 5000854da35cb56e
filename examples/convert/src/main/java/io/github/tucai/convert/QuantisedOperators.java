package io.github.tucai.convert;

import java.util.ArrayList;
import java.util.List;

/** Operators that compute in eight bits, on ONNX Runtime's own nodes, which keep TFLite's order of axes. */
final class QuantisedOperators {
    private static final int MOST_WEIGHT = 127;

    private QuantisedOperators() {}

    static void convert(Conversion conversion, TfLiteOperator operator) {
        if (operator.kind() == OperatorKind.ADD) {
            add(conversion, operator);
        } else {
            convolve(conversion, operator);
        }
    }

    /**
     * A wide 1 × 1 convolution whose products are computed in eight bits and whose result stays in 32, so that what follows
     * adds no rounding to it.
     */
    static void multiply(Conversion conversion, TfLiteOperator operator) {
        List<String> input = conversion.quantised(operator.input(0));
        List<String> weights = Weights.of(conversion, operator, false).writeMatrix(conversion.graph());
        List<String> inputs = new ArrayList<>(
                List.of(input.get(0), weights.get(0), input.get(1), weights.get(1), input.get(2), weights.get(2)));
        if (operator.hasInput(2)) {
            inputs.add(conversion.value(operator.input(2)));
        }
        String result = conversion.graph().extension("MatMulIntegerToFloat", inputs);
        conversion.finish(
                result,
                operator,
                operator.options(OperatorOptions.Convolution.class).activation());
    }

    private static void add(Conversion conversion, TfLiteOperator operator) {
        requireNone(operator.options(OperatorOptions.Arithmetic.class).activation());
        List<String> inputs = new ArrayList<>();
        operator.inputs().forEach(input -> inputs.addAll(conversion.quantised(input)));
        inputs.addAll(conversion.scaleAndZero(operator.output()));
        conversion.finishQuantised(operator, "QLinearAdd", inputs);
    }

    private static void convolve(Conversion conversion, TfLiteOperator operator) {
        boolean byChannel = operator.kind() == OperatorKind.DEPTHWISE_CONV_2D;
        OperatorOptions.Convolution options = operator.options(OperatorOptions.Convolution.class);
        TfLiteTensor kernel = conversion.tensor(operator.input(1));
        // What lies below 0 is cut off by a range that starts there, as the activation would.
        Quantisation.Range range = conversion.range(operator.output());
        if (options.activation() != Activation.RELU || range.low() != 0) {
            requireNone(options.activation());
        }
        Weights weights = Weights.of(conversion, operator, byChannel);
        List<String> inputs = new ArrayList<>(conversion.quantised(operator.input(0)));
        inputs.addAll(weights.write(conversion.graph()));
        inputs.addAll(conversion.scaleAndZero(operator.output()));
        inputs.add(weights.writeBias(conversion, operator));
        conversion.finishQuantised(
                operator,
                "QLinearConv",
                inputs,
                OnnxAttribute.of("channels_last", 1),
                OnnxAttribute.of("kernel_shape", List.of(kernel.size(1), kernel.size(2))),
                OnnxAttribute.of("strides", List.of(options.strideY(), options.strideX())),
                OnnxAttribute.of("dilations", List.of(options.dilationY(), options.dilationX())),
                OnnxAttribute.of("group", byChannel ? kernel.size(3) : 1),
                OnnxAttribute.of("pads", SpatialOperators.pads(conversion, operator)));
    }

    private static void requireNone(Activation activation) {
        if (activation != Activation.NONE) {
            throw new ConversionException("activation " + activation + " is not supported in eight bits");
        }
    }

    /** Weights with a scale for each channel of the result: (result, input, height, width). */
    private static final class Weights {
        private final List<Integer> shape;
        private final byte[] values;
        private final float[] scales;

        private Weights(List<Integer> shape, byte[] values, float[] scales) {
            this.shape = shape;
            this.values = values;
            this.scales = scales;
        }

        static Weights of(Conversion conversion, TfLiteOperator operator, boolean byChannel) {
            int index = operator.input(1);
            float[] source =
                    byChannel ? conversion.reordered(index, 3, 0, 1, 2) : conversion.reordered(index, 0, 3, 1, 2);
            TfLiteTensor kernel = conversion.tensor(index);
            int channels = byChannel ? kernel.size(3) : kernel.size(0);
            List<Integer> shape = List.of(channels, byChannel ? 1 : kernel.size(3), kernel.size(1), kernel.size(2));
            byte[] values = new byte[source.length];
            float[] scales = new float[channels];
            int length = source.length / channels;
            for (int channel = 0; channel < channels; channel++) {
                scales[channel] = scale(source, channel * length, length);
                for (int i = channel * length; i < (channel + 1) * length; i++) {
                    values[i] = (byte) Math.round(source[i] / scales[channel]);
                }
            }
            return new Weights(shape, values, scales);
        }

        private static float scale(float[] values, int from, int length) {
            float most = 1e-9f;
            for (int i = from; i < from + length; i++) {
                most = Math.max(most, Math.abs(values[i]));
            }
            return most / MOST_WEIGHT;
        }

        List<String> write(OnnxGraph graph) {
            return List.of(
                    graph.signedBytes(values, shape),
                    graph.constant(scales, List.of(scales.length)),
                    graph.signedBytes(new byte[scales.length], List.of(scales.length)));
        }

        /** As a matrix of (input, result). */
        List<String> writeMatrix(OnnxGraph graph) {
            int rows = values.length / scales.length;
            byte[] matrix = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                matrix[i % rows * scales.length + i / rows] = values[i];
            }
            return List.of(
                    graph.signedBytes(matrix, List.of(rows, scales.length)),
                    graph.constant(scales, List.of(scales.length)),
                    graph.signedBytes(new byte[scales.length], List.of(scales.length)));
        }

        /** In the units of the products that it is added to. */
        String writeBias(Conversion conversion, TfLiteOperator operator) {
            float unit = conversion.range(operator.input(0)).scale();
            int[] bias = new int[scales.length];
            for (int channel = 0; channel < bias.length && operator.hasInput(2); channel++) {
                double value = conversion.tensor(operator.input(2)).floats()[channel];
                bias[channel] = Math.toIntExact(Math.round(value / ((double) unit * scales[channel])));
            }
            return conversion.graph().wholeNumbers(bias);
        }
    }
}
