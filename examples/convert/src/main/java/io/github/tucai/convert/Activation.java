package io.github.tucai.convert;

/** What an operator applies to its own result before it hands it on; the order is that of TFLite's schema. */
enum Activation {
    NONE,
    RELU,
    RELU_N1_TO_1,
    RELU6;

    static Activation of(int number) {
        if (number < 0 || number >= values().length) {
            throw new ConversionException("activation " + number + " is not supported");
        }
        return values()[number];
    }
}
