package io.github.tucai.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A 1 × 1 convolution with stride 1: each pixel's channels times a matrix of {@code outputs × inputs}, plus a bias. */
final class Pointwise {
    private final WorkingGraph graph;
    private final TfLiteOperator operator;

    private Pointwise(WorkingGraph graph, TfLiteOperator operator) {
        this.graph = graph;
        this.operator = operator;
    }

    static Optional<Pointwise> of(WorkingGraph graph, TfLiteOperator operator) {
        if (operator.kind() != OperatorKind.CONV_2D) {
            return Optional.empty();
        }
        OperatorOptions.Convolution options = operator.options(OperatorOptions.Convolution.class);
        TfLiteTensor weights = graph.tensor(operator.input(1));
        boolean isPointwise = weights.size(1) == 1
                && weights.size(2) == 1
                && options.strideY() == 1
                && options.strideX() == 1
                && weights.size(3) == graph.tensor(operator.input(0)).size(3);
        return isPointwise ? Optional.of(new Pointwise(graph, operator)) : Optional.empty();
    }

    /** All of them, or nothing where one is something else. */
    static Optional<List<Pointwise>> all(WorkingGraph graph, List<TfLiteOperator> operators) {
        List<Pointwise> all = new ArrayList<>();
        for (TfLiteOperator operator : operators) {
            Optional<Pointwise> pointwise = of(graph, operator);
            if (pointwise.isEmpty()) {
                return Optional.empty();
            }
            all.add(pointwise.get());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    TfLiteOperator operator() {
        return operator;
    }

    int inputs() {
        return graph.tensor(operator.input(1)).size(3);
    }

    int outputs() {
        return graph.tensor(operator.input(1)).size(0);
    }

    boolean isLinear() {
        return operator.options(OperatorOptions.Convolution.class).activation() == Activation.NONE;
    }

    float weight(int output, int input) {
        return graph.tensor(operator.input(1)).floats()[output * inputs() + input];
    }

    float bias(int output) {
        return operator.hasInput(2) ? graph.tensor(operator.input(2)).floats()[output] : 0;
    }

    /** The same step on another input with another matrix, its activation kept. */
    TfLiteOperator with(int input, float[] weights, int inputs, float[] bias) {
        int matrix = graph.addConstant(weights, List.of(bias.length, 1, 1, inputs));
        int shift = graph.addConstant(bias, List.of(bias.length));
        return new TfLiteOperator(
                OperatorKind.CONV_2D, List.of(input, matrix, shift), operator.outputs(), operator.options());
    }

    /** The same step from one place to another. */
    TfLiteOperator moved(int input, int output) {
        List<Integer> inputs = new ArrayList<>(operator.inputs());
        inputs.set(0, input);
        return new TfLiteOperator(OperatorKind.CONV_2D, inputs, List.of(output), operator.options());
    }

    /**
     * This step after one that computes {@code y = matrix · x + shift}.
     *
     * @param matrix of {@code inputs() × channels}, row by row
     */
    TfLiteOperator after(int input, double[] matrix, int channels, double[] shift) {
        float[] weights = new float[outputs() * channels];
        float[] bias = new float[outputs()];
        for (int output = 0; output < outputs(); output++) {
            double[] row = new double[channels];
            double sum = bias(output);
            for (int middle = 0; middle < inputs(); middle++) {
                double factor = weight(output, middle);
                sum += factor * shift[middle];
                for (int channel = 0; channel < channels; channel++) {
                    row[channel] += factor * matrix[middle * channels + channel];
                }
            }
            for (int channel = 0; channel < channels; channel++) {
                weights[output * channels + channel] = (float) row[channel];
            }
            bias[output] = (float) sum;
        }
        return with(input, weights, channels, bias);
    }
}
