package io.github.tucai.calibration.page;

import io.github.tucai.photo.Answer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often a check gave which answer, by kind of picture, kinds by name. */
final class Tally {
    private static final List<Answer> COLUMNS = List.of(Answer.PASS, Answer.UNSURE, Answer.FAIL, Answer.SKIPPED);

    private final Map<String, Map<Answer, Integer>> counts = new TreeMap<>();

    void add(String kind, Answer answer) {
        counts.computeIfAbsent(kind, key -> new EnumMap<>(Answer.class)).merge(answer, 1, Integer::sum);
    }

    /**
     * A table with a row for each kind.
     *
     * @param heading of the column of kinds
     */
    String table(String heading) {
        return "| " + heading + " | " + joined(COLUMNS) + " |\n|---|---|---|---|---|\n"
                + counts.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(String kind, Map<Answer, Integer> answers) {
        return "| " + kind + " | "
                + joined(COLUMNS.stream()
                        .map(answer -> answers.getOrDefault(answer, 0))
                        .toList())
                + " |\n";
    }

    private static String joined(List<?> cells) {
        return cells.stream().map(Object::toString).collect(Collectors.joining(" | "));
    }
}
