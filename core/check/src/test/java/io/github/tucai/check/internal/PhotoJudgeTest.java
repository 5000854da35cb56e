package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoJudgeTest {
    private static final PhotoProfile DEGREE = PhotoProfiles.get("CN-DEGREE");
    private final PhotoJudge judge = new PhotoJudge();

    @Test
    void acceptsAStudentWhoDoesEverythingRight() {
        PhotoCheckResult result = submission(Photos.measured(Photos.FILE, Photos.good()));
        assertThat(result.findings())
                .filteredOn(finding -> finding.answer() != Answer.PASS)
                .extracting(finding -> finding.check().value())
                .containsExactly("glasses");
        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void aFileThatStatesNoDensityIsNotedAsASubmissionAndRefusedAsAProduct() {
        FileFacts silent = FileFacts.builder("jpeg", 30_000, 480, 640)
                .jpegQuality(OptionalInt.of(90))
                .build();
        Measurements photo = Photos.measured(silent, Photos.good());
        assertThat(find(submission(photo), "file-density"))
                .returns(Answer.FAIL, Finding::answer)
                .returns(Severity.INFO, Finding::severity);
        PhotoCheckResult product = judge.judge(photo, DEGREE, Stage.PRODUCT, Declarations.NONE);
        assertThat(find(product, "file-density"))
                .returns(Answer.FAIL, Finding::answer)
                .returns(Severity.REQUIRED, Finding::severity);
    }

    @Test
    void rejectsClosedEyesAndSaysWhatToDoInBothLanguages() {
        PhotoCheckResult result = submission(Photos.goodBut(Measures.EYE_OPENING, 0.02));
        Finding finding = find(result, "eyes-open");
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(finding.answer()).isEqualTo(Answer.FAIL);
        assertThat(finding.value()).hasValue(0.02);
        assertThat(finding.limit()).startsWith(">= 0.");
        assertThat(finding.clause()).isEqualTo("A2.3.2");
        assertThat(finding.advice().zhCn()).contains("睁开");
        assertThat(finding.advice().en()).contains("open");
        assertThat(finding.region()).isNotNull();
        assertThat(result.failures()).hasSize(1);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.EYE_OPENING, 0.0);
        values.put(Measures.MOUTH_OPENING, 0.6);
        values.put(Measures.CLOTHES_BLUE, 1.0);
        assertThat(submission(Photos.measured(Photos.FILE, values)).failures())
                .extracting(finding -> finding.check().value())
                .contains("eyes-open", "mouth-closed", "clothing-blue");
    }

    @Test
    void theCauseSpeaksBeforeWhatItBringsAbout() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.HAIR_ON_EARS, 1.0);
        values.put(Measures.HAIR_ON_BROWS, 1.0);
        values.put(Measures.HEAD_COVERING, 3.0);
        PhotoCheckResult cap = submission(Photos.measured(Photos.FILE, values));
        assertThat(cap.told())
                .extracting(finding -> finding.check().value())
                .startsWith("head-covering")
                .contains("hair-over-ears", "hair-over-eyebrows");
        assertThat(cap.primary()).hasValue(find(cap, "head-covering"));
        values.put(Measures.HEAD_COVERING, 0.0);
        PhotoCheckResult bare = submission(Photos.measured(Photos.FILE, values));
        assertThat(bare.primary().orElseThrow().check().value()).startsWith("hair-over-");
    }

    @ParameterizedTest
    @CsvSource({
        "head.yaw, 30, head-yaw, hair-over-ears, head-turned",
        "head.yaw, 50, head-yaw, ears-visible, head-turned",
        "eyes.distance, 45, inter-eye-distance, lenses-glare, low-resolution",
        "eyes.distance, 45, inter-eye-distance, red-eye, low-resolution",
        "eyes.distance, 45, inter-eye-distance, contact-lenses-coloured, low-resolution",
        "eyes.distance, 45, inter-eye-distance, retouched, low-resolution",
        "sharpness.eyes, 0.02, sharpness, recapture, blurred",
        "sharpness.eyes, 0.02, sharpness, retouched, blurred",
        "skin.overexposed, 0.2, exposure, retouched, overexposed",
        "eyes.red, 0.8, red-eye, contact-lenses-coloured, red-eyes",
        "colour.variety, 0.6, file-colour, natural-colour, monochrome",
        "noise.sigma, 4, noise, background-uniform, noisy",
        "face.second-score, 0.9, single-face, head-top-margin, several-faces",
        "face.second-score, 0.9, single-face, eye-line, several-faces",
        "face.second-score, 0.9, single-face, face-width, several-faces",
        "face.second-score, 0.9, single-face, face-centred, several-faces"
    })
    void aFaultIsToldAndWhatCannotBeJudgedUnderItIsNot(
            String measure, double value, String fault, String gated, String reason) {
        PhotoCheckResult result = submission(Photos.goodBut(new MeasureId(measure), value));
        assertThat(find(result, fault).answer()).isEqualTo(Answer.FAIL);
        assertThat(find(result, gated))
                .returns(Answer.SKIPPED, Finding::answer)
                .returns(reason, Finding::reason)
                .returns(OptionalDouble.empty(), Finding::score);
        assertThat(result.told())
                .extracting(finding -> finding.check().value())
                .contains(fault)
                .doesNotContain(gated);
    }

    @Test
    void whereTheBackgroundStaysAPersonLooksAtOneThatNoiseHides() {
        PhotoProfile kept = PhotoProfiles.get("CN-ID-GA461");
        Measurements noisy = Photos.goodBut(Measures.NOISE, 4);
        PhotoCheckResult result = judge.judge(noisy, kept, Stage.SUBMISSION, Declarations.NONE);
        assertThat(find(result, "background-uniform"))
                .returns(Answer.SKIPPED, Finding::answer)
                .returns(Severity.REQUIRED, Finding::severity);
        assertThat(result.verdict()).isNotEqualTo(Verdict.ACCEPT);
    }

    @Test
    void showsTheEarThatIsSeenLess() {
        Region right = new Region(70, 20, 9, 9);
        Measurements photo = Photos.measured(Photos.FILE, Photos.good())
                .with(new Measure(Measures.EAR_SKIN_RIGHT, 0.01, "ied2", right, 1));
        assertThat(find(submission(photo), "ears-visible").region()).isEqualTo(right);
    }

    @Test
    void bricksBehindSomebodyAreNoCertainSignOfAnEnlargedPicture() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.BLOCK_GRID, 6.0);
        assertThat(find(submission(Photos.measured(Photos.FILE, values)), "pixelation")
                        .answer())
                .isEqualTo(Answer.FAIL);
        values.put(Measures.BACKGROUND_OBJECTS, 1.0);
        values.put(Measures.BACKGROUND_EDGES, 1.0);
        assertThat(find(submission(Photos.measured(Photos.FILE, values)), "pixelation")
                        .answer())
                .isEqualTo(Answer.UNSURE);
        values.put(Measures.SPECTRUM_CUTOFF, 0.2);
        assertThat(find(submission(Photos.measured(Photos.FILE, values)), "pixelation")
                        .answer())
                .isEqualTo(Answer.FAIL);
    }

    @Test
    void aHeadThatIsTooTallIsSentBackAndNotUpAndDown() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.HEAD_TOP, 20.0);
        values.put(Measures.EYE_LINE, 1100.0);
        PhotoCheckResult result = submission(Photos.measured(Photos.FILE, values));
        assertThat(find(result, "head-top-margin").answer()).isEqualTo(Answer.FAIL);
        assertThat(find(result, "eye-line").answer()).isEqualTo(Answer.FAIL);
        assertThat(result.told())
                .extracting(finding -> finding.advice().en())
                .filteredOn(words -> words.matches(".*(step back|closer|higher|lower).*"))
                .containsExactly("Your head is too large in the picture; please step back a little.");
        assertThat(result.told())
                .extracting(finding -> finding.advice().zhCn())
                .filteredOn(words -> words.matches(".*(后退|靠近|上移|下移).*"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {180, -176, 90, -93, 46})
    void aPictureThatIsNotUprightIsToBeTurnedAndNothingElseIsSaidOfTheFace(double roll) {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.HEAD_ROLL, roll);
        values.put(Measures.GAZE_HORIZONTAL, 0.5);
        values.put(Measures.HEAD_COVERING, 3.0);
        PhotoCheckResult result = submission(Photos.measured(Photos.FILE, values));
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(result.told()).extracting(finding -> finding.check().value()).containsExactly("head-roll");
        assertThat(find(result, "head-roll").advice().en()).contains("turn the picture");
        assertThat(find(result, "head-roll").advice().zhCn()).contains("旋转照片");
        assertThat(find(result, "gaze-forward"))
                .returns(Answer.SKIPPED, Finding::answer)
                .returns("picture-turned", Finding::reason);
    }

    @Test
    void aHeadThatLeansIsNotAPictureThatIsTurned() {
        PhotoCheckResult result = submission(Photos.goodBut(Measures.HEAD_ROLL, 44));
        assertThat(find(result, "head-roll").advice().en()).contains("leans");
        assertThat(find(result, "gaze-forward").answer()).isEqualTo(Answer.PASS);
    }

    @Test
    void aTurnedPictureOfSomebodyWhoMayLeanTheHeadStillGoesToAPerson() {
        Declarations exempt = new Declarations(Optional.empty(), Set.of(new CheckId("head-roll")), Optional.empty());
        PhotoCheckResult result =
                judge.judge(Photos.goodBut(Measures.HEAD_ROLL, 180), DEGREE, Stage.SUBMISSION, exempt);
        assertThat(result.verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void whoStandsFarAwayIsAdvisedToComeCloserAndAccepted() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.FACE_WIDTH, 390.0);
        values.put(Measures.HEAD_TOP, 1180.0);
        values.put(Measures.EYE_LINE, 1420.0);
        values.put(Measures.CHIN_LINE, 1650.0);
        values.put(Measures.FACE_AXIS, 2000.0);
        PhotoCheckResult result = submission(Photos.measured(Photos.file("jpeg", 900_000, 4000, 3000), values));
        assertThat(find(result, "face-width"))
                .returns(Answer.FAIL, Finding::answer)
                .returns(Severity.ADVICE, Finding::severity);
        assertThat(find(result, "face-width").advice().en()).contains("come closer");
        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @ParameterizedTest
    @CsvSource({"0, FAIL", "1.8, FAIL", "2.1, UNSURE", "2.4, PASS", "12, PASS"})
    void colourIsJudgedOnTheFaceInBothStages(double variety, Answer answer) {
        Measurements photo = Photos.goodBut(Measures.COLOUR_VARIETY, variety);
        for (Stage stage : Stage.values()) {
            assertThat(find(judge.judge(photo, DEGREE, stage, Declarations.NONE), "file-colour")
                            .answer())
                    .isEqualTo(answer);
        }
    }

    @Test
    void withoutAFaceNobodySaysThatThePhotoIsBlackAndWhiteOrThatItIsNot() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.FACE_COUNT, 0.0);
        values.put(Measures.FACE_SCORE, 0.0);
        values.remove(Measures.COLOUR_VARIETY);
        assertThat(find(submission(Photos.measured(Photos.FILE, values)), "file-colour"))
                .returns(Answer.SKIPPED, Finding::answer)
                .returns("no-face", Finding::reason);
        values.put(Measures.FACE_COUNT, 1.0);
        values.put(Measures.FACE_SCORE, 0.9);
        PhotoCheckResult tiny = submission(Photos.measured(Photos.FILE, values));
        assertThat(find(tiny, "file-colour").reason()).isEqualTo("not-measured");
        assertThat(tiny.verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void whatRejectsSpeaksBeforeWhatIsAdviceHoweverSure() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.NOISE, 500.0);
        values.put(Measures.MOUTH_OPENING, 0.3);
        PhotoCheckResult result = submission(Photos.measured(Photos.FILE, values));
        assertThat(result.told().get(0).check().value()).isEqualTo("mouth-closed");
        assertThat(result.told()).extracting(finding -> finding.check().value()).contains("noise");
    }

    @Test
    void skipsTheFaceChecksWhereThereIsNoFace() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.FACE_COUNT, 0.0);
        values.put(Measures.FACE_SCORE, 0.0);
        PhotoCheckResult result = submission(Photos.measured(Photos.FILE, values));
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(find(result, "single-face").advice().en()).contains("No face");
        assertThat(find(result, "eyes-open").reason()).isEqualTo("no-face");
        assertThat(find(result, "file-size").answer()).isEqualTo(Answer.PASS);
    }

    @Test
    void saysThatAnotherFaceIsInThePicture() {
        PhotoCheckResult result = submission(Photos.goodBut(Measures.FACE_SECOND_SCORE, 0.9));
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(find(result, "single-face").advice().en()).contains("Another face");
    }

    @Test
    void isUnsureAboutASecondFaceOfHalfAScore() {
        PhotoCheckResult result = submission(Photos.goodBut(Measures.FACE_SECOND_SCORE, 0.46));
        assertThat(find(result, "single-face").answer()).isEqualTo(Answer.UNSURE);
        assertThat(result.verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void holdsGlassesAgainstTheDeclaration() {
        Measurements without = Photos.measured(Photos.FILE, Photos.good());
        Measurements with = Photos.goodBut(Measures.GLASSES, 0.99);
        assertThat(glasses(without, Declarations.NONE).answer()).isEqualTo(Answer.SKIPPED);
        assertThat(glasses(without, Declarations.NONE).value()).hasValue(0.0);
        assertThat(glasses(without, Declarations.NONE.withGlasses(true)).answer())
                .isEqualTo(Answer.FAIL);
        assertThat(glasses(with, Declarations.NONE.withGlasses(true)).answer()).isEqualTo(Answer.PASS);
        assertThat(glasses(without, Declarations.NONE.withGlasses(false)).answer())
                .isEqualTo(Answer.PASS);
        assertThat(glasses(with, Declarations.NONE.withGlasses(false)).answer()).isEqualTo(Answer.PASS);
    }

    @Test
    void findsNoFaultWithLensesThatAreNotThere() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.LENS_GLARE, 0.9);
        values.put(Measures.LENS_DARKNESS, 60.0);
        PhotoCheckResult bare = submission(Photos.measured(Photos.FILE, values));
        assertThat(find(bare, "lenses-glare").answer()).isEqualTo(Answer.PASS);
        assertThat(find(bare, "lenses-tinted").answer()).isEqualTo(Answer.PASS);
        values.put(Measures.GLASSES, 1.0);
        PhotoCheckResult worn = submission(Photos.measured(Photos.FILE, values));
        assertThat(find(worn, "lenses-glare").answer()).isEqualTo(Answer.FAIL);
        assertThat(find(worn, "lenses-tinted").answer()).isEqualTo(Answer.FAIL);
    }

    @ParameterizedTest
    @EnumSource(Exemption.Kind.class)
    void suspendsWhatAHeadScarfHidesAndKeepsFaceAndShadow(Exemption.Kind kind) {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.HEAD_COVERING, 3.0);
        values.put(Measures.FACE_SHADOW, 90.0);
        Declarations exempt = Declarations.NONE.withExemption(Exemption.headCovering(kind));
        PhotoCheckResult result = judge.judge(Photos.measured(Photos.FILE, values), DEGREE, Stage.SUBMISSION, exempt);
        assertThat(exempted(result))
                .containsExactlyInAnyOrder(
                        "head-covering",
                        "head-top-margin",
                        "ears-visible",
                        "hair-over-ears",
                        "hair-over-eyebrows",
                        "earrings",
                        "necklace");
        assertThat(find(result, "shadow-on-face").answer()).isEqualTo(Answer.FAIL);
        assertThat(find(result, "face-occluded").answer()).isEqualTo(Answer.PASS);
    }

    @Test
    void aMedicalExemptionSuspendsExactlyTheChecksItNames() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.EYE_OPENING, 0.0);
        values.put(Measures.EYE_OPENING_BY_IRIS, 0.0);
        values.put(Measures.MOUTH_OPENING, 0.6);
        Measurements patch = Photos.measured(Photos.FILE, values);
        Exemption eyes = Exemption.medical(Set.of(new CheckId("eyes-open"), new CheckId("gaze-forward")));
        PhotoCheckResult result = judge.judge(patch, DEGREE, Stage.SUBMISSION, Declarations.NONE.withExemption(eyes));
        assertThat(exempted(result)).containsExactlyInAnyOrder("eyes-open", "gaze-forward");
        assertThat(result.failures())
                .extracting(finding -> finding.check().value())
                .contains("mouth-closed");
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void anExemptionThatCoversTheOnlyFaultLeavesTheVerdictAlone() {
        Measurements closed = Photos.goodBut(Measures.EYE_OPENING, 0.0);
        Exemption eyes = Exemption.medical(Set.of(new CheckId("eyes-open")));
        assertThat(judge.judge(closed, DEGREE, Stage.SUBMISSION, Declarations.NONE.withExemption(eyes))
                        .verdict())
                .isEqualTo(Verdict.ACCEPT);
    }

    private static List<String> exempted(PhotoCheckResult result) {
        return result.findings().stream()
                .filter(finding -> finding.reason().equals("exempt"))
                .peek(finding -> assertThat(finding.answer()).isEqualTo(Answer.SKIPPED))
                .map(finding -> finding.check().value())
                .toList();
    }

    @Test
    void fixesWhatIsAFaultOfTheFileInASubmissionAndRefusesItInAProduct() {
        Measurements large = Photos.measured(Photos.file("jpeg", 20_000_000, 1200, 1600), Photos.good());
        assertThat(submission(large).verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(find(submission(large), "file-size").answer()).isEqualTo(Answer.FAIL);
        assertThat(find(submission(large), "file-size").severity()).isEqualTo(Severity.ADVICE);
        PhotoCheckResult product = judge.judge(large, DEGREE, Stage.PRODUCT, Declarations.NONE);
        assertThat(find(product, "file-size").severity()).isEqualTo(Severity.REQUIRED);
        assertThat(product.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void askForTheBackgroundOnlyWhereItStays() {
        Measurements busy = Photos.goodBut(Measures.BACKGROUND_SPREAD, 60);
        assertThat(submission(busy).verdict()).isEqualTo(Verdict.ACCEPT);
        PhotoProfile keep = DEGREE.withBackground(Optional.empty());
        assertThat(judge.judge(busy, keep, Stage.SUBMISSION, Declarations.NONE).verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @Test
    void comparesTheTopWithTheBackgroundThatWillBeBehindIt() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.CLOTHES_L, 94.0);
        Measurements white = Photos.measured(Photos.FILE, values);
        assertThat(find(submission(white), "clothing-contrast").answer()).isEqualTo(Answer.PASS);
        PhotoProfile keep = DEGREE.withBackground(Optional.empty());
        assertThat(find(judge.judge(white, keep, Stage.SUBMISSION, Declarations.NONE), "clothing-contrast")
                        .answer())
                .isEqualTo(Answer.FAIL);
    }

    @Test
    void refusesAnAnimationAndAGreyPicture() {
        FileFacts animation =
                FileFacts.builder("gif", 9_000, 1200, 1600).frames(12).build();
        assertThat(find(submission(Photos.measured(animation, Photos.good())), "file-format")
                        .answer())
                .isEqualTo(Answer.FAIL);
        assertThat(find(submission(Photos.goodBut(Measures.COLOUR_VARIETY, 0)), "file-colour")
                        .answer())
                .isEqualTo(Answer.FAIL);
    }

    /** Whole names, whatever stands around them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Adobe Photoshop Lightroom Classic 13.1",
                "美图秀秀 10.2",
                "Canva",
                "canva (web)",
                "GIMP 2.10.36",
                "Snapseed 2.21",
                "天天P图",
                "Remini",
                "Affinity Photo 2"
            })
    void tellsWhichEditingSoftwareTheFileNames(String program) {
        Finding finding = find(submission(Photos.measured(edited(program), Photos.good())), "file-metadata");
        assertThat(finding.answer()).isEqualTo(Answer.FAIL);
        assertThat(finding.advice().zhCn()).contains(program);
        assertThat(finding.advice().en()).contains(program);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTML Canvas",
                "iOS 17.4",
                "HDR+ 1.0.540104767zd",
                "Google Photos",
                "Canvasser",
                "Vscode",
                "MIUI",
                "Topazine",
                "ImageMagick 6.9"
            })
    void accusesNobodyBecauseOfANameThatOnlyContainsOne(String program) {
        PhotoCheckResult result = submission(Photos.measured(edited(program), Photos.good()));
        assertThat(find(result, "file-metadata").answer()).isEqualTo(Answer.PASS);
    }

    @Test
    void sendsAFileThatDeclaresItselfGeneratedToAPerson() {
        FileFacts generated = FileFacts.builder("jpeg", 300_000, 1200, 1600)
                .jpegQuality(OptionalInt.of(92))
                .software(List.of("Adobe Photoshop 25.1"))
                .generationMarks(List.of("AIGC Label=1"))
                .build();
        PhotoCheckResult result = submission(Photos.measured(generated, Photos.good()));
        Finding finding = find(result, "file-metadata");
        assertThat(finding.answer()).isEqualTo(Answer.FAIL);
        assertThat(finding.advice().zhCn()).contains("AIGC Label=1");
        assertThat(result.verdict()).isEqualTo(Verdict.REVIEW);
    }

    private static FileFacts edited(String program) {
        return FileFacts.builder("jpeg", 300_000, 1200, 1600)
                .jpegQuality(OptionalInt.of(92))
                .software(List.of(program))
                .build();
    }

    @Test
    void sendsATraceOfEditingSoftwareToAPerson() {
        PhotoCheckResult result = submission(Photos.measured(edited("Adobe Photoshop 25.1 (Windows)"), Photos.good()));
        assertThat(find(result, "file-metadata").answer()).isEqualTo(Answer.FAIL);
        assertThat(result.verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void tellsAnEveningPhotoByTheClockOfChina() {
        Declarations evening = Declarations.NONE.takenAt(Instant.parse("2024-03-20T13:30:00Z"));
        PhotoCheckResult result =
                judge.judge(Photos.measured(Photos.FILE, Photos.good()), DEGREE, Stage.SUBMISSION, evening);
        assertThat(find(result, "light-source").answer()).isEqualTo(Answer.FAIL);
        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void answersForAFileThatIsNoPicture() {
        PhotoCheckResult result = judge.undecodable(
                new UndecodableImageException(UndecodableImageException.Reason.CORRUPT, "cut", null),
                PhotoJudge.nothingMeasured("drawn", "1", 17),
                DEGREE,
                Stage.SUBMISSION);
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(result.findings()).hasSameSizeAs(CheckCatalogue.shipped().ids());
        assertThat(find(result, "file-format").reason()).isEqualTo("corrupt");
        assertThat(find(result, "sharpness").reason()).isEqualTo("undecodable");
    }

    @Test
    void tellsWhatTheDecoderKnowsBetter() {
        Advice advice = new Advice("最多 9 个像素", "9 pixels at most");
        PhotoCheckResult result = judge.undecodable(
                new UndecodableImageException(UndecodableImageException.Reason.TOO_LARGE, advice, null),
                PhotoJudge.nothingMeasured("drawn", "1", 17),
                DEGREE,
                Stage.SUBMISSION);
        assertThat(find(result, "file-format").advice()).isEqualTo(advice);
        assertThat(find(result, "file-format").reason()).isEqualTo("too-large");
    }

    @Test
    void doesNotAcceptWhatNobodyMeasured() {
        Measurements nothing = Measurements.builder("blind", "1", Photos.FILE).build();
        assertThat(submission(nothing).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void skipsADuplicateWithoutAStore() {
        Map<MeasureId, Double> values = Photos.good();
        values.remove(Measures.DUPLICATE_DISTANCE);
        Finding finding = find(submission(Photos.measured(Photos.FILE, values)), "duplicate");
        assertThat(finding.answer()).isEqualTo(Answer.SKIPPED);
        assertThat(finding.reason()).isEqualTo("no-store");
    }

    private Finding glasses(Measurements measurements, Declarations declarations) {
        return find(judge.judge(measurements, DEGREE, Stage.SUBMISSION, declarations), "glasses");
    }

    private PhotoCheckResult submission(Measurements measurements) {
        return judge.judge(measurements, DEGREE, Stage.SUBMISSION, Declarations.NONE);
    }

    private static Finding find(PhotoCheckResult result, String check) {
        return result.finding(new CheckId(check)).orElseThrow();
    }
}
