package io.github.tucai.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Converted convolutions and poolings against plain loops over TFLite's definition. */
class ConvolutionProperties {
    private static final int SIZE = 7;

    @Property(tries = 60)
    void convolvesLikeThePlainLoop(
            @ForAll @IntRange(min = 1, max = 3) int kernel,
            @ForAll @IntRange(min = 1, max = 2) int stride,
            @ForAll boolean same,
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll long seed) {
        Layer layer = new Layer(kernel, stride, same, channels, channels + 1, seed);
        Graphs graph = new Graphs();
        int input = graph.result(1, SIZE, SIZE, channels);
        int weights = graph.constant(layer.weights, layer.outputs, kernel, kernel, channels);
        int bias = graph.constant(layer.bias, layer.outputs);
        int output = graph.result(1, layer.outputSize(), layer.outputSize(), layer.outputs);
        graph.operator(OperatorKind.CONV_2D, List.of(input, weights, bias), output, layer.options());
        assertClose(graph.run(layer.input), layer.convolved());
    }

    @Property(tries = 60)
    void convolvesEachChannelLikeThePlainLoop(
            @ForAll @IntRange(min = 1, max = 3) int kernel,
            @ForAll @IntRange(min = 1, max = 2) int stride,
            @ForAll boolean same,
            @ForAll @IntRange(min = 1, max = 4) int channels,
            @ForAll long seed) {
        Layer layer = new Layer(kernel, stride, same, channels, channels, seed);
        Graphs graph = new Graphs();
        int input = graph.result(1, SIZE, SIZE, channels);
        int weights = graph.constant(layer.channelWeights(), 1, kernel, kernel, channels);
        int bias = graph.constant(layer.bias, channels);
        int output = graph.result(1, layer.outputSize(), layer.outputSize(), channels);
        graph.operator(OperatorKind.DEPTHWISE_CONV_2D, List.of(input, weights, bias), output, layer.options());
        assertClose(graph.run(layer.input), layer.convolvedByChannel());
    }

    private static void assertClose(float[] actual, List<Float> expected) {
        assertThat(actual).hasSize(expected.size());
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected.get(i), within(1e-4f));
        }
    }

    /** A convolution with random numbers, and its result by definition. */
    private static final class Layer {
        final int kernel;
        final int stride;
        final boolean same;
        final int channels;
        final int outputs;
        final float[] input;
        final float[] weights;
        final float[] bias;

        Layer(int kernel, int stride, boolean same, int channels, int outputs, long seed) {
            this.kernel = kernel;
            this.stride = stride;
            this.same = same;
            this.channels = channels;
            this.outputs = outputs;
            Random random = new Random(seed);
            input = numbers(random, SIZE * SIZE * channels);
            weights = numbers(random, outputs * kernel * kernel * channels);
            bias = numbers(random, outputs);
        }

        private static float[] numbers(Random random, int count) {
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = random.nextFloat() - 0.5f;
            }
            return numbers;
        }

        OperatorOptions options() {
            return new OperatorOptions.Convolution(same, stride, stride, 1, 1, Activation.NONE);
        }

        int outputSize() {
            return same ? (SIZE + stride - 1) / stride : (SIZE - kernel) / stride + 1;
        }

        private int before() {
            return same ? Math.max((outputSize() - 1) * stride + kernel - SIZE, 0) / 2 : 0;
        }

        float[] channelWeights() {
            float[] own = new float[kernel * kernel * channels];
            System.arraycopy(weights, 0, own, 0, own.length);
            return own;
        }

        List<Float> convolved() {
            List<Float> result = new ArrayList<>();
            for (int y = 0; y < outputSize(); y++) {
                for (int x = 0; x < outputSize(); x++) {
                    for (int output = 0; output < outputs; output++) {
                        float sum = bias[output];
                        for (int channel = 0; channel < channels; channel++) {
                            sum += window(y, x, channel, output * kernel * kernel * channels);
                        }
                        result.add(sum);
                    }
                }
            }
            return result;
        }

        List<Float> convolvedByChannel() {
            List<Float> result = new ArrayList<>();
            for (int y = 0; y < outputSize(); y++) {
                for (int x = 0; x < outputSize(); x++) {
                    for (int channel = 0; channel < channels; channel++) {
                        result.add(bias[channel] + window(y, x, channel, 0));
                    }
                }
            }
            return result;
        }

        private float window(int y, int x, int channel, int offset) {
            float sum = 0;
            for (int row = 0; row < kernel; row++) {
                for (int column = 0; column < kernel; column++) {
                    int fromY = y * stride + row - before();
                    int fromX = x * stride + column - before();
                    if (fromY >= 0 && fromX >= 0 && fromY < SIZE && fromX < SIZE) {
                        sum += input[(fromY * SIZE + fromX) * channels + channel]
                                * weights[offset + (row * kernel + column) * channels + channel];
                    }
                }
            }
            return sum;
        }
    }
}
