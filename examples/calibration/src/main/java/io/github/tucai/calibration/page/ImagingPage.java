package io.github.tucai.calibration.page;

import io.github.tucai.calibration.MadePhoto;
import io.github.tucai.calibration.colour.SimulateTones;
import io.github.tucai.calibration.compression.SimulateCompressions;
import io.github.tucai.calibration.limits.JudgedPhotos;
import io.github.tucai.calibration.limits.LabelledPhotos;
import io.github.tucai.calibration.recapture.SimulateRecaptures;
import io.github.tucai.calibration.retouch.SimulateRetouching;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.ProductMaker;
import io.github.tucai.check.internal.Held;
import io.github.tucai.imaging.internal.OnnxImageAnalyzer;
import io.github.tucai.imaging.internal.finish.ResamplingFinisher;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Limit;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What is told of pictures as they are, in one tone, taken once more, retouched and compressed twice. */
final class ImagingPage {
    private static final CheckId COLOUR = new CheckId("file-colour");
    private static final CheckId RECAPTURE = new CheckId("recapture");
    private static final CheckId RETOUCHED = new CheckId("retouched");
    private static final CheckId COMPRESSION = new CheckId("compression-artefacts");
    private static final int SEED = 7;
    /** Where a pixel of the screen is no larger in pixels of the camera, its grid hardly shows. */
    private static final double FINE_SCREEN = 1.1;

    private static final double HALF = 0.5;
    private static final String AS_THEY_ARE =
            "Photographs and generated pictures, some of generators of flattering portraits;"
                    + " nobody wrote down how each was compressed before. The source `recapture` is a real recapture, a sheet held"
                    + " close. By source:\n";
    private static final String SIMULATED =
            "All of these are simulated, so real ones may differ. They are made of portraits of all"
                    + " sources, also of generated and flattering ones. ";

    private final LabelledPhotos photos;
    private final JudgedPhotos judged;
    private final PhotoProfile profile;
    private final List<Path> portraits;
    private final Setting.Sample sample;
    private final PhotoChecker checker;
    private final ProductMaker maker = ProductMaker.with(new ResamplingFinisher());

    ImagingPage(
            LabelledPhotos photos,
            JudgedPhotos judged,
            PhotoProfile profile,
            List<Path> portraits,
            Setting.Sample sample) {
        this.photos = photos;
        this.judged = judged;
        this.profile = profile;
        this.portraits = portraits;
        this.sample = sample;
        this.checker = PhotoChecker.builder()
                .analyzer(new OnnxImageAnalyzer())
                .profile(profile)
                .build();
    }

    Page of(Origin origin) throws IOException {
        return new Page("What is told of colour, recaptures, retouching and compression", origin)
                .section("How right the checks are", "See [checks.md](checks.md).")
                .section("The labelled portraits as they are", asTheyAre())
                .section("Grey and in one tone", tones())
                .section("Taken once more", recaptures())
                .section("Retouched", retouching())
                .section("Compressed twice", compressions())
                .tried("imaging.md");
    }

    private String asTheyAre() throws IOException {
        Map<CheckId, Tally> tallies = new LinkedHashMap<>();
        for (String file : photos.portraits().keySet()) {
            PhotoCheckResult result = judged.check(file, Declarations.NONE);
            for (CheckId check : List.of(RECAPTURE, RETOUCHED, COMPRESSION)) {
                Tally tally = tallies.computeIfAbsent(check, id -> new Tally());
                tally.add("*all*", answer(result, check));
                tally.add(photos.source(file), answer(result, check));
            }
        }
        StringBuilder text = new StringBuilder(AS_THEY_ARE);
        tallies.forEach(
                (check, tally) -> text.append("\n### `" + check + "`\n\n").append(tally.table("source")));
        return text.toString();
    }

    private String tones() throws IOException {
        List<Path> files = Setting.Sample.every(sample.toned(), portraits);
        Tally tally = new Tally();
        System.out.println("toning " + files.size() + " portraits");
        SimulateTones.each(files, made -> {
            PhotoImage photo = PhotoImage.copyOf(made.jpeg());
            PhotoCheckResult check = checker.check(photo);
            tally.add(made.kind().toString(), answer(check, COLOUR));
            finished(photo, check).ifPresent(product -> tally.add(made.kind() + ", product", answer(product, COLOUR)));
        });
        return SIMULATED + "`SimulateTones`, " + everyOne(sample.toned())
                + "; the person is put before a wall of one of five colours, in colour (`COLOUR`, `OVERCAST`, `PALE`, `DARK`,"
                + " `LAMPLIGHT`) or in one tone, and saved as JPEG. Answers of `file-colour`, of products where one could be"
                + " made:\n\n" + tally.table("kind");
    }

