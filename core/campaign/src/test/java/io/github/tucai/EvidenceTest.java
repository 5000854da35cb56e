package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.contract.Clause;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads what of a photo: its student all, others the evidence of what they opened, and each look is noted. */
@Clause("N0.3")
class EvidenceTest extends WithDesk {
    private static final List<Actor> OTHERS = List.of(Samples.ADMINISTRATOR, Samples.CENTRE, Samples.SYSTEM);
    private static final ImageDigest ASKED = Desk.digest("bad-1");
    private static final ImageDigest SUSPECTED = Desk.digest("ok-2");
    private static final Actor STUDENT = Samples.student("E1");

    private RecordId id = RecordId.random(new Random(0));

    /** One photo that a person looked at because its student asked, and a suspicion of another that the student answered. */
    @BeforeEach
    void twoStories() {
        if (desk == null) {
            return;
        }
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "bad-1").record();
        id = record.id();
        CaptureService capture = desk.tucai.capture();
        capture.askForPerson(STUDENT, id, ASKED, "我没有闭眼").orElseThrow();
        desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.REJECTED, "左眼闭着")
                .orElseThrow();
        desk.handIn(session, "ok-2");
        capture.suspectViolation(Samples.CENTRE, id, SUSPECTED, "疑似翻拍").orElseThrow();
        capture.answerSuspicion(STUDENT, id, SUSPECTED, "是现场拍摄").orElseThrow();
    }

    @Test
    void theStudentReadsAllOfTheOwnPhotos() {
        List<PhotoStory> stories = stories(STUDENT);
        assertThat(stories).extracting(PhotoStory::asked).containsExactly(Optional.of("我没有闭眼"), Optional.empty());
        assertThat(stories.get(0).checks()).singleElement().satisfies(check -> assertThat(check.findings())
                .isNotEmpty());
        assertThat(stories.get(1).suspicion().flatMap(PhotoStory.Suspected::answer))
                .contains("是现场拍摄");
        assertThat(words(STUDENT)).containsExactly("我没有闭眼", "是现场拍摄");
        assertThat(findings(STUDENT)).isPositive();
    }

    @Test
    void othersReadWhenAndWhatWasDecidedAndNoEvidence() {
        for (Actor actor : OTHERS) {
            List<PhotoStory> stories = stories(actor);
            assertThat(stories).as(actor.auditName()).hasSize(2).allSatisfy(story -> {
                assertThat(story.checks()).isEmpty();
                assertThat(story.asked()).isEmpty();
                assertThat(story.suspicion().flatMap(PhotoStory.Suspected::answer))
                        .isEmpty();
            });
            assertThat(stories.get(0).faults()).containsExactly(new CheckId("eyes-open"));
            assertThat(stories.get(0).decisions())
                    .containsExactly(new PhotoStory.Decision(
                            Samples.MORNING, PhotoStory.Role.SCHOOL, ReviewOutcome.REJECTED, "左眼闭着"));
            assertThat(stories.get(0).looks()).hasSize(1);
            assertThat(stories.get(1).suspicion())
                    .contains(new PhotoStory.Suspected(
                            Samples.MORNING, PhotoStory.Role.CENTRE, "疑似翻拍", Optional.empty()));
            assertThat(words(actor)).as(actor.auditName()).containsExactly("…", "…");
            assertThat(findings(actor)).isZero();
            assertThat(history(actor)).as("no line is missing").hasSameSizeAs(history(STUDENT));
        }
        assertThat(stories(STUDENT).get(0).looks()).as("reading so is no look").hasSize(1);
    }

    @Test
    void whoOpensAPhotoReadsTheEvidenceOfThatOneAndIsNoted() {
        Evidence asked =
                desk.tucai.capture().evidence(Samples.ADMINISTRATOR, id, ASKED).orElseThrow();
        assertThat(asked.story().asked()).contains("我没有闭眼");
        assertThat(asked.story().checks()).isNotEmpty();
        assertThat(words(asked.history())).containsExactly("我没有闭眼", "…");
        assertThat(findings(asked.history())).isPositive();
        Evidence suspected = desk.tucai
                .capture()
                .evidence(Samples.ADMINISTRATOR, id, SUSPECTED)
                .orElseThrow();
        assertThat(suspected.story().suspicion().flatMap(PhotoStory.Suspected::answer))
                .contains("是现场拍摄");
        assertThat(words(suspected.history())).containsExactly("…", "是现场拍摄");
        assertThat(stories(STUDENT).get(0).looks()).hasSize(2);
        assertThat(stories(STUDENT).get(1).looks()).hasSize(1);
        assertThat(words(Samples.ADMINISTRATOR)).as("not without a look").containsExactly("…", "…");
    }

    @Test
    void nobodyElseReadsAnything() {
        for (Actor actor : List.of(Samples.STRANGER, Samples.student("E2"), new Actor.CodeHolder())) {
            assertThat(desk.tucai.capture().photos(actor, id).<Boolean>fold(read -> true, refused -> false))
                    .isFalse();
            assertThat(desk.tucai.capture().history(actor, id).<Boolean>fold(read -> true, refused -> false))
                    .isFalse();
        }
    }

    @Test
    @Clause("A2.3.6")
    void theStoryTellsTheSecondLookTheUnlockAndTheOtherPerson() {
        CaptureService capture = desk.tucai.capture();
        desk.decide(Samples.ADMINISTRATOR, there(), ReviewOutcome.ACCEPTED, "现场拍摄")
                .orElseThrow();
        desk.lock(there());
        desk.secondLook(there(), ReviewOutcome.VIOLATION).orElseThrow();
        capture.unlock(Samples.ADMINISTRATOR, id, "已谈话").orElseThrow();
        desk.captured("E1", "ok-3");
        ProofingService proofing = desk.tucai.proofing();
        proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        proofing.raiseErratum(STUDENT, id, Desk.digest("ok-3"), Erratum.Kind.WRONG_PERSON, "不是我")
                .orElseThrow();
        desk.captured("E1", "ok-4");
        proofing.confirmWrongPerson(Samples.CENTRE, id, 1, "确非本人").orElseThrow();
        for (Actor actor : List.of(STUDENT, Samples.ADMINISTRATOR)) {
            assertThat(stories(actor))
                    .extracting(story ->
                            story.steps().stream().map(PhotoStory.Step::kind).toList())
                    .containsExactly(
                            List.of(),
                            List.of(PhotoStory.Step.Kind.SECOND_LOOK_ORDERED, PhotoStory.Step.Kind.UNLOCKED),
                            List.of(PhotoStory.Step.Kind.WRONG_PERSON),
                            List.of());
            PhotoStory.Step wrong = stories(actor).get(2).steps().get(0);
            assertThat(wrong.by()).isEqualTo(PhotoStory.Role.CENTRE);
            assertThat(wrong.reason()).isEqualTo("确非本人");
            assertThat(stories(actor).toString() + wrong).doesNotContain("确非本人", "学生申诉", "已谈话");
        }
    }

    private CaptureRecord there() {
        return desk.tucai.capture().record(Samples.CENTRE, id).orElseThrow();
    }

    private List<PhotoStory> stories(Actor actor) {
        return desk.tucai.capture().photos(actor, id).orElseThrow();
    }

    private List<HistoryEntry> history(Actor actor) {
        return desk.tucai.capture().history(actor, id).orElseThrow();
    }

    private List<String> words(Actor actor) {
        return words(history(actor));
    }

    /** What the student said, as it stands there. */
    private static List<String> words(List<HistoryEntry> history) {
        return history.stream()
                .map(HistoryEntry::event)
                .flatMap(EvidenceTest::said)
                .toList();
    }

    private static Stream<String> said(CaptureEvent event) {
        if (event instanceof CaptureEvent.PersonAsked asked) {
            return Stream.of(asked.reason());
        }
        return event instanceof CaptureEvent.SuspicionAnswered answered ? Stream.of(answered.answer()) : Stream.empty();
    }

    private long findings(Actor actor) {
        return findings(history(actor));
    }

    private static long findings(List<HistoryEntry> history) {
        return history.stream()
                .map(HistoryEntry::event)
                .filter(CaptureEvent.PhotoChecked.class::isInstance)
                .mapToLong(
                        event -> ((CaptureEvent.PhotoChecked) event).findings().size())
                .sum();
    }
}
