package io.github.tucai.convert;

import java.util.Arrays;
import java.util.Optional;

/** The TFLite operators that the networks use, by their number in TFLite's schema. */
enum OperatorKind {
    ADD(0),
    AVERAGE_POOL_2D(1),
    CONCATENATION(2),
    CONV_2D(3),
    DEPTHWISE_CONV_2D(4),
    DEPTH_TO_SPACE(5),
    DEQUANTIZE(6),
    LOGISTIC(14),
    MAX_POOL_2D(17),
    MUL(18),
    RELU(19),
    RELU6(21),
    RESHAPE(22),
    RESIZE_BILINEAR(23),
    SOFTMAX(25),
    CUSTOM(32),
    PAD(34),
    TRANSPOSE(39),
    MEAN(40),
    SUB(41),
    DIV(42),
    STRIDED_SLICE(45),
    PRELU(54),
    TRANSPOSE_CONV(67),
    SUM(74),
    RESIZE_NEAREST_NEIGHBOR(97),
    HARD_SWISH(117);

    private final int number;

    OperatorKind(int number) {
        this.number = number;
    }

    static Optional<OperatorKind> of(int number) {
        return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
    }
}
