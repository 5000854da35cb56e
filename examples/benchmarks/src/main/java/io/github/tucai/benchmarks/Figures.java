package io.github.tucai.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of a run: each goes out as {@code key=value} at once, and all into one Markdown page. */
final class Figures {
    private final PrintStream out;
    private final List<String> page = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    Figures(PrintStream out) {
        this.out = out;
    }

    void section(String title, String method) {
        page.addAll(List.of("", "## " + title, "", method, "", "| figure | value |", "|---|---|"));
    }

    void add(String key, String value) {
        lines.add(key + "=" + value);
        page.add("| " + key + " | " + value + " |");
        out.println(key + "=" + value);
        out.flush();
    }

    void add(String key, long value) {
        add(key, Long.toString(value));
    }

    void add(String key, double value) {
        add(key, String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value));
    }

    /** All so far, as {@code key=value}. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    String page() {
        return String.format(
                        Locale.ROOT,
                        "# Benchmarks%n%nJava %s, %d processors, %s %s.%n",
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"))
                + String.join(System.lineSeparator(), page)
                + System.lineSeparator();
    }

    /** The value that such a share of the values stay below. */
    static double percentile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
