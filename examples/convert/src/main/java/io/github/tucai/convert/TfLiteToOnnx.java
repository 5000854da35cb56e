package io.github.tucai.convert;

import java.util.EnumMap;
import java.util.Map;

/** Converts a network, operator by operator. */
public final class TfLiteToOnnx {
    private static final Map<OperatorKind, OperatorRule> RULES = rules();
    private static final Map<String, OperatorRule> CUSTOM_RULES = Map.of(
            "Convolution2DTransposeBias", SpatialOperators::transposedConvolutionWithBias,
            "Landmarks2TransformMatrix", LandmarkOperators::landmarksToTransformMatrix,
            "TransformTensorBilinear", LandmarkOperators::transformTensorBilinear,
            "TransformLandmarks", LandmarkOperators::transformLandmarks);

    private TfLiteToOnnx() {}

    /**
     * The same network as an ONNX file. Its inputs and outputs keep shape and order and are named t followed by the
     * number of the TFLite tensor.
     */
    public static byte[] convert(TfLiteModel model, String name) {
        return convert(model, name, Quantisation.none());
    }

    /** As {@link #convert(TfLiteModel, String)}, with some operators in eight bits. */
    static byte[] convert(TfLiteModel model, String name, Quantisation quantisation) {
        Conversion conversion = new Conversion(model, quantisation);
        model.inputs().forEach(index -> conversion
                .graph()
                .input(Conversion.name(index), model.tensor(index).shape()));
        model.operators().forEach(operator -> rule(operator, conversion).convert(conversion, operator));
        model.outputs().forEach(index -> conversion
                .graph()
                .output(conversion.value(index), model.tensor(index).shape()));
        return conversion.graph().toBytes(name);
    }

    private static OperatorRule rule(TfLiteOperator operator, Conversion conversion) {
        if (conversion.isQuantised(operator)) {
            return QuantisedOperators::convert;
        }
        if (conversion.isQuantisedProduct(operator)) {
            return QuantisedOperators::multiply;
        }
        if (operator.options() instanceof OperatorOptions.Custom custom) {
            OperatorRule rule = CUSTOM_RULES.get(custom.name());
            if (rule == null) {
                throw new ConversionException("custom operator '" + custom.name() + "' is not supported; supported are "
                        + CUSTOM_RULES.keySet());
            }
            return rule;
        }
        OperatorRule rule = RULES.get(operator.kind());
        if (rule == null) {
            throw new ConversionException("operator " + operator.kind() + " is not supported");
        }
        return rule;
    }

    private static Map<OperatorKind, OperatorRule> rules() {
        Map<OperatorKind, OperatorRule> rules = new EnumMap<>(OperatorKind.class);
        rules.put(OperatorKind.ADD, ElementOperators.arithmetic("Add"));
        rules.put(OperatorKind.SUB, ElementOperators.arithmetic("Sub"));
        rules.put(OperatorKind.MUL, ElementOperators.arithmetic("Mul"));
        rules.put(OperatorKind.DIV, ElementOperators.arithmetic("Div"));
        rules.put(OperatorKind.RELU, ElementOperators.sameAs("Relu"));
        rules.put(OperatorKind.RELU6, ElementOperators::relu6);
        rules.put(OperatorKind.PRELU, SpatialOperators::slopeBelowZero);
        rules.put(OperatorKind.HARD_SWISH, ElementOperators.sameAs("HardSwish"));
        rules.put(OperatorKind.LOGISTIC, ElementOperators.sameAs("Sigmoid"));
        rules.put(OperatorKind.SOFTMAX, ElementOperators::softmax);
        rules.put(OperatorKind.DEQUANTIZE, ElementOperators::dequantize);
        rules.put(OperatorKind.CONV_2D, SpatialOperators::convolution);
        rules.put(OperatorKind.DEPTHWISE_CONV_2D, SpatialOperators::depthwiseConvolution);
        rules.put(OperatorKind.TRANSPOSE_CONV, SpatialOperators::transposedConvolution);
        rules.put(OperatorKind.MAX_POOL_2D, SpatialOperators::maxPooling);
        rules.put(OperatorKind.AVERAGE_POOL_2D, SpatialOperators::averagePooling);
        rules.put(OperatorKind.RESIZE_BILINEAR, SpatialOperators::bilinearResizing);
        rules.put(OperatorKind.RESIZE_NEAREST_NEIGHBOR, SpatialOperators::nearestResizing);
        rules.put(OperatorKind.DEPTH_TO_SPACE, SpatialOperators::depthToSpace);
        rules.put(OperatorKind.RESHAPE, ShapeOperators::reshape);
        rules.put(OperatorKind.TRANSPOSE, ShapeOperators::transpose);
        rules.put(OperatorKind.CONCATENATION, ShapeOperators::concatenation);
        rules.put(OperatorKind.PAD, ShapeOperators::pad);
        rules.put(OperatorKind.STRIDED_SLICE, ShapeOperators::stridedSlice);
        rules.put(OperatorKind.MEAN, ShapeOperators::mean);
        rules.put(OperatorKind.SUM, ShapeOperators::sum);
        return rules;
    }
}
