package io.github.tucai.convert;

import java.util.List;

/** Operators that work on each number by itself, or on the channels of one pixel. */
final class ElementOperators {
    private ElementOperators() {}

    static OperatorRule arithmetic(String onnxOperator) {
        return (conversion, operator) -> {
            String result = conversion.graph().node(onnxOperator, conversion.values(operator.inputs()));
            conversion.finish(
                    result,
                    operator,
                    operator.options(OperatorOptions.Arithmetic.class).activation());
        };
    }

    /** An operator that ONNX has with the same inputs and no settings. */
    static OperatorRule sameAs(String onnxOperator) {
        return (conversion, operator) -> conversion
                .graph()
                .nodeTo(Conversion.name(operator.output()), onnxOperator, conversion.values(operator.inputs()));
    }

    static void relu6(Conversion conversion, TfLiteOperator operator) {
        conversion.finish(conversion.value(operator.input(0)), operator, Activation.RELU6);
    }

    static void softmax(Conversion conversion, TfLiteOperator operator) {
        conversion
                .graph()
                .nodeTo(
                        Conversion.name(operator.output()),
                        "Softmax",
                        List.of(conversion.value(operator.input(0))),
                        OnnxAttribute.of("axis", -1));
    }

    /** Half-precision constants were widened on reading, so the result is the constant itself. */
    static void dequantize(Conversion conversion, TfLiteOperator operator) {
        TfLiteTensor source = conversion.tensor(operator.input(0));
        if (!source.isConstant()) {
            throw new ConversionException("DEQUANTIZE is supported for constants only, and tensor '" + source.name()
                    + "' is computed; take the network that is not quantised");
        }
        conversion.replace(operator.output(), source);
    }
}
