package io.github.tucai.calibration.page;

import io.github.tucai.calibration.ScanTestdata;
import io.github.tucai.calibration.dial.Degree;
import io.github.tucai.calibration.dial.DrawnPhotos;
import io.github.tucai.calibration.dial.SimulateDegrees;
import io.github.tucai.calibration.limits.JudgedPhotos;
import io.github.tucai.calibration.limits.LabelledPhotos;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.imaging.internal.OnnxImageAnalyzer;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.portraits.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the labelled photos and writes {@code examples/calibration/pages}: how right the checks are and by which rule their
 * limits were chosen, and what is told of simulated tones, recaptures, retouching and compression.
 *
 * <pre>
 * mvn -q -Pcalibrate -pl examples/calibration -am process-classes
 * </pre>
 *
 * <p>Run it in the project's folder; it takes some ten minutes. The photos are those of {@code ../shared/testdata};
 * {@code -Dtucai.testdata=DIR} says where else. {@code -Dcalibrate.parts=checks} writes one page of the three,
 * {@code -Dcalibrate.reading=FILE} gives a second reading of the labels. But for the date, two runs on one machine write the same.
 */
public final class WritePages {
    private static final List<String> SCANNED = List.of("portraits", "portraits2", "derived");

    private final Setting setting;
    private final PhotoProfile profile = PhotoProfiles.get(PhotoProfiles.CN_DEGREE);

    private WritePages(Setting setting) {
        this.setting = setting;
    }

    /** Takes what {@link Setting#parse} reads. */
    public static void main(String[] arguments) throws IOException {
        write(Setting.parse(arguments), Clock.systemUTC());
    }

    static void write(Setting setting, Clock clock) throws IOException {
        new WritePages(setting).run(LocalDate.now(clock));
    }

    private void run(LocalDate today) throws IOException {
        Files.createDirectories(setting.pages());
        Path csv = Files.createDirectories(setting.work()).resolve("measures.csv");
        System.out.println("measuring the labelled photos");
        List<String> parts = SCANNED.stream()
                .filter(part -> Files.isDirectory(setting.testdata().resolve(part)))
                .toList();
        ScanTestdata.run(setting.testdata(), parts, csv);
        LabelledPhotos photos = LabelledPhotos.read(csv, setting.testdata());
        JudgedPhotos judged = new JudgedPhotos(photos, setting.testdata(), profile);
        Origin origin = new Origin(today, setting.command(), measuredOn(photos));
        if (setting.parts().contains("checks")) {
            write("checks.md", new ChecksPage(photos, judged, setting.reading()).of(origin));
        }
        if (setting.parts().contains("imaging")) {
            List<Path> portraits = Testdata.pictures(setting.testdata(), "portraits");
            write("imaging.md", new ImagingPage(photos, judged, profile, portraits, setting.sample()).of(origin));
        }
        if (setting.parts().contains("degrees")) {
            DegreesPage page = degrees(photos, judged);
            write("degrees.md", page.of(origin));
            Files.writeString(setting.pages().resolve("degrees.svg"), page.curves());
        }
    }

    /** Draws and measures what was not drawn before: delete {@code target/calibrate/degrees} once a measure or a dial changed. */
    private DegreesPage degrees(LabelledPhotos photos, JudgedPhotos judged) throws IOException {
        Path folder = setting.work().resolve("degrees");
        List<Degree> missing = Stream.of(Degree.values())
                .filter(degree -> !Files.exists(folder.resolve(degree + ".csv")))
                .toList();
        System.out.println("drawing " + missing.size() + " kinds of faults");
        SimulateDegrees.run(photos, setting.testdata(), folder, missing);
        Map<Degree, DrawnPhotos> drawn = new EnumMap<>(Degree.class);
        for (Degree degree : Degree.values()) {
            drawn.put(degree, DrawnPhotos.read(folder, degree, judged));
        }
        return new DegreesPage(photos, drawn, profile);
    }

    private void write(String name, Page page) throws IOException {
        Files.writeString(setting.pages().resolve(name), page.text());
        System.out.println("written: " + name);
    }

    private List<String> measuredOn(LabelledPhotos photos) throws IOException {
        Path manifest = LabelledPhotos.manifest(setting.testdata());
        long sources = photos.portraits().keySet().stream()
                .map(photos::source)
                .distinct()
                .count();
        List<String> lines = new ArrayList<>();
        lines.add(photos.portraits().size() + " labelled portraits of " + sources + " sources, "
                + photos.idLike().size() + " of them ID-like: frontal, large and without any labelled fault; "
                + photos.derived().size() + " pictures derived from them, "
                + photos.derivedValid().size() + " of which are valid");
        lines.add("labels of `" + manifest.getFileName() + "`, SHA-256 `" + digest(manifest) + "`"
                + (setting.reading().isPresent() ? ", and a second reading of them" : ""));
        lines.add("profile `" + profile.id() + "`, digest `" + profile.digest() + "`");
        Measurements example = new OnnxImageAnalyzer()
                .analyze(
                        PhotoImage.copyOf(Files.readAllBytes(Testdata.pictures(setting.testdata(), "portraits")
                                .get(0))),
                        AnalysisMode.PREVIEW);
        lines.add("analyzer `" + example.analyzer() + "`, version `" + example.analyzerVersion() + "`");
        example.models().forEach((name, sha256) -> lines.add("network `" + name + "`, SHA-256 `" + sha256 + "`"));
        return lines;
    }

    private static String digest(Path file) throws IOException {
        return ImageDigest.of(Files.readAllBytes(file)).hex();
    }
}
