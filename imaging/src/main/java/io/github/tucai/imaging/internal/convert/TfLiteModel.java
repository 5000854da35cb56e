package io.github.tucai.imaging.internal.convert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A network as a list of steps in the order in which they can run. */
record TfLiteModel(
        List<TfLiteTensor> tensors, List<TfLiteOperator> operators, List<Integer> inputs, List<Integer> outputs) {
    TfLiteModel {
        tensors = List.copyOf(tensors);
        operators = List.copyOf(operators);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    TfLiteTensor tensor(int index) {
        return tensors.get(index);
    }

    /** The part of the network that some of its results need. */
    TfLiteModel answering(List<Integer> results) {
        Set<Integer> needed = new HashSet<>(results);
        List<TfLiteOperator> steps = new ArrayList<>();
        for (int i = operators.size() - 1; i >= 0; i--) {
            TfLiteOperator operator = operators.get(i);
            if (operator.outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(operator.inputs());
                steps.add(operator);
            }
        }
        Collections.reverse(steps);
        return new TfLiteModel(tensors, steps, inputs, results);
    }
}
