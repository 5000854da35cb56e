package io.github.tucai.calibration.limits;

import io.github.tucai.check.internal.Evidence.Form;
import io.github.tucai.check.internal.Evidence.Term;
import io.github.tucai.photo.MeasureId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Fits the weights of {@code evidence.json} and prints the file, with the equal error rate on sources that a fit did not
 * see before each.
 *
 * <p>{@code java … FitEvidence measures.csv TESTDATA}. Logistic regression by Newton's method on standardised terms, both
 * classes weighed alike, ridge 1. Few terms, since there are few faulty pictures.
 */
public final class FitEvidence {
    private static final double RIDGE = 1;
    private static final int ITERATIONS = 30;

    /** What to fit: the label and its faulty value, and the terms with weights still to be found. */
    private record Plan(String measure, String label, String faulty, List<Term> terms) {}

    private static final List<Plan> PLANS = List.of(
            new Plan(
                    "ears.hidden",
                    "ears_both_visible",
                    "no",
                    List.of(
                            term("ears.least", Form.LOG, 0.01),
                            term("hair.ear-share", Form.VALUE, 0),
                            term("head.yaw", Form.SIZE, 0))),
            new Plan(
                    "background.busy",
                    "background_uniform",
                    "no",
                    List.of(term("background.objects", Form.LOG, 0.01), term("background.edges", Form.LOG, 0.01))));

    private final LabelledPhotos photos;
    private final PrintStream out;
    private final PrintStream rates;

    private FitEvidence(LabelledPhotos photos, PrintStream out, PrintStream rates) {
        this.photos = photos;
        this.out = out;
        this.rates = rates;
    }

    private static Term term(String measure, Form form, double plus) {
        return new Term(new MeasureId(measure), form, plus, 0);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(LabelledPhotos.read(Path.of(arguments[0]), Path.of(arguments[1])), out, System.err);
    }

    /**
     * Fits all weights.
     *
     * @param out takes the file
     * @param rates takes a line for each measure
     */
    public static void run(LabelledPhotos photos, PrintStream out, PrintStream rates) {
        FitEvidence fit = new FitEvidence(photos, out, rates);
        out.println("{\n  \"evidence\": [");
        for (Plan plan : PLANS) {
            fit.run(plan, plan.equals(PLANS.get(PLANS.size() - 1)) ? "" : ",");
        }
        out.println("  ]\n}");
    }

