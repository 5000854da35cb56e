package io.github.tucai.convert;

import java.util.Arrays;
import java.util.Optional;

/** A step that multiplies each channel by a constant and adds another. */
final class Scaling {
    private final float[] factors;
    private final float[] shifts;

    private Scaling(float[] factors, float[] shifts) {
        this.factors = factors;
        this.shifts = shifts;
    }

    static Optional<Scaling> of(WorkingGraph graph, TfLiteOperator operator) {
        return switch (operator.kind()) {
            case MUL -> byConstant(graph, operator).map(factors -> new Scaling(factors, filled(factors.length, 0)));
            case ADD -> byConstant(graph, operator).map(shifts -> new Scaling(filled(shifts.length, 1), shifts));
            case DEPTHWISE_CONV_2D -> byConvolution(graph, operator);
            default -> Optional.empty();
        };
    }

    private static Optional<float[]> byConstant(WorkingGraph graph, TfLiteOperator operator) {
        TfLiteTensor constant = graph.tensor(operator.input(1));
        TfLiteTensor source = graph.tensor(operator.input(0));
        boolean isScaling = constant.isConstant()
                && source.shape().size() == 4
                && constant.floats().length == source.size(3)
                && constant.size(constant.shape().size() - 1) == source.size(3)
                && operator.options(OperatorOptions.Arithmetic.class).activation() == Activation.NONE;
        return isScaling ? Optional.of(constant.floats()) : Optional.empty();
    }

    private static Optional<Scaling> byConvolution(WorkingGraph graph, TfLiteOperator operator) {
        OperatorOptions.Convolution options = operator.options(OperatorOptions.Convolution.class);
        TfLiteTensor weights = graph.tensor(operator.input(1));
        boolean isScaling = weights.size(1) == 1
                && weights.size(2) == 1
                && options.strideY() == 1
                && options.strideX() == 1
                && options.activation() == Activation.NONE
                && weights.size(3) == graph.tensor(operator.input(0)).size(3);
        if (!isScaling) {
            return Optional.empty();
        }
        float[] shifts = operator.hasInput(2) ? graph.tensor(operator.input(2)).floats() : new float[weights.size(3)];
        return Optional.of(new Scaling(weights.floats(), shifts));
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    int channels() {
        return factors.length;
    }

    float factor(int channel) {
        return factors[channel];
    }

    double[] shifts() {
        double[] copy = new double[shifts.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = shifts[i];
        }
        return copy;
    }
}
