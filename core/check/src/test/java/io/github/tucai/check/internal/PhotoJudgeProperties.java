package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.contract.Clause;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;

class PhotoJudgeProperties {
    private static final PhotoProfile DEGREE = PhotoProfiles.get("CN-DEGREE");
    private final PhotoJudge judge = new PhotoJudge();

    @Property(tries = 300)
    @Clause({"A2.2", "A2.3", "A2.3.1", "A2.3.2", "A2.3.3", "A2.3.4", "A2.3.5", "A2.3.6"})
    void everyCheckIsAnsweredWhateverWasMeasured(@ForAll("measured") Measurements measured, @ForAll Stage stage) {
        PhotoCheckResult result = judge.judge(measured, DEGREE, stage, Declarations.NONE);
        assertThat(result.findings())
                .extracting(Finding::check)
                .containsExactlyElementsOf(CheckCatalogue.shipped().ids());
        assertThat(result.findings()).allSatisfy(finding -> {
            assertThat(finding.score().isEmpty()).isEqualTo(finding.answer() == Answer.SKIPPED);
            assertThat(finding.reason().isEmpty())
                    .isEqualTo(finding.answer() == Answer.PASS || finding.answer() == Answer.FAIL);
            assertThat(finding.advice().zhCn()).isNotBlank();
            assertThat(finding.advice().en()).isNotBlank();
        });
    }

    @Property(tries = 300)
    void equalMeasurementsGiveEqualFindings(@ForAll("measured") Measurements measured, @ForAll Stage stage) {
        PhotoCheckResult once = judge.judge(measured, DEGREE, stage, Declarations.NONE);
        PhotoCheckResult again = new PhotoJudge().judge(measured, DEGREE, stage, Declarations.NONE);
        assertThat(again.findings()).isEqualTo(once.findings());
        assertThat(again.verdict()).isEqualTo(once.verdict());
    }

    @Property(tries = 300)
    @Clause("A2.3")
    void allFaultsAreToldAndWhatDecidesIsToldFirst(@ForAll("measured") Measurements measured, @ForAll Stage stage) {
        PhotoCheckResult result = judge.judge(measured, DEGREE, stage, Declarations.NONE);
        assertThat(result.told())
                .containsExactlyInAnyOrderElementsOf(result.findings().stream()
                        .filter(f -> f.answer() == Answer.FAIL || f.answer() == Answer.UNSURE)
                        .toList());
        List<Verdict> effects = result.told().stream()
                .map(f -> Assessment.verdict(f.answer(), f.severity(), false, DEGREE.unsureReviewAccepted()))
                .toList();
        assertThat(effects).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Property(tries = 300)
    @Clause({"N2.2c", "A2.3"})
    void theVerdictIsWhatTheFindingsSayTogether(@ForAll("measured") Measurements measured, @ForAll Stage stage) {
        PhotoCheckResult result = judge.judge(measured, DEGREE, stage, Declarations.NONE);
        boolean rejected = any(result, Severity.REQUIRED, Answer.FAIL);
        boolean unsure = any(result, Severity.REQUIRED, Answer.UNSURE) || any(result, Severity.REVIEW, Answer.FAIL);
        boolean blind = result.findings().stream()
                .anyMatch(finding -> finding.answer() == Answer.SKIPPED
                        && finding.severity() == Severity.REQUIRED
                        && isNotExcused(finding));
        Verdict expected = rejected ? Verdict.REJECT : unsure || blind ? Verdict.REVIEW : Verdict.ACCEPT;
        assertThat(result.verdict()).isEqualTo(expected);
    }

    @Property(tries = 200)
    @Clause("A2.3.4")
    void anExemptionSuspendsExactlyItsChecks(
            @ForAll("measured") Measurements measured, @ForAll("checks") Set<CheckId> exempt) {
        PhotoCheckResult plain = judge.judge(measured, DEGREE, Stage.SUBMISSION, Declarations.NONE);
        PhotoCheckResult spared = judge.judge(
                measured, DEGREE, Stage.SUBMISSION, new Declarations(Optional.empty(), exempt, Optional.empty()));
        for (int i = 0; i < plain.findings().size(); i++) {
            Finding before = plain.findings().get(i);
            Finding after = spared.findings().get(i);
            if (exempt.contains(before.check())) {
                assertThat(after.answer()).isEqualTo(Answer.SKIPPED);
                assertThat(after.reason()).isEqualTo("exempt");
            } else {
                // Where one instruction falls silent another may speak.
                assertThat(after)
                        .usingRecursiveComparison()
                        .ignoringFields("advice")
                        .isEqualTo(before);
            }
        }
        assertThat(spared.verdict()).isLessThanOrEqualTo(plain.verdict());
    }

    @Property(tries = 300)
    @Clause("A2.3.2")
    void aTurnedHeadIsFoundToEitherSideAndSoIsALeaningOne(@ForAll @DoubleRange(min = -89, max = 89) double degrees) {
        assertThat(score("head-yaw", Measures.HEAD_YAW, degrees))
                .isEqualTo(score("head-yaw", Measures.HEAD_YAW, -degrees));
        assertThat(answer("head-roll", Measures.HEAD_ROLL, 60 + degrees / 4)).isEqualTo(Answer.FAIL);
        assertThat(answer("head-yaw", Measures.HEAD_YAW, 60 + degrees / 4)).isEqualTo(Answer.FAIL);
    }

    @Property(tries = 300)
    @Clause("A2.3.1")
    void unevenLightAndRedEyesNeverScoreBetterForBeingStronger(
            @ForAll @DoubleRange(min = 0, max = 100) double light, @ForAll @DoubleRange(min = 0, max = 1) double red) {
        assertThat(score("light-even", Measures.LIGHT_BALANCE, light))
                .isGreaterThanOrEqualTo(score("light-even", Measures.LIGHT_BALANCE, light + 1));
        assertThat(score("light-even", Measures.LIGHT_BALANCE, light))
                .isEqualTo(score("light-even", Measures.LIGHT_BALANCE, -light));
        assertThat(score("red-eye", Measures.RED_EYE, red))
                .isGreaterThanOrEqualTo(score("red-eye", Measures.RED_EYE, Math.min(1, red + 0.1)));
    }

    @Property(tries = 300)
    @Clause("A2.3.3")
    void withoutGlassesNoLensIsAtFault(
            @ForAll @DoubleRange(min = 0, max = 1) double glare,
            @ForAll @DoubleRange(min = -100, max = 100) double darkness,
            @ForAll @DoubleRange(min = 0, max = 1) double frame) {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.LENS_GLARE, glare);
        values.put(Measures.LENS_DARKNESS, darkness);
        values.put(Measures.FRAME_ON_EYES, frame);
        PhotoCheckResult result = judge.judge(
                Photos.measured(Photos.FILE, values), DEGREE, Stage.SUBMISSION, Declarations.NONE.withGlasses(false));
        for (String check : List.of("glasses", "lenses-glare", "lenses-tinted", "frame-over-eyes")) {
            assertThat(find(result, check).answer()).as(check).isEqualTo(Answer.PASS);
        }
    }

