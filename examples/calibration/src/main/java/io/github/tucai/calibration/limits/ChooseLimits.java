package io.github.tucai.calibration.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.check.internal.Evidence;
import io.github.tucai.photo.MeasureId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Chooses the limits of CN-DEGREE by the rule in {@code pages/checks.md} of this module and says what they do to good pictures
 * from sources that the choice did not see.
 *
 * <p>{@code java … ChooseLimits measures.csv TESTDATA} prints, for every limit that names the rule as its source, what stands
 * in the profile and what the rule gives.
 */
public final class ChooseLimits {
    /** What the profile calls it. */
    private static final String RULE = "by the rule of the package documentation";
    /** As a share of the way from the worst good picture to the middle of the faulty ones. */
    private static final double PASS_ENDS = 0.25;

    private static final double FAIL_BEGINS = 0.6;
    /** Where fine portraits reach far, FAIL begins this late at most, so that most faulty ones still fail. */
    private static final double LATEST_FAIL = 0.9;
    /** Of portraits that are fine in this respect, whatever else is wrong with them. */
    private static final double MOST_FALSE_ALARMS = 0.02;

    /** What faulty pictures look like for a measure. */
    private record Fault(String label, String faulty, List<String> defects) {}

    private static final Fault NONE = new Fault("", "", List.of());
    private static final Map<String, Fault> FAULTS = faults();

    private final LabelledPhotos photos;
    private final PrintStream out;
    private final Map<String, Map<String, Double>> cache = new LinkedHashMap<>();

    private ChooseLimits(LabelledPhotos photos, PrintStream out) {
        this.photos = photos;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(LabelledPhotos.read(Path.of(arguments[0]), Path.of(arguments[1])), out);
    }

    /** Prints the table and what the limits do to good pictures of sources that the choice did not see. */
    public static void run(LabelledPhotos photos, PrintStream out) throws IOException {
        new ChooseLimits(photos, out).run();
    }

    /** Where PASS ends and FAIL begins, as multiples of the direction in which a value is bad. */
    private record Edges(double pass, double fail) {
        double limit() {
            return (pass + fail) / 2;
        }

        /** UNSURE is half a width wide. */
        double width() {
            return 2 * (fail - pass);
        }
    }

    private void run() throws IOException {
        try (InputStream in =
                PhotoProfiles.class.getResourceAsStream("internal/profiles/" + PhotoProfiles.CN_DEGREE + ".json")) {
            JsonNode checks = new ObjectMapper()
                    .readTree(Objects.requireNonNull(in, "profile"))
                    .get("checks");
            out.println("| check | measure | now | width | rule | width | good | faulty |");
            out.println("|---|---|---|---|---|---|---|---|");
            checks.properties().forEach(check -> check.getValue().get("limits").forEach(limit -> {
                if (isChosen(limit)) {
                    print(check.getKey(), limit);
                }
            }));
            unseen(checks);
        }
    }

    private void print(String check, JsonNode limit) {
        String measure = limit.get("measure").asText();
        boolean isSize = limit.has("least") && limit.has("most");
        int sign = limit.has("most") ? 1 : -1;
        Optional<Edges> edges = edges(measure, sign, isSize, source -> true);
        double now = limit.has("most")
                ? limit.get("most").asDouble()
                : limit.get("least").asDouble();
        out.printf(
                "| %s | %s | %s | %s | %s | %s | %d | %d |%n",
                check,
                measure,
                rounded(now),
                rounded(limit.get("width").asDouble()),
                edges.map(chosen -> rounded(sign * chosen.limit())).orElse("-"),
                edges.map(chosen -> rounded(chosen.width())).orElse("-"),
                good(measure, sign, isSize, source -> true).size(),
                faulty(measure, sign, isSize, source -> true).size());
    }

    /**
     * Without faulty portraits, or where the limit holds for wearers of glasses only, there is too little to choose by:
     * such limits are set by hand between the good pictures and the drawn faults.
     */
    private static boolean isChosen(JsonNode limit) {
        return limit.get("source").asText().contains(RULE)
                && !limit.has("unless")
                && FAULTS.containsKey(limit.get("measure").asText());
    }

