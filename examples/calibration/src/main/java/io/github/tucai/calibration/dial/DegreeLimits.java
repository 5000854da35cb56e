package io.github.tucai.calibration.dial;

import io.github.tucai.calibration.Count;
import io.github.tucai.calibration.limits.LabelledPhotos;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Limit;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.PhotoProfile;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Chooses limits where a fault is a matter of degree: FAIL begins where hardly any fine portrait lies, of whichever source;
 * PASS ends so that what is plain is told. The rule stands on the page.
 */
public final class DegreeLimits {
    /**
     * What a measure may cost.
     *
     * @param fail of the fine, so many may fail
     * @param doubt and so many may fail or be doubtful
     * @param keepsGood whether none may fail that is good in every respect
     */
    private record Budget(double fail, double doubt, boolean keepsGood) {}

    /** Labels differ on light, so that no good portrait fails by it. */
    private static final Budget LIGHT = new Budget(0.01, 0.05, true);

    private static final Budget ALL = new Budget(0.01, 0.05, false);
    /** One of two measures of a check. */
    private static final Budget HALF = new Budget(0.005, 0.025, false);
    /** Hardly one in five wears glasses, so that doubts there cost little. */
    private static final Budget TWO_OF_WEARERS = new Budget(0.005, 0.05, false);

    private static final Budget THREE_OF_WEARERS = new Budget(0.0033, 0.05, false);
    /** Narrow eyes are not closed ones. */
    private static final Budget NO_FAIL = new Budget(0, 0.01, false);

    private static final double OF_ONE_SOURCE = 0.03;
    private static final int LARGE_SOURCE = 34;
    private static final double TOLD = 0.95;
    /** Fewer real faults say too little about where a limit belongs. */
    private static final int ENOUGH = 30;
    /** Where nothing fine comes near what is plain, UNSURE lies between, nearer to the fine. */
    private static final double PASS_ENDS = 0.25;

    private static final double FAIL_BEGINS = 0.6;

    /**
     * A measure whose limit is chosen.
     *
     * @param fine labels and values of the portraits that it must not fail
     * @param label the label of the fault and its value; empty where nobody labelled it
     */
    private record Choice(
            String check, String measure, Degree degree, Budget budget, List<String> fine, String label) {}

    private static final List<Choice> CHOICES = List.of(
            choice(
                    "highlights",
                    "highlights.spot",
                    Degree.HIGHLIGHT,
                    LIGHT,
                    "low_resolution=no,monochrome=no,shadow_on_face=no",
                    ""),
            choice(
                    "lenses-tinted",
                    "lenses.darkness",
                    Degree.TINT,
                    TWO_OF_WEARERS,
                    "glasses=yes,tinted_glasses=no",
                    "tinted_glasses=yes"),
            choice(
                    "lenses-tinted",
                    "lenses.darkness-both",
                    Degree.TINT,
                    TWO_OF_WEARERS,
                    "glasses=yes,tinted_glasses=no",
                    "tinted_glasses=yes"),
            choice(
                    "lenses-glare",
                    "lenses.glare",
                    Degree.GLARE,
                    THREE_OF_WEARERS,
                    "glasses=yes,glare_on_glasses=no",
                    "glare_on_glasses=yes"),
            choice(
                    "lenses-glare",
                    "lenses.glare-both",
                    Degree.GLARE,
                    THREE_OF_WEARERS,
                    "glasses=yes,glare_on_glasses=no",
                    "glare_on_glasses=yes"),
            choice(
                    "lenses-glare",
                    "lenses.glare-light",
                    Degree.GLARE,
                    THREE_OF_WEARERS,
                    "glasses=yes,glare_on_glasses=no",
                    "glare_on_glasses=yes"),
            choice(
                    "shadow-on-face",
                    "shadow.edges",
                    Degree.CAST_SHADOW,
                    LIGHT,
                    "shadow_on_face=no",
                    "shadow_on_face=yes"),
            choice(
                    "background-uniform",
                    "background.gradient",
                    Degree.BACKGROUND_GRADIENT,
                    HALF,
                    "background_uniform=yes",
                    ""),
            choice(
                    "background-uniform",
                    "background.spread",
                    Degree.BACKGROUND_OBJECT,
                    HALF,
                    "background_uniform=yes",
                    "background_uniform=no"),
            choice(
                    "background-shadow",
                    "background.shadow",
                    Degree.BACKGROUND_SHADOW,
                    ALL,
                    "background_uniform=yes",
                    ""),
            choice("natural-colour", "skin.cast", Degree.CAST, ALL, "monochrome=no", ""),
            choice("exposure", "skin.overexposed", Degree.OVEREXPOSED, HALF, "low_resolution=no", ""),
            choice("eyes-open", "eyes.opening", Degree.EYES_SHUT, NO_FAIL, "eyes_open=yes", "eyes_open=no"),
            choice("mouth-closed", "mouth.opening", Degree.MOUTH_OPEN, HALF, "mouth_closed=yes", "mouth_closed=no"),
            choice(
                    "hair-over-eyebrows",
                    "hair.brow-share",
                    Degree.FRINGE,
                    ALL,
                    "hair_covers_eyebrow=no",
                    "hair_covers_eyebrow=yes"),
            choice(
                    "hair-over-ears",
                    "hair.ear-share",
                    Degree.HAIR_OVER_EAR,
                    ALL,
                    "hair_covers_ear=no",
                    "hair_covers_ear=yes"),
            choice("clothing-blue", "clothing.blue", Degree.BLUE, ALL, "clothing_blue=no", "clothing_blue=yes"));

