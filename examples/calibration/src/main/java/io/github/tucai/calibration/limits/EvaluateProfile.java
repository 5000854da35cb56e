package io.github.tucai.calibration.limits;

import io.github.tucai.calibration.Count;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.check.internal.CheckCatalogue;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges measured test data by a profile and prints how often each check is right, as Markdown.
 *
 * <p>{@code java … EvaluateProfile measures.csv TESTDATA [PROFILE [READING.csv]]}; the measures come from {@code ScanTestdata}. A second reading of the labels adds a table of the pictures on which both readers agree, which
 * tells errors of the checks from those of the labels, and one of the second reader's own errors by the labels.
 */
public final class EvaluateProfile {
    /** Label, the value that means a fault, and the checks that should find it. */
    private static final List<List<String>> LABELS = List.of(
            List.of("frontal", "no", "head-yaw,head-pitch,head-roll"),
            List.of("eyes_open", "no", "eyes-open"),
            List.of("mouth_closed", "no", "mouth-closed"),
            List.of("glasses", "no", "glasses"),
            List.of("tinted_glasses", "yes", "lenses-tinted,frame-over-eyes"),
            List.of("glare_on_glasses", "yes", "lenses-glare"),
            List.of("headgear", "yes", "head-covering"),
            List.of("hair_covers_eyebrow", "yes", "hair-over-eyebrows"),
            List.of("hair_covers_ear", "yes", "hair-over-ears"),
            List.of("ears_both_visible", "no", "ears-visible,hair-over-ears"),
            List.of("earrings", "yes", "earrings"),
            List.of("necklace", "yes", "necklace"),
            List.of("clothing_blue", "yes", "clothing-blue"),
            List.of("clothing_pattern_stripes", "yes", "clothing-pattern"),
            List.of("background_uniform", "no", "background-uniform"),
            List.of("shadow_on_face", "yes", "shadow-on-face"),
            List.of("monochrome", "yes", "file-colour"),
            List.of("low_resolution", "yes", "inter-eye-distance"));

    /** Fewer say nothing about a rate. */
    private static final int ENOUGH = 10;

    private static final Map<String, String> DEFECTS = defects();
    private final LabelledPhotos photos;
    private final JudgedPhotos judged;
    private final PrintStream out;

    private EvaluateProfile(LabelledPhotos photos, JudgedPhotos judged, PrintStream out) {
        this.photos = photos;
        this.judged = judged;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path testdata = Path.of(arguments[1]);
        String profile = arguments.length > 2 ? arguments[2] : PhotoProfiles.CN_DEGREE;
        Optional<Path> reading = arguments.length > 3 ? Optional.of(Path.of(arguments[3])) : Optional.empty();
        LabelledPhotos photos = LabelledPhotos.read(Path.of(arguments[0]), testdata);
        run(photos, new JudgedPhotos(photos, testdata, PhotoProfiles.get(profile)), reading, out);
    }

    /**
     * Prints all tables.
     *
     * @param reading a second reading of the labels
     */
    public static void run(LabelledPhotos photos, JudgedPhotos judged, Optional<Path> reading, PrintStream out)
            throws IOException {
        new EvaluateProfile(photos, judged, out).run(reading);
    }

