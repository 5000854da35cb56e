package io.github.tucai.convert;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small networks built by hand, converted and run. */
final class Graphs {
    private final List<TfLiteTensor> tensors = new ArrayList<>();
    private final List<TfLiteOperator> operators = new ArrayList<>();

    int result(Integer... shape) {
        tensors.add(TfLiteTensor.result("r" + tensors.size(), List.of(shape)));
        return tensors.size() - 1;
    }

    int constant(float[] values, Integer... shape) {
        tensors.add(TfLiteTensor.constant("c" + tensors.size(), List.of(shape), values));
        return tensors.size() - 1;
    }

    int integers(int... values) {
        tensors.add(TfLiteTensor.constant("i" + tensors.size(), List.of(values.length), values));
        return tensors.size() - 1;
    }

    Graphs operator(OperatorKind kind, List<Integer> inputs, int output, OperatorOptions options) {
        operators.add(new TfLiteOperator(kind, inputs, List.of(output), options));
        return this;
    }

    TfLiteModel model(int input, int output) {
        return new TfLiteModel(tensors, operators, List.of(input), List.of(output));
    }

    /** The converted network's answer; tensor 0 is the input, the last operator's result the output. */
    float[] run(float... values) {
        int output = operators.get(operators.size() - 1).output();
        return run(
                TfLiteToOnnx.convert(model(0, output), "test"), tensors.get(0).shape(), values);
    }

    static float[] run(byte[] onnx, List<Integer> shape, float... values) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] sizes = shape.stream().mapToLong(Integer::longValue).toArray();
        try (OrtSession session = environment.createSession(onnx);
                OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), sizes);
                OrtSession.Result result = session.run(Map.of("t0", tensor))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] answer = new float[buffer.remaining()];
            buffer.get(answer);
            return answer;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
