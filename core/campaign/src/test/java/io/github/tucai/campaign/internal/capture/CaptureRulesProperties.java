package io.github.tucai.campaign.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Samples;
import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.Suspicion;
import io.github.tucai.capture.Violation;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.WithdrawalEntry;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Verdict;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Random command sequences against a model that knows only what the notice says. */
class CaptureRulesProperties {
    /** Nobody is heard for a day, so that a minute of steps reaches a lock. */
    private static final Campaign CAMPAIGN = Campaign.builder("test", 2024)
            .region(new CaptureRegion("xuzhou", "徐州"), CaptureWindow.parse("2024-03-15..2024-04-03"))
            .account(Samples.CAMPAIGN.account())
            .daysToAnswer(0)
            .build();

    private enum Step {
        PRESENT,
        CONSENT,
        CLAIM_EXEMPTION,
        GRANT_EXEMPTION,
        REVOKE_EXEMPTIONS,
        ACCEPTED_PHOTO,
        REJECTED_PHOTO,
        DOUBTFUL_PHOTO,
        SAME_PHOTO,
        REVIEW_ACCEPTS,
        REVIEW_REJECTS,
        REVIEW_FINDS_VIOLATION,
        ASK_PERSON,
        LOOK,
        RESET,
        SUSPECT,
        SUSPECT_ACCEPTED,
        SUSPECT_BY_CHECK,
        ANSWER_SUSPICION,
        CONFIRM_VIOLATION,
        UNLOCK,
        UNLOCK_BY_ANOTHER_SCHOOL,
        UNLOCK_BY_CENTRE,
        ORDER_SECOND_LOOK,
        SECOND_LOOK_CONFIRMS,
        SECOND_LOOK_VOIDS,
        SECOND_LOOK_REJECTS,
        REFINISH,
        PAY,
        PAY_WRONG_AMOUNT,
        REFUND,
        SEAL,
        SEND,
        REGISTRY_ACCEPTS,
        REGISTRY_REFUSES,
        GIVE_UP,
        PUBLISH,
        ERRATUM,
        RESOLVE,
        CONFIRM
    }

    /** A photo is accepted, or in review, or rejected, and never two of these. */
    @Property
    @Clause({"N2.2c", "A2.3.6"})
    void noPhotoStandsInTwoPlaces(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        for (Entry entry : world.log) {
            CaptureRecord after = entry.after;
            Optional<ImageDigest> accepted = after.accepted().map(PhotoRef::digest);
            assertThat(accepted.flatMap(after::rejected)).isEmpty();
            assertThat(after.inReview().map(PhotoRef::digest).filter(photo -> accepted.equals(Optional.of(photo))))
                    .isEmpty();
        }
    }

    @Property(tries = 2000)
    @Clause("N2.2c")
    void nothingIsSealedOrSentWithoutAnAcceptedPhoto(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        boolean accepted = false;
        for (CaptureEvent event : world.events) {
            accepted = acceptedAfter(accepted, event, world);
            if (event instanceof CaptureEvent.Sealed || event instanceof CaptureEvent.Finished) {
                assertThat(accepted).isTrue();
            }
        }
    }

    private static boolean acceptedAfter(boolean before, CaptureEvent event, World world) {
        if (event instanceof CaptureEvent.PhotoAccepted) {
            return true;
        }
        if (event instanceof CaptureEvent.Reset || event instanceof CaptureEvent.Locked) {
            return false;
        }
        if (event instanceof CaptureEvent.ReviewDecided decided) {
            return decided.outcome() == ReviewOutcome.ACCEPTED
                    || (before
                            && !world.recordBefore(event)
                                    .isAccepted(decided.photo().orElseThrow()));
        }
        if (event instanceof CaptureEvent.SecondLookDecided decided) {
            return decided.outcome() == ReviewOutcome.ACCEPTED;
        }
        return before;
    }

