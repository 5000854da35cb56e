package io.github.tucai.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphFoldingTest {
    @Test
    void aScalingGoesIntoTheConvolutionBehindIt() {
        Graphs graph = new Graphs();
        int input = graph.result(1, 1, 1, 2);
        int factors = graph.constant(new float[] {2, 3}, 2);
        int scaled = graph.result(1, 1, 1, 2);
        int shifts = graph.constant(new float[] {1, -1}, 2);
        int shifted = graph.result(1, 1, 1, 2);
        int weights = graph.constant(new float[] {1, 1, 1, -1}, 2, 1, 1, 2);
        int output = graph.result(1, 1, 1, 2);
        OperatorOptions plain = new OperatorOptions.Arithmetic(Activation.NONE);
        graph.operator(OperatorKind.MUL, List.of(input, factors), scaled, plain)
                .operator(OperatorKind.ADD, List.of(scaled, shifts), shifted, plain)
                .operator(
                        OperatorKind.CONV_2D,
                        List.of(shifted, weights),
                        output,
                        new OperatorOptions.Convolution(true, 1, 1, 1, 1, Activation.NONE));
        TfLiteModel folded = GraphFolding.fold(graph.model(input, output));
        assertThat(folded.operators()).hasSize(1);
        float[] answer = Graphs.run(TfLiteToOnnx.convert(folded, "test"), List.of(1, 1, 1, 2), 10, 100);
        assertThat(answer).containsExactly(10 * 2 + 1 + 100 * 3 - 1, 10 * 2 + 1 - (100 * 3 - 1));
    }

    @Test
    void theLargeNetworkAnswersTheSameWithAFifthLessArithmetic() throws IOException {
        TfLiteModel plain = TfLiteReader.read(
                Files.readAllBytes(Path.of("target", "supplies", "selfie_multiclass_256x256.tflite")));
        TfLiteModel folded = GraphFolding.fold(plain);
        long steps = plain.operators().stream()
                .filter(operator -> operator.kind() != OperatorKind.DEQUANTIZE)
                .count();
        assertThat(folded.operators()).hasSizeLessThan((int) steps - 20);

        float[] picture = picture();
        List<Integer> shape = List.of(1, 256, 256, 3);
        float[] expected = Graphs.run(TfLiteToOnnx.convert(plain, "plain"), shape, picture);
        float[] actual = Graphs.run(TfLiteToOnnx.convert(folded, "folded"), shape, picture);
        assertThat(actual).hasSameSizeAs(expected);
        float greatest = 0;
        for (int i = 0; i < actual.length; i++) {
            greatest = Math.max(greatest, Math.abs(actual[i] - expected[i]));
        }
        // Logits reach 30; only the order of additions differs.
        assertThat(greatest).isCloseTo(0, within(2e-3f));
        assertThat(laidOut(Graphs.run(TfLiteToOnnx.convert(GraphFolding.inBlocks(folded), "blocks"), shape, picture)))
                .containsExactly(actual);
    }

    /** Blocks of 2 × 2 pixels of six classes in the order of the picture. */
    private static float[] laidOut(float[] blocks) {
        float[] pixels = new float[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            int block = i / 24;
            int row = block / 128 * 2 + i % 24 / 12;
            int column = block % 128 * 2 + i % 12 / 6;
            pixels[(row * 256 + column) * 6 + i % 6] = blocks[i];
        }
        return pixels;
    }

    /** Soft blots of colour. */
    private static float[] picture() {
        Random random = new Random(1);
        float[] picture = new float[256 * 256 * 3];
        for (int blot = 0; blot < 30; blot++) {
            int x = random.nextInt(256);
            int y = random.nextInt(256);
            int channel = random.nextInt(3);
            double radius = 10 + random.nextInt(60);
            for (int i = 0; i < 256 * 256; i++) {
                double distance = Math.hypot(i % 256 - x, Math.floorDiv(i, 256) - y) / radius;
                picture[3 * i + channel] =
                        (float) Math.min(1, picture[3 * i + channel] + Math.exp(-distance * distance));
            }
        }
        return picture;
    }
}
