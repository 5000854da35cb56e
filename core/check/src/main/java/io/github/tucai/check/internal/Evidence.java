package io.github.tucai.check.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tucai.photo.MeasureId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Several measures that say more together than each alone, as one probability: a logistic function of their weighted sum.
 * The weights stand in {@code evidence.json} and are fitted by {@code FitEvidence} of {@code examples/calibration}.
 *
 * @param measure name of what comes out
 * @param bias the sum where every term is 0
 * @param terms what goes in
 */
public record Evidence(MeasureId measure, double bias, List<Term> terms) {
    private static final List<Evidence> SHIPPED = read();

    public Evidence {
        terms = List.copyOf(terms);
    }

    /** All there is. */
    public static List<Evidence> shipped() {
        return SHIPPED;
    }

    /** 0 to 1; empty where a term is missing. */
    public OptionalDouble of(Function<MeasureId, OptionalDouble> values) {
        double sum = bias;
        for (Term term : terms) {
            OptionalDouble value = values.apply(term.measure());
            if (value.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += term.weight() * term.form().of(value.getAsDouble(), term.plus());
        }
        return OptionalDouble.of(1 / (1 + Math.exp(-sum)));
    }

    /**
     * One measure and its weight.
     *
     * @param plus added before a logarithm is taken, so that 0 has one
     */
    public record Term(MeasureId measure, Form form, double plus, double weight) {}

    /** What is taken of a measure. */
    public enum Form {
        /** As it is. */
        VALUE,
        /** Without its sign: both sides count alike. */
        SIZE,
        /** Its natural logarithm. */
        LOG;

        public double of(double value, double plus) {
            return switch (this) {
                case VALUE -> value;
                case SIZE -> Math.abs(value);
                case LOG -> Math.log(Math.max(0, value) + plus);
            };
        }
    }

    private static List<Evidence> read() {
        try (InputStream in = Evidence.class.getResourceAsStream("evidence.json")) {
            List<Evidence> all = new ArrayList<>();
            for (JsonNode node : new ObjectMapper()
                    .readTree(Objects.requireNonNull(in, "evidence.json"))
                    .get("evidence")) {
                List<Term> terms = new ArrayList<>();
                for (JsonNode term : node.get("terms")) {
                    terms.add(new Term(
                            new MeasureId(term.get("measure").asText()),
                            Form.valueOf(term.get("form").asText()),
                            term.path("plus").asDouble(0),
                            term.get("weight").asDouble()));
                }
                all.add(new Evidence(
                        new MeasureId(node.get("measure").asText()),
                        node.get("bias").asDouble(),
                        terms));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