    @Property(tries = 2000)
    @Clause({"N0.2", "N2.2c"})
    void theRegistryEndsWithExactlyTheLastProduct(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps).settle();
        if (world.record.product().isPresent()) {
            DeliveryEntry last = world.record.delivery().orElseThrow();
            if (last.status() != DeliveryEntry.Status.REFUSED) {
                assertThat(last.status()).isEqualTo(DeliveryEntry.Status.ACCEPTED);
                assertThat(world.registered()).contains(world.record.product().orElseThrow());
            }
        }
        assertThat(world.record.deliveries().stream()
                        .filter(d -> d.status() == DeliveryEntry.Status.ACCEPTED
                                || d.status() == DeliveryEntry.Status.QUEUED
                                || d.status() == DeliveryEntry.Status.WAITING)
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 2000)
    @Clause("N3.4")
    void nobodyPaysTwiceNorForARejectedPhoto(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        Optional<String> paid = Optional.empty();
        for (CaptureEvent event : world.events) {
            if (event instanceof CaptureEvent.Paid now) {
                assertThat(paid).isEmpty();
                CaptureRecord then = world.recordBefore(event);
                assertThat(then.accepted()).isPresent();
                assertThat(then.inReview()).isEmpty();
                assertThat(then.lock()).isEmpty();
                assertThat(now.payment().amount()).isEqualTo(Fee.OF_THE_NOTICE);
                paid = Optional.of(now.payment().reference());
            } else if (event instanceof CaptureEvent.Refunded back
                    && back.reference().equals(paid)) {
                paid = Optional.empty();
            }
        }
        assertThat(world.record.payment().map(Payment::reference)).isEqualTo(paid);
    }

    @Property(tries = 2000)
    @Clause("A2.3.6")
    void aLockedRecordAcceptsNothingButItsSchoolsUnlock(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        boolean locked = false;
        boolean isLookedAtAgain = false;
        for (Entry entry : world.log) {
            boolean isOfTheSecondLook = entry.command instanceof CaptureCommand.OrderSecondLook
                    || entry.command instanceof CaptureCommand.LookAt
                    || entry.command instanceof CaptureCommand.DecideSecondLook;
            if (locked
                    && !isOfTheSecondLook
                    && !(entry.command instanceof CaptureCommand.Answer)
                    && !(entry.command instanceof CaptureCommand.GiveUp)
                    && !(entry.command instanceof CaptureCommand.Pay)
                    && !(entry.command instanceof CaptureCommand.Refund)) {
                boolean unlocks = entry.command instanceof CaptureCommand.Unlock
                        && entry.actor.equals(Samples.ADMINISTRATOR)
                        && !isLookedAtAgain;
                assertThat(entry.outcome.<Boolean>fold(done -> true, refused -> false))
                        .isEqualTo(unlocks);
            }
            locked = entry.after.lock().isPresent();
            isLookedAtAgain =
                    entry.after.violation().flatMap(Violation::secondLook).isPresent();
        }
    }

    @Property(tries = 2000)
    void aNewerAcceptedPhotoTakesThePlaceOfTheOlder(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        CaptureEvent.PhotoAccepted last = null;
        for (CaptureEvent event : world.events) {
            if (event instanceof CaptureEvent.PhotoAccepted accepted) {
                last = accepted;
            } else if (event instanceof CaptureEvent.ReviewDecided
                    || event instanceof CaptureEvent.Reset
                    || event instanceof CaptureEvent.Locked
                    || event instanceof CaptureEvent.SecondLookDecided) {
                last = null;
            }
        }
        if (last != null) {
            assertThat(world.record.accepted()).contains(last.photo());
        }
    }

    @Property(tries = 2000)
    void replayingTheEventsGivesTheSameRecord(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        CaptureRecord again = CaptureRecord.replay(world.record.id(), world.events);
        assertThat(again).isEqualTo(world.record).hasSameHashCodeAs(world.record);
        assertThat(again.state()).isEqualTo(world.record.state());
        assertThat(again.events()).isEqualTo(world.events.size());
    }

    @Property(tries = 1000)
    @Clause("A2.3.6")
    void nothingIsSentWhileAPersonDecides(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        for (Entry entry : world.log) {
            if (entry.after.isUndecided() || entry.after.lock().isPresent()) {
                for (DeliveryEntry delivery : entry.after.deliveries()) {
                    assertThat(entry.after.mayDeliver(delivery.version())).isFalse();
                }
            }
        }
    }

