package io.github.tucai.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Builds an ONNX network node by node. Field numbers are those of ONNX's ModelProto, operator set 16. */
final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 16;
    private static final String EXTENSIONS = "com.microsoft";
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;
    private static final int INT32 = 6;
    private static final int INT64 = 7;

    private final ProtoWriter graph = new ProtoWriter();
    private int names;
    private boolean isExtended;

    /** Adds a node whose only result gets a fresh name, which is returned. */
    String node(String operator, List<String> inputs, OnnxAttribute... attributes) {
        String output = freshName();
        nodeTo(output, operator, inputs, attributes);
        return output;
    }

    void nodeTo(String output, String operator, List<String> inputs, OnnxAttribute... attributes) {
        graph.message(1, node(output, operator, inputs, attributes));
    }

    /** Adds a node that only ONNX Runtime knows and whose only result gets a fresh name, which is returned. */
    String extension(String operator, List<String> inputs) {
        String output = freshName();
        extensionTo(output, operator, inputs);
        return output;
    }

    /** Adds a node that only ONNX Runtime knows. */
    void extensionTo(String output, String operator, List<String> inputs, OnnxAttribute... attributes) {
        isExtended = true;
        graph.message(1, node(output, operator, inputs, attributes).text(7, EXTENSIONS));
    }

    private ProtoWriter node(String output, String operator, List<String> inputs, OnnxAttribute... attributes) {
        ProtoWriter node = new ProtoWriter();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, operator + "_" + names++).text(4, operator);
        for (OnnxAttribute attribute : attributes) {
            node.message(5, attribute.value());
        }
        return node;
    }

    String constant(float[] values, List<Integer> shape) {
        String name = freshName();
        constantTo(name, values, shape);
        return name;
    }

    String constant(float value) {
        return constant(new float[] {value}, List.of(1));
    }

    /** A number by itself, not a list of one. */
    String scalar(float value) {
        String name = freshName();
        constantTo(name, new float[] {value}, List.of());
        return name;
    }

    /** As {@link #scalar(float)}, of eight bits without a sign. */
    String scalar(byte value) {
        String name = freshName();
        tensor(name, UINT8, List.of(), new byte[] {value});
        return name;
    }

    String signedBytes(byte[] values, List<Integer> shape) {
        String name = freshName();
        tensor(name, INT8, shape, values);
        return name;
    }

    /** A list of 32-bit numbers. */
    String wholeNumbers(int... values) {
        String name = freshName();
        byte[] data = new byte[Integer.BYTES * values.length];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(values);
        tensor(name, INT32, List.of(values.length), data);
        return name;
    }

    void constantTo(String name, float[] values, List<Integer> shape) {
        byte[] data = new byte[Float.BYTES * values.length];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        tensor(name, FLOAT, shape, data);
    }

    /** A list of whole numbers, such as a shape. */
    String integers(List<Integer> values) {
        String name = freshName();
        byte[] data = new byte[Long.BYTES * values.size()];
        ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(value -> buffer.putLong(value.longValue()));
        tensor(name, INT64, List.of(values.size()), data);
        return name;
    }

    void input(String name, List<Integer> shape) {
        graph.message(11, valueInfo(name, shape));
    }

    void output(String name, List<Integer> shape) {
        graph.message(12, valueInfo(name, shape));
    }

    byte[] toBytes(String name) {
        graph.text(2, name);
        ProtoWriter operatorSet = new ProtoWriter().text(1, "").integer(2, OPERATOR_SET);
        ProtoWriter model = new ProtoWriter()
                .integer(1, IR_VERSION)
                .text(2, "tucai")
                .message(7, graph)
                .message(8, operatorSet);
        if (isExtended) {
            model.message(8, new ProtoWriter().text(1, EXTENSIONS).integer(2, 1));
        }
        return model.toBytes();
    }

    private String freshName() {
        return "n" + names++;
    }

    private void tensor(String name, int elementType, List<Integer> shape, byte[] data) {
        ProtoWriter tensor = new ProtoWriter();
        shape.forEach(size -> tensor.integer(1, size));
        graph.message(5, tensor.integer(2, elementType).text(8, name).bytes(9, data));
    }

    private static ProtoWriter valueInfo(String name, List<Integer> shape) {
        ProtoWriter dimensions = new ProtoWriter();
        shape.forEach(size -> dimensions.message(1, new ProtoWriter().integer(1, size)));
        ProtoWriter tensorType = new ProtoWriter().integer(1, FLOAT).message(2, dimensions);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensorType));
    }
}