    private static Choice choice(
            String check, String measure, Degree degree, Budget budget, String fine, String label) {
        return new Choice(check, measure, degree, budget, List.of(fine.split(",", -1)), label);
    }

    /** Limits are rounded, and many values equal, so a little further than the value itself. */
    private static final double BEYOND = 0.02;

    private final LabelledPhotos photos;
    private final Map<Degree, DrawnPhotos> drawn;
    private final PhotoProfile profile;

    /** Chooses among these photos. */
    public DegreeLimits(LabelledPhotos photos, Map<Degree, DrawnPhotos> drawn, PhotoProfile profile) {
        this.photos = photos;
        this.drawn = new EnumMap<>(drawn);
        this.profile = profile;
    }

    /** Where PASS ends and FAIL begins; greater is worse. */
    private record Edges(double pass, double fail) {}

    /** Prints what stands in the profile, what the rule gives and what that does. */
    public void print(PrintStream out) {
        out.println(
                "| check | measure | now | width | rule | width | fine | fail with their source left out | plain ones drawn, told by this measure | real ones told |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (Choice choice : CHOICES) {
            if (drawn.containsKey(choice.degree())) {
                print(choice, out);
            }
        }
    }

    private void print(Choice choice, PrintStream out) {
        Limit now = limit(choice);
        boolean isSize = now.least().isPresent() && now.most().isPresent();
        int sign = isSize || now.most().isPresent() ? 1 : -1;
        Values values = new Values(choice.measure(), sign, isSize);
        List<Double> plain = values.plain(choice);
        List<Double> real = values.real(choice);
        if (plain.isEmpty() || values.fine(choice, source -> true).isEmpty()) {
            return;
        }
        Edges edges = edges(choice, values, source -> true);
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %d | %s | %s | %s |%n",
                choice.check(),
                choice.measure(),
                rounded(sign > 0 ? now.most().orElseThrow() : now.least().orElseThrow()),
                rounded(now.width()),
                rounded(sign * (edges.pass() + edges.fail()) / 2),
                rounded(2 * (edges.fail() - edges.pass())),
                values.fine(choice, source -> true).size(),
                unseen(choice, values),
                Count.of(plain.stream(), value -> value > edges.pass()),
                Count.of(real.stream(), value -> value > edges.pass()));
    }

    private Limit limit(Choice choice) {
        return Objects.requireNonNull(profile.rules().get(new CheckId(choice.check())), choice.check())
                .limits()
                .stream()
                .filter(limit -> limit.measure().equals(new MeasureId(choice.measure())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no limit for " + choice.measure()));
    }

    /** How many fine portraits fail by limits that their source had no part in. */
    private Count unseen(Choice choice, Values values) {
        long failing = 0;
        long all = 0;
        for (String source : new TreeSet<>(
                photos.portraits().keySet().stream().map(photos::source).toList())) {
            List<Double> fine = values.fine(choice, source::equals);
            if (!fine.isEmpty()) {
                double fail =
                        edges(choice, values, other -> !other.equals(source)).fail();
                failing += fine.stream().filter(value -> value > fail).count();
                all += fine.size();
            }
        }
        return new Count(failing, all);
    }

    private Edges edges(Choice choice, Values values, Predicate<String> sources) {
        List<Double> fine = values.fine(choice, sources);
        double fail = further(beyond(fine, choice.budget().fail()));
        for (String source : new TreeSet<>(
                photos.portraits().keySet().stream().map(photos::source).toList())) {
            List<Double> ofOne = values.fine(choice, name -> name.equals(source) && sources.test(name));
            fail = ofOne.size() < LARGE_SOURCE ? fail : Math.max(fail, further(beyond(ofOne, OF_ONE_SOURCE)));
        }
        if (choice.budget().keepsGood()) {
            List<Double> good = values.good(sources);
            fail = good.isEmpty() ? fail : Math.max(fail, further(good.get(good.size() - 1)));
        }
        List<Double> real = values.real(choice);
        List<Double> plain = real.size() < ENOUGH ? values.plain(choice) : real;
        double told = plain.get((int) ((1 - TOLD) * plain.size()));
        if (choice.budget().fail() == 0) {
            double worst = fine.get(fine.size() - 1);
            double way = Math.max(0, plain.get(plain.size() / 2) - worst);
            return new Edges(Math.max(told, beyond(fine, choice.budget().doubt())), worst + FAIL_BEGINS * way);
        }
        if (told > fail) {
            double way = told - fail;
            return new Edges(fail + PASS_ENDS * way, fail + FAIL_BEGINS * way);
        }
        return new Edges(Math.max(told, beyond(fine, choice.budget().doubt())), fail);
    }

    /** At most such a share of the values lies beyond it. */
    private static double beyond(List<Double> sorted, double share) {
        int most = (int) (share * sorted.size());
        return sorted.get(Math.max(0, sorted.size() - 1 - most));
    }

    private static double further(double value) {
        return value + BEYOND * Math.abs(value);
    }

    private static String rounded(double value) {
        return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    /** Values of a measure, sorted, so that the worst come last. */
    private final class Values {
        private final String measure;
        private final int sign;
        private final boolean isSize;

        Values(String measure, int sign, boolean isSize) {
            this.measure = measure;
            this.sign = sign;
            this.isSize = isSize;
        }

        List<Double> fine(Choice choice, Predicate<String> sources) {
            return portraits(choice.fine(), sources);
        }

        /** Of portraits without any fault. */
        List<Double> good(Predicate<String> sources) {
            List<Double> values = new ArrayList<>();
            photos.idLike().stream()
                    .filter(file -> sources.test(photos.source(file)))
                    .forEach(file -> photos.measure(file, measure).ifPresent(value -> values.add(badness(value))));
            return values.stream().sorted().toList();
        }

        List<Double> real(Choice choice) {
            return choice.label().isEmpty() ? List.of() : portraits(List.of(choice.label()), source -> true);
        }

        private List<Double> portraits(Collection<String> labels, Predicate<String> sources) {
            List<Double> values = new ArrayList<>();
            photos.portraits().forEach((file, cells) -> {
                if (labels.stream().allMatch(label -> is(cells, label)) && sources.test(photos.source(file))) {
                    photos.measure(file, measure).ifPresent(value -> values.add(badness(value)));
                }
            });
            return values.stream().sorted().toList();
        }

        List<Double> plain(Choice choice) {
            List<Double> values = new ArrayList<>();
            Objects.requireNonNull(drawn.get(choice.degree())).all().stream()
                    .filter(photo -> photo.severity() >= choice.degree().plain())
                    .forEach(photo -> value(photo).ifPresent(value -> values.add(badness(value))));
            return values.stream().sorted().toList();
        }

        private OptionalDouble value(DrawnPhotos.Drawn photo) {
            String text = photo.measures().getOrDefault(measure, "");
            return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        }

        private double badness(double value) {
            return isSize ? Math.abs(value) : sign * value;
        }
    }

    private static boolean is(Map<String, String> cells, String label) {
        String[] parts = label.split("=", 2);
        return parts[1].equals(cells.get(parts[0]));
    }
}
