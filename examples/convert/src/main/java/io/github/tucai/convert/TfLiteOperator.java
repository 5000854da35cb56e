package io.github.tucai.convert;

import java.util.List;

/**
 * One step of the graph.
 *
 * @param inputs indexes of tensors, -1 for an optional input that is left out
 */
record TfLiteOperator(OperatorKind kind, List<Integer> inputs, List<Integer> outputs, OperatorOptions options) {
    TfLiteOperator {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    int input(int position) {
        return inputs.get(position);
    }

    boolean hasInput(int position) {
        return position < inputs.size() && inputs.get(position) >= 0;
    }

    int output() {
        return outputs.get(0);
    }

    /** The options as the type that operators of this kind carry. */
    <O extends OperatorOptions> O options(Class<O> type) {
        if (!type.isInstance(options)) {
            throw new ConversionException(kind + " needs options of type " + type.getSimpleName() + ", got " + options);
        }
        return type.cast(options);
    }
}
