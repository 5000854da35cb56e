package io.github.tucai.convert;

import java.util.Arrays;
import java.util.List;

/**
 * A network of one convolution in eight bits with the greatest numbers that there are. Older processors add such products
 * in pairs of 16 bits, which overflow; what this network answers tells whether the one at hand does.
 */
final class EightBitProbe {
    static final int CHANNELS = 64;
    private static final byte MOST_WEIGHT = 127;

    private EightBitProbe() {}

    /** Takes {@link #CHANNELS} numbers and answers their mean, as often as there are numbers. */
    static byte[] onnx() {
        OnnxGraph graph = new OnnxGraph();
        List<Integer> shape = List.of(1, 1, 1, CHANNELS);
        graph.input("t0", shape);
        String one = graph.scalar(1f);
        String zero = graph.scalar((byte) 0);
        byte[] weights = new byte[CHANNELS * CHANNELS];
        Arrays.fill(weights, MOST_WEIGHT);
        float[] scales = new float[CHANNELS];
        Arrays.fill(scales, 1f / (MOST_WEIGHT * CHANNELS));
        graph.extensionTo(
                "q1",
                "QLinearConv",
                List.of(
                        graph.node("QuantizeLinear", List.of("t0", one, zero)),
                        one,
                        zero,
                        graph.signedBytes(weights, List.of(CHANNELS, CHANNELS, 1, 1)),
                        graph.constant(scales, List.of(CHANNELS)),
                        graph.signedBytes(new byte[CHANNELS], List.of(CHANNELS)),
                        one,
                        zero),
                OnnxAttribute.of("channels_last", 1),
                OnnxAttribute.of("kernel_shape", List.of(1, 1)));
        graph.nodeTo("t1", "DequantizeLinear", List.of("q1", one, zero));
        graph.output("t1", shape);
        return graph.toBytes("eight_bit_probe");
    }
}
