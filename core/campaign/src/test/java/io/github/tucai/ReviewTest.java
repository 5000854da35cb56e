package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Verdict;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.spi.PhotoFinisher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** People decide: of which photo, who may, what they have seen, what the student reads of it. */
class ReviewTest extends WithDesk {
    private static final Actor.SchoolAdministrator COLLEAGUE = new Actor.SchoolAdministrator("zhao", Samples.SCHOOL);

    // Which photo

    @Test
    @Clause("N2.2c")
    void aDecisionOnAPhotoThatIsBeingFinishedIsNeverOneOnTheNext() throws Exception {
        HeldFinisher finisher = reopenWith(new HeldFinisher(desk.finisher()));
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "doubt-a").record();
        desk.tucai
                .capture()
                .evidence(COLLEAGUE, record.id(), Desk.digest("doubt-a"))
                .orElseThrow();
        ExecutorService slow = Executors.newSingleThreadExecutor();
        Future<Outcome<CaptureRecord>> accepting = slow.submit(() -> desk.tucai
                .capture()
                .decideReview(COLLEAGUE, record.id(), Desk.digest("doubt-a"), ReviewOutcome.ACCEPTED, "清晰"));
        finisher.entered.await(20, TimeUnit.SECONDS);
        desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.REJECTED, "闭眼").orElseThrow();
        assertThat(desk.handIn(session, "doubt-b").verdict()).isEqualTo(Verdict.REVIEW);
        finisher.go.countDown();
        Outcome<CaptureRecord> late = accepting.get(20, TimeUnit.SECONDS);
        slow.shutdown();
        assertThat(reason(late)).isEqualTo(Refusal.Reason.OTHER_PHOTO);
        assertThat(late.<String>fold(done -> "", Refusal::zhCn))
                .as("names the one that is there")
                .contains(Desk.digest("doubt-b").hex());
        CaptureRecord after = desk.record(record);
        assertThat(after.inReview().map(PhotoRef::digest)).contains(Desk.digest("doubt-b"));
        assertThat(after.product()).isEmpty();
    }

    @Test
    void aStalePageDecidesNothing() {
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "ok-1").record();
        assertThat(desk.handIn(session, "ok-2").verdict()).isEqualTo(Verdict.ACCEPT);
        ImageDigest stale = Desk.digest("ok-1");
        CaptureService capture = desk.tucai.capture();
        assertThat(reason(capture.reset(Samples.ADMINISTRATOR, record.id(), stale, "闭眼")))
                .isEqualTo(Refusal.Reason.OTHER_PHOTO);
        assertThat(reason(capture.suspectViolation(Samples.CENTRE, record.id(), stale, "翻拍")))
                .isEqualTo(Refusal.Reason.OTHER_PHOTO);
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(reason(desk.tucai.proofing().confirm(Samples.ADMINISTRATOR, record.id(), stale)))
                .isEqualTo(Refusal.Reason.OTHER_PHOTO);
        assertThat(reason(desk.tucai
                        .proofing()
                        .raiseErratum(Samples.ADMINISTRATOR, record.id(), stale, Erratum.Kind.QUALITY, "模糊")))
                .isEqualTo(Refusal.Reason.OTHER_PHOTO);
        ImageDigest product = Desk.digest("product of ok-2");
        desk.tucai
                .proofing()
                .confirm(Samples.ADMINISTRATOR, record.id(), product)
                .orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.CONFIRMED);
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoesAndItsProductIsOfItsPhoto() throws Exception {
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "doubt-a").record();
        List<Outcome<CaptureRecord>> answers = AtOnce.of(64, i -> {
            Actor.SchoolAdministrator one = new Actor.SchoolAdministrator("r" + i, Samples.SCHOOL);
            Outcome<Evidence> seen = desk.tucai.capture().evidence(one, record.id(), Desk.digest("doubt-a"));
            ReviewOutcome outcome = i % 2 == 0 ? ReviewOutcome.ACCEPTED : ReviewOutcome.REJECTED;
            return seen.then(evidence ->
                    desk.tucai.capture().decideReview(one, record.id(), Desk.digest("doubt-a"), outcome, "decided"));
        });
        assertThat(answers.stream().filter(a -> a instanceof Outcome.Done).count())
                .isEqualTo(1);
        CaptureRecord after = desk.record(record);
        assertThat(after.isUndecided()).isFalse();
        assertThat(after.product().map(PhotoRef::digest))
                .isEqualTo(after.accepted().map(photo -> Desk.digest("product of doubt-a")));
    }

    // Who has seen it

    @Test
    @Clause("N0.3")
    void thoseWhoDecideSeeThePhotoItsFindingsAndItsHistoryAndTheStudentReadsWhoLooked() {
        CaptureRecord record = desk.captured("E1", "doubt-1");
        ImageDigest photo = Desk.digest("doubt-1");
        Evidence evidence = desk.tucai
                .capture()
                .evidence(Samples.ADMINISTRATOR, record.id(), photo)
                .orElseThrow();
        assertThat(evidence.photo()).isEqualTo(Desk.photo("doubt-1"));
        assertThat(evidence.story().machine()).isEqualTo(Verdict.REVIEW);
        assertThat(evidence.story().checks()).singleElement().satisfies(check -> assertThat(check.findings())
                .extracting(Finding::check)
                .containsExactly(new CheckId("eyes-open")));
        assertThat(evidence.history()).extracting(HistoryEntry::actor).contains("student", "school:10290:li");
        Actor student = Samples.student("E1");
        assertThat(desk.tucai.capture().photos(student, record.id()).orElseThrow())
                .singleElement()
                .satisfies(story -> assertThat(story.looks())
                        .containsExactly(new PhotoStory.Look(Samples.MORNING, PhotoStory.Role.SCHOOL)));
        assertThat(desk.tucai.capture().history(student, record.id()).orElseThrow())
                .as("a student reads what staff are, not who")
                .noneMatch(line -> line.toString().contains(":li"))
                .anySatisfy(line -> assertThat(line.event())
                        .isEqualTo(new CaptureEvent.PhotoSeen(Samples.MORNING, photo, "school")));
    }

    @Test
    @Clause("N0.3")
    void nobodyElseSeesAPhotoAndNoneThatNeedsNoDecision() {
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "bad-1").record();
        CaptureService capture = desk.tucai.capture();
        assertThat(reason(capture.evidence(Samples.CENTRE, record.id(), Desk.digest("bad-1"))))
                .as("a rejected one only after its student asked")
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        desk.handIn(session, "ok-2");
        assertThat(reason(capture.evidence(Samples.CENTRE, record.id(), Desk.digest("ok-2"))))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        desk.handIn(session, "doubt-3");
        for (Actor actor : List.of(Samples.STRANGER, Samples.student("E2"), Samples.student("E1"), Samples.SYSTEM)) {
            assertThat(reason(capture.evidence(actor, record.id(), Desk.digest("doubt-3"))))
                    .isEqualTo(Refusal.Reason.NOT_YOURS);
        }
        assertThat(reason(capture.evidence(Samples.CENTRE, record.id(), Desk.digest("ok-2"))))
                .isEqualTo(Refusal.Reason.OTHER_PHOTO);
    }

    @Test
    void nobodyDecidesOnAPhotoTheyHaveNotOpened() {
        CaptureRecord record = desk.captured("E1", "doubt-1");
        desk.tucai
                .capture()
                .evidence(Samples.CENTRE, record.id(), Desk.digest("doubt-1"))
                .orElseThrow();
        assertThat(reason(desk.tucai
                        .capture()
                        .decideReview(COLLEAGUE, record.id(), Desk.digest("doubt-1"), ReviewOutcome.ACCEPTED, "清晰")))
                .isEqualTo(Refusal.Reason.NOT_SEEN);
    }

    // A suspicion

    @Test
    @Clause("A2.3.6")
    void aViolationIsConfirmedBySomebodyElseWhoLookedAfterTheStudentWasHeard() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        ImageDigest photo = Desk.digest("ok-1");
        CaptureService capture = desk.tucai.capture();
        assertThat(reason(capture.confirmViolation(Samples.CENTRE, record.id(), photo, "翻拍")))
                .as("of a photo that nobody suspects")
                .isEqualTo(Refusal.Reason.NOT_SUSPECTED);
        capture.suspectViolation(Samples.ADMINISTRATOR, record.id(), photo, "像是翻拍的纸质照片")
                .orElseThrow();
        Actor student = Samples.student("E1");
        assertThat(capture.photos(student, record.id()).orElseThrow().get(0).suspicion())
                .contains(new PhotoStory.Suspected(
                        Samples.MORNING, PhotoStory.Role.SCHOOL, "像是翻拍的纸质照片", Optional.empty()));
        capture.answerSuspicion(student, record.id(), photo, "是现场拍摄").orElseThrow();
        assertThat(reason(capture.confirmViolation(COLLEAGUE, record.id(), photo, "翻拍")))
                .isEqualTo(Refusal.Reason.NOT_SEEN);
        capture.evidence(COLLEAGUE, record.id(), photo).orElseThrow();
        capture.evidence(Samples.ADMINISTRATOR, record.id(), photo).orElseThrow();
        assertThat(reason(capture.confirmViolation(COLLEAGUE, record.id(), photo, "翻拍")))
                .isEqualTo(Refusal.Reason.STILL_HEARD);
        desk.at("2024-03-19T17:59:59");
        assertThat(reason(capture.confirmViolation(COLLEAGUE, record.id(), photo, "翻拍")))
                .isEqualTo(Refusal.Reason.STILL_HEARD);
        desk.at("2024-03-19T18:00:00");
        assertThat(reason(capture.confirmViolation(Samples.ADMINISTRATOR, record.id(), photo, "翻拍")))
                .as("not who raised it")
                .isEqualTo(Refusal.Reason.ANOTHER_PERSON);
        capture.confirmViolation(COLLEAGUE, record.id(), photo, "可见纸张边缘").orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.LOCKED);
        desk.at("2024-03-20T09:00:00");
        Outcome<CaptureSession> locked = desk.present("E1");
        assertThat(reason(locked)).isEqualTo(Refusal.Reason.LOCKED);
        assertThat(locked.<String>fold(done -> "", Refusal::zhCn))
                .as("whom to ask")
                .contains("教务处", "000-00000003");
    }

    @Test
    @Clause("A2.3.6")
    void aLookBeforeTheSuspicionIsNone() {
        CaptureRecord record = desk.captured("E1", "doubt-1");
        ImageDigest photo = Desk.digest("doubt-1");
        CaptureService capture = desk.tucai.capture();
        capture.evidence(COLLEAGUE, record.id(), photo).orElseThrow();
        capture.suspectViolation(Samples.CENTRE, record.id(), photo, "疑似翻拍").orElseThrow();
        desk.at("2024-03-20T09:00:00");
        assertThat(reason(capture.confirmViolation(COLLEAGUE, record.id(), photo, "翻拍")))
                .isEqualTo(Refusal.Reason.NOT_SEEN);
        assertThat(reason(capture.decideReview(COLLEAGUE, record.id(), photo, ReviewOutcome.VIOLATION, "翻拍")))
                .as("the same by another door")
                .isEqualTo(Refusal.Reason.NOT_SEEN);
    }

    @Test
    @Clause("A2.3.6")
    void anAcceptedRetakeEndsASuspicion() {
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "ok-1").record();
        CaptureService capture = desk.tucai.capture();
        capture.suspectViolation(Samples.CENTRE, record.id(), Desk.digest("ok-1"), "疑似翻拍")
                .orElseThrow();
        assertThat(desk.handIn(session, "bad-2").record().suspicion()).isPresent();
        CaptureRecord after = desk.handIn(session, "ok-3").record();
        assertThat(after.suspicion()).isEmpty();
        assertThat(after.state()).isEqualTo(CaptureState.QUEUED);
        desk.at("2024-03-21T09:00:00");
        assertThat(reason(capture.confirmViolation(COLLEAGUE, record.id(), Desk.digest("ok-1"), "翻拍")))
                .isEqualTo(Refusal.Reason.NOT_SUSPECTED);
    }

    @Test
    @Clause("A2.3.6")
    void somebodyElseLooksAgainWhenTheCentreOrdersItAndAVoidLockIsAsIfItHadNeverBeen() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.lock(record);
        CaptureService capture = desk.tucai.capture();
        ImageDigest photo = Desk.digest("ok-1");
        assertThat(reason(capture.orderSecondLook(Samples.ADMINISTRATOR, record.id(), "申诉")))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(capture.evidence(COLLEAGUE, record.id(), photo))).isEqualTo(Refusal.Reason.NOTHING_THERE);
        capture.orderSecondLook(Samples.CENTRE, record.id(), "学生申诉").orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.LOCKED);
        assertThat(reason(capture.decideSecondLook(COLLEAGUE, record.id(), ReviewOutcome.ACCEPTED, "现场拍摄")))
                .isEqualTo(Refusal.Reason.NOT_SEEN);
        capture.evidence(Samples.ADMINISTRATOR, record.id(), photo).orElseThrow();
        assertThat(reason(capture.decideSecondLook(Samples.ADMINISTRATOR, record.id(), ReviewOutcome.ACCEPTED, "现场拍摄")))
                .as("not who confirmed it")
                .isEqualTo(Refusal.Reason.ANOTHER_PERSON);
        assertThat(capture.evidence(COLLEAGUE, record.id(), photo).orElseThrow().photo())
                .isEqualTo(Desk.photo("ok-1"));
        CaptureRecord after = capture.decideSecondLook(COLLEAGUE, record.id(), ReviewOutcome.ACCEPTED, "现场拍摄")
                .orElseThrow();
        assertThat(after.lock()).isEmpty();
        assertThat(after.product().map(PhotoRef::digest)).contains(Desk.digest("product of ok-1"));
        assertThat(after.state()).as("it is sent again").isEqualTo(CaptureState.QUEUED);
    }

    @Test
    @Clause("A2.3.6")
    void aSecondSuspicionWaitsForTheFirst() {
        CaptureRecord record = twoPhotos();
        CaptureService capture = desk.tucai.capture();
        ImageDigest first = Desk.digest("ok-1");
        ImageDigest second = Desk.digest("doubt-2");
        capture.suspectViolation(Samples.CENTRE, record.id(), first, "疑似翻拍").orElseThrow();
        Outcome<CaptureRecord> refused = capture.suspectViolation(Samples.CENTRE, record.id(), second, "疑似美颜");
        assertThat(reason(refused)).isEqualTo(Refusal.Reason.OTHER_PHOTO);
        assertThat(refused.<String>fold(done -> "", Refusal::zhCn))
                .contains(first.hex(), "正在核实")
                .doesNotContain(second.hex());
        assertThat(refused.<String>fold(done -> "", Refusal::en))
                .contains(first.hex(), "under suspicion")
                .doesNotContain(second.hex());
        assertThat(desk.record(record).suspicion())
                .hasValueSatisfying(
                        stands -> assertThat(stands.photo().digest()).isEqualTo(first));
        desk.tucai.capture().evidence(Samples.ADMINISTRATOR, record.id(), first).orElseThrow();
        capture.decideReview(Samples.ADMINISTRATOR, record.id(), first, ReviewOutcome.ACCEPTED, "现场拍摄")
                .orElseThrow();
        capture.suspectViolation(Samples.CENTRE, record.id(), second, "疑似美颜").orElseThrow();
    }

    @Test
    @Clause("A2.3.6")
    void anAnswerToASuspicionNamesItsPhoto() {
        CaptureRecord record = twoPhotos();
        CaptureService capture = desk.tucai.capture();
        Actor student = Samples.student("E1");
        assertThat(reason(capture.answerSuspicion(student, record.id(), Desk.digest("ok-1"), "是现场拍摄")))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        capture.suspectViolation(Samples.CENTRE, record.id(), Desk.digest("ok-1"), "疑似翻拍")
                .orElseThrow();
        Outcome<CaptureRecord> other = capture.answerSuspicion(student, record.id(), Desk.digest("doubt-2"), "是现场拍摄");
        assertThat(reason(other)).isEqualTo(Refusal.Reason.OTHER_PHOTO);
        assertThat(other.<String>fold(done -> "", Refusal::zhCn))
                .contains(Desk.digest("ok-1").hex());
        assertThat(desk.record(record).suspicion().orElseThrow().isAnswered()).isFalse();
        assertThat(capture.answerSuspicion(student, record.id(), Desk.digest("ok-1"), "是现场拍摄")
                        .orElseThrow()
                        .suspicion()
                        .orElseThrow()
                        .isAnswered())
                .isTrue();
        assertThat(capture.photos(student, record.id()).orElseThrow())
                .extracting(story -> story.suspicion().flatMap(PhotoStory.Suspected::answer))
                .containsExactly(Optional.of("是现场拍摄"), Optional.empty());
    }

    // A lock, a second look, and another photo

    @Test
    @Clause("A2.3.6")
    void nobodyUnlocksWhileSomebodyLooksAgain() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.lock(record);
        CaptureService capture = desk.tucai.capture();
        capture.orderSecondLook(Samples.CENTRE, record.id(), "学生申诉").orElseThrow();
        assertThat(reason(capture.unlock(Samples.ADMINISTRATOR, record.id(), "已谈话")))
                .isEqualTo(Refusal.Reason.IN_REVIEW);
        capture.evidence(COLLEAGUE, record.id(), Desk.digest("ok-1")).orElseThrow();
        capture.decideSecondLook(COLLEAGUE, record.id(), ReviewOutcome.VIOLATION, "确为翻拍")
                .orElseThrow();
        assertThat(capture.unlock(Samples.ADMINISTRATOR, record.id(), "已谈话")
                        .orElseThrow()
                        .state())
                .isEqualTo(CaptureState.RETAKE);
    }

    @Test
    @Clause("A2.3.6")
    void aVoidLockOfANewPhotoLeavesTheOneThatWaitsToBeSent() {
        CaptureRecord record = twoPhotos();
        desk.lock(record, Desk.digest("doubt-2"));
        CaptureRecord after = desk.clear(record);
        assertStands(after);
        CaptureRecord decided =
                desk.decide(Samples.CENTRE, after, ReviewOutcome.REJECTED, "闭眼").orElseThrow();
        assertThat(decided.state()).isEqualTo(CaptureState.QUEUED);
        assertThat(decided.product().map(PhotoRef::digest)).contains(Desk.digest("product of ok-1"));
    }

    @Test
    @Clause({"A2.3.6", "N2.4a"})
    void aVoidLockOfANewPhotoLeavesTheOneThatIsDeliveredAndFoundRight() throws Exception {
        Desk.Registry registry = desk.registry;
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "ok-1").record();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(60))).isTrue();
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        desk.tucai
                .proofing()
                .confirm(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"))
                .orElseThrow();
        desk.handIn(session, "doubt-2");
        desk.lock(record, Desk.digest("doubt-2"));
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(60))).isTrue();
        CaptureRecord after = desk.clear(record);
        assertStands(after);
        assertThat(after.publishedInRound()).contains(1);
        CaptureRecord decided =
                desk.decide(Samples.CENTRE, after, ReviewOutcome.REJECTED, "闭眼").orElseThrow();
        assertThat(decided.state()).isEqualTo(CaptureState.CONFIRMED);
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(60))).isTrue();
        assertThat(registry.valid.get("E1"))
                .isEqualTo("2|" + Desk.digest("product of ok-1").hex());
        assertThat(desk.record(record).delivery().orElseThrow().status()).isEqualTo(DeliveryEntry.Status.ACCEPTED);
    }

    @Test
    @Clause("A2.3.6")
    void aVoidLockOfTheAcceptedPhotoLeavesTheOneInReview() {
        CaptureRecord record = twoPhotos();
        desk.lock(record);
        assertThat(desk.record(record).rejected(Desk.digest("doubt-2")))
                .as("nobody decided on it")
                .hasValueSatisfying(other -> assertThat(other.byPerson()).isFalse());
        assertStands(desk.clear(record));
    }

    @Test
    @Clause("A2.3.6")
    void aSecondLookThatRejectsTakesThatPhotoAlone() {
        CaptureRecord record = twoPhotos();
        desk.lock(record, Desk.digest("doubt-2"));
        CaptureRecord after = desk.secondLook(record, ReviewOutcome.REJECTED).orElseThrow();
        assertThat(after.state()).isEqualTo(CaptureState.QUEUED);
        assertThat(after.accepted().map(PhotoRef::digest)).contains(Desk.digest("ok-1"));
        assertThat(after.inReview()).isEmpty();
        assertThat(after.rejected(Desk.digest("doubt-2")))
                .hasValueSatisfying(taken -> assertThat(taken.byPerson()).isTrue());
        assertThat(after.rejected(Desk.digest("ok-1"))).isEmpty();
    }

    @Test
    @Clause("A2.3.6")
    void aVoidLockSendsNothingAgainThatTheRegistryRefused() throws Exception {
        reopen(new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                return new DeliveryOutcome.Refused("does-not-open", "no");
            }
        });
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "ok-1").record();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(60))).isTrue();
        desk.handIn(session, "doubt-2");
        desk.lock(record, Desk.digest("doubt-2"));
        desk.clear(record);
        desk.decide(Samples.CENTRE, record, ReviewOutcome.REJECTED, "闭眼").orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(60))).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERY_REFUSED);
        assertThat(desk.record(record).deliveries()).hasSize(1);
    }

    /** One that is accepted, and a newer one in review. */
    private CaptureRecord twoPhotos() {
        CaptureSession session = desk.session("E1");
        desk.handIn(session, "ok-1");
        return desk.handIn(session, "doubt-2").record();
    }

    private static void assertStands(CaptureRecord after) {
        assertThat(after.lock()).isEmpty();
        assertThat(after.state()).isEqualTo(CaptureState.IN_REVIEW);
        assertThat(after.suspicion()).isEmpty();
        assertThat(after.accepted().map(PhotoRef::digest)).contains(Desk.digest("ok-1"));
        assertThat(after.product().map(PhotoRef::digest)).contains(Desk.digest("product of ok-1"));
        assertThat(after.inReview().map(PhotoRef::digest)).contains(Desk.digest("doubt-2"));
        assertThat(after.rejected(Desk.digest("ok-1"))).isEmpty();
        assertThat(after.rejected(Desk.digest("doubt-2"))).isEmpty();
    }

    // Faults of a photo

    /** The newer photo's faults are not those that its reviewer saw in the older one. */
    @Test
    @Clause("N2.2c")
    void whatAPersonSawInOnePhotoExcusesNothingInAnother() {
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "doubt-spoilt").record();
        CaptureService capture = desk.tucai.capture();
        capture.suspectViolation(Samples.CENTRE, record.id(), Desk.digest("doubt-spoilt"), "疑似翻拍")
                .orElseThrow();
        desk.handIn(session, "bad-blurred");
        assertThat(desk.record(record).lastFaults()).containsExactly(new CheckId("sharpness"));
        assertThat(reason(desk.decide(Samples.CENTRE, record, ReviewOutcome.ACCEPTED, "清晰")))
                .as("nobody saw that the product is not sharp")
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(desk.record(record).faultsOf(Desk.digest("doubt-spoilt"))).containsExactly(new CheckId("eyes-open"));
    }

    @Test
    void aPhotoInReviewThatANewerOneDisplacesIsToldAsDecidedByNobody() {
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "doubt-1").record();
        CaptureService capture = desk.tucai.capture();
        capture.suspectViolation(Samples.CENTRE, record.id(), Desk.digest("doubt-1"), "疑似翻拍")
                .orElseThrow();
        CaptureRecord after = desk.handIn(session, "doubt-2").record();
        assertThat(after.rejected(Desk.digest("doubt-1"))).hasValueSatisfying(displaced -> {
            assertThat(displaced.byPerson()).isFalse();
            assertThat(displaced.faults()).containsExactly(new CheckId("eyes-open"));
        });
        assertThat(after.suspicion()).isPresent();
        CaptureRecord accepted = desk.handIn(session, "ok-3").record();
        assertThat(accepted.rejected(Desk.digest("doubt-2")))
                .hasValueSatisfying(
                        displaced -> assertThat(displaced.byPerson()).isFalse());
        assertThat(capture.askForPerson(Samples.student("E1"), record.id(), Desk.digest("doubt-2"), "我睁着眼")
                        .orElseThrow()
                        .inReview()
                        .map(PhotoRef::digest))
                .contains(Desk.digest("doubt-2"));
    }

    /** Somebody decided on the suspicion, so no person is asked once more. */
    @Test
    void aDisplacedPhotoWhoseSuspicionIsUpheldWasDecidedByAPerson() {
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "doubt-1").record();
        CaptureService capture = desk.tucai.capture();
        ImageDigest photo = Desk.digest("doubt-1");
        capture.suspectViolation(Samples.CENTRE, record.id(), photo, "疑似翻拍").orElseThrow();
        desk.handIn(session, "doubt-2");
        capture.evidence(Samples.ADMINISTRATOR, record.id(), photo).orElseThrow();
        CaptureRecord after = capture.decideReview(
                        Samples.ADMINISTRATOR, record.id(), photo, ReviewOutcome.REJECTED, "请重拍")
                .orElseThrow();
        assertThat(after.rejected(photo).orElseThrow().byPerson()).isTrue();
        assertThat(after.inReview().map(PhotoRef::digest)).contains(Desk.digest("doubt-2"));
    }

    // A way to a person

    @Test
    void aRejectedStudentAsksForAPersonOnceAPhotoAndReadsWhatWasDecidedByWhomAndWhy() {
        CaptureRecord record = desk.captured("E1", "bad-1");
        ImageDigest photo = Desk.digest("bad-1");
        Actor student = Samples.student("E1");
        CaptureService capture = desk.tucai.capture();
        assertThat(reason(capture.askForPerson(Samples.student("E2"), record.id(), photo, "我没有闭眼")))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(capture.askForPerson(student, record.id(), Desk.digest("bad-2"), "我没有闭眼")))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        CaptureRecord asked =
                capture.askForPerson(student, record.id(), photo, "我没有闭眼").orElseThrow();
        assertThat(asked.state()).isEqualTo(CaptureState.IN_REVIEW);
        Evidence evidence =
                capture.evidence(Samples.ADMINISTRATOR, record.id(), photo).orElseThrow();
        assertThat(evidence.story().asked()).contains("我没有闭眼");
        assertThat(evidence.toString() + evidence.story() + evidence.history()).doesNotContain("我没有闭眼");
        capture.decideReview(Samples.ADMINISTRATOR, record.id(), photo, ReviewOutcome.REJECTED, "左眼确实闭着")
                .orElseThrow();
        PhotoStory story = capture.photos(student, record.id()).orElseThrow().get(0);
        assertThat(story.machine()).isEqualTo(Verdict.REJECT);
        assertThat(story.faults()).containsExactly(new CheckId("eyes-open"));
        assertThat(story.decisions())
                .containsExactly(new PhotoStory.Decision(
                        Samples.MORNING, PhotoStory.Role.SCHOOL, ReviewOutcome.REJECTED, "左眼确实闭着"));
        assertThat(reason(capture.askForPerson(student, record.id(), photo, "还是没有")))
                .isEqualTo(Refusal.Reason.DONE_ALREADY);
    }

    @Test
    void aPersonAcceptsWhatTheCheckRejectedAndItIsDelivered() {
        CaptureRecord record = desk.captured("E1", "bad-1");
        desk.tucai
                .capture()
                .askForPerson(Samples.student("E1"), record.id(), Desk.digest("bad-1"), "我没有闭眼")
                .orElseThrow();
        assertThat(desk.decide(Samples.CENTRE, record, ReviewOutcome.ACCEPTED, "双眼睁开")
                        .orElseThrow()
                        .state())
                .isEqualTo(CaptureState.QUEUED);
    }

    @Test
    void noPersonMendsAFile() {
        CaptureRecord record = desk.captured("E1", "bad-file-size");
        assertThat(reason(desk.tucai
                        .capture()
                        .askForPerson(Samples.student("E1"), record.id(), Desk.digest("bad-file-size"), "手机拍的")))
                .isEqualTo(Refusal.Reason.FILE_FAULT);
    }

    // One road to a product

    @Test
    @Clause("N2.4a")
    void aPhotoThatAPersonAcceptedIsCheckedAsAProductToo() {
        CaptureRecord record = desk.captured("E1", "doubt-spoilt");
        Outcome<CaptureRecord> outcome = desk.decide(Samples.CENTRE, record, ReviewOutcome.ACCEPTED, "清晰");
        assertThat(reason(outcome)).isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.IN_REVIEW);
        assertThat(desk.tucai.capture().photos(Samples.CENTRE, record.id()).orElseThrow())
                .singleElement()
                .satisfies(story -> assertThat(story.decisions()).isEmpty());
    }

    // A reset

    @Test
    @Clause("A1.1")
    void aResetIsRefusedWhenNobodyCouldTakeThePhotoAgainUnlessTheCentreGrantsWhen() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        ImageDigest photo = Desk.digest("ok-1");
        CaptureService capture = desk.tucai.capture();
        desk.at("2024-04-03T18:00:00");
        assertThat(reason(capture.reset(Samples.ADMINISTRATOR, record.id(), photo, "闭眼")))
                .isEqualTo(Refusal.Reason.CANNOT_RETAKE);
        CaptureWindow day = CaptureWindow.parse("2024-04-08..2024-04-08");
        assertThat(reason(
                        capture.reset(Samples.ADMINISTRATOR, record.id(), photo, "闭眼", day, DailyHours.OF_THE_NOTICE)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        capture.reset(Samples.CENTRE, record.id(), photo, "闭眼", day, DailyHours.OF_THE_NOTICE)
                .orElseThrow();
        assertThat(reason(desk.present("E1"))).isNotEqualTo(Refusal.Reason.LOCKED);
        desk.at("2024-04-08T09:00:00");
        assertThat(desk.captured("E1", "ok-2").state()).isEqualTo(CaptureState.QUEUED);
    }

    private static final CaptureWindow LATER = CaptureWindow.parse("2024-04-08..2024-04-08");

    /** The last second of the window, and the first after it. */
    private static final List<String> EDGES = List.of("2024-04-03T17:59:59", "2024-04-03T18:00:00");

    @Test
    @Clause("A1.1")
    void theAcceptedPhotoIsRejectedOnlyWhileItCanBeTakenAgain() {
        for (String edge : EDGES) {
            desk.at("2024-04-03T09:00:00");
            CaptureRecord record = desk.captured("E" + EDGES.indexOf(edge), "ok-" + EDGES.indexOf(edge));
            ImageDigest photo = record.accepted().orElseThrow().digest();
            desk.tucai
                    .capture()
                    .suspectViolation(Samples.CENTRE, record.id(), photo, "疑似翻拍")
                    .orElseThrow();
            desk.at(edge);
            assertRefusedLate(edge, desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.REJECTED, "请重拍"));
        }
    }

    @Test
    @Clause("A1.1")
    void theOnlyPhotoInReviewIsRejectedOnlyWhileItCanBeTakenAgain() {
        for (String edge : EDGES) {
            desk.at("2024-04-03T09:00:00");
            CaptureRecord record = desk.captured("E" + EDGES.indexOf(edge), "doubt-" + EDGES.indexOf(edge));
            desk.at(edge);
            assertRefusedLate(edge, desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.REJECTED, "闭眼"));
        }
    }

    @Test
    @Clause("A1.1")
    void theCentreRejectsLateWithDaysForARetake() {
        desk.at("2024-04-03T09:00:00");
        CaptureRecord record = twoPhotos();
        desk.at("2024-04-03T18:00:00");
        assertThat(desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.REJECTED, "闭眼")
                        .orElseThrow()
                        .state())
                .as("another photo is left")
                .isEqualTo(CaptureState.QUEUED);
        ImageDigest photo = Desk.digest("ok-1");
        CaptureService capture = desk.tucai.capture();
        capture.suspectViolation(Samples.ADMINISTRATOR, record.id(), photo, "疑似翻拍")
                .orElseThrow();
        for (Actor actor : List.of(COLLEAGUE, Samples.CENTRE)) {
            capture.evidence(actor, record.id(), photo).orElseThrow();
        }
        assertThat(reason(
                        capture.rejectReviewed(COLLEAGUE, record.id(), photo, "请重拍", LATER, DailyHours.OF_THE_NOTICE)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        CaptureWindow begun = CaptureWindow.parse("2024-04-03..2024-04-08");
        assertThat(reason(capture.rejectReviewed(
                        Samples.CENTRE, record.id(), photo, "请重拍", begun, DailyHours.OF_THE_NOTICE)))
                .isEqualTo(Refusal.Reason.RETROACTIVE);
        assertThat(capture.rejectReviewed(Samples.CENTRE, record.id(), photo, "请重拍", LATER, DailyHours.OF_THE_NOTICE)
                        .orElseThrow()
                        .state())
                .isEqualTo(CaptureState.RETAKE);
        desk.at("2024-04-08T09:00:00");
        assertThat(desk.captured("E1", "ok-3").state()).isEqualTo(CaptureState.QUEUED);
    }

    @Test
    @Clause("A1.1")
    void aSecondLookLeavesNobodyWithoutAPhotoAndAWayToAnother() {
        for (String edge : EDGES) {
            desk.at("2024-04-01T09:00:00");
            CaptureRecord record = desk.captured("E" + EDGES.indexOf(edge), "ok-" + EDGES.indexOf(edge));
            desk.lock(record);
            desk.at(edge);
            assertRefusedLate(edge, desk.secondLook(record, ReviewOutcome.REJECTED));
        }
        CaptureRecord late =
                desk.record(desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow().stream()
                        .filter(one -> one.lock().isPresent())
                        .findFirst()
                        .orElseThrow());
        CaptureService capture = desk.tucai.capture();
        assertThat(reason(capture.rejectAtSecondLook(COLLEAGUE, late.id(), "请重拍", LATER, DailyHours.OF_THE_NOTICE)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        Actor.Centre another = new Actor.Centre("second");
        capture.evidence(
                        another,
                        late.id(),
                        late.violation().orElseThrow().photo().digest())
                .orElseThrow();
        assertThat(capture.rejectAtSecondLook(another, late.id(), "请重拍", LATER, DailyHours.OF_THE_NOTICE)
                        .orElseThrow()
                        .state())
                .isEqualTo(CaptureState.RETAKE);
    }

    @Test
    @Clause("A1.1")
    void anotherPersonsPhotoIsWithdrawnLateWithDaysForARetake() {
        for (String edge : EDGES) {
            desk.at("2024-04-03T09:00:00");
            CaptureRecord record = desk.captured("E" + EDGES.indexOf(edge), "ok-" + EDGES.indexOf(edge));
            ProofingService proofing = desk.tucai.proofing();
            proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
            ImageDigest photo = record.accepted().orElseThrow().digest();
            proofing.raiseErratum(Samples.ADMINISTRATOR, record.id(), photo, Erratum.Kind.WRONG_PERSON, "不是本人")
                    .orElseThrow();
            desk.at(edge);
            assertRefusedLate(edge, proofing.confirmWrongPerson(Samples.CENTRE, record.id(), 1, "确非本人"));
        }
        CaptureRecord late = desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow().stream()
                .filter(one -> one.accepted().isPresent())
                .findFirst()
                .orElseThrow();
        CaptureRecord after = desk.tucai
                .proofing()
                .confirmWrongPerson(Samples.CENTRE, late.id(), 1, "确非本人", LATER, DailyHours.OF_THE_NOTICE)
                .orElseThrow();
        assertThat(after.state()).isEqualTo(CaptureState.RETAKE);
        assertThat(after.arrangements()).hasSize(1);
    }

    private static void assertRefusedLate(String edge, Outcome<CaptureRecord> outcome) {
        if (edge.equals(EDGES.get(0))) {
            assertThat(outcome.orElseThrow().state()).isEqualTo(CaptureState.RETAKE);
        } else {
            assertThat(reason(outcome)).isEqualTo(Refusal.Reason.CANNOT_RETAKE);
        }
    }

    @Test
    @Clause({"N2.2c", "A2.3.6"})
    void forAPhotoThatAPersonAcceptedNobodyIsAskedAgain() {
        CaptureRecord record = desk.captured("E1", "bad-1");
        ImageDigest photo = Desk.digest("bad-1");
        CaptureService capture = desk.tucai.capture();
        capture.askForPerson(Samples.student("E1"), record.id(), photo, "本人眼睛小").orElseThrow();
        desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.ACCEPTED, "合格").orElseThrow();
        assertThat(reason(capture.askForPerson(Samples.student("E1"), record.id(), photo, "再看一次")))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(reason(capture.evidence(Samples.CENTRE, record.id(), photo)))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(desk.record(record).rejected(photo)).isEmpty();
    }

    @Test
    @Clause("A2.3.6")
    void whoWasShownNothingHasNotLooked() throws Exception {
        CaptureRecord suspected = desk.captured("E1", "ok-1");
        CaptureRecord doubtful = desk.captured("E2", "doubt-2");
        CaptureService capture = desk.tucai.capture();
        capture.suspectViolation(Samples.CENTRE, suspected.id(), Desk.digest("ok-1"), "疑似翻拍")
                .orElseThrow();
        desk.passDays(2);
        Path photos = folder.resolve("photos");
        Path away = folder.resolve("away");
        Files.move(photos, away);
        assertThatThrownBy(() -> capture.evidence(Samples.ADMINISTRATOR, suspected.id(), Desk.digest("ok-1")))
                .isInstanceOf(TucaiException.class);
        assertThatThrownBy(() -> capture.evidence(Samples.ADMINISTRATOR, doubtful.id(), Desk.digest("doubt-2")))
                .isInstanceOf(TucaiException.class);
        Files.move(away, photos);
        assertThat(reason(capture.confirmViolation(Samples.ADMINISTRATOR, suspected.id(), Desk.digest("ok-1"), "翻拍")))
                .isEqualTo(Refusal.Reason.NOT_SEEN);
        assertThat(reason(capture.decideReview(
                        Samples.ADMINISTRATOR, doubtful.id(), Desk.digest("doubt-2"), ReviewOutcome.ACCEPTED, "合格")))
                .isEqualTo(Refusal.Reason.NOT_SEEN);
    }

    @Test
    @Clause("A2.3.6")
    void whoOpensDaysThatHaveGoneByDoesNotShortenTheTimeToAnswer() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        ImageDigest photo = Desk.digest("ok-1");
        CaptureService capture = desk.tucai.capture();
        move("2024-03-25..2024-04-03");
        capture.suspectViolation(Samples.CENTRE, record.id(), photo, "疑似翻拍").orElseThrow();
        desk.at("2024-03-20T18:30:00");
        capture.evidence(Samples.ADMINISTRATOR, record.id(), photo).orElseThrow();
        move("2024-03-15..2024-04-03");
        assertThat(reason(capture.confirmViolation(Samples.ADMINISTRATOR, record.id(), photo, "翻拍")))
                .isEqualTo(Refusal.Reason.STILL_HEARD);
        assertThat(desk.record(record).suspicion().orElseThrow().heardUntil())
                .contains(Samples.local("2024-03-25T18:00:00"));
        // Days that are closed since make it longer.
        move("2024-03-27..2024-04-03");
        desk.at("2024-03-26T12:00:00");
        assertThat(reason(capture.confirmViolation(Samples.ADMINISTRATOR, record.id(), photo, "翻拍")))
                .isEqualTo(Refusal.Reason.STILL_HEARD);
        desk.at("2024-03-27T18:00:00");
        assertThat(capture.confirmViolation(Samples.ADMINISTRATOR, record.id(), photo, "翻拍")
                        .orElseThrow()
                        .lock())
                .isPresent();
    }

    private void move(String window) {
        desk.tucai
                .schools()
                .setWindow(Samples.ADMINISTRATOR, Samples.SCHOOL, CaptureWindow.parse(window))
                .orElseThrow();
    }

    @Test
    void whoLookedBeforeTheStudentAskedHasNotReadWhy() {
        CaptureSession session = desk.session("E1");
        CaptureRecord record = desk.handIn(session, "doubt-1").record();
        ImageDigest photo = Desk.digest("doubt-1");
        CaptureService capture = desk.tucai.capture();
        capture.suspectViolation(Samples.CENTRE, record.id(), photo, "疑似翻拍").orElseThrow();
        capture.evidence(Samples.ADMINISTRATOR, record.id(), photo).orElseThrow();
        desk.handIn(session, "ok-2");
        capture.askForPerson(session.student(), record.id(), photo, "请看清楚").orElseThrow();
        assertThat(reason(
                        capture.decideReview(Samples.ADMINISTRATOR, record.id(), photo, ReviewOutcome.REJECTED, "不合格")))
                .isEqualTo(Refusal.Reason.NOT_SEEN);
    }

    private HeldFinisher reopenWith(HeldFinisher finisher) {
        desk.close();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                new Desk.Registry(),
                builder -> builder.finisher(finisher));
        return finisher;
    }

    /** Waits in its first finishing until it is let go. */
    private static final class HeldFinisher implements PhotoFinisher {
        private final PhotoFinisher within;
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        HeldFinisher(PhotoFinisher within) {
            this.within = within;
        }

        @Override
        public String id() {
            return within.id();
        }

        @Override
        public Finishing finish(PhotoImage original, Crop crop, ProductSpec spec) {
            entered.countDown();
            try {
                go.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return within.finish(original, crop, spec);
        }
    }
}