    private static String rounded(double value) {
        return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    /** Portraits and derived pictures are asked apart, since the milder of both is to be found. */
    private static double middle(List<Double> values) {
        return values.isEmpty() ? Double.POSITIVE_INFINITY : values.get(values.size() / 2);
    }

    /** Empty where none of the sources has the fault, or none a good picture. */
    private Optional<Edges> edges(String measure, int sign, boolean isSize, Predicate<String> sources) {
        List<Double> good = good(measure, sign, isSize, sources);
        List<Double> fine = fine(measure, sign, isSize, sources);
        if (good.isEmpty() || fine.isEmpty()) {
            return Optional.empty();
        }
        double worst = good.get(good.size() - 1);
        double spread = Math.max(1e-6, worst - good.get(good.size() / 2));
        double seldom = beyond(fine, MOST_FALSE_ALARMS);
        double middle =
                Math.min(middle(faulty(measure, sign, isSize, sources)), middle(drawn(measure, sign, isSize, sources)));
        if (Double.isInfinite(middle)) {
            return Optional.empty();
        }
        if (middle <= worst) {
            return Optional.of(new Edges(worst + 0.1 * spread, Math.max(seldom, worst + spread)));
        }
        double way = middle - worst;
        double fail = Math.max(worst + FAIL_BEGINS * way, Math.min(seldom, worst + LATEST_FAIL * way));
        // Ears that lie flat are not seen either, so hidden ears are doubtful at worst.
        return Optional.of(new Edges(worst + PASS_ENDS * way, measure.equals("ears.hidden") ? 1.001 : fail));
    }

    /** So few values lie beyond it. */
    private static double beyond(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil((1 - share) * sorted.size())));
    }

    private List<Double> good(String measure, int sign, boolean isSize, Predicate<String> sources) {
        Fault fault = FAULTS.getOrDefault(measure, NONE);
        List<String> files = new ArrayList<>(photos.derivedValid());
        List<String> labelled = fault.label().isEmpty()
                ? photos.idLike()
                : photos.labelled(fault.label(), value -> !value.equals(fault.faulty()));
        labelled.stream().filter(photos::isIdLike).forEach(files::add);
        return values(files, measure, sign, isSize, sources);
    }

    private List<Double> fine(String measure, int sign, boolean isSize, Predicate<String> sources) {
        Fault fault = FAULTS.getOrDefault(measure, NONE);
        if (fault.label().isEmpty()) {
            return good(measure, sign, isSize, sources);
        }
        List<String> files = photos.labelled(fault.label(), value -> !value.equals(fault.faulty()));
        return values(files, measure, sign, isSize, sources);
    }

    private List<Double> faulty(String measure, int sign, boolean isSize, Predicate<String> sources) {
        Fault fault = FAULTS.getOrDefault(measure, NONE);
        List<String> files = fault.label().isEmpty()
                ? List.of()
                : photos.labelled(fault.label(), value -> value.equals(fault.faulty()));
        return values(files, measure, sign, isSize, sources);
    }

    private List<Double> drawn(String measure, int sign, boolean isSize, Predicate<String> sources) {
        List<String> files =
                photos.withDefect(FAULTS.getOrDefault(measure, NONE).defects());
        return values(files, measure, sign, isSize, sources);
    }

    /** Sorted, so that the worst come last. */
    private List<Double> values(
            List<String> files, String measure, int sign, boolean isSize, Predicate<String> sources) {
        return files.stream()
                .filter(file -> sources.test(photos.source(file)))
                .map(file -> value(file, measure))
                .filter(OptionalDouble::isPresent)
                .map(value -> isSize ? Math.abs(value.getAsDouble()) : sign * value.getAsDouble())
                .sorted()
                .toList();
    }

    private OptionalDouble value(String file, String measure) {
        Double known = cache.computeIfAbsent(file, this::derived).get(measure);
        return known == null ? photos.measure(file, measure) : OptionalDouble.of(known);
    }

    /** The combinations of {@link Evidence}. */
    private Map<String, Double> derived(String file) {
        Map<String, Double> derived = new TreeMap<>();
        OptionalDouble left = photos.measure(file, "ears.skin-left");
        OptionalDouble right = photos.measure(file, "ears.skin-right");
        if (left.isPresent() && right.isPresent()) {
            derived.put("ears.least", Math.min(left.getAsDouble(), right.getAsDouble()));
        }
        for (Evidence evidence : Evidence.shipped()) {
            evidence.of((MeasureId id) -> derived.containsKey(id.value())
                            ? OptionalDouble.of(derived.get(id.value()))
                            : photos.measure(file, id.value()))
                    .ifPresent(value -> derived.put(evidence.measure().value(), value));
        }
        return derived;
    }

    /** Chooses without one source after the other and holds its good pictures to the rest's limits. */
    private void unseen(JsonNode checks) {
        int pictures = 0;
        int failing = 0;
        int unsure = 0;
        Map<String, Integer> reasons = new TreeMap<>();
        List<String> good = new ArrayList<>(photos.idLike());
        good.addAll(photos.derivedValid());
        for (String left : new TreeSet<>(good.stream().map(photos::source).toList())) {
            List<String> files = good.stream()
                    .filter(file -> photos.source(file).equals(left))
                    .toList();
            if (files.size() == good.size()) {
                continue;
            }
            pictures += files.size();
            for (String file : files) {
                int gravest = 0;
                for (String check : (Iterable<String>) checks::fieldNames) {
                    int grave = gravity(checks.get(check), file, source -> !source.equals(left));
                    gravest = Math.max(gravest, grave);
                    if (grave > 0) {
                        reasons.merge(check + (grave == 2 ? " FAIL" : " UNSURE"), 1, Integer::sum);
                    }
                }
                failing += gravest == 2 ? 1 : 0;
                unsure += gravest == 1 ? 1 : 0;
            }
        }
        out.printf(
                "%nGood pictures of sources left out of the choice: %d; with a FAIL of a required check %d, else an UNSURE %d: %s%n",
                pictures, failing, unsure, EvaluateProfile.listed(reasons));
    }

    private int gravity(JsonNode check, String file, Predicate<String> sources) {
        JsonNode severity = check.get("severity");
        String stage = severity.isTextual()
                ? severity.asText()
                : severity.path("submissionFilled").asText("ADVICE");
        if (!stage.equals("REQUIRED")) {
            return 0;
        }
        int gravest = 0;
        for (JsonNode limit : check.get("limits")) {
            String measure = limit.get("measure").asText();
            boolean isSize = limit.has("least") && limit.has("most");
            int sign = limit.has("most") ? 1 : -1;
            OptionalDouble value = value(file, measure);
            if (isChosen(limit) && value.isPresent() && !limit.has("unless")) {
                Edges edges = edges(measure, sign, isSize, sources).orElse(stated(limit));
                double badness = isSize ? Math.abs(value.getAsDouble()) : sign * value.getAsDouble();
                gravest = Math.max(gravest, badness > edges.fail() ? 2 : badness > edges.pass() ? 1 : 0);
            }
        }
        return gravest;
    }

    /** What the profile says. */
    private static Edges stated(JsonNode limit) {
        double value = limit.has("most")
                ? limit.get("most").asDouble()
                : -limit.get("least").asDouble();
        double half = limit.get("width").asDouble() / 4;
        return new Edges(value - half, value + half);
    }

    private static Map<String, Fault> faults() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        put(faults, "head.yaw", "frontal", "no");
        put(faults, "head.pitch", "frontal", "no");
        put(faults, "ears.hidden", "ears_both_visible", "no");
        put(faults, "mouth.teeth", "mouth_closed", "no");
        put(faults, "earrings.likelihood", "earrings", "yes");
        put(faults, "necklace.likelihood", "necklace", "yes", "necklace_drawn");
        put(faults, "head.covering", "headgear", "yes", "headband_drawn");
        put(faults, "clothing.lines", "clothing_pattern_stripes", "yes");
        put(faults, "background.busy", "background_uniform", "no", "background_stripes", "background_brick");
        return faults;
    }

    private static void put(Map<String, Fault> faults, String measure, String label, String faulty, String... defects) {
        faults.put(measure, new Fault(label, faulty, List.of(defects)));
    }
}
