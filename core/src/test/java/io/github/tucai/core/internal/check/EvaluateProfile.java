package io.github.tucai.core.internal.check;

import io.github.tucai.PhotoProfiles;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Judges measured test data by a profile and prints how often each check is right, as Markdown.
 *
 * <p>{@code java … EvaluateProfile measures.csv TESTDATA [PROFILE]}; the measures come from {@code ScanTestdata} of the
 * imaging module.
 */
final class EvaluateProfile {
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
            List.of("low_resolution", "yes", "inter-eye-distance,sharpness"));

    private static final Map<String, String> DEFECTS = defects();
    private static final List<String> GOOD_YES =
            List.of("single_face", "frontal", "eyes_open", "mouth_closed", "ears_both_visible", "background_uniform");
    private static final List<String> GOOD_NO = List.of(
            "tinted_glasses",
            "glare_on_glasses",
            "headgear",
            "hair_covers_eyebrow",
            "hair_covers_ear",
            "earrings",
            "necklace",
            "clothing_blue",
            "shadow_on_face",
            "monochrome",
            "low_resolution");

    private final Map<String, Map<String, String>> measures;
    private final Path testdata;
    private final PhotoProfile profile;
    private final PhotoJudge judge = new PhotoJudge();
    private final PrintStream out;

    private EvaluateProfile(Path csv, Path testdata, String profile, PrintStream out) throws IOException {
        this.measures = table(csv);
        this.testdata = testdata;
        this.profile = PhotoProfiles.get(profile);
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String profile = arguments.length > 2 ? arguments[2] : PhotoProfiles.CN_DEGREE;
        new EvaluateProfile(Path.of(arguments[0]), Path.of(arguments[1]), profile, out).run();
    }

    private void run() throws IOException {
        Map<String, Map<String, String>> labels = table(testdata.resolve("manifest.csv"));
        Map<String, PhotoCheckResult> portraits = new LinkedHashMap<>();
        Map<String, PhotoCheckResult> wearers = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> entry : labels.entrySet()) {
            if ("portrait".equals(entry.getValue().get("kind")) && measures.containsKey(entry.getKey())) {
                portraits.put(entry.getKey(), check(entry.getKey(), entry.getValue(), Declarations.NONE));
                wearers.put(
                        entry.getKey(), check(entry.getKey(), entry.getValue(), Declarations.NONE.withGlasses(true)));
            }
        }
        perLabel(wearers, labels);
        Map<String, Map<String, String>> derivedLabels = table(testdata.resolve("derived/manifest.csv"));
        Map<String, PhotoCheckResult> derived = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> entry : derivedLabels.entrySet()) {
            if (measures.containsKey(entry.getKey())) {
                derived.put(entry.getKey(), check(entry.getKey(), entry.getValue(), Declarations.NONE));
            }
        }
        verdicts("ID-like portraits", portraits, file -> isIdLike(file, cells(labels, file)));
        verdicts("derived valid", derived, file -> "yes"
                .equals(cells(derivedLabels, file).get("valid")));
        verdicts(
                "frontal, eyes open, mouth closed, 480 x 640 or more",
                portraits,
                file -> isFrontal(cells(labels, file)));
        verdicts("all portraits", portraits, file -> true);
        perDefect(derived, derivedLabels);
    }

    private void perLabel(Map<String, PhotoCheckResult> results, Map<String, Map<String, String>> labels) {
        out.println(
                "| label | checks | fine | faulty | EER % | false alarm | unsure on fine | missed | unsure on faulty |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (List<String> row : LABELS) {
            List<Finding> fine = new ArrayList<>();
            List<Finding> faulty = new ArrayList<>();
            results.forEach((file, result) -> {
                String label = cells(labels, file).getOrDefault(row.get(0), "");
                Finding worst = worst(result, row.get(2).split(",", -1));
                if (!label.equals("unsure") && !label.isEmpty() && worst.answer() != Answer.SKIPPED) {
                    (label.equals(row.get(1)) ? faulty : fine).add(worst);
                }
            });
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %.1f | %d | %d | %d | %d |%n",
                    row.get(0),
                    row.get(2),
                    fine.size(),
                    faulty.size(),
                    equalErrorRate(fine, faulty),
                    count(fine, Answer.FAIL),
                    count(fine, Answer.UNSURE),
                    count(faulty, Answer.PASS),
                    count(faulty, Answer.UNSURE));
        }
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
        out.printf("%n%s: %s%n  %s%n", title, verdicts, reasons);
    }

    private void perDefect(Map<String, PhotoCheckResult> results, Map<String, Map<String, String>> labels) {
        out.println();
        out.println("| defect | own checks | FAIL | UNSURE | PASS | SKIPPED | photo not accepted |");
        out.println("|---|---|---|---|---|---|---|");
        Map<String, int[]> counts = new TreeMap<>();
        results.forEach((file, result) -> {
            String defect = cells(labels, file).getOrDefault("defect", "");
            String checks = DEFECTS.get(defect);
            if (checks != null) {
                Finding worst = worst(result, checks.split(",", -1));
                int[] row = counts.computeIfAbsent(defect, name -> new int[5]);
                row[column(worst.answer())]++;
                row[4] += result.verdict() == Verdict.ACCEPT ? 0 : 1;
            }
        });
        counts.forEach((defect, row) -> out.printf(
                "| %s | %s | %d | %d | %d | %d | %d |%n",
                defect, DEFECTS.get(defect), row[0], row[1], row[2], row[3], row[4]));
    }

    private static int column(Answer answer) {
        return List.of(Answer.FAIL, Answer.UNSURE, Answer.PASS, Answer.SKIPPED).indexOf(answer);
    }

    /** Where the share of fine photos below a score equals the share of faulty ones at or above it. */
    private static double equalErrorRate(List<Finding> fine, List<Finding> faulty) {
        if (fine.isEmpty() || faulty.isEmpty()) {
            return Double.NaN;
        }
        double best = 1;
        double rate = 1;
        for (int step = 0; step <= 1001; step++) {
            double threshold = step / 10.0;
            double alarms = share(fine, finding -> finding.score().orElse(0) < threshold);
            double misses = share(faulty, finding -> finding.score().orElse(0) >= threshold);
            if (Math.abs(alarms - misses) < best) {
                best = Math.abs(alarms - misses);
                rate = (alarms + misses) / 2;
            }
        }
        return 100 * rate;
    }

    private static double share(List<Finding> findings, Predicate<Finding> which) {
        return (double) findings.stream().filter(which).count() / findings.size();
    }

    private static long count(List<Finding> findings, Answer answer) {
        return findings.stream().filter(finding -> finding.answer() == answer).count();
    }

    private static Finding worst(PhotoCheckResult result, String... checks) {
        return Stream.of(checks)
                .map(check -> result.finding(new CheckId(check)).orElseThrow())
                .min((a, b) -> Double.compare(a.score().orElse(101), b.score().orElse(101)))
                .orElseThrow();
    }

    private PhotoCheckResult check(String file, Map<String, String> cells, Declarations declared) throws IOException {
        int width = Integer.parseInt(cells.getOrDefault("width", "1"));
        int height = Integer.parseInt(cells.getOrDefault("height", "1"));
        String format = file.endsWith(".png") ? "png" : "jpeg";
        FileFacts facts = new FileFacts(
                format,
                (int) Files.size(testdata.resolve(file)),
                width,
                height,
                1,
                3,
                8,
                "sRGB",
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                1,
                List.of());
        Measurements.Builder builder = Measurements.builder("csv", "1", facts);
        cells(measures, file).forEach((name, value) -> {
            if (!name.equals("file") && !value.isEmpty() && Character.isDigit(value.charAt(value.length() - 1))) {
                MeasureId id = new MeasureId(name);
                String unit =
                        Measures.definition(id).map(Measures.Definition::unit).orElse("");
                builder.add(new Measure(id, Double.parseDouble(value), unit, null, 1));
            }
        });
        return judge.judge(builder.build(), profile, Stage.SUBMISSION, declared);
    }

    private static boolean isIdLike(String file, Map<String, String> cells) {
        return GOOD_YES.stream().allMatch(label -> "yes".equals(cells.get(label)))
                && GOOD_NO.stream().allMatch(label -> "no".equals(cells.get(label)))
                && isLarge(cells)
                && !file.contains("canada_");
    }

    private static boolean isFrontal(Map<String, String> cells) {
        return GOOD_YES.subList(0, 4).stream().allMatch(label -> "yes".equals(cells.get(label))) && isLarge(cells);
    }

    private static boolean isLarge(Map<String, String> cells) {
        int width = Integer.parseInt(cells.getOrDefault("width", "0"));
        int height = Integer.parseInt(cells.getOrDefault("height", "0"));
        return Math.min(width, height * 3 / 4) >= 480;
    }

    private static Map<String, String> cells(Map<String, Map<String, String>> table, String file) {
        return table.getOrDefault(file, Map.of());
    }

    private static Map<String, Map<String, String>> table(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> names = split(lines.get(0));
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = split(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                row.put(names.get(i), values.get(i));
            }
            table.put(values.get(0), row);
        }
        return table;
    }

    /** Cells of one line; a quoted cell may hold commas. */
    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
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