    /** One picture as standardised numbers. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Row(String source, boolean isFaulty, double[] terms) {}

    private void run(Plan plan, String separator) {
        List<Row> raw = rows(plan);
        double[] mean = new double[plan.terms().size()];
        double[] deviation = new double[mean.length];
        List<Row> rows = standardised(raw, mean, deviation);
        double[] weights = fit(rows);
        rates.printf(
                Locale.ROOT,
                "%s: %d fine, %d faulty, EER %.1f, on unseen sources %.1f%n",
                plan.measure(),
                rows.stream().filter(row -> !row.isFaulty()).count(),
                rows.stream().filter(Row::isFaulty).count(),
                equalErrorRate(rows, row -> sum(weights, row)),
                unseen(rows));
        double bias = weights[0];
        for (int i = 0; i < mean.length; i++) {
            bias -= weights[i + 1] * mean[i] / deviation[i];
        }
        out.printf(Locale.ROOT, "    {\"measure\": \"%s\", \"bias\": %.4g, \"terms\": [%n", plan.measure(), bias);
        for (int i = 0; i < mean.length; i++) {
            Term term = plan.terms().get(i);
            out.printf(
                    Locale.ROOT,
                    "      {\"measure\": \"%s\", \"form\": \"%s\", \"plus\": %s, \"weight\": %.4g}%s%n",
                    term.measure().value(),
                    term.form(),
                    term.plus(),
                    weights[i + 1] / deviation[i],
                    i + 1 < mean.length ? "," : "]}" + separator);
        }
    }

    private List<Row> rows(Plan plan) {
        List<Row> rows = new ArrayList<>();
        for (String file : photos.labelled(plan.label(), value -> true)) {
            String label = photos.labels(file).getOrDefault(plan.label(), "");
            terms(plan, file)
                    .ifPresent(terms -> rows.add(new Row(photos.source(file), label.equals(plan.faulty()), terms)));
        }
        return rows;
    }

    private Optional<double[]> terms(Plan plan, String file) {
        double[] terms = new double[plan.terms().size()];
        for (int i = 0; i < terms.length; i++) {
            Term term = plan.terms().get(i);
            OptionalDouble value = value(file, term.measure().value());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            terms[i] = term.form().of(value.getAsDouble(), term.plus());
        }
        return Optional.of(terms);
    }

    private OptionalDouble value(String file, String measure) {
        if (!measure.equals("ears.least")) {
            return photos.measure(file, measure);
        }
        OptionalDouble left = photos.measure(file, "ears.skin-left");
        OptionalDouble right = photos.measure(file, "ears.skin-right");
        return left.isEmpty() || right.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(left.getAsDouble(), right.getAsDouble()));
    }

    private static List<Row> standardised(List<Row> rows, double[] mean, double[] deviation) {
        for (int i = 0; i < mean.length; i++) {
            int term = i;
            mean[i] = rows.stream()
                    .mapToDouble(row -> row.terms()[term])
                    .average()
                    .orElse(0);
            double centre = mean[i];
            deviation[i] = Math.sqrt(rows.stream()
                    .mapToDouble(row -> (row.terms()[term] - centre) * (row.terms()[term] - centre))
                    .average()
                    .orElse(1));
        }
        return rows.stream()
                .map(row -> {
                    double[] terms = new double[mean.length];
                    for (int i = 0; i < terms.length; i++) {
                        terms[i] = (row.terms()[i] - mean[i]) / deviation[i];
                    }
                    return new Row(row.source(), row.isFaulty(), terms);
                })
                .toList();
    }

    private static double unseen(List<Row> rows) {
        List<Double> fine = new ArrayList<>();
        List<Double> faulty = new ArrayList<>();
        for (String source : new TreeSet<>(rows.stream().map(Row::source).toList())) {
            List<Row> others =
                    rows.stream().filter(row -> !row.source().equals(source)).toList();
            if (others.stream().map(Row::isFaulty).distinct().count() < 2) {
                continue;
            }
            double[] weights = fit(others);
            rows.stream().filter(row -> row.source().equals(source)).forEach(row -> (row.isFaulty() ? faulty : fine)
                    .add(sum(weights, row)));
        }
        return LabelledPhotos.equalErrorRate(fine, faulty);
    }

    private static double equalErrorRate(List<Row> rows, ToDoubleFunction<Row> score) {
        return LabelledPhotos.equalErrorRate(
                rows.stream()
                        .filter(row -> !row.isFaulty())
                        .map(score::applyAsDouble)
                        .toList(),
                rows.stream().filter(Row::isFaulty).map(score::applyAsDouble).toList());
    }

    private static double sum(double[] weights, Row row) {
        double sum = weights[0];
        for (int i = 0; i < row.terms().length; i++) {
            sum += weights[i + 1] * row.terms()[i];
        }
        return sum;
    }

    private static double[] fit(List<Row> rows) {
        int size = rows.get(0).terms().length + 1;
        double faulty = rows.stream().filter(Row::isFaulty).count();
        double[] weights = new double[size];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] system = new double[size][size + 1];
            for (int i = 0; i < size; i++) {
                double ridge = i == 0 ? 1e-6 : RIDGE;
                system[i][i] += ridge;
                system[i][size] += ridge * weights[i];
            }
            for (Row row : rows) {
                double chance = 1 / (1 + Math.exp(-sum(weights, row)));
                double importance = rows.size() / (2 * (row.isFaulty() ? faulty : rows.size() - faulty));
                add(system, row, importance * (chance - (row.isFaulty() ? 1 : 0)), importance * chance * (1 - chance));
            }
            double[] step = solve(system);
            for (int i = 0; i < size; i++) {
                weights[i] -= step[i];
            }
        }
        return weights;
    }

    private static void add(double[][] system, Row row, double gradient, double curvature) {
        int size = system.length;
        for (int i = 0; i < size; i++) {
            double term = i == 0 ? 1 : row.terms()[i - 1];
            system[i][size] += gradient * term;
            for (int k = 0; k < size; k++) {
                system[i][k] += curvature * term * (k == 0 ? 1 : row.terms()[k - 1]);
            }
        }
    }

    private static double[] solve(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = system[i][size] / system[i][i];
        }
        return solution;
    }
}
