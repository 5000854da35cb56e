package io.github.tucai.calibration.dial;

import io.github.tucai.calibration.ScanTestdata;
import io.github.tucai.calibration.limits.LabelledPhotos;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Jpeg;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws every {@link Degree} onto good portraits and writes what is measured of them as CSV, and a sheet of each kind to look
 * at. Sheets show people: they stay on the machine.
 *
 * <p>{@code java … SimulateDegrees MEASURES.csv TESTDATA FOLDER [KIND …]}
 */
public final class SimulateDegrees {
    /** As many portraits as a kind gets, where there are so many. */
    private static final int PORTRAITS = 40;

    private static final int LONG_SIDE = 640;
    private static final double LEAST_DISTANCE = 50;
    private static final float QUALITY = 0.92f;
    private static final List<String> YES = List.of("single_face", "eyes_open");
    private static final List<String> NO = List.of(
            "headgear",
            "tinted_glasses",
            "glare_on_glasses",
            "hair_covers_eyebrow",
            "shadow_on_face",
            "monochrome",
            "low_resolution");

    private final LabelledPhotos photos;
    private final Path testdata;
    private final Path folder;
    private final ScanTestdata scan = new ScanTestdata();

    private SimulateDegrees(LabelledPhotos photos, Path testdata, Path folder) {
        this.photos = photos;
        this.testdata = testdata;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path testdata = Path.of(arguments[1]);
        LabelledPhotos photos = LabelledPhotos.read(Path.of(arguments[0]), testdata);
        List<Degree> degrees = arguments.length == 3
                ? List.of(Degree.values())
                : List.of(arguments).subList(3, arguments.length).stream()
                        .map(Degree::valueOf)
                        .toList();
        run(photos, testdata, Path.of(arguments[2]), degrees);
    }

    /**
     * Draws these kinds.
     *
     * @param folder gets {@code KIND.csv}, of which {@link DialPhotos} reads, and {@code KIND.jpg}
     */
    public static void run(LabelledPhotos photos, Path testdata, Path folder, List<Degree> degrees) throws IOException {
        Files.createDirectories(folder);
        SimulateDegrees simulation = new SimulateDegrees(photos, testdata, folder);
        for (Degree degree : degrees) {
            simulation.draw(degree);
        }
    }

    /** What a kind is drawn on. */
    static List<String> basesOf(LabelledPhotos photos, Path testdata, Degree degree) {
        return new SimulateDegrees(photos, testdata, testdata).bases(degree);
    }

    private void draw(Degree degree) throws IOException {
        List<String> bases = bases(degree);
        Sheet sheet = new Sheet(degree.severities().size() + 1, bases.size());
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(folder.resolve(degree + ".csv")), false, StandardCharsets.UTF_8)) {
            out.println("row,base,severity,width,height," + ScanTestdata.header());
            for (int i = 0; i < bases.size(); i++) {
                Optional<Canvas> canvas = canvasOf(testdata.resolve(bases.get(i)));
                if (canvas.isPresent()) {
                    draw(degree, canvas.get(), bases.get(i), i, out, sheet);
                }
            }
        }
        Files.write(folder.resolve(degree + ".jpg"), Jpeg.bytes(sheet.image(), QUALITY));
        System.out.println("drawn: " + degree + " on " + bases.size());
    }

    private void draw(Degree degree, Canvas canvas, String base, int number, PrintStream out, Sheet sheet) {
        List<Double> severities = new ArrayList<>(List.of(0.0));
        severities.addAll(degree.severities());
        for (int i = 0; i < severities.size(); i++) {
            double severity = severities.get(i);
            canvas.clean();
            if (severity > 0) {
                degree.draw(canvas, severity, number);
            }
            BufferedImage image = canvas.image();
            sheet.add(image, canvas.face(), i, number);
            out.println(base + "@" + severity + "," + base + "," + severity + "," + image.getWidth() + ","
                    + image.getHeight() + "," + scan.row(Jpeg.bytes(image, QUALITY)));
        }
    }

    /** Good portraits of as many sources as there are, one of each in turn. */
    private List<String> bases(Degree degree) {
        Map<String, List<String>> bySource = new TreeMap<>();
        photos.portraits().forEach((file, labels) -> {
            double skin = photos.measure(file, "skin.luminance").orElse(1);
            if (isGood(file, labels) && degree.fits(labels, skin)) {
                bySource.computeIfAbsent(photos.source(file), key -> new ArrayList<>())
                        .add(file);
            }
        });
        List<String> bases = new ArrayList<>();
        for (int round = 0;
                bases.size() < PORTRAITS
                        && bySource.values().stream().mapToInt(List::size).max().orElse(0) > round;
                round++) {
            for (List<String> files : bySource.values()) {
                if (round < files.size() && bases.size() < PORTRAITS) {
                    // From all over a source, whose files often come in series.
                    bases.add(files.get((int) ((long) round * 7919 % files.size())));
                }
            }
        }
        return bases.stream().distinct().toList();
    }

    private boolean isGood(String file, Map<String, String> labels) {
        return YES.stream().noneMatch(label -> "no".equals(labels.get(label)))
                && NO.stream().noneMatch(label -> "yes".equals(labels.get(label)))
                && !"no".equals(labels.get("frontal"))
                && photos.measure(file, "eyes.distance").orElse(0) >= LEAST_DISTANCE;
    }

    /** Of a portrait as it is drawn on. */
    static Optional<Canvas> canvasOf(Path file) throws IOException {
        try {
            DecodedPhoto photo = PhotoDecoder.reducingTo(LONG_SIDE).decode(PhotoImage.copyOf(Files.readAllBytes(file)));
            return Canvas.of(new Picture(photo.width(), photo.height(), photo.rgb()));
        } catch (UndecodableImageException e) {
            return Optional.empty();
        }
    }
}
