package io.github.tucai.convert;

import java.util.List;

/** A network as a list of steps in the order in which they can run. */
public record TfLiteModel(
        List<TfLiteTensor> tensors, List<TfLiteOperator> operators, List<Integer> inputs, List<Integer> outputs) {
    public TfLiteModel {
        tensors = List.copyOf(tensors);
        operators = List.copyOf(operators);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    TfLiteTensor tensor(int index) {
        return tensors.get(index);
    }
}
