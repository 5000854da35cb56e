package io.github.tucai.convert;

/** How one kind of operator is written in ONNX. */
@FunctionalInterface
interface OperatorRule {
    void convert(Conversion conversion, TfLiteOperator operator);
}