    private void run(Optional<Path> reading) throws IOException {
        Map<String, PhotoCheckResult> portraits = new LinkedHashMap<>();
        Map<String, PhotoCheckResult> wearers = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> entry : photos.portraits().entrySet()) {
            portraits.put(entry.getKey(), judged.check(entry.getKey(), Declarations.NONE));
            wearers.put(entry.getKey(), judged.check(entry.getKey(), Declarations.NONE.withGlasses(true)));
        }
        out.println("### Checks against labels\n");
        perLabel(wearers, photos.portraits());
        out.println("\n### Groups");
        perGroup(wearers, photos.portraits());
        if (reading.isPresent()) {
            out.println("\n### Where both readings agree\n");
            perLabel(wearers, photos.agreedWith(reading.get()));
            perGroup(wearers, photos.agreedWith(reading.get()));
            perLabelRead(LabelledPhotos.table(reading.get()));
        }
        Map<String, PhotoCheckResult> derived = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> entry : photos.derived().entrySet()) {
            derived.put(entry.getKey(), judged.check(entry.getKey(), Declarations.NONE));
        }
        List<String> valid = photos.derivedValid();
        out.println("\n### Verdicts\n");
        verdicts("ID-like portraits", portraits, photos::isIdLike);
        verdicts("derived valid", derived, valid::contains);
        verdicts("frontal, eyes open, mouth closed, 480 x 640 or more", portraits, photos::isFrontal);
        verdicts("all portraits", portraits, file -> true);
        perDefect(derived, photos.derived());
    }

    /** How often pictures without a fault are stopped all the same, by what is known or seen of the person. */
    private void perGroup(Map<String, PhotoCheckResult> results, Map<String, Map<String, String>> labels) {
        Map<String, Predicate<String>> groups = new LinkedHashMap<>();
        groups.put("all", file -> true);
        groups.put("women", file -> note(file).matches(".*\\b(female|woman|girl)\\b.*"));
        groups.put("men", file -> note(file).matches(".*\\b(male|man|boy)\\b.*"));
        groups.put("East Asian", file -> note(file).matches(".*(east_asian|east asian|chinese|japanese|korean).*"));
        groups.put("black", file -> note(file).matches(".*\\b(black|african)\\b.*"));
        groups.put("white", file -> note(file).matches(".*\\b(white|caucasian)\\b.*"));
        groups.put(
                "dark skin, as measured",
                file -> photos.measure(file, "skin.luminance").orElse(1) < 0.35);
        groups.put(
                "eyes less than 90 px apart",
                file -> photos.measure(file, "eyes.distance").orElse(999) < 90);
        out.println();
        out.println(
                "| group | pictures | answers on fine | FAIL % | FAIL or UNSURE % | checks above 1.5 times the overall rate |");
        out.println("|---|---|---|---|---|---|");
        Map<String, int[]> overall = new TreeMap<>();
        groups.forEach((group, members) -> {
            Map<String, int[]> counts = new TreeMap<>();
            results.forEach((file, result) -> {
                if (members.test(file)) {
                    countFine(LabelledPhotos.cells(labels, file), result, counts);
                }
            });
            if (group.equals("all")) {
                overall.putAll(counts);
            }
            int[] sum = new int[3];
            counts.values().forEach(row -> {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += row[i];
                }
            });
            if (sum[0] == 0) {
                return;
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.1f | %.1f | %s |%n",
                    group,
                    results.keySet().stream().filter(members).count(),
                    sum[0],
                    100.0 * sum[1] / sum[0],
                    100.0 * (sum[1] + sum[2]) / sum[0],
                    String.join(", ", unfair(counts, overall)));
        });
    }

    private static void countFine(Map<String, String> labels, PhotoCheckResult result, Map<String, int[]> counts) {
        for (List<String> row : LABELS) {
            String label = labels.getOrDefault(row.get(0), "");
            Finding worst = worst(result, row.get(2).split(",", -1));
            boolean isFine = !label.isEmpty() && !label.equals("unsure") && !label.equals(row.get(1));
            if (isFine && worst.answer() != Answer.SKIPPED && !row.get(0).equals("glasses")) {
                int[] count = counts.computeIfAbsent(row.get(0), key -> new int[3]);
                count[0]++;
                count[1] += worst.answer() == Answer.FAIL ? 1 : 0;
                count[2] += worst.answer() == Answer.UNSURE ? 1 : 0;
            }
        }
    }

    /** Only where at least five alarms allow saying so. */
    private static List<String> unfair(Map<String, int[]> counts, Map<String, int[]> overall) {
        List<String> names = new ArrayList<>();
        counts.forEach((label, row) -> {
            int[] all = overall.getOrDefault(label, row);
            double rate = (double) (row[1] + row[2]) / row[0];
            double usual = (double) (all[1] + all[2]) / all[0];
            if (row[1] + row[2] >= 5 && rate > 1.5 * usual) {
                names.add(String.format(Locale.ROOT, "%s %d/%d (%.1f)", label, row[1] + row[2], row[0], rate / usual));
            }
        });
        return names;
    }

    private String note(String file) {
        return photos.labels(file).getOrDefault("note", "").toLowerCase(Locale.ROOT);
    }

    private void perLabel(Map<String, PhotoCheckResult> results, Map<String, Map<String, String>> labels) {
        out.println(
                "| label | checks | fine | faulty | EER % | fine that FAIL | fine that are UNSURE | faulty that PASS | faulty that are UNSURE | all that are UNSURE, % |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        List<Double> rates = new ArrayList<>();
        for (List<String> row : LABELS) {
            List<Finding> fine = new ArrayList<>();
            List<Finding> faulty = new ArrayList<>();
            results.forEach((file, result) -> {
                String label = LabelledPhotos.cells(labels, file).getOrDefault(row.get(0), "");
                Finding worst = worst(result, row.get(2).split(",", -1));
                if (!label.equals("unsure") && !label.isEmpty() && worst.answer() != Answer.SKIPPED) {
                    (label.equals(row.get(1)) ? faulty : fine).add(worst);
                }
            });
            double rate = equalErrorRate(fine, faulty);
            if (Math.min(fine.size(), faulty.size()) >= ENOUGH) {
                rates.add(rate);
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %.1f | %s | %s | %s | %s | %.1f |%n",
                    row.get(0),
                    row.get(2),
                    fine.size(),
                    faulty.size(),
                    rate,
                    count(fine, Answer.FAIL),
                    count(fine, Answer.UNSURE),
                    count(faulty, Answer.PASS),
                    count(faulty, Answer.UNSURE),
                    count(Stream.concat(fine.stream(), faulty.stream()).toList(), Answer.UNSURE)
                            .percent());
        }
        summary(rates);
    }

    /** What the second reader errs by, judged by the labels as a check is; in doubt lies between fine and faulty. */
    private void perLabelRead(Map<String, Map<String, String>> reading) {
        out.println("\n### The second reading judged by the labels, as if it were the checks\n");
        out.println("| label | fine | faulty | EER % |");
        out.println("|---|---|---|---|");
        List<Double> rates = new ArrayList<>();
        for (List<String> row : LABELS) {
            List<Double> fine = new ArrayList<>();
            List<Double> faulty = new ArrayList<>();
            photos.labelled(row.get(0), value -> true).forEach(file -> {
                String read = LabelledPhotos.cells(reading, file).getOrDefault(row.get(0), "");
                boolean isFaulty = row.get(1).equals(photos.labels(file).get(row.get(0)));
                if (!read.isEmpty()) {
                    (isFaulty ? faulty : fine).add(read.equals("unsure") ? 0.5 : read.equals(row.get(1)) ? 1.0 : 0.0);
                }
            });
            if (Math.min(fine.size(), faulty.size()) >= ENOUGH) {
                rates.add(LabelledPhotos.equalErrorRate(fine, faulty));
                out.printf(
                        Locale.ROOT,
                        "| %s | %d | %d | %.1f |%n",
                        row.get(0),
                        fine.size(),
                        faulty.size(),
                        rates.get(rates.size() - 1));
            }
        }
        summary(rates);
    }

    private void summary(List<Double> rates) {
        out.printf(
                Locale.ROOT,
                "%nmean EER %.1f, median %.1f over %d labels with %d or more fine and faulty portraits%n",
                rates.stream().mapToDouble(rate -> rate).average().orElse(Double.NaN),
                median(rates),
                rates.size(),
                ENOUGH);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty() ? Double.NaN : (sorted.get(half) + sorted.get((sorted.size() - 1) / 2)) / 2;
    }

    private void verdicts(String title, Map<String, PhotoCheckResult> results, Predicate<String> which) {
        Map<Verdict, Integer> verdicts = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        results.forEach((file, result) -> {
            if (which.test(file)) {
                verdicts.merge(result.verdict(), 1, Integer::sum);
                result.findings().stream()
                        .filter(finding ->
                                finding.severity() == Severity.REQUIRED || finding.severity() == Severity.REVIEW)
                        .filter(finding -> finding.answer() == Answer.FAIL || finding.answer() == Answer.UNSURE)
                        .forEach(finding -> reasons.merge(finding.check() + " " + finding.answer(), 1, Integer::sum));
            }
        });
        long answers = results.keySet().stream().filter(which).count()
                * CheckCatalogue.shipped().ids().size();
        Map<String, Integer> skipped = new TreeMap<>();
        results.forEach((file, result) -> {
            if (which.test(file)) {
                result.findings().stream()
                        .filter(finding -> finding.answer() == Answer.SKIPPED)
                        .forEach(finding -> skipped.merge(finding.check() + " " + finding.reason(), 1, Integer::sum));
            }
        });
        int sum = skipped.values().stream().mapToInt(Integer::intValue).sum();
        out.printf(
                Locale.ROOT,
                "- %s: %s; of them rejected %s, to review %s. Not PASS: %s. Skipped %.1f %% of the answers: %s.%n",
                title,
                listed(verdicts),
                count(verdicts, Verdict.REJECT),
                count(verdicts, Verdict.REVIEW),
                listed(reasons),
                100.0 * sum / answers,
                listed(skipped));
    }

    private static Count count(Map<Verdict, Integer> verdicts, Verdict which) {
        int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        return new Count(verdicts.getOrDefault(which, 0), all);
    }

    static String listed(Map<?, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void perDefect(Map<String, PhotoCheckResult> results, Map<String, Map<String, String>> labels) {
        out.println("\n### Drawn defects\n");
        out.println(
                "| defect | own checks | FAIL | UNSURE | PASS | SKIPPED | photo not accepted | told under another check alone |");
        out.println("|---|---|---|---|---|---|---|---|");
        Map<String, int[]> counts = new TreeMap<>();
        results.forEach((file, result) -> {
            String defect = LabelledPhotos.cells(labels, file).getOrDefault("defect", "");
            String checks = DEFECTS.get(defect);
            if (checks != null) {
                Finding worst = worst(result, checks.split(",", -1));
                int[] row = counts.computeIfAbsent(defect, name -> new int[6]);
                row[column(worst.answer())]++;
                row[4] += result.verdict() == Verdict.ACCEPT ? 0 : 1;
                boolean isMissed = worst.answer() == Answer.PASS || worst.answer() == Answer.SKIPPED;
                row[5] += isMissed && result.verdict() != Verdict.ACCEPT ? 1 : 0;
            }
        });
        counts.forEach((defect, row) -> out.printf(
                "| %s | %s | %d | %d | %d | %d | %d | %d |%n",
                defect, DEFECTS.get(defect), row[0], row[1], row[2], row[3], row[4], row[5]));
    }

    private static int column(Answer answer) {
        return List.of(Answer.FAIL, Answer.UNSURE, Answer.PASS, Answer.SKIPPED).indexOf(answer);
    }

    private static double equalErrorRate(List<Finding> fine, List<Finding> faulty) {
        return LabelledPhotos.equalErrorRate(badness(fine), badness(faulty));
    }

    private static List<Double> badness(List<Finding> findings) {
        return findings.stream().map(finding -> 100 - finding.score().orElse(0)).toList();
    }

    private static Count count(List<Finding> findings, Answer answer) {
        return Count.of(findings.stream(), finding -> finding.answer() == answer);
    }

    private static Finding worst(PhotoCheckResult result, String... checks) {
        return Stream.of(checks)
                .map(check -> result.finding(new CheckId(check)).orElseThrow())
                .min((a, b) -> Double.compare(a.score().orElse(101), b.score().orElse(101)))
                .orElseThrow();
    }

    private static Map<String, String> defects() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("blur_gaussian", "sharpness");
        map.put("blur_gaussian_strong", "sharpness");
        map.put("blur_motion", "sharpness");
        map.put("overexposed", "exposure");
        map.put("underexposed", "exposure,dynamic-range");
        map.put("side_light", "light-even");
        map.put("highlight_forehead", "highlights,exposure");
        map.put("red_eye", "red-eye");
        map.put("low_resolution_upscaled", "pixelation,sharpness");
        map.put("low_resolution_small_file", "file-dimensions,inter-eye-distance");
        map.put("noise", "noise");
        map.put("monochrome", "file-colour");
        map.put("colour_cast_yellow", "natural-colour");
        map.put("clothing_blue", "clothing-blue");
        map.put("clothing_stripes", "clothing-pattern");
        map.put("background_red", "background-colour");
        map.put("background_stripes", "background-uniform");
        map.put("background_brick", "background-uniform");
        map.put("background_shadow", "background-shadow");
        map.put("eyes_closed_warp", "eyes-open");
        map.put("mouth_open_warp", "mouth-closed");
        map.put("glasses_glare_drawn", "lenses-glare");
        map.put("sunglasses_drawn", "lenses-tinted");
        map.put("fringe_over_brows_drawn", "hair-over-eyebrows");
        map.put("headband_drawn", "head-covering");
        map.put("earrings_drawn", "earrings");
        map.put("necklace_drawn", "necklace");
        map.put("makeup_lips_blush", "makeup");
        map.put("no_face_body_only", "single-face");
        map.put("two_faces", "single-face");
        map.put("tilted_head_8", "head-roll,shoulders-level");
        map.put("tilted_head_15", "head-roll,shoulders-level");
        map.put("off_centre", "face-centred");
        map.put("head_too_small", "face-width");
        map.put("head_too_large", "head-top-margin,face-width,eye-line");
        map.put("head_too_high_cut", "head-top-margin,eye-line");
        map.put("jpeg_q10", "compression-artefacts,file-compression");
        map.put("jpeg_q20", "compression-artefacts,file-compression");
        map.put("recapture_screen", "recapture");
        map.put("recapture_print", "recapture");
        map.put("moire_only", "recapture");
        map.put("black_border", "recapture,background-uniform");
        map.put("skin_smoothing", "retouched");
        map.put("skin_whitening", "retouched");
        map.put("beauty_slim_bigeyes", "retouched");
        map.put("beauty_combined", "retouched");
        return map;
    }
}
