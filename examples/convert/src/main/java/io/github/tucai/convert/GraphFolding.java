package io.github.tucai.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes superfluous arithmetic out of a network without changing what it computes, up to rounding: what training left
 * over as steps of its own is multiplied into the matrices beside it.
 */
public final class GraphFolding {
    private final WorkingGraph graph;

    private GraphFolding(WorkingGraph graph) {
        this.graph = graph;
    }

    public static TfLiteModel fold(TfLiteModel model) {
        GraphFolding folding = new GraphFolding(new WorkingGraph(model));
        while (folding.foldOne()) {
            // Each fold can open the way for another.
        }
        return folding.graph.model();
    }

    /**
     * Leaves the last step out where it only lays out blocks of pixels that were computed as channels, for a reader who
     * takes them from where they are.
     */
    static TfLiteModel inBlocks(TfLiteModel model) {
        List<TfLiteOperator> operators = model.operators();
        TfLiteOperator last = operators.get(operators.size() - 1);
        if (last.kind() != OperatorKind.DEPTH_TO_SPACE || !model.outputs().equals(last.outputs())) {
            return model;
        }
        return new TfLiteModel(
                model.tensors(), operators.subList(0, operators.size() - 1), model.inputs(), List.of(last.input(0)));
    }

    private boolean foldOne() {
        for (TfLiteOperator operator : graph.operators()) {
            if (foldScaling(operator)
                    || foldProduct(operator)
                    || foldWeightedSum(operator)
                    || foldUpsampling(operator)) {
                return true;
            }
        }
        return false;
    }

    /** {@code W (s ∘ x + t) + b = (W ∘ s) x + (W t + b)}: a scaling of channels before 1 × 1 convolutions only. */
    private boolean foldScaling(TfLiteOperator operator) {
        Optional<Scaling> scaling = Scaling.of(graph, operator);
        Optional<List<Pointwise>> users = readers(operator);
        if (scaling.isEmpty() || users.isEmpty()) {
            return false;
        }
        int channels = scaling.get().channels();
        for (Pointwise user : users.get()) {
            double[] matrix = new double[channels * channels];
            for (int channel = 0; channel < channels; channel++) {
                matrix[channel * channels + channel] = scaling.get().factor(channel);
            }
            graph.replace(
                    user.operator(),
                    user.after(
                            operator.input(0), matrix, channels, scaling.get().shifts()));
        }
        graph.remove(operator);
        return true;
    }

    /** {@code V (W x + b) + c = (V W) x + (V b + c)}, where that saves multiplications. */
    private boolean foldProduct(TfLiteOperator operator) {
        Optional<Pointwise> first = Pointwise.of(graph, operator).filter(Pointwise::isLinear);
        Optional<List<Pointwise>> users = readers(operator);
        if (first.isEmpty() || users.isEmpty()) {
            return false;
        }
        int channels = first.get().inputs();
        int middle = first.get().outputs();
        int outputs = users.get().stream().mapToInt(Pointwise::outputs).sum();
        if (channels * outputs >= channels * middle + middle * outputs) {
            return false;
        }
        double[] matrix = new double[middle * channels];
        double[] shift = new double[middle];
        for (int row = 0; row < middle; row++) {
            shift[row] = first.get().bias(row);
            for (int column = 0; column < channels; column++) {
                matrix[row * channels + column] = first.get().weight(row, column);
            }
        }
        for (Pointwise user : users.get()) {
            graph.replace(user.operator(), user.after(operator.input(0), matrix, channels, shift));
        }
        graph.remove(operator);
        return true;
    }

    /** {@code Σ p (W x + b) = W (Σ p x) + b} for weights p that sum to 1: one product instead of one for each pixel. */
    private boolean foldWeightedSum(TfLiteOperator sum) {
        if (sum.kind() != OperatorKind.SUM || graph.tensor(sum.input(1)).ints().length != 1) {
            return false;
        }
        Optional<TfLiteOperator> product = graph.producer(sum.input(0))
                .filter(candidate -> candidate.kind() == OperatorKind.MUL && isReadOnce(candidate));
        Optional<Pointwise> linear = product.flatMap(candidate -> graph.producer(candidate.input(0)))
                .filter(this::isReadOnce)
                .flatMap(candidate -> Pointwise.of(graph, candidate))
                .filter(Pointwise::isLinear);
        if (product.isEmpty() || linear.isEmpty()) {
            return false;
        }
        int axis = graph.tensor(sum.input(1)).ints()[0];
        int weights = product.get().input(1);
        if (!sum.options(OperatorOptions.Reduction.class).keepsAxes() || !sumsToOne(weights, axis)) {
            return false;
        }
        int source = linear.get().operator().input(0);
        int weighted = graph.addResult(graph.tensor(source).shape());
        List<Integer> summedShape = new ArrayList<>(graph.tensor(source).shape());
        summedShape.set(axis, 1);
        int summed = graph.addResult(summedShape);
        graph.remove(linear.get().operator());
        graph.remove(product.get());
        graph.replace(
                sum,
                new TfLiteOperator(
                        OperatorKind.MUL,
                        List.of(source, weights),
                        List.of(weighted),
                        product.get().options()),
                new TfLiteOperator(OperatorKind.SUM, List.of(weighted, sum.input(1)), List.of(summed), sum.options()),
                linear.get().moved(summed, sum.output()));
        return true;
    }

