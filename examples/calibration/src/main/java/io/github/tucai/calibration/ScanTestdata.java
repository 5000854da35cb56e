package io.github.tucai.calibration;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.internal.OnnxImageAnalyzer;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Testdata;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes every measure of every labelled photo as CSV, one row a photo, for whoever sets limits.
 *
 * <p>{@code java … ScanTestdata target/measures.csv [portraits noface derived]}
 */
public final class ScanTestdata {
    private final OnnxImageAnalyzer analyzer = new OnnxImageAnalyzer();
    private final List<Double> decoding = new ArrayList<>();
    private final List<Double> analysis = new ArrayList<>();

    /** Starts without photos. */
    public ScanTestdata() {}

    public static void main(String[] arguments) throws IOException {
        Path folder =
                Testdata.folder().orElseThrow(() -> new IllegalStateException("no testdata; say -Dtucai.testdata"));
        List<String> parts = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : List.of("portraits", "noface", "derived");
        ScanTestdata scan = new ScanTestdata();
        scan.write(folder, parts, Path.of(arguments[0]));
        System.out.println(scan.times());
    }

    /**
     * Writes the measures of all pictures of these parts.
     *
     * @param folder the labelled photos
     * @param csv what {@code LabelledPhotos} reads
     */
    public static void run(Path folder, List<String> parts, Path csv) throws IOException {
        new ScanTestdata().write(folder, parts, csv);
    }

    private void write(Path folder, List<String> parts, Path csv) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(csv), false, StandardCharsets.UTF_8)) {
            write(folder, parts, out);
        }
    }

    private void write(Path folder, List<String> parts, PrintStream out) throws IOException {
        out.println("file," + header());
        for (String part : parts) {
            for (Path file : Testdata.pictures(folder, part)) {
                out.println(part + "/" + file.getFileName() + "," + row(Files.readAllBytes(file)));
            }
        }
    }

    /** The names of the columns that {@link #row} fills. */
    public static String header() {
        return Measures.all().keySet().stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private String times() {
        return String.format(
                Locale.ROOT,
                "photos=%d decode.median=%.1f analysis.median=%.1f total.p95=%.1f",
                decoding.size(),
                median(decoding),
                median(analysis),
                percentile95());
    }

    /** All measures of a photo. */
    public String row(byte[] bytes) {
        try {
            Measurements measurements = analyzer.analyze(PhotoImage.copyOf(bytes), AnalysisMode.FULL);
            decoding.add(measurements.decoding().toNanos() / 1e6);
            analysis.add(measurements.analysis().toNanos() / 1e6);
            return Measures.all().keySet().stream()
                    .map(id -> measurements
                            .find(id)
                            .map(measure -> String.format(Locale.ROOT, "%.5g", measure.value()))
                            .orElse(""))
                    .collect(Collectors.joining(","));
        } catch (UndecodableImageException e) {
            return "undecodable " + e.reason();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private double percentile95() {
        List<Double> totals = new ArrayList<>();
        for (int i = 0; i < decoding.size(); i++) {
            totals.add(decoding.get(i) + analysis.get(i));
        }
        return totals.stream().sorted().toList().get(totals.size() * 95 / 100);
    }
}
