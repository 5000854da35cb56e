package io.github.tucai.calibration.limits;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Measures of photos beside their labels: what {@code ScanTestdata} wrote and the manifests of a folder like testdata. */
public final class LabelledPhotos {
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
    private final Map<String, Map<String, String>> portraits = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> derived = new LinkedHashMap<>();

    private LabelledPhotos(Map<String, Map<String, String>> measures) {
        this.measures = measures;
    }

    /** Joins what {@code ScanTestdata} wrote with the manifests of the same folder. */
    public static LabelledPhotos read(Path csv, Path testdata) throws IOException {
        LabelledPhotos photos = new LabelledPhotos(table(csv));
        table(manifest(testdata)).forEach((file, cells) -> {
            if ("portrait".equals(cells.get("kind")) && photos.measures.containsKey(file)) {
                photos.portraits.put(file, cells);
            }
        });
        Path derived = testdata.resolve("derived/manifest.csv");
        if (Files.exists(derived)) {
            table(derived).forEach((file, cells) -> {
                if (photos.measures.containsKey(file)) {
                    photos.derived.put(file, cells);
                }
            });
        }
        return photos;
    }

    /** The table of labels: two readings' consensus where there is one. */
    public static Path manifest(Path testdata) {
        Path consensus = testdata.resolve("manifest2.csv");
        return Files.exists(consensus) ? consensus : testdata.resolve("manifest.csv");
    }

    /** Labels by file of the portraits that were measured. */
    public Map<String, Map<String, String>> portraits() {
        return portraits;
    }

    /** Labels of one portrait; empty for one that was not measured. */
    Map<String, String> labels(String file) {
        return cells(portraits, file);
    }

    /** The manifest's row of a portrait or a derived picture. */
    Map<String, String> row(String file) {
        return portraits.containsKey(file) ? labels(file) : cells(derived, file);
    }

    /** A row of a table, empty where it has none. */
    static Map<String, String> cells(Map<String, Map<String, String>> table, String file) {
        return table.getOrDefault(file, Map.of());
    }

    /**
     * The labels of the portraits once more, unsure where somebody who read them again said something else.
     *
     * @param reading rows of a file and any of the manifest's labels; where it has none, the manifest's stands
     */
    Map<String, Map<String, String>> agreedWith(Path reading) throws IOException {
        Map<String, Map<String, String>> second = table(reading);
        Map<String, Map<String, String>> agreed = new LinkedHashMap<>();
        portraits.forEach((file, cells) -> {
            Map<String, String> both = new LinkedHashMap<>(cells);
            second.getOrDefault(file, Map.of()).forEach((label, value) -> {
                if (!value.isEmpty() && !value.equals(cells.get(label))) {
                    both.put(label, "unsure");
                }
            });
            agreed.put(file, both);
        });
        return agreed;
    }

    /** Base, defect and the rest by file of the derived pictures that were measured. */
    public Map<String, Map<String, String>> derived() {
        return derived;
    }

    /** All measures of a file as text. */
    Map<String, String> measures(String file) {
        return measures.getOrDefault(file, Map.of());
    }

    /** What was measured of a file; empty where it was not. */
    public OptionalDouble measure(String file, String measure) {
        String text = measures(file).getOrDefault(measure, "");
        boolean isNumber = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        return isNumber ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /** Where a picture comes from; the same person never comes from two sources, derived pictures from their base's. */
    public String source(String file) {
        String group = portraits.getOrDefault(file, Map.of()).getOrDefault("group", "");
        String base = derived.getOrDefault(file, Map.of()).getOrDefault("base", "");
        String name = group.isEmpty() ? base : group;
        // Who is in two collections is a group of its own; each picture counts for the collection it was taken from.
        String source = name.startsWith("person:") ? file.replaceAll(".*/(\\p{L}+).*", "$1") : name;
        return source.replaceAll("[_:].*", "");
    }

    /** Portraits with a label of this value; unsure ones never count. */
    List<String> labelled(String label, Predicate<String> value) {
        return portraits.keySet().stream()
                .filter(file -> {
                    String cell = labels(file).getOrDefault(label, "");
                    return !cell.isEmpty() && !cell.equals("unsure") && value.test(cell);
                })
                .toList();
    }

    /** Derived pictures that are fine. */
    public List<String> derivedValid() {
        return derived.keySet().stream()
                .filter(file -> "yes".equals(cells(derived, file).get("valid")))
                .toList();
    }

    List<String> withDefect(List<String> defects) {
        return derived.keySet().stream()
                .filter(file -> defects.contains(cells(derived, file).get("defect")))
                .toList();
    }

    /** Pictures that should be accepted. */
    public List<String> idLike() {
        return portraits.keySet().stream().filter(this::isIdLike).toList();
    }

    boolean isIdLike(String file) {
        Map<String, String> cells = portraits.getOrDefault(file, Map.of());
        return GOOD_YES.stream().allMatch(label -> "yes".equals(cells.get(label)))
                && GOOD_NO.stream().allMatch(label -> "no".equals(cells.get(label)))
                && isLarge(cells)
                && !file.contains("canada_");
    }

    boolean isFrontal(String file) {
        Map<String, String> cells = portraits.getOrDefault(file, Map.of());
        return GOOD_YES.subList(0, 4).stream().allMatch(label -> "yes".equals(cells.get(label))) && isLarge(cells);
    }

    private static boolean isLarge(Map<String, String> cells) {
        int width = Integer.parseInt(cells.getOrDefault("width", "0"));
        int height = Integer.parseInt(cells.getOrDefault("height", "0"));
        return Math.min(width, height * 3 / 4) >= 480;
    }

    /** Where the share of fine values at or above a limit equals the share of faulty ones below it, in per cent. */
    static double equalErrorRate(List<Double> fine, List<Double> faulty) {
        if (fine.isEmpty() || faulty.isEmpty()) {
            return Double.NaN;
        }
        List<Double> limits = new ArrayList<>(fine);
        limits.addAll(faulty);
        limits.add(Double.POSITIVE_INFINITY);
        double best = 2;
        double rate = 1;
        for (double limit : limits) {
            double alarms = share(fine, value -> value >= limit);
            double misses = share(faulty, value -> value < limit);
            if (Math.abs(alarms - misses) < best) {
                best = Math.abs(alarms - misses);
                rate = (alarms + misses) / 2;
            }
        }
        return 100 * rate;
    }

    private static double share(List<Double> values, Predicate<Double> which) {
        return (double) values.stream().filter(which).count() / values.size();
    }

    /** Rows by file, or whatever stands in the first column, of a table with a header. */
    public static Map<String, Map<String, String>> table(Path csv) throws IOException {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        // The row of a photo that could not be decoded ends early.
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(csv)) {
            rows.forEach(row -> table.put(row.getField(0), row.getFieldsAsMap()));
        }
        return table;
    }
}
