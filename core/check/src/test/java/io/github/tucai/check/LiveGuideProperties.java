package io.github.tucai.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LiveGuideProperties {
    /** By importance. */
    private static final List<CheckId> CHECKS = Stream.of("head-yaw", "eyes-open", "mouth-closed", "shadow-on-face")
            .map(CheckId::new)
            .toList();

    private static final LiveGuide.Pace PACE = LiveGuide.Pace.USUAL;
    private static final Duration LONGEST_STEP = Duration.ofMillis(120);

    /** A frame, {@code after} the one before it; {@code raised} tells two faults of one check apart. */
    private record Frame(Duration after, Set<CheckId> faults, boolean raised) {}

    /** What a guide said when. */
    private record Moment(Duration at, Frame frame, Guidance guidance) {}

    @Property(tries = 300)
    void whatIsSaidStaysForTheHoldTime(@ForAll("films") List<Frame> film) {
        Duration changed = null;
        Guidance last = null;
        for (Moment moment : play(film)) {
            Guidance now = moment.guidance();
            boolean same = last != null
                    && now.kind() == last.kind()
                    && now.check().equals(last.check())
                    && now.words().equals(last.words());
            if (!same) {
                if (changed != null) {
                    assertThat(moment.at().minus(changed)).isGreaterThanOrEqualTo(PACE.hold());
                }
                // What stands there before the first instruction holds nothing back.
                changed = now.kind() == Guidance.Kind.LOOKING ? null : moment.at();
            }
            last = now;
        }
    }

    @Property(tries = 300)
    void aFaultThatLastsIsSaidAtLastWhateverElseComesAndGoes(
            @ForAll("films") List<Frame> film, @ForAll("checks") CheckId lasting) {
        Duration bound = PACE.appear()
                .plus(PACE.patience())
                .plus(PACE.hold().plus(LONGEST_STEP).multipliedBy(CHECKS.size() + 1L))
                .plus(LONGEST_STEP.multipliedBy(2));
        Duration unsaidSince = Duration.ZERO;
        for (Moment moment :
                play(film.stream().map(frame -> with(frame, lasting)).toList())) {
            if (moment.guidance().check().equals(Optional.of(lasting))) {
                unsaidSince = moment.at();
            }
            assertThat(moment.at().minus(unsaidSince)).isLessThanOrEqualTo(bound);
        }
    }

    @Property(tries = 300)
    void readyMeansThatTheLastFramesWereAllGood(@ForAll("films") List<Frame> film) {
        int good = 0;
        for (Moment moment : play(film)) {
            good = moment.frame().faults().isEmpty() ? good + 1 : 0;
            if (moment.guidance().ready()) {
                assertThat(good).isGreaterThanOrEqualTo(PACE.steadyFrames());
            }
        }
    }

    @Property(tries = 300)
    void aFlashOfAFaultIsNeverSaid(@ForAll("films") List<Frame> film) {
        List<Frame> flashes = new ArrayList<>();
        for (int i = 0; i < film.size(); i++) {
            flashes.add(i % 3 == 1 ? film.get(i) : new Frame(film.get(i).after(), Set.of(), false));
        }
        assertThat(play(flashes)).noneMatch(moment -> moment.guidance().kind() == Guidance.Kind.FIX);
    }

    @Property(tries = 100)
    void goodFramesEndInReadyWhateverCameBefore(@ForAll("films") List<Frame> film) {
        List<Frame> whole = new ArrayList<>(film);
        for (int i = 0; i < 40; i++) {
            whole.add(new Frame(Duration.ofMillis(50), Set.of(), false));
        }
        List<Moment> moments = play(whole);
        assertThat(moments.get(moments.size() - 1).guidance().ready()).isTrue();
    }

    @Property(tries = 100)
    void equalFramesGiveEqualGuidance(@ForAll("films") List<Frame> film) {
        assertThat(play(film)).isEqualTo(play(film));
    }

    @Example
    void theMostImportantFaultIsSaidFirst() {
        LiveGuide guide = LiveGuide.start();
        assertThat(guide.guidance().kind()).isEqualTo(Guidance.Kind.LOOKING);
        for (int i = 0; i < 8; i++) {
            guide = guide.next(Duration.ofMillis(50L * i), result(Set.copyOf(CHECKS), false, Map.of()));
        }
        assertThat(guide.guidance().check()).hasValue(CHECKS.get(0));
        assertThat(guide.guidance().words().zhCn()).isNotBlank();
    }

    @Example
    void aFrameThatIsNotNewerChangesNothing() {
        LiveGuide guide = LiveGuide.start().next(Duration.ofSeconds(5), result(Set.of(), false, Map.of()));
        assertThat(guide.next(Duration.ofSeconds(5), result(Set.copyOf(CHECKS), false, Map.of())))
                .isSameAs(guide);
        assertThat(guide.next(Duration.ofSeconds(4), result(Set.of(), false, Map.of())))
                .isSameAs(guide);
    }

    @Example
    void aLongGapStartsTheCountOfGoodFramesAnew() {
        LiveGuide guide = LiveGuide.start();
        for (int i = 1; i <= 9; i++) {
            guide = guide.next(Duration.ofMillis(50L * i), result(Set.of(), false, Map.of()));
        }
        assertThat(guide.guidance().ready()).isTrue();
        assertThat(guide.next(Duration.ofSeconds(9), result(Set.of(), false, Map.of()))
                        .guidance()
                        .ready())
                .isFalse();
    }

    @Example
    void saysWhereToStandFromTheFrameAlone() {
        assertThat(afterAWhile(Map.of(Measures.FACE_WIDTH, 400.0, Measures.FACE_AXIS, 320.0)))
                .contains("step back");
        assertThat(afterAWhile(Map.of(Measures.FACE_WIDTH, 40.0, Measures.FACE_AXIS, 320.0)))
                .contains("closer");
        assertThat(afterAWhile(Map.of(Measures.FACE_WIDTH, 150.0, Measures.FACE_AXIS, 90.0)))
                .contains("middle");
        assertThat(afterAWhile(Map.of(
                        Measures.FACE_WIDTH, 150.0,
                        Measures.FACE_AXIS, 320.0,
                        Measures.EYE_LINE, 60.0,
                        Measures.CHIN_LINE, 160.0)))
                .contains("above your head");
        assertThat(afterAWhile(Map.of(
                        Measures.FACE_WIDTH, 150.0,
                        Measures.FACE_AXIS, 320.0,
                        Measures.EYE_LINE, 200.0,
                        Measures.CHIN_LINE, 300.0)))
                .contains("still");
    }

    private static String afterAWhile(Map<MeasureId, Double> measures) {
        LiveGuide guide = LiveGuide.start();
        for (int i = 0; i < 10; i++) {
            guide = guide.next(Duration.ofMillis(100L * i), result(Set.of(), false, measures));
        }
        return guide.guidance().words().en();
    }

    private static List<Moment> play(List<Frame> film) {
        List<Moment> moments = new ArrayList<>();
        LiveGuide guide = LiveGuide.start(PACE);
        Duration at = Duration.ZERO;
        for (Frame frame : film) {
            at = at.plus(frame.after());
            guide = guide.next(at, result(frame.faults(), frame.raised(), Map.of()));
            moments.add(new Moment(at, frame, guide.guidance()));
        }
        return moments;
    }

    private static Frame with(Frame frame, CheckId lasting) {
        Set<CheckId> faults = new HashSet<>(frame.faults());
        faults.add(lasting);
        return new Frame(frame.after(), faults, frame.raised());
    }

    private static PhotoCheckResult result(Set<CheckId> faults, boolean raised, Map<MeasureId, Double> measures) {
        FileFacts file = FileFacts.builder("jpeg", 9, 640, 480).build();
        Measurements.Builder measured = Measurements.builder("drawn", "1", file);
        measures.forEach((id, value) -> measured.add(new Measure(id, value, "px", null, 1)));
        List<Finding> told = faults.stream()
                .map(check -> finding(check, Answer.FAIL, raised ? " up" : ""))
                .toList();
        List<Finding> all = new ArrayList<>(told);
        all.add(finding(new CheckId("single-face"), Answer.PASS, ""));
        return new PhotoCheckResult(
                "CN-DEGREE", "0".repeat(64), Stage.SUBMISSION, Verdict.REVIEW, all, told, measured.build());
    }

    private static Finding finding(CheckId check, Answer answer, String words) {
        return new Finding(
                check,
                answer,
                OptionalDouble.of(answer == Answer.PASS ? 90 : 10),
                OptionalDouble.empty(),
                "",
                "",
                Severity.REQUIRED,
                null,
                "A2.3.2",
                new Advice("请纠正" + check + words, "Please mend " + check + words),
                "");
    }

    @Provide
    static Arbitrary<CheckId> checks() {
        return Arbitraries.of(CHECKS);
    }

    /** Stretches of frames with the same faults, some as short as one frame. */
    @Provide
    static Arbitrary<List<Frame>> films() {
        Arbitrary<Set<CheckId>> faults = Arbitraries.of(CHECKS).set().ofMaxSize(3);
        Arbitrary<Long> steps = Arbitraries.longs().between(10, LONGEST_STEP.toMillis());
        Arbitrary<List<Frame>> stretches = Combinators.combine(
                        faults,
                        Arbitraries.of(true, false),
                        steps.list().ofMinSize(1).ofMaxSize(25))
                .as((set, raised, list) -> list.stream()
                        .map(step -> new Frame(Duration.ofMillis(step), set, raised))
                        .toList());
        return stretches.list().ofMinSize(1).ofMaxSize(12).map(list -> list.stream()
                .flatMap(List::stream)
                .toList());
    }
}
