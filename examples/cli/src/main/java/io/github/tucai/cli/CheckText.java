package io.github.tucai.cli;

import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** What {@code check} tells people: a line for each photo, one for each thing that stands in its way, and how many were what. */
final class CheckText {
    static final String ERROR = "ERROR";

    private static final Map<String, String> COLOURS =
            Map.of("ACCEPT", "green", "REVIEW", "yellow", "UNSURE", "yellow", "REJECT", "red", ERROR, "red");
    private static final int MOST_CAUSES = 5;

    private final Map<String, Integer> verdicts = new LinkedHashMap<>();
    private final Map<CheckId, Integer> causes = new TreeMap<>(Comparator.comparing(CheckId::value));

    CheckText() {
        List.of("ACCEPT", "REVIEW", "REJECT", ERROR).forEach(verdict -> verdicts.put(verdict, 0));
    }

    /** What a photo's result is called, as in JSON: a file that holds no picture is an error. */
    static String verdict(PhotoCheckResult result) {
        return result.measurements().file().isDecoded() ? result.verdict().name() : ERROR;
    }

    static String of(Path file, PhotoCheckResult result) {
        return result.told().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(CheckText::line)
                .collect(Collectors.joining("", file + "  " + coloured(verdict(result), ""), ""));
    }

    static String ofError(Path file, String error) {
        return file + "  " + coloured(ERROR, "") + "  " + error;
    }

    void count(PhotoCheckResult result) {
        verdicts.merge(verdict(result), 1, Integer::sum);
        result.told().stream()
                .filter(finding -> !effect(finding).equals("advice"))
                .forEach(finding -> causes.merge(finding.check(), 1, Integer::sum));
    }

    void countError() {
        verdicts.merge(ERROR, 1, Integer::sum);
    }

    /** How many were what, and what most often stood in their way. */
    String total() {
        String counted = verdicts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String often = causes.entrySet().stream()
                .sorted(Map.Entry.<CheckId, Integer>comparingByValue().reversed())
                .limit(MOST_CAUSES)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String all = String.valueOf(
                verdicts.values().stream().mapToInt(Integer::intValue).sum());
        return often.isEmpty()
                ? Texts.get("check.total", all, counted)
                : Texts.get("check.totalOften", all, counted, often);
    }

    private static String line(Finding finding) {
        String value = finding.value().isPresent()
                ? String.format(Locale.ROOT, "%.4g %s", finding.value().getAsDouble(), finding.unit())
                        .strip()
                : "";
        String held = finding.limit().isEmpty() ? value : value + " (" + finding.limit() + ")";
        String effect = effect(finding);
        return System.lineSeparator() + "    " + coloured(effect, " ".repeat(8 - effect.length()))
                + String.format("%-22s %s", finding.check(), held) + "  "
                + finding.advice().in(Locale.getDefault());
    }

    /** What a finding alone does to the photo. */
    private static String effect(Finding finding) {
        return switch (finding.severity()) {
            case REQUIRED -> finding.answer() == Answer.FAIL ? "REJECT" : "UNSURE";
            case REVIEW -> finding.answer() == Answer.FAIL ? "REVIEW" : "UNSURE";
            case ADVICE, INFO -> "advice";
        };
    }

    private static String coloured(String word, String after) {
        String colour = COLOURS.get(word);
        return (colour == null ? word : Ansi.AUTO.string("@|" + colour + " " + word + "|@")) + after;
    }
}
