package io.github.tucai.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One network on its way: the TFLite graph that is read and the ONNX graph that grows. */
final class Conversion {
    private static final List<Integer> TO_CHANNELS_FIRST = List.of(0, 3, 1, 2);
    private static final List<Integer> TO_CHANNELS_LAST = List.of(0, 2, 3, 1);

    // With fewer, changing the numbers' form takes as long as the products save.
    private static final int LEAST_CHANNELS = 64;

    private final TfLiteModel model;
    private final Quantisation quantisation;
    private final OnnxGraph graph = new OnnxGraph();
    private final Map<Integer, TfLiteTensor> replaced = new HashMap<>();
    private final Set<Integer> written = new HashSet<>();
    private final Set<Integer> quantised = new HashSet<>();
    private final Set<Integer> tokens;

    Conversion(TfLiteModel model, Quantisation quantisation) {
        this.model = model;
        this.quantisation = quantisation;
        this.tokens = tokens(model);
    }

    /** What computes on transposed data rather than on a picture: there no neighbourhoods are looked at. */
    private static Set<Integer> tokens(TfLiteModel model) {
        Set<Integer> tokens = new HashSet<>();
        for (TfLiteOperator operator : model.operators()) {
            boolean goesOn = operator.kind() != OperatorKind.RESHAPE
                    && operator.inputs().stream().anyMatch(tokens::contains);
            if (goesOn || operator.kind() == OperatorKind.TRANSPOSE) {
                tokens.addAll(operator.outputs());
            }
        }
        return tokens;
    }

    /** Whether a tensor is a list of tokens, as attention works on, rather than a picture. */
    boolean isTokens(int index) {
        return tokens.contains(index);
    }

    OnnxGraph graph() {
        return graph;
    }

    TfLiteTensor tensor(int index) {
        return replaced.getOrDefault(index, model.tensor(index));
    }

    /** Lets a result stand for a constant, as when half-precision weights were widened already on reading. */
    void replace(int index, TfLiteTensor constant) {
        replaced.put(index, constant);
    }

    static String name(int index) {
        return "t" + index;
    }

    /** The name under which a tensor can be an input; what is not there in that form is written on its first use. */
    String value(int index) {
        TfLiteTensor tensor = tensor(index);
        if (tensor.isConstant() && written.add(index)) {
            graph.constantTo(name(index), tensor.floats(), tensor.shape());
        }
        if (quantised.contains(index) && written.add(index)) {
            graph.nodeTo(name(index), "DequantizeLinear", quantised(index));
        }
        return name(index);
    }

    /** A tensor in eight bits as three inputs: its values, their scale and the value that stands for 0. */
    List<String> quantised(int index) {
        List<String> scaleAndZero = scaleAndZero(index);
        if (quantised.add(index)) {
            written.add(index);
            graph.nodeTo(
                    quantisedName(index),
                    "QuantizeLinear",
                    List.of(value(index), scaleAndZero.get(0), scaleAndZero.get(1)));
        }
        return List.of(quantisedName(index), scaleAndZero.get(0), scaleAndZero.get(1));
    }

    List<String> scaleAndZero(int index) {
        Quantisation.Range range = range(index);
        return List.of(graph.scalar(range.scale()), graph.scalar(range.zeroPoint()));
    }

    Quantisation.Range range(int index) {
        return quantisation
                .range(index)
                .orElseThrow(
                        () -> new ConversionException("tensor '" + tensor(index).name() + "' has no range"));
    }

    /** Whether an operator computes in eight bits. */
    boolean isQuantised(TfLiteOperator operator) {
        return quantisation.covers(operator);
    }

    /** Whether an operator multiplies in eight bits and answers in 32. */
    boolean isQuantisedProduct(TfLiteOperator operator) {
        return operator.kind() == OperatorKind.CONV_2D && quantisation.coversInput(operator) && isWideProduct(operator);
    }

    /** Whether an operator is a 1 × 1 convolution with so many products that converting its input is worth it. */
    private boolean isWideProduct(TfLiteOperator operator) {
        OperatorOptions.Convolution options = operator.options(OperatorOptions.Convolution.class);
        TfLiteTensor weights = tensor(operator.input(1));
        return weights.size(1) == 1
                && weights.size(2) == 1
                && options.strideY() == 1
                && options.strideX() == 1
                && weights.size(3) == tensor(operator.input(0)).size(3)
                && Math.min(weights.size(0), weights.size(3)) >= LEAST_CHANNELS;
    }

    private static String quantisedName(int index) {
        return "q" + index;
    }

    /** Ends an operator that computed in eight bits. */
    void finishQuantised(
            TfLiteOperator operator, String onnxOperator, List<String> inputs, OnnxAttribute... attributes) {
        quantised.add(operator.output());
        graph.extensionTo(quantisedName(operator.output()), onnxOperator, inputs, attributes);
    }

    List<String> values(List<Integer> indexes) {
        return indexes.stream().map(this::value).toList();
    }

    String channelsFirst(int index) {
        return graph.node("Transpose", List.of(value(index)), OnnxAttribute.of("perm", TO_CHANNELS_FIRST));
    }

    /** Ends an operator that computed with channels first. */
    void finishChannelsFirst(String result, TfLiteOperator operator, Activation activation) {
        graph.nodeTo(
                name(operator.output()),
                "Transpose",
                List.of(activated(result, activation)),
                OnnxAttribute.of("perm", TO_CHANNELS_LAST));
    }

    void finish(String result, TfLiteOperator operator, Activation activation) {
        graph.nodeTo(name(operator.output()), "Identity", List.of(activated(result, activation)));
    }

    private String activated(String result, Activation activation) {
        return switch (activation) {
            case NONE -> result;
            case RELU -> graph.node("Relu", List.of(result));
            case RELU_N1_TO_1 -> clip(result, -1, 1);
            case RELU6 -> clip(result, 0, 6);
        };
    }

    private String clip(String value, float least, float most) {
        String low = graph.constant(new float[] {least}, List.of());
        String high = graph.constant(new float[] {most}, List.of());
        return graph.node("Clip", List.of(value, low, high));
    }

    /** The weights of a convolution with their axes in another order. */
    String weights(int index, int... order) {
        TfLiteTensor weights = tensor(index);
        List<Integer> shape = new ArrayList<>();
        for (int axis : order) {
            shape.add(weights.size(axis));
        }
        return graph.constant(reordered(index, order), shape);
    }

    /** The values of a constant with its axes in another order. */
    float[] reordered(int index, int... order) {
        return transposed(tensor(index), order);
    }

    private static float[] transposed(TfLiteTensor tensor, int... order) {
        int axes = order.length;
        int[] strides = new int[axes];
        int stride = 1;
        for (int axis = axes - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= tensor.size(axis);
        }
        float[] source = tensor.floats();
        float[] target = new float[source.length];
        int[] place = new int[axes];
        for (int i = 0; i < target.length; i++) {
            int from = 0;
            for (int axis = 0; axis < axes; axis++) {
                from += place[axis] * strides[order[axis]];
            }
            target[i] = source[from];
            advance(place, tensor, order);
        }
        return target;
    }

    private static void advance(int[] place, TfLiteTensor tensor, int... order) {
        for (int axis = order.length - 1; axis >= 0; axis--) {
            place[axis]++;
            if (place[axis] < tensor.size(order[axis])) {
                return;
            }
            place[axis] = 0;
        }
    }
}
