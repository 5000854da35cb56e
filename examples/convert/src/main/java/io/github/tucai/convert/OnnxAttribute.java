package io.github.tucai.convert;

import java.util.List;

/** A named setting of an ONNX node. Field and type numbers are those of ONNX's AttributeProto. */
record OnnxAttribute(String name, ProtoWriter value) {
    static OnnxAttribute of(String name, long value) {
        return new OnnxAttribute(name, named(name).integer(3, value).integer(20, 2));
    }

    static OnnxAttribute of(String name, String value) {
        return new OnnxAttribute(name, named(name).text(4, value).integer(20, 3));
    }

    static OnnxAttribute of(String name, List<Integer> values) {
        ProtoWriter attribute = named(name);
        values.forEach(value -> attribute.integer(8, value));
        return new OnnxAttribute(name, attribute.integer(20, 7));
    }

    private static ProtoWriter named(String name) {
        return new ProtoWriter().text(1, name);
    }
}
