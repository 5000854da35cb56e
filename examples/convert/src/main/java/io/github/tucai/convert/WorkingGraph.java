package io.github.tucai.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network while it is being rewritten. */
final class WorkingGraph {
    private final List<TfLiteTensor> tensors;
    private final List<TfLiteOperator> operators;
    private final TfLiteModel model;

    WorkingGraph(TfLiteModel model) {
        this.model = model;
        this.tensors = new ArrayList<>(model.tensors());
        this.operators = new ArrayList<>();
        model.operators().forEach(this::addResolved);
    }

    /** Constants that are only widened stand for themselves from the start. */
    private void addResolved(TfLiteOperator operator) {
        boolean isConstant = operator.kind() == OperatorKind.DEQUANTIZE
                && tensor(operator.input(0)).isConstant();
        if (isConstant) {
            tensors.set(operator.output(), tensor(operator.input(0)));
        } else {
            operators.add(operator);
        }
    }

    TfLiteModel model() {
        return new TfLiteModel(tensors, operators, model.inputs(), model.outputs());
    }

    /** A copy, so that the graph can change while it is walked through. */
    List<TfLiteOperator> operators() {
        return List.copyOf(operators);
    }

    TfLiteTensor tensor(int index) {
        return tensors.get(index);
    }

    int addConstant(float[] values, List<Integer> shape) {
        tensors.add(TfLiteTensor.constant("folded" + tensors.size(), shape, values));
        return tensors.size() - 1;
    }

    int addResult(List<Integer> shape) {
        tensors.add(TfLiteTensor.result("folded" + tensors.size(), shape));
        return tensors.size() - 1;
    }

    List<TfLiteOperator> users(int tensor) {
        return operators.stream()
                .filter(operator -> operator.inputs().contains(tensor))
                .toList();
    }

    Optional<TfLiteOperator> producer(int tensor) {
        return operators.stream()
                .filter(operator -> operator.outputs().contains(tensor))
                .findFirst();
    }

    boolean isOutput(int tensor) {
        return model.outputs().contains(tensor);
    }

    void remove(TfLiteOperator operator) {
        operators.remove(operator);
    }

    void replace(TfLiteOperator operator, TfLiteOperator... replacements) {
        int place = operators.indexOf(operator);
        operators.remove(place);
        operators.addAll(place, List.of(replacements));
    }
}
