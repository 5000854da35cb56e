package io.github.tucai.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TfLiteToOnnxTest {
    private static final OperatorOptions PLAIN = new OperatorOptions.Arithmetic(Activation.NONE);

    @Test
    void addsAndActivates() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 4);
        int other = graph.constant(new float[] {-2, 0, 3, 9}, 1, 4);
        int output = graph.result(1, 4);
        graph.operator(
                OperatorKind.ADD, List.of(input, other), output, new OperatorOptions.Arithmetic(Activation.RELU6));
        assertThat(graph.run(1, 1, 1, 1)).containsExactly(0, 1, 4, 6);
    }

    @Test
    void padsEachAxisByItsOwnPair() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 1, 2, 1);
        int pads = graph.integers(0, 0, 1, 0, 0, 2, 0, 0);
        int output = graph.result(1, 2, 4, 1);
        graph.operator(OperatorKind.PAD, List.of(input, pads), output, new OperatorOptions.None());
        assertThat(graph.run(5, 7)).containsExactly(0, 0, 0, 0, 5, 7, 0, 0);
    }

    @Test
    void addsEmptyChannelsBehindTheOthers() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 1, 2, 16);
        int pads = graph.integers(0, 0, 0, 0, 0, 0, 0, 3);
        int output = graph.result(1, 1, 2, 19);
        graph.operator(OperatorKind.PAD, List.of(input, pads), output, new OperatorOptions.None());
        float[] values = new float[32];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 7;
        }
        float[] padded = graph.run(values);
        for (int i = 0; i < padded.length; i++) {
            int channel = i % 19;
            assertThat(padded[i]).isEqualTo(channel < 16 ? values[i / 19 * 16 + channel] : 0);
        }
    }

    @Test
    void eachChannelHasItsOwnSlopeBelowZero() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 1, 2, 3);
        int slopes = graph.constant(new float[] {0.5f, 0, -2}, 1, 1, 3);
        int output = graph.result(1, 1, 2, 3);
        graph.operator(OperatorKind.PRELU, List.of(input, slopes), output, new OperatorOptions.None());
        assertThat(graph.run(-4, -4, -4, 7, 8, 9)).containsExactly(-2, 0, 8, 7, 8, 9);
    }

    @Test
    void slicesWhatTheMasksLeave() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 2, 4);
        int begin = graph.integers(9, 1, 0);
        int end = graph.integers(9, 2, 9);
        int step = graph.integers(1, 1, 2);
        int output = graph.result(1, 2);
        graph.operator(
                OperatorKind.STRIDED_SLICE,
                List.of(input, begin, end, step),
                output,
                new OperatorOptions.Slicing(0b101, 0b101));
        assertThat(graph.run(0, 1, 2, 3, 4, 5, 6, 7)).containsExactly(4, 6);
    }

    @Test
    void sumsOverAnAxis() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 2, 3);
        int axis = graph.integers(1);
        int output = graph.result(1, 3);
        graph.operator(OperatorKind.SUM, List.of(input, axis), output, new OperatorOptions.Reduction(false));
        assertThat(graph.run(1, 2, 3, 10, 20, 30)).containsExactly(11, 22, 33);
    }

    @Test
    void doublesThePictureByRepeatingPixels() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 1, 2, 1);
        int size = graph.integers(2, 4);
        int output = graph.result(1, 2, 4, 1);
        graph.operator(
                OperatorKind.RESIZE_NEAREST_NEIGHBOR,
                List.of(input, size),
                output,
                new OperatorOptions.Resizing(false, false));
        assertThat(graph.run(3, 8)).containsExactly(3, 3, 8, 8, 3, 3, 8, 8);
    }

    @Test
    void interpolatesBetweenPixels() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 1, 2, 1);
        int size = graph.integers(1, 3);
        int output = graph.result(1, 1, 3, 1);
        graph.operator(
                OperatorKind.RESIZE_BILINEAR, List.of(input, size), output, new OperatorOptions.Resizing(true, false));
        assertThat(graph.run(2, 6)).containsExactly(2, 4, 6);
    }

    @Test
    void spreadsPixelsWithATransposedConvolution() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 1, 2, 1);
        int shape = graph.integers(1, 2, 4, 1);
        int weights = graph.constant(new float[] {1, 2, 3, 4}, 1, 2, 2, 1);
        int output = graph.result(1, 2, 4, 1);
        graph.operator(
                OperatorKind.TRANSPOSE_CONV,
                List.of(shape, weights, input),
                output,
                new OperatorOptions.Convolution(true, 2, 2, 1, 1, Activation.NONE));
        assertThat(graph.run(1, 10)).containsExactly(1, 2, 10, 20, 3, 4, 30, 40);
    }

    @Test
    void widensConstantsInsteadOfDequantising() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 2);
        int half = graph.constant(new float[] {3, 4}, 1, 2);
        int widened = graph.result(1, 2);
        int output = graph.result(1, 2);
        graph.operator(OperatorKind.DEQUANTIZE, List.of(half), widened, new OperatorOptions.None())
                .operator(OperatorKind.MUL, List.of(input, widened), output, PLAIN);
        assertThat(graph.run(2, 5)).containsExactly(6, 20);
    }

    @Test
    void namesACustomOperatorThatItDoesNotKnow() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 2);
        int output = graph.result(1, 2);
        graph.operator(
                OperatorKind.CUSTOM,
                List.of(input),
                output,
                new OperatorOptions.Custom("Wobble", () -> FlexMap.read(new byte[4])));
        assertThatThrownBy(() -> graph.run(1, 2))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("'Wobble'")
                .hasMessageContaining("TransformLandmarks");
    }

    @Test
    void refusesToDequantiseWhatIsComputed() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 2);
        int output = graph.result(1, 2);
        graph.operator(OperatorKind.DEQUANTIZE, List.of(input), output, new OperatorOptions.None());
        assertThatThrownBy(() -> graph.run(1, 2)).hasMessageContaining("not quantised");
    }
}
