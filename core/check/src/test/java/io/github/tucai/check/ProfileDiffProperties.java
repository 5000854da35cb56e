package io.github.tucai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.check.internal.PhotoJudge;
import io.github.tucai.check.internal.Photos;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProfileDiffProperties {
    private static final PhotoProfile DEGREE = PhotoProfiles.get("CN-DEGREE");

    @Property(tries = 100)
    void measurementsReadBackAsTheyWereWritten(@ForAll("photos") MeasuredPhoto photo) {
        String line = photo.toJson();
        MeasuredPhoto read = MeasuredPhoto.parse(line);
        assertThat(line).doesNotContain("\n");
        assertThat(read.toJson()).isEqualTo(line);
        assertThat(read.name()).isEqualTo(photo.name());
        assertThat(read.stage()).isEqualTo(photo.stage());
        assertThat(read.declarations()).isEqualTo(photo.declarations());
        assertThat(read.measurements().file()).isEqualTo(photo.measurements().file());
        assertThat(read.measurements().all()).isEqualTo(photo.measurements().all());
        assertThat(read.measurements().models()).isEqualTo(photo.measurements().models());
        assertThat(read.measurements().analysis())
                .isEqualTo(photo.measurements().analysis());
    }

    @Property(tries = 100)
    void whatWasStoredIsJudgedAsThePhotoWas(@ForAll("photos") MeasuredPhoto photo) {
        PhotoJudge judge = new PhotoJudge();
        MeasuredPhoto read = MeasuredPhoto.parse(photo.toJson());
        assertThat(judge.judge(read.measurements(), DEGREE, read.stage(), read.declarations())
                        .findings())
                .isEqualTo(judge.judge(photo.measurements(), DEGREE, photo.stage(), photo.declarations())
                        .findings());
    }

    @Property(tries = 60)
    void aProfileDoesNotDifferFromItself(
            @ForAll("profiles") PhotoProfile profile, @ForAll("albums") List<MeasuredPhoto> photos) {
        assertThat(ProfileDiff.between(profile, profile, photos.stream()))
                .isEqualTo(new ProfileDiff(profile.id(), profile.id(), photos.size(), List.of()));
    }

    @Property(tries = 60)
    void goingBackChangesTheSame(
            @ForAll("profiles") PhotoProfile one,
            @ForAll("profiles") PhotoProfile other,
            @ForAll("albums") List<MeasuredPhoto> photos) {
        ProfileDiff there = ProfileDiff.between(one, other, photos.stream());
        ProfileDiff back = ProfileDiff.between(other, one, photos.stream());
        assertThat(back).isEqualTo(there.mirrored());
        assertThat(there.mirrored().mirrored()).isEqualTo(there);
        assertThat(there.verdicts().values().stream()
                        .flatMap(to -> to.values().stream())
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(there.changed().size());
    }

    @Example
    void tellsWhoWouldChangeUnderAStricterBook() {
        PhotoProfile strict = PhotoProfiles.parse("""
                {"extends": "CN-DEGREE", "id": "STRICT", "source": "our school", "checks": {
                  "noise": {"severity": "REQUIRED"},
                  "eyes-open": {"limits": [{"measure": "eyes.opening", "least": 0.9, "width": 0.01, "source": "nobody"}]}}}
                """);
        Map<MeasureId, Double> noisy = Photos.good();
        noisy.put(Measures.NOISE, 500.0);
        ProfileDiff diff =
                ProfileDiff.between(DEGREE, strict, Stream.of(named("fine", Photos.good()), named("noisy", noisy)));
        assertThat(diff.photos()).isEqualTo(2);
        assertThat(diff.changed()).extracting(ProfileDiff.PhotoChange::name).containsExactly("fine", "noisy");
        assertThat(diff.changed().get(0).checks())
                .containsExactly(new ProfileDiff.CheckChange(
                        new CheckId("eyes-open"), Answer.PASS, Severity.REQUIRED, Answer.FAIL, Severity.REQUIRED));
        assertThat(diff.changed().get(1).checks())
                .contains(new ProfileDiff.CheckChange(
                        new CheckId("noise"), Answer.FAIL, Severity.ADVICE, Answer.FAIL, Severity.REQUIRED));
        assertThat(diff.verdicts()).isEqualTo(Map.of(Verdict.ACCEPT, Map.of(Verdict.REJECT, 2)));
        assertThat(diff.checks().entrySet().iterator().next()).isEqualTo(Map.entry(new CheckId("eyes-open"), 2));
        assertThat(diff.toString()).doesNotContain("fine").doesNotContain("noisy");
    }

    @Example
    void refusesALineThatIsNoneAndQuotesNothingOfIt() {
        String good = named("20240101", Photos.good()).toJson();
        for (String wrong :
                List.of("", "[]", "{", "{\"file\":\"20240101\"}", good.replace("\"px\"", "7"), good + "x")) {
            assertThatThrownBy(() -> MeasuredPhoto.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no stored measurements")
                    .hasMessageNotContaining("20240101");
        }
    }

    private static MeasuredPhoto named(String name, Map<MeasureId, Double> values) {
        return new MeasuredPhoto(name, Stage.SUBMISSION, Declarations.NONE, Photos.measured(Photos.FILE, values));
    }

    @Provide
    static Arbitrary<PhotoProfile> profiles() {
        return Arbitraries.of(PhotoProfiles.ids()).map(PhotoProfiles::get);
    }

    @Provide
    static Arbitrary<List<MeasuredPhoto>> albums() {
        return photos().list().ofMaxSize(4);
    }

    @Provide
    static Arbitrary<MeasuredPhoto> photos() {
        return Arbitraries.randomValue(ProfileDiffProperties::photo);
    }

    private static MeasuredPhoto photo(Random random) {
        FileFacts file = FileFacts.builder(
                        "jpeg", random.nextInt(1_000_000), 1 + random.nextInt(2000), 1 + random.nextInt(2000))
                .colourSpace(random.nextBoolean() ? "" : "Display P3")
                .densityDpi(random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(600)))
                .jpegQuality(random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(100)))
                .complete(random.nextBoolean())
                .exifOrientation(1 + random.nextInt(8))
                .software(random.nextBoolean() ? List.of() : List.of("a \"camera\" \n of 2024", "美图"))
                .generationMarks(random.nextBoolean() ? List.of() : List.of("AIGC Label=1"))
                .build();
        Measurements.Builder measured = Measurements.builder("drawn", "1", file)
                .model("one", "ab".repeat(32))
                .took(Duration.ofNanos(random.nextInt()), Duration.ofNanos(random.nextInt()));
        Photos.good().forEach((id, value) -> {
            if (random.nextInt(5) > 0) {
                measured.add(new Measure(
                        id,
                        random.nextBoolean() ? value : value + random.nextGaussian(),
                        Measures.definition(id).map(Measures.Definition::unit).orElse(""),
                        random.nextBoolean() ? null : new Region(-3, random.nextInt(99), 4, 5),
                        random.nextDouble()));
            }
        });
        Declarations declared = new Declarations(
                random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean()),
                random.nextBoolean() ? Set.of() : Set.of(new CheckId("earrings"), new CheckId("noise")),
                random.nextBoolean() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(random.nextInt())));
        Stage stage = random.nextBoolean() ? Stage.SUBMISSION : Stage.PRODUCT;
        return new MeasuredPhoto("p" + random.nextInt(), stage, declared, measured.build());
    }
}