    /** Whether a tensor is a softmax over the axis, the same for all channels. */
    private boolean sumsToOne(int tensor, int axis) {
        List<Integer> shape = graph.tensor(tensor).shape();
        boolean isOnlyAxis = shape.subList(axis + 1, shape.size()).stream().allMatch(size -> size == 1);
        return isOnlyAxis
                && graph.producer(tensor)
                        .filter(reshape -> reshape.kind() == OperatorKind.RESHAPE)
                        .flatMap(reshape -> graph.producer(reshape.input(0)))
                        .filter(softmax -> softmax.kind() == OperatorKind.SOFTMAX)
                        .map(softmax -> graph.tensor(softmax.output()))
                        .filter(softmax -> softmax.size(softmax.shape().size() - 1) == shape.get(axis))
                        .isPresent();
    }

    /**
     * A transposed convolution that puts a 2 × 2 block in the place of each pixel, and a 1 × 1 convolution on it: the same
     * as one 1 × 1 convolution that computes the four pixels as channels, which are then laid out.
     */
    private boolean foldUpsampling(TfLiteOperator operator) {
        if (operator.kind() != OperatorKind.TRANSPOSE_CONV || !isBlockwise(operator) || !isReadOnce(operator)) {
            return false;
        }
        Optional<Pointwise> last =
                Pointwise.of(graph, graph.users(operator.output()).get(0)).filter(Pointwise::isLinear);
        if (last.isEmpty()) {
            return false;
        }
        TfLiteTensor source = graph.tensor(operator.input(2));
        int blocks = 4 * last.get().outputs();
        int packed = graph.addResult(List.of(1, source.size(1), source.size(2), blocks));
        OperatorOptions plain = new OperatorOptions.Convolution(true, 1, 1, 1, 1, Activation.NONE);
        int weights = graph.addConstant(blockWeights(operator, last.get()), List.of(blocks, 1, 1, source.size(3)));
        int bias = graph.addConstant(blockBias(operator, last.get()), List.of(blocks));
        graph.remove(operator);
        graph.replace(
                last.get().operator(),
                new TfLiteOperator(
                        OperatorKind.CONV_2D, List.of(operator.input(2), weights, bias), List.of(packed), plain),
                new TfLiteOperator(
                        OperatorKind.DEPTH_TO_SPACE,
                        List.of(packed),
                        last.get().operator().outputs(),
                        new OperatorOptions.Blocks(2)));
        return true;
    }

    private boolean isBlockwise(TfLiteOperator operator) {
        TfLiteTensor weights = graph.tensor(operator.input(1));
        OperatorOptions.Convolution options = operator.options(OperatorOptions.Convolution.class);
        return weights.size(1) == 2
                && weights.size(2) == 2
                && options.strideY() == 2
                && options.strideX() == 2
                && options.activation() == Activation.NONE;
    }

    /** Rows in the order of the blocks: first the pixel of the block, then the channel of the result. */
    private float[] blockWeights(TfLiteOperator up, Pointwise last) {
        float[] spread = graph.tensor(up.input(1)).floats();
        int channels = graph.tensor(up.input(1)).size(3);
        float[] weights = new float[4 * last.outputs() * channels];
        for (int pixel = 0; pixel < 4; pixel++) {
            for (int output = 0; output < last.outputs(); output++) {
                for (int channel = 0; channel < channels; channel++) {
                    double sum = 0;
                    for (int middle = 0; middle < last.inputs(); middle++) {
                        sum += (double) last.weight(output, middle) * spread[(middle * 4 + pixel) * channels + channel];
                    }
                    weights[(pixel * last.outputs() + output) * channels + channel] = (float) sum;
                }
            }
        }
        return weights;
    }

    private float[] blockBias(TfLiteOperator up, Pointwise last) {
        float[] bias = new float[4 * last.outputs()];
        for (int i = 0; i < bias.length; i++) {
            int output = i % last.outputs();
            double sum = last.bias(output);
            for (int middle = 0; middle < last.inputs() && up.hasInput(3); middle++) {
                sum += (double) last.weight(output, middle)
                        * graph.tensor(up.input(3)).floats()[middle];
            }
            bias[i] = (float) sum;
        }
        return bias;
    }

    private boolean isReadOnce(TfLiteOperator operator) {
        return graph.users(operator.output()).size() == 1 && !graph.isOutput(operator.output());
    }

    /** Who reads the result, where those are 1 × 1 convolutions and nothing else. */
    private Optional<List<Pointwise>> readers(TfLiteOperator operator) {
        if (graph.isOutput(operator.output())) {
            return Optional.empty();
        }
        return Pointwise.all(graph, graph.users(operator.output()));
    }
}
