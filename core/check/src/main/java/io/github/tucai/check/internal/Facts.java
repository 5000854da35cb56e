package io.github.tucai.check.internal;

import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Stage;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a profile can put limits on: the analyzer's measures and those derived here from the file, the crop and the
 * declarations. A derived one whose parts are missing is missing too.
 *
 * <ul>
 *   <li>{@code file.format-allowed}, {@code file.complete} (1 yes, 0 no), {@code file.frames}, {@code file.bytes},
 *       {@code file.width}, {@code file.height}, {@code file.components}, {@code file.bits}, {@code file.density}
 *       (0 where the file states none), {@code file.quality}, {@code file.editors} (how many of the profile's editing programs are named),
 *       {@code file.generated} (how often the file declares itself generated)
 *   <li>{@code crop.head-top}, {@code crop.eye-line}, {@code crop.face-width}, {@code crop.off-centre}: pixels of the
 *       product, of the best crop in a submission and of the picture itself in a product
 *   <li>{@code face.share}: width of the face by that of the largest portrait of three to four in the picture
 *   <li>{@code head.room} (crown to upper edge), {@code shoulders.least}, {@code shoulders.asymmetry},
 *       {@code ears.least}, {@code ears.asymmetry}: left and right put together
 *   <li>{@code clothing.contrast} (dE00 to the colour the background will have), {@code background.distance} (dE00 to the
 *       nearest of the profile's colours)
 *   <li>{@code ears.hidden} and {@code background.busy}: what several measures say together, 0 to 1, see {@link Evidence}
 *   <li>{@code capture.hour}: 0 to 24, Asia/Shanghai
 * </ul>
 */
final class Facts {
    private static final MeasureId EDITORS = new MeasureId("file.editors");
    private static final MeasureId GENERATED = new MeasureId("file.generated");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** A mask that ends this close to the side of the picture runs out of it, eye distances. */
    private static final double SIDE = 0.06;

    private final Measurements measurements;
    private final Map<MeasureId, Measure> derived = new HashMap<>();
    private final Map<MeasureId, String> says = new HashMap<>();

    private Facts(Measurements measurements) {
        this.measurements = measurements;
    }

    static Facts of(Measurements measurements, PhotoProfile profile, Stage stage, Declarations declarations) {
        Facts facts = new Facts(measurements);
        facts.addFile(profile, stage);
        facts.addCrop(profile, stage);
        facts.addShareOfTheFace();
        facts.addSides();
        facts.addColours(profile, stage);
        facts.addEvidence();
        declarations.capturedAt().ifPresent(instant -> {
            LocalTime time = instant.atZone(CHINA).toLocalTime();
            facts.put("capture.hour", time.toSecondOfDay() / 3600.0, "h", null);
        });
        return facts;
    }

    Optional<Measure> find(MeasureId id) {
        Optional<Measure> measured = measurements.find(id);
        return measured.isPresent() ? measured : Optional.ofNullable(derived.get(id));
    }

    private OptionalDouble value(MeasureId id) {
        Optional<Measure> measure = find(id);
        return measure.isPresent() ? OptionalDouble.of(measure.get().value()) : OptionalDouble.empty();
    }

    private void addFile(PhotoProfile profile, Stage stage) {
        FileFacts file = measurements.file();
        put("file.format-allowed", profile.formats(stage).contains(file.format()) ? 1 : 0, "", null);
        put("file.complete", file.complete() ? 1 : 0, "", null);
        put("file.frames", file.frames(), "count", null);
        put("file.bytes", file.sizeBytes(), "bytes", null);
        put("file.width", file.width(), "px", null);
        put("file.height", file.height(), "px", null);
        put("file.components", file.components(), "count", null);
        put("file.bits", file.bitsPerComponent(), "bits", null);
        if (file.isDecoded()) {
            put("file.density", file.densityDpi().orElse(0), "dpi", null);
        }
        file.jpegQuality().ifPresent(quality -> put("file.quality", quality, "", null));
        tell(EDITORS, editors(file, profile));
        tell(GENERATED, file.generationMarks());
    }

    private void tell(MeasureId id, List<String> texts) {
        put(id.value(), texts.size(), "count", null);
        says.put(id, String.join("; ", texts));
    }

    /** What the file itself says where a measure counts that; empty text for every other. */
    String says(MeasureId id) {
        return says.getOrDefault(id, "");
    }

    private static List<String> editors(FileFacts file, PhotoProfile profile) {
        return file.software().stream()
                .filter(named -> profile.editors().stream().anyMatch(editor -> isNamed(editor, named)))
                .toList();
    }

    /** By whole words; Chinese has no blanks between them. */
    private static boolean isNamed(String editor, String named) {
        String text = named.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(editor); at >= 0; at = text.indexOf(editor, at + 1)) {
            if (!isLetter(text, at, -1) && !isLetter(text, at + editor.length(), 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int at, int beside) {
        int place = at + beside;
        return place >= 0 && place < text.length() && Character.isLowerCase(text.charAt(place));
    }

    private void addCrop(PhotoProfile profile, Stage stage) {
        Optional<Head> head = Head.of(measurements);
        if (head.isEmpty()) {
            return;
        }
        CropPlan plan = stage == Stage.PRODUCT
                ? CropPlan.asIs(head.get(), profile.product())
                : CropPlan.best(head.get(), profile.product());
        Region region = region(Measures.FACE_WIDTH);
        put("crop.head-top", plan.headTop(), "px", region(Measures.HEAD_TOP));
        put("crop.eye-line", plan.eyeLine(), "px", region(Measures.EYE_LINE));
        put("crop.face-width", plan.faceWidth(), "px", region);
        put("crop.off-centre", plan.offCentre(), "px", region);
    }

    /** By what a portrait of three to four, the shape of a registration photo, would have of the picture's width. */
    private void addShareOfTheFace() {
        FileFacts file = measurements.file();
        OptionalDouble face = value(Measures.FACE_WIDTH);
        if (face.isPresent() && file.isDecoded()) {
            double room = Math.min(file.width(), 0.75 * file.height());
            put("face.share", face.getAsDouble() / room, "share", region(Measures.FACE_WIDTH));
        }
    }

    private void addSides() {
        combine("head.room", Measures.HEAD_TOP, Measures.EYE_DISTANCE, "ied", (top, eyes) -> eyes > 0 ? top / eyes : 0);
        addLessSeenEar();
        combine("ears.asymmetry", Measures.EAR_SKIN_LEFT, Measures.EAR_SKIN_RIGHT, "share", Facts::asymmetry);
        OptionalDouble left = extent(Measures.SHOULDER_EXTENT_LEFT, Measures.SHOULDER_ROOM_LEFT);
        OptionalDouble right = extent(Measures.SHOULDER_EXTENT_RIGHT, Measures.SHOULDER_ROOM_RIGHT);
        OptionalDouble shownLeft = value(Measures.SHOULDER_EXTENT_LEFT);
        OptionalDouble shownRight = value(Measures.SHOULDER_EXTENT_RIGHT);
        if (shownLeft.isEmpty() || shownRight.isEmpty()) {
            return;
        }
        Region region = region(Measures.SHOULDER_EXTENT_LEFT);
        put("shoulders.least", Math.min(shownLeft.getAsDouble(), shownRight.getAsDouble()), "ied", region);
        // A shoulder that runs out of the picture is as wide as the other for all one can see.
        boolean comparable = left.isPresent() && right.isPresent();
        double difference = comparable ? asymmetry(left.getAsDouble(), right.getAsDouble()) : 0;
        put("shoulders.asymmetry", difference, "share", region);
    }

    /** With the region of that ear, so that the person is shown the side to put right. */
    private void addLessSeenEar() {
        Optional<Measure> left = find(Measures.EAR_SKIN_LEFT);
        Optional<Measure> right = find(Measures.EAR_SKIN_RIGHT);
        if (left.isPresent() && right.isPresent()) {
            Measure less = left.get().value() <= right.get().value() ? left.get() : right.get();
            put("ears.least", less.value(), "ied2", less.region());
        }
    }

    /** How far the shoulder reaches; empty where it runs out of the picture. */
    private OptionalDouble extent(MeasureId extent, MeasureId room) {
        OptionalDouble shown = value(extent);
        OptionalDouble available = value(room);
        boolean runsOut =
                shown.isPresent() && available.isPresent() && shown.getAsDouble() >= available.getAsDouble() - SIDE;
        return runsOut ? OptionalDouble.empty() : shown;
    }

    private static double asymmetry(double left, double right) {
        return left + right > 0 ? Math.abs(left - right) / (left + right) : 0;
    }

    private void addColours(PhotoProfile profile, Stage stage) {
        Optional<Lab> background = colour(Measures.BACKGROUND_L, Measures.BACKGROUND_A, Measures.BACKGROUND_B);
        Optional<Lab> clothes = colour(Measures.CLOTHES_L, Measures.CLOTHES_A, Measures.CLOTHES_B);
        Optional<Lab> filled =
                stage == Stage.SUBMISSION ? profile.product().background().map(Lab::of) : Optional.empty();
        Optional<Lab> behind = filled.isPresent() ? filled : background;
        if (clothes.isPresent() && behind.isPresent()) {
            double contrast = clothes.get().distance(behind.get());
            put("clothing.contrast", contrast, "dE00", region(Measures.CLOTHES_L));
        }
        background.ifPresent(measured -> profile.backgrounds().stream()
                .map(Lab::of)
                .mapToDouble(measured::distance)
                .min()
                .ifPresent(nearest -> put("background.distance", nearest, "dE00", region(Measures.BACKGROUND_L))));
    }

    private void addEvidence() {
        for (Evidence evidence : Evidence.shipped()) {
            Region region = region(evidence.terms().get(0).measure());
            evidence.of(this::value).ifPresent(value -> put(evidence.measure().value(), value, "probability", region));
        }
    }

    private Optional<Lab> colour(MeasureId lightness, MeasureId redness, MeasureId yellowness) {
        OptionalDouble l = value(lightness);
        OptionalDouble a = value(redness);
        OptionalDouble b = value(yellowness);
        return l.isPresent() && a.isPresent() && b.isPresent()
                ? Optional.of(new Lab(l.getAsDouble(), a.getAsDouble(), b.getAsDouble()))
                : Optional.empty();
    }

    private void combine(String id, MeasureId first, MeasureId second, String unit, DoubleBinaryOperator how) {
        OptionalDouble a = value(first);
        OptionalDouble b = value(second);
        if (a.isPresent() && b.isPresent()) {
            put(id, how.applyAsDouble(a.getAsDouble(), b.getAsDouble()), unit, region(first));
        }
    }

    private @Nullable Region region(MeasureId id) {
        return find(id).map(Measure::region).orElse(null);
    }

    private void put(String id, double value, String unit, @Nullable Region region) {
        MeasureId measure = new MeasureId(id);
        derived.put(measure, new Measure(measure, value, unit, region, 1));
    }
}
