package io.github.tucai.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantisationTest {
    private static final int CHANNELS = 8;
    private static final OperatorOptions PLAIN = new OperatorOptions.Convolution(true, 1, 1, 1, 1, Activation.NONE);
    private static final OperatorOptions HALVING = new OperatorOptions.Convolution(true, 2, 2, 1, 1, Activation.RELU);

    private final Random random = new Random(7);

    @Test
    void zeroHasAStepOfItsOwn() {
        Quantisation.Range range = new Quantisation.Range(-0.5f, 2.05f);
        assertThat(range.scale()).isCloseTo(0.01f, within(1e-6f));
        assertThat(range.zeroPoint()).isEqualTo((byte) 50);
        assertThat(new Quantisation.Range(-2, 0.55f).zeroPoint()).isEqualTo((byte) 200);
    }

    @Test
    void whatIsNoRangeIsNamed() {
        assertThatThrownBy(() -> Quantisation.parse(List.of("17 0")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("17 0");
        assertThatThrownBy(() -> Quantisation.parse(List.of("17 0.5 1")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("0.5 to 1.0");
    }

    @Test
    void anActivationNeedsARangeThatBeginsWhereItDoes() {
        TfLiteModel model = network();
        assertThatThrownBy(() -> TfLiteToOnnx.convert(
                        model,
                        "test",
                        Quantisation.parse(
                                List.of("0 -1 1", model.operators().get(0).output() + " -1 1"))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("RELU");
    }

    @Test
    void eightBitsAnswerWhatThirtyTwoDo() {
        assumeTrue(isExactHere(), "this processor overflows in eight bits");
        TfLiteModel model = network();
        float[] picture = uniform(8 * 8 * CHANNELS, 1);
        List<Integer> shape = List.of(1, 8, 8, CHANNELS);
        float[] expected = Graphs.run(TfLiteToOnnx.convert(model, "exact"), shape, picture);
        StringBuilder lines = new StringBuilder("# made up\n0 -1 1");
        for (TfLiteOperator operator : model.operators()) {
            TfLiteModel upToHere =
                    new TfLiteModel(model.tensors(), model.operators(), model.inputs(), List.of(operator.output()));
            float[] values = Graphs.run(TfLiteToOnnx.convert(upToHere, "part"), shape, picture);
            Arrays.sort(values);
            lines.append("\n" + operator.output() + " " + Math.min(0, values[0]) + " " + values[values.length - 1]);
        }
        Quantisation quantisation = Quantisation.parse(lines.toString().lines().toList());
        assertThat(model.operators()).allMatch(quantisation::covers);
        float[] actual = Graphs.run(TfLiteToOnnx.convert(model, "quantised", quantisation), shape, picture);
        assertThat(actual).hasSameSizeAs(expected);
        double squares = 0;
        double errors = 0;
        for (int i = 0; i < actual.length; i++) {
            squares += expected[i] * expected[i];
            errors += (actual[i] - expected[i]) * (actual[i] - expected[i]);
        }
        // Four steps of rounding to a 255th of a range each.
        assertThat(Math.sqrt(errors / squares)).isBetween(1e-5, 0.03);
    }

    @Test
    void aWideProductAnswersIn32BitsWhereItsResultHasNoRange() {
        assumeTrue(isExactHere(), "this processor overflows in eight bits");
        int channels = 64;
        Graphs graph = new Graphs();
        int input = graph.result(1, 4, 4, channels);
        int weights = graph.constant(uniform(channels * channels, 0.3f), channels, 1, 1, channels);
        int bias = graph.constant(uniform(channels, 0.3f), channels);
        int output = graph.result(1, 4, 4, channels);
        TfLiteModel model = graph.operator(
                        OperatorKind.CONV_2D,
                        List.of(input, weights, bias),
                        output,
                        new OperatorOptions.Convolution(true, 1, 1, 1, 1, Activation.RELU))
                .model(input, output);
        Quantisation quantisation = Quantisation.parse(List.of("0 -1 1"));
        assertThat(model.operators()).noneMatch(quantisation::covers).allMatch(quantisation::coversInput);
        float[] picture = uniform(4 * 4 * channels, 1);
        List<Integer> shape = List.of(1, 4, 4, channels);
        float[] expected = Graphs.run(TfLiteToOnnx.convert(model, "exact"), shape, picture);
        float[] actual = Graphs.run(TfLiteToOnnx.convert(model, "quantised", quantisation), shape, picture);
        double squares = 0;
        double errors = 0;
        for (int i = 0; i < actual.length; i++) {
            squares += expected[i] * expected[i];
            errors += (actual[i] - expected[i]) * (actual[i] - expected[i]);
        }
        // Steps of a 255th of a range and a 127th of the weights' greatest.
        assertThat(Math.sqrt(errors / squares)).isBetween(1e-5, 0.01);
    }

    private static boolean isExactHere() {
        float[] greatest = new float[EightBitProbe.CHANNELS];
        Arrays.fill(greatest, 255);
        List<Integer> shape = List.of(1, 1, 1, EightBitProbe.CHANNELS);
        return Arrays.equals(Graphs.run(EightBitProbe.onnx(), shape, greatest), greatest);
    }

    /** Two ways that meet: a convolution that halves the picture, one by channel, one by pixel, and a sum. */
    private TfLiteModel network() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 8, 8, CHANNELS);
        int firstWeights = graph.constant(uniform(16 * 9 * CHANNELS, 0.3f), 16, 3, 3, CHANNELS);
        int firstBias = graph.constant(uniform(16, 0.3f), 16);
        int first = graph.result(1, 4, 4, 16);
        int secondWeights = graph.constant(uniform(9 * 16, 0.5f), 1, 3, 3, 16);
        int secondBias = graph.constant(uniform(16, 0.3f), 16);
        int second = graph.result(1, 4, 4, 16);
        int thirdWeights = graph.constant(uniform(16 * 16, 0.4f), 16, 1, 1, 16);
        int thirdBias = graph.constant(uniform(16, 0.3f), 16);
        int third = graph.result(1, 4, 4, 16);
        int sum = graph.result(1, 4, 4, 16);
        graph.operator(OperatorKind.CONV_2D, List.of(input, firstWeights, firstBias), first, HALVING)
                .operator(OperatorKind.DEPTHWISE_CONV_2D, List.of(first, secondWeights, secondBias), second, PLAIN)
                .operator(OperatorKind.CONV_2D, List.of(second, thirdWeights, thirdBias), third, PLAIN)
                .operator(
                        OperatorKind.ADD, List.of(third, first), sum, new OperatorOptions.Arithmetic(Activation.NONE));
        return graph.model(input, sum);
    }

    private float[] uniform(int length, float most) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = most * (2 * random.nextFloat() - 1);
        }
        return values;
    }
}