    private Optional<PhotoCheckResult> finished(PhotoImage photo, PhotoCheckResult check) {
        return maker.make(photo, check.measurements(), profile.product())
                .fold(
                        done -> Optional.of(checker.check(done.photo().product(), Stage.PRODUCT, Declarations.NONE)),
                        impossible -> Optional.empty());
    }

    private String recaptures() throws IOException {
        List<Path> files = Setting.Sample.every(sample.recaptured(), portraits);
        Tally tally = new Tally();
        System.out.println("taking " + files.size() + " portraits once more");
        SimulateRecaptures.each(files, SEED, made -> tally.add(recaptured(made), answer(made, RECAPTURE)));
        return SIMULATED + "`SimulateRecaptures`, seed " + SEED + ", " + everyOne(sample.recaptured())
                + " with both sides of 400 pixels or more; controls go through the same camera without screen or print."
                + " Answers of `recapture`, which skips who is blurred:\n\n" + tally.table("kind");
    }

    /** Kinds as the simulator counts them, screens by whether their grid can show. */
    static String recaptured(MadePhoto made) {
        String kind = made.kind().toString();
        if (!kind.equals("SCREEN") && !kind.equals("PHONE_SENT")) {
            return kind;
        }
        return kind + (made.strength() <= FINE_SCREEN ? ", to 1.1 pixels a pixel" : ", above 1.1 pixels a pixel");
    }

    private String retouching() throws IOException {
        List<Path> files = Setting.Sample.every(sample.retouched(), portraits);
        Tally tally = new Tally();
        System.out.println("retouching " + files.size() + " portraits");
        SimulateRetouching.each(files, file -> true, SEED, made -> tally.add(retouched(made), answer(made, RETOUCHED)));
        return SIMULATED + "`SimulateRetouching`, seed " + SEED + ", " + everyOne(sample.retouched())
                + " with a face that is large enough; by chance from hardly to strongly, controls through the same files."
                + " Answers of `retouched`:\n\n" + tally.table("kind");
    }

    /** Kinds as the simulator counts them, in two halves of strength. */
    static String retouched(MadePhoto made) {
        String kind = made.kind().toString();
        if (made.strength() == 0) {
            return kind;
        }
        return kind + (made.strength() < HALF ? ", less than half" : ", half or more");
    }

    private String compressions() throws IOException {
        List<Path> files = Setting.Sample.every(sample.compressed(), portraits);
        StringBuilder rows = new StringBuilder();
        System.out.println("compressing " + files.size() + " portraits twice");
        SimulateCompressions.each(files, SEED, row -> rows.append(compressed(row)));
        return SIMULATED + "`SimulateCompressions`, seed " + SEED + ", " + everyOne(sample.compressed())
                + " with both sides of 450 pixels or more, made smaller first. How many are found to have been compressed"
                + " harder before, with how many the quality is right to within 5, and the answers of"
                + " `compression-artefacts` by its limit on that quality alone:\n\n"
                + "| quality | before | between | portraits | found | right | PASS | UNSURE | FAIL |\n"
                + "|---|---|---|---|---|---|---|---|---|\n" + rows;
    }

    private String compressed(SimulateCompressions.Row row) {
        List<Answer> answers =
                row.earlier().stream().map(this::byEarlierQuality).toList();
        return String.format(
                        "| %d | %s | %s | %d | %d | %d | %d | %d | %d |%n",
                        row.second(),
                        text(row.first()),
                        row.between(),
                        answers.size(),
                        row.found(),
                        row.right(),
                        count(answers, Answer.PASS),
                        count(answers, Answer.UNSURE),
                        count(answers, Answer.FAIL))
                .replace(System.lineSeparator(), "\n");
    }

    private static String text(OptionalInt quality) {
        return quality.isPresent() ? Integer.toString(quality.getAsInt()) : "none";
    }

    private static long count(List<Answer> answers, Answer which) {
        return answers.stream().filter(answer -> answer == which).count();
    }

    private Answer byEarlierQuality(int quality) {
        Limit limit = Objects.requireNonNull(profile.rules().get(COMPRESSION), COMPRESSION::value).limits().stream()
                .filter(candidate -> candidate.measure().equals(Measures.EARLIER_QUALITY))
                .findFirst()
                .orElseThrow();
        return Held.answer(Held.round(limit.score(quality)), limit.band());
    }

    private Answer answer(MadePhoto made, CheckId check) {
        return answer(checker.check(PhotoImage.copyOf(made.jpeg())), check);
    }

    private static Answer answer(PhotoCheckResult result, CheckId check) {
        return result.finding(check).map(Finding::answer).orElseThrow();
    }

    private static String everyOne(int step) {
        return step == 1 ? "all portraits" : "one in " + step + " portraits by name";
    }
}