    @Property(tries = 2000)
    @Clause("A2.3.6")
    void whatTheRegistryHasOrMayHaveOfALockedRecordIsWithdrawnAndNothingElse(@ForAll("steps") List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            world.play(List.of(step));
            int sent = world.handed.stream()
                    .mapToInt(Integer::intValue)
                    .filter(version ->
                            world.record.deliveries().get(version - 1).status() != DeliveryEntry.Status.REFUSED)
                    .max()
                    .orElse(0);
            int withdrawn = world.record.withdrawals().stream()
                    .mapToInt(WithdrawalEntry::version)
                    .max()
                    .orElse(0);
            if (world.record.lock().isPresent()) {
                assertThat(withdrawn).isGreaterThanOrEqualTo(sent);
            }
            assertThat(withdrawn).isLessThanOrEqualTo(world.record.deliveries().size());
            assertThat(withdrawn == 0 || world.handed.contains(withdrawn)).isTrue();
        }
    }

    @Property(tries = 1000)
    @Clause("N2.4a")
    void onlyFinishedPhotosArePublishedAndANewPhotoTakesThemBack(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        for (Entry entry : world.log) {
            if (entry.after.publishedInRound().isPresent()) {
                assertThat(entry.after.product()).isPresent();
            }
        }
    }

    @Property(tries = 1000)
    @Clause("N0.3")
    void noTextOfARecordOrARefusalNamesTheStudent(@ForAll("steps") @Size(max = 20) List<Step> steps) {
        World world = new World().play(steps);
        List<String> texts = new ArrayList<>(List.of(world.record.toString()));
        for (Entry entry : world.log) {
            texts.add(entry.outcome.<String>fold(Object::toString, refusal -> refusal.zhCn() + refusal.en()));
        }
        world.events.forEach(event -> texts.add(event.toString()));
        assertThat(texts).noneMatch(t -> t.contains("E-SECRET") || t.contains("李") || t.contains("123X"));
    }

    @Property(tries = 500)
    @Clause("N0.3")
    void anotherSchoolsAdministratorMayDoNothing(@ForAll("steps") List<Step> steps) {
        World world = new World().play(steps);
        for (Entry entry : world.log) {
            Outcome<List<CaptureEvent>> outcome =
                    CaptureRules.decide(world.record, entry.command, world.facts(Samples.STRANGER));
            assertThat(outcome.<Refusal.Reason>fold(done -> null, Refusal::reason))
                    .isIn(Refusal.Reason.NOT_YOURS, Refusal.Reason.CODE_REFUSED);
        }
    }

    @Property(tries = 2000)
    @Clause("A2.3.4")
    void nothingThatAStudentDoesSuspendsACheck(
            @ForAll("steps") List<Step> steps, @ForAll("exemptions") Exemption exemption) {
        World world = new World(exemption, Optional.of(World.student())).play(steps);
        for (Entry entry : world.log) {
            assertThat(entry.after.exemptions()).isEmpty();
            assertThat(entry.after.declarations().map(Declarations::exempt).orElse(Set.of()))
                    .isEmpty();
        }
    }

    @Property(tries = 2000)
    @Clause("A2.3.4")
    void whatStaffGrantedAndDidNotTakeBackIsSuspendedAndNothingElse(
            @ForAll("steps") List<Step> steps, @ForAll("exemptions") Exemption exemption) {
        World world = new World(exemption, Optional.empty()).play(steps);
        Set<CheckId> suspended = Set.of();
        for (Entry entry : world.log) {
            boolean done = entry.outcome.fold(events -> true, refusal -> false);
            if (done && entry.command instanceof CaptureCommand.GrantExemption) {
                suspended = exemption.suspended();
            } else if (done && entry.command instanceof CaptureCommand.RevokeExemptions) {
                suspended = Set.of();
            }
            assertThat(entry.after.declarations().map(Declarations::exempt).orElse(suspended))
                    .isEqualTo(suspended);
        }
    }

    @Property(tries = 2000)
    @Clause("A2.3.6")
    void aVoidLockLeavesEveryPhotoAsItWas(@ForAll("locks") List<Step> steps) {
        World world = new World().play(steps);
        CaptureRecord before = world.record;
        for (Entry entry : world.log) {
            List<CaptureEvent> events = entry.events();
            if (!events.isEmpty() && events.get(0) instanceof CaptureEvent.Locked) {
                before = world.recordBefore(events.get(0));
            } else if (entry.command instanceof CaptureCommand.DecideSecondLook look
                    && look.outcome() == ReviewOutcome.ACCEPTED
                    && !events.isEmpty()) {
                assertThat(entry.after.accepted()).isEqualTo(before.accepted());
                assertThat(entry.after.acceptedAt()).isEqualTo(before.acceptedAt());
                assertThat(entry.after.product()).isEqualTo(before.product());
                assertThat(entry.after.inReview()).isEqualTo(before.inReview());
                assertThat(entry.after.publishedInRound()).isEqualTo(before.publishedInRound());
                for (int number = 1; number <= world.photos; number++) {
                    ImageDigest photo = Samples.photo(number).digest();
                    assertThat(entry.after.rejected(photo)).isEqualTo(before.rejected(photo));
                }
            }
        }
    }

    /** A photo is never told with the faults of another, nor as decided by a person who decided on another. */
    @Property(tries = 2000)
    @Clause("N2.2c")
    void whatIsSaidOfARejectedPhotoIsOfThatPhoto(@ForAll("locks") List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            world.play(List.of(step));
            for (int number = 1; number <= world.photos; number++) {
                ImageDigest photo = Samples.photo(number).digest();
                List<CheckId> faults = world.record.faultsOf(photo);
                assertThat(faults).isSubsetOf(World.fault(number));
                world.record.rejected(photo).ifPresent(rejected -> {
                    assertThat(rejected.faults()).isEqualTo(faults);
                    assertThat(!rejected.byPerson() || world.isDecided(photo))
                            .as("a person decided")
                            .isTrue();
                });
            }
        }
    }

    /** The clock passes the end of the last day on the way. */
    @Property(tries = 2000)
    @Clause("A1.1")
    void nobodyIsLeftWithoutAPhotoAndAMomentToTakeOne(@ForAll("locks") List<Step> steps) {
        World world = new World(Samples.local("2024-04-03T18:00:00").minusSeconds(steps.size() / 2L)).play(steps);
        boolean hadOne = false;
        for (Entry entry : world.log) {
            boolean hasOne = entry.after.accepted().isPresent()
                    || entry.after.inReview().isPresent()
                    || entry.after.lock().isPresent();
            if (hadOne && !hasOne && !(entry.command instanceof CaptureCommand.Unlock)) {
                assertThat(entry.at).isBefore(Samples.local("2024-04-03T18:00:00"));
            }
            hadOne = hasOne;
        }
    }

    @Provide
    static Arbitrary<List<Step>> locks() {
        Arbitrary<List<Step>> some = Arbitraries.of(
                        Step.ACCEPTED_PHOTO,
                        Step.REJECTED_PHOTO,
                        Step.DOUBTFUL_PHOTO,
                        Step.REVIEW_ACCEPTS,
                        Step.REVIEW_REJECTS,
                        Step.ASK_PERSON,
                        Step.RESET,
                        Step.SUSPECT,
                        Step.SUSPECT_ACCEPTED,
                        Step.SEAL,
                        Step.SEND,
                        Step.REGISTRY_ACCEPTS,
                        Step.REGISTRY_REFUSES,
                        Step.PUBLISH,
                        Step.CONFIRM_VIOLATION)
                .list()
                .ofMaxSize(8);
        Arbitrary<List<Step>> last = Arbitraries.of(
                List.of(Step.ORDER_SECOND_LOOK, Step.SECOND_LOOK_VOIDS),
                List.of(Step.ORDER_SECOND_LOOK, Step.REGISTRY_REFUSES, Step.SECOND_LOOK_VOIDS),
                List.of(Step.ORDER_SECOND_LOOK, Step.SECOND_LOOK_REJECTS),
                List.of(Step.ORDER_SECOND_LOOK, Step.SECOND_LOOK_CONFIRMS, Step.UNLOCK),
                List.of(Step.UNLOCK));
        return Combinators.combine(some, some, last, some).as((first, then, end, rest) -> {
            List<Step> all = new ArrayList<>(List.of(Step.PRESENT, Step.CONSENT));
            all.addAll(first);
            all.addAll(List.of(Step.DOUBTFUL_PHOTO, Step.SUSPECT));
            all.addAll(then);
            all.add(Step.CONFIRM_VIOLATION);
            all.addAll(end);
            all.addAll(rest);
            return all;
        });
    }

    @Provide
    static Arbitrary<Exemption> exemptions() {
        Arbitrary<Exemption> coverings = Arbitraries.of(Exemption.Kind.class).map(Exemption::headCovering);
        Arbitrary<Exemption> medical = Arbitraries.of(
                        "eyes-open", "ears-visible", "face-occluded", "head-yaw", "glasses")
                .map(CheckId::new)
                .set()
                .ofMinSize(1)
                .map(Exemption::medical);
        return Arbitraries.oneOf(coverings, medical);
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        // Most sequences begin as most students do, so that the deep states are reached.
        Arbitrary<List<Step>> wild = Arbitraries.of(Step.class).list().ofMaxSize(40);
        Arbitrary<List<Step>> usual = wild.map(rest -> {
            List<Step> all = new ArrayList<>(List.of(Step.PRESENT, Step.CONSENT, Step.ACCEPTED_PHOTO, Step.SEAL));
            all.addAll(rest);
            return all;
        });
        return Arbitraries.oneOf(wild, usual, usual);
    }

    private record Entry(
            Instant at, CaptureCommand command, Actor actor, Outcome<List<CaptureEvent>> outcome, CaptureRecord after) {
        List<CaptureEvent> events() {
            return outcome.fold(done -> done, refusal -> List.<CaptureEvent>of());
        }
    }

    /** A student, a school, a registry, and a clock that moves one second a step. */
    private static final class World {
        private final List<CaptureEvent> events = new ArrayList<>();
        private final List<Entry> log = new ArrayList<>();
        private final Set<Integer> onTheWire = new LinkedHashSet<>();
        private final Set<Integer> handed = new LinkedHashSet<>();
        private final Map<DeliveryKey, PhotoRef> products = new HashMap<>();
        private final Map<Integer, PhotoRef> registry = new HashMap<>();
        private CaptureRecord record = CaptureRecord.empty(RecordId.random(new Random(7)));
        private Instant now = Samples.MORNING;
        private int photos;
        private int made;
        private int payments;

        private final Exemption exemption;
        private final Optional<Actor> alone;

        World() {
            this(Samples.MORNING);
        }

        World(Instant start) {
            this(Exemption.headCovering(Exemption.Kind.CULTURAL), Optional.empty());
            this.now = start;
        }

        /** With one who gives every command, whoever usually does. */
        World(Exemption exemption, Optional<Actor> alone) {
            this.exemption = exemption;
            this.alone = alone;
        }

        World play(List<Step> steps) {
            for (Step step : steps) {
                now = now.plusSeconds(1);
                play(step);
            }
            return this;
        }

        /** What happens when everybody does their part: decide, seal, send, answer. */
        World settle() {
            return play(
                    List.of(Step.REVIEW_ACCEPTS, Step.SEAL, Step.REGISTRY_ACCEPTS, Step.SEND, Step.REGISTRY_ACCEPTS));
        }

        Optional<PhotoRef> registered() {
            return registry.keySet().stream().max(Integer::compare).map(registry::get);
        }

        CaptureRecord recordBefore(CaptureEvent event) {
            int index = 0;
            while (events.get(index) != event) {
                index++;
            }
            return CaptureRecord.replay(record.id(), events.subList(0, index));
        }

        Facts facts(Actor actor) {
            return new Facts(now, actor, CAMPAIGN, Samples.school(PaymentMode.STUDENT_ONLINE), Set.copyOf(handed));
        }

        private void play(Step step) {
            switch (step) {
                case PRESENT ->
                    give(
                            new CaptureCommand.PresentCode(
                                    Samples.claims("E-SECRET"), Optional.of(Samples.LAST_FOUR), Optional.empty()),
                            new Actor.CodeHolder());
                case CONSENT -> give(new CaptureCommand.GiveConsent(session(), "2024-1", Declarations.NONE), student());
                case CLAIM_EXEMPTION ->
                    give(
                            new CaptureCommand.GiveConsent(
                                    session(), "2024-1", Declarations.NONE.withExemption(exemption)),
                            student());
                case GRANT_EXEMPTION -> give(new CaptureCommand.GrantExemption(exemption), Samples.ADMINISTRATOR);
                case REVOKE_EXEMPTIONS -> give(new CaptureCommand.RevokeExemptions("误登记"), Samples.CENTRE);
                case ACCEPTED_PHOTO -> handIn(Verdict.ACCEPT, ++photos);
                case REJECTED_PHOTO -> handIn(Verdict.REJECT, ++photos);
                case DOUBTFUL_PHOTO -> handIn(Verdict.REVIEW, ++photos);
                case SAME_PHOTO -> handIn(Verdict.ACCEPT, photos);
                case REVIEW_ACCEPTS -> review(ReviewOutcome.ACCEPTED);
                case REVIEW_REJECTS -> review(ReviewOutcome.REJECTED);
                case REVIEW_FINDS_VIOLATION -> review(ReviewOutcome.VIOLATION);
                case ASK_PERSON -> askForThe(photos);
                case LOOK -> look(Samples.CENTRE);
                case RESET ->
                    give(new CaptureCommand.ResetPhoto(toDecide(), "闭眼", Optional.empty()), Samples.ADMINISTRATOR);
                case SUSPECT -> give(new CaptureCommand.SuspectViolation(toDecide(), "疑似翻拍"), Samples.CENTRE);
                case SUSPECT_ACCEPTED ->
                    give(
                            new CaptureCommand.SuspectViolation(
                                    record.accepted().map(PhotoRef::digest).orElseGet(this::lastPhoto), "疑似翻拍"),
                            Samples.CENTRE);
                case SUSPECT_BY_CHECK ->
                    give(new CaptureCommand.SuspectViolation(toDecide(), "与他人照片相同"), Samples.SYSTEM);
                case ANSWER_SUSPICION -> give(new CaptureCommand.AnswerSuspicion(toDecide(), "是本人现场拍摄"), student());
                case CONFIRM_VIOLATION -> {
                    look(Samples.ADMINISTRATOR);
                    give(new CaptureCommand.ConfirmViolation(toDecide(), "翻拍"), Samples.ADMINISTRATOR);
                }
                case ORDER_SECOND_LOOK -> give(new CaptureCommand.OrderSecondLook("学生申诉"), Samples.CENTRE);
                case SECOND_LOOK_CONFIRMS -> secondLook(ReviewOutcome.VIOLATION);
                case SECOND_LOOK_VOIDS -> secondLook(ReviewOutcome.ACCEPTED);
                case SECOND_LOOK_REJECTS -> secondLook(ReviewOutcome.REJECTED);
                case UNLOCK -> give(new CaptureCommand.Unlock("已教育"), Samples.ADMINISTRATOR);
                case UNLOCK_BY_ANOTHER_SCHOOL -> give(new CaptureCommand.Unlock("已教育"), Samples.STRANGER);
                case UNLOCK_BY_CENTRE -> give(new CaptureCommand.Unlock("已教育"), Samples.CENTRE);
                case REFINISH ->
                    give(
                            new CaptureCommand.Refinish(
                                    new CaptureCommand.Product(toDecide(), Samples.photo(1000 + ++made))),
                            Samples.SYSTEM);
                case PAY ->
                    give(new CaptureCommand.Pay(new Payment(Fee.OF_THE_NOTICE, "p" + ++payments)), Samples.SYSTEM);
                case PAY_WRONG_AMOUNT ->
                    give(new CaptureCommand.Pay(new Payment(Fee.of("14.99"), "p" + ++payments)), Samples.CENTRE);
                case REFUND -> give(new CaptureCommand.Refund("p" + payments, "重复"), Samples.CENTRE);
                default -> playLater(step);
            }
        }

        private void playLater(Step step) {
            switch (step) {
                case SEAL -> seal();
                case SEND ->
                    record.delivery()
                            .filter(d -> record.mayDeliver(d.version()))
                            .ifPresent(d -> {
                                onTheWire.add(d.version());
                                handed.add(d.version());
                            });
                case REGISTRY_ACCEPTS -> answers(true);
                case REGISTRY_REFUSES -> answers(false);
                case GIVE_UP ->
                    onTheWire.stream()
                            .findFirst()
                            .ifPresent(v -> give(new CaptureCommand.GiveUp(v, "no answer"), Samples.SYSTEM));
                case PUBLISH -> give(new CaptureCommand.Publish(1), Samples.CENTRE);
                case ERRATUM ->
                    give(
                            new CaptureCommand.RaiseErratum(toDecide(), Erratum.Kind.QUALITY, "模糊"),
                            Samples.ADMINISTRATOR);
                case RESOLVE -> give(new CaptureCommand.ResolveErratum(1, "重拍"), Samples.CENTRE);
                case CONFIRM -> give(new CaptureCommand.ConfirmProof(toDecide()), Samples.ADMINISTRATOR);
                default -> throw new IllegalStateException(step.name());
            }
        }

        private void seal() {
            PhotoRef product = record.product().orElse(Samples.photo(0));
            DeliveryKey key = DeliveryKey.of(student().enrolment(), product.digest());
            products.put(key, product);
            give(new CaptureCommand.Seal(key), Samples.SYSTEM);
        }

        private void answers(boolean accepts) {
            for (int version : List.copyOf(onTheWire)) {
                DeliveryKey key = record.deliveries().get(version - 1).key();
                if (accepts) {
                    registry.put(version, products.get(key));
                }
                DeliveryOutcome outcome = accepts
                        ? new DeliveryOutcome.Accepted(new Receipt(key, "R" + version, now, false))
                        : new DeliveryOutcome.Refused("unknown-enrolment", "no such enrolment");
                give(new CaptureCommand.Answer(version, outcome), Samples.SYSTEM);
                onTheWire.remove(version);
            }
        }

        private void handIn(Verdict verdict, int number) {
            List<CheckId> faults = verdict == Verdict.ACCEPT ? List.of() : fault(number);
            PhotoRef photo = Samples.photo(number);
            Optional<CaptureCommand.Product> product = verdict == Verdict.ACCEPT
                    ? Optional.of(new CaptureCommand.Product(photo.digest(), Samples.photo(1000 + number)))
                    : Optional.empty();
            give(new CaptureCommand.HandInPhoto(session(), photo, verdict, faults, List.of(), product), student());
        }

        /** Each photo has its own, and none is the file's. */
        static List<CheckId> fault(int number) {
            return List.of(new CheckId("fault-" + "x".repeat(number)));
        }

        /** Whether somebody decided on this photo, or withdrew it. */
        boolean isDecided(ImageDigest photo) {
            return events.stream().anyMatch(event -> decided(event).equals(Optional.of(photo)));
        }

        private static Optional<ImageDigest> decided(CaptureEvent event) {
            if (event instanceof CaptureEvent.ReviewDecided e && e.outcome() != ReviewOutcome.ACCEPTED) {
                return e.photo();
            } else if (event instanceof CaptureEvent.Locked e) {
                return e.photo();
            }
            return event instanceof CaptureEvent.Reset e ? e.photo() : Optional.empty();
        }

        /** For this photo, or the newest one before it for which it is granted. */
        private void askForThe(int number) {
            for (int asked = number; asked > 0; asked--) {
                give(new CaptureCommand.AskPerson(Samples.photo(asked).digest(), "请人工审核"), student());
                if (!log.get(log.size() - 1).events().isEmpty()) {
                    return;
                }
            }
        }

        private void review(ReviewOutcome outcome) {
            look(Samples.ADMINISTRATOR);
            Optional<CaptureCommand.Product> product = outcome == ReviewOutcome.ACCEPTED
                    ? record.inReview()
                            .map(photo -> new CaptureCommand.Product(photo.digest(), Samples.photo(1000 + ++made)))
                    : Optional.empty();
            give(
                    new CaptureCommand.DecideReview(
                            toDecide(), outcome, "人工审核", Optional.empty(), product, Optional.empty()),
                    Samples.ADMINISTRATOR);
        }

        private void look(Actor actor) {
            give(new CaptureCommand.LookAt(toDecide()), actor);
        }

        private void secondLook(ReviewOutcome outcome) {
            Actor.SchoolAdministrator another = new Actor.SchoolAdministrator("zhao", Samples.SCHOOL);
            look(another);
            give(new CaptureCommand.DecideSecondLook(outcome, "复核", Optional.empty()), another);
        }

        /** What a person would see first: the photo in review, the suspected one, the accepted one. */
        private ImageDigest toDecide() {
            return record.inReview()
                    .or(() -> record.suspicion().map(Suspicion::photo))
                    .or(() -> record.violation().map(Violation::photo))
                    .or(record::accepted)
                    .map(PhotoRef::digest)
                    .orElseGet(this::lastPhoto);
        }

        private ImageDigest lastPhoto() {
            return Samples.photo(photos).digest();
        }

        private void give(CaptureCommand command, Actor usual) {
            Actor actor = alone.orElse(usual);
            Outcome<List<CaptureEvent>> outcome = CaptureRules.decide(record, command, facts(actor));
            for (CaptureEvent event : outcome.fold(done -> done, refusal -> List.<CaptureEvent>of())) {
                events.add(event);
                record = record.after(event);
            }
            log.add(new Entry(now, command, actor, outcome, record));
        }

        private int session() {
            return record.session().map(CaptureSession::number).orElse(1);
        }

        private static Actor.Student student() {
            return Samples.student("E-SECRET");
        }
    }
}