    @Property(tries = 300)
    @Clause("A2.3.5")
    void theMoreBlueATopTheLowerItsScore(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double less = Math.min(one, other);
        double more = Math.max(one, other);
        assertThat(score("clothing-blue", Measures.CLOTHES_BLUE, less))
                .isGreaterThanOrEqualTo(score("clothing-blue", Measures.CLOTHES_BLUE, more));
        assertThat(answer("clothing-blue", Measures.CLOTHES_BLUE, 1)).isEqualTo(Answer.FAIL);
        assertThat(answer("clothing-blue", Measures.CLOTHES_BLUE, 0)).isEqualTo(Answer.PASS);
    }

    @Property(tries = 200)
    @Clause("A2.3.6")
    void aSuspicionOfRecaptureOrRetouchingGoesToAPersonAndRejectsNobody(
            @ForAll @DoubleRange(min = 0, max = 1) double recapture,
            @ForAll @DoubleRange(min = 0, max = 1) double retouch) {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.RECAPTURE, recapture);
        values.put(Measures.RETOUCH, retouch);
        PhotoCheckResult result =
                judge.judge(Photos.measured(Photos.FILE, values), DEGREE, Stage.SUBMISSION, Declarations.NONE);
        boolean suspected = find(result, "recapture").answer() == Answer.FAIL
                || find(result, "retouched").answer() == Answer.FAIL;
        assertThat(result.verdict()).isEqualTo(suspected ? Verdict.REVIEW : Verdict.ACCEPT);
    }

    private static boolean isNotExcused(Finding finding) {
        boolean listed = finding.reason().equals("not-measured")
                && DEGREE.mayBeUnmeasured().contains(finding.check());
        boolean gated = Optional.ofNullable(DEGREE.rules().get(finding.check())).stream()
                .flatMap(rule -> rule.gates().stream())
                .anyMatch(gate -> gate.excused() && gate.reason().equals(finding.reason()));
        return !listed && !gated;
    }

    private static boolean any(PhotoCheckResult result, Severity severity, Answer answer) {
        return result.findings().stream()
                .anyMatch(finding -> finding.severity() == severity && finding.answer() == answer);
    }

    private double score(String check, MeasureId measure, double value) {
        return find(judged(measure, value), check).score().orElseThrow();
    }

    private Answer answer(String check, MeasureId measure, double value) {
        return find(judged(measure, value), check).answer();
    }

    private PhotoCheckResult judged(MeasureId measure, double value) {
        return judge.judge(Photos.goodBut(measure, value), DEGREE, Stage.SUBMISSION, Declarations.NONE);
    }

    private static Finding find(PhotoCheckResult result, String check) {
        return result.finding(new CheckId(check)).orElseThrow();
    }

    @Provide
    static Arbitrary<Set<CheckId>> checks() {
        return Arbitraries.of(CheckCatalogue.shipped().ids()).set().ofMaxSize(12);
    }

    /** Any subset of the measures, each about as often good as anything its range allows. */
    @Provide
    static Arbitrary<Measurements> measured() {
        List<MeasureId> ids = new ArrayList<>(Measures.all().keySet());
        Map<MeasureId, Double> good = Photos.good();
        Arbitrary<List<Double>> picks =
                Arbitraries.doubles().between(0, 1).list().ofSize(ids.size());
        Arbitrary<List<Integer>> ways = Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, 1), Tuple.of(1, 2))
                .list()
                .ofSize(ids.size());
        return Combinators.combine(picks, ways).as((values, how) -> {
            Map<MeasureId, Double> measured = new LinkedHashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                MeasureId id = ids.get(i);
                Measures.Definition range = Measures.definition(id).orElseThrow();
                double least = Math.max(range.least(), -200);
                double most = Math.min(range.most(), 2000);
                if (how.get(i) == 0) {
                    measured.put(id, good.getOrDefault(id, 0.0));
                } else if (how.get(i) == 1) {
                    measured.put(id, least + values.get(i) * (most - least));
                }
            }
            return Photos.measured(Photos.FILE, measured);
        });
    }
}
