package io.github.tucai.campaign.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Samples;
import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.Clause;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Verdict;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random codes of three schools, with what happens between them, against a model of where the student belongs. */
class MovingProperties {
    /** Nobody is heard for a day, so that a moment of steps reaches a lock. */
    private static final Campaign CAMPAIGN = Campaign.builder("test", 2024)
            .region(new CaptureRegion("xuzhou", "徐州"), CaptureWindow.parse("2024-03-15..2024-04-03"))
            .account(Samples.CAMPAIGN.account())
            .daysToAnswer(0)
            .build();

    private static final List<SchoolCode> SCHOOLS = List.of(Samples.SCHOOL, Samples.INSTITUTE, new SchoolCode("10300"));

    private enum Between {
        NOTHING,
        PHOTO,
        PUBLISH,
        ERRATUM,
        RESOLVE,
        RESET,
        LOCK,
        UNLOCK
    }

    /** A code of a school, issued on a day, presented after something happened. */
    record Step(Between before, int school, int day) {}

    @Property(tries = 2000)
    @Clause({"N2.2a", "N2.3b"})
    void aRecordIsWhereItsNewestAcceptedCodeSays(@ForAll("steps") List<Step> steps) {
        World world = new World();
        Optional<CodeClaims> newest = Optional.empty();
        for (Step step : steps) {
            world.play(step.before());
            CaptureRecord before = world.record;
            CodeClaims claims = claims(step);
            boolean accepted = world.present(claims);
            boolean expected = before.lock().isEmpty()
                    && newest.map(known ->
                                    known.equals(claims) || claims.issuedAt().isAfter(known.issuedAt()))
                            .orElse(true);
            assertThat(accepted).isEqualTo(expected);
            assertThat(accepted || world.record.equals(before)).isTrue();
            newest = accepted ? Optional.of(claims) : newest;
            assertThat(world.record.school()).isEqualTo(newest.map(CodeClaims::school));
            if (!world.record.school().equals(before.school()) && before.events() > 0) {
                assertMoved(before, world.record);
            }
        }
        assertThat(CaptureRecord.replay(world.record.id(), world.events)).isEqualTo(world.record);
    }

    private static void assertMoved(CaptureRecord before, CaptureRecord after) {
        assertThat(after.publishedInRound()).isEmpty();
        assertThat(after.openErrata()).isEqualTo(before.openErrata());
        assertThat(after.openErrataOfSchool()).isEmpty();
        assertThat(after.accepted()).isEqualTo(before.accepted());
        assertThat(after.product()).isEqualTo(before.product());
        assertThat(after.deliveries()).isEqualTo(before.deliveries());
        assertThat(after.payment()).isEqualTo(before.payment());
        assertThat(after.exemptions()).isEqualTo(before.exemptions());
        assertThat(after.attempts()).isEqualTo(before.attempts());
    }

    /** The oracle keeps a set of numbers and forgets it when the student leaves. */
    @Property(tries = 2000)
    @Clause("N2.4b")
    void theFeedbackOfASchoolWaitsForItsOwnErrataAndForThoseOfWhatItWasShown(@ForAll("steps") List<Step> steps) {
        World world = new World();
        TreeSet<Integer> waited = new TreeSet<>();
        for (Step step : steps) {
            world.play(step.before());
            world.present(claims(step));
        }
        for (CaptureEvent event : world.events) {
            if (event instanceof CaptureEvent.ErratumRaised e) {
                waited.add(e.erratum().number());
            } else if (event instanceof CaptureEvent.ErratumResolved e) {
                waited.remove(e.number());
            } else if (event instanceof CaptureEvent.SchoolMoved) {
                waited.clear();
            } else if (event instanceof CaptureEvent.Published) {
                waited.addAll(openBefore(world, event));
            }
        }
        assertThat(world.record.openErrataOfSchool().stream().map(Erratum::number))
                .containsExactlyElementsOf(waited);
    }

    private static List<Integer> openBefore(World world, CaptureEvent event) {
        int index = 0;
        while (world.events.get(index) != event) {
            index++;
        }
        return CaptureRecord.replay(world.record.id(), world.events.subList(0, index)).openErrata().stream()
                .map(Erratum::number)
                .toList();
    }

    private static CodeClaims claims(Step step) {
        Instant issued = Samples.local("2024-03-01T00:00:00").plusSeconds(step.day() * 86_400L);
        return Samples.claims(
                "E1", SCHOOLS.get(step.school()), String.format("%08x%08x", step.school(), step.day()), issued);
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        Arbitrary<Between> between = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.of(Between.class)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Between.PHOTO)));
        return between.flatMap(before -> Arbitraries.integers().between(0, 2).flatMap(school -> Arbitraries.integers()
                        .between(0, 9)
                        .map(day -> new Step(before, school, day))))
                .list()
                .ofMaxSize(14)
                .withoutEdgeCases();
    }

    private static final class World {
        private final List<CaptureEvent> events = new ArrayList<>();
        private CaptureRecord record = CaptureRecord.empty(RecordId.random(new Random(7)));
        private int photos;

        boolean present(CodeClaims claims) {
            Optional<Refusal> refusal = give(
                    new CaptureCommand.PresentCode(claims, Optional.of(Samples.LAST_FOUR), Optional.empty()),
                    new Actor.CodeHolder(),
                    claims.school());
            refusal.ifPresent(no -> assertThat(no.reason()).isIn(Refusal.Reason.CODE_REFUSED, Refusal.Reason.LOCKED));
            return refusal.isEmpty();
        }

        void play(Between step) {
            if (record.school().isEmpty()) {
                return;
            }
            SchoolCode school = record.school().get();
            Actor administrator = new Actor.SchoolAdministrator("a", school);
            switch (step) {
                case NOTHING -> {}
                case PHOTO -> handIn(school);
                case PUBLISH ->
                    give(new CaptureCommand.Publish(record.publishedInRound().orElse(0) + 1), Samples.CENTRE, school);
                case ERRATUM ->
                    give(new CaptureCommand.RaiseErratum(photo(), Erratum.Kind.QUALITY, "模糊"), administrator, school);
                case RESOLVE ->
                    record.openErrata().stream()
                            .findFirst()
                            .ifPresent(e ->
                                    give(new CaptureCommand.ResolveErratum(e.number(), "重拍"), Samples.CENTRE, school));
                case RESET ->
                    give(new CaptureCommand.ResetPhoto(photo(), "闭眼", Optional.empty()), administrator, school);
                case LOCK -> {
                    give(new CaptureCommand.SuspectViolation(photo(), "疑似翻拍"), Samples.CENTRE, school);
                    give(new CaptureCommand.LookAt(photo()), administrator, school);
                    give(new CaptureCommand.ConfirmViolation(photo(), "翻拍"), administrator, school);
                }
                case UNLOCK -> give(new CaptureCommand.Unlock("已教育"), administrator, school);
            }
        }

        private void handIn(SchoolCode school) {
            int session = record.session().orElseThrow().number();
            Actor student = Samples.student("E1");
            give(new CaptureCommand.GiveConsent(session, "2024-1", Declarations.NONE), student, school);
            PhotoRef photo = Samples.photo(++photos);
            CaptureCommand.Product product = new CaptureCommand.Product(photo.digest(), Samples.photo(1000 + photos));
            give(
                    new CaptureCommand.HandInPhoto(
                            session, photo, Verdict.ACCEPT, List.of(), List.of(), Optional.of(product)),
                    student,
                    school);
        }

        private ImageDigest photo() {
            return Samples.photo(photos).digest();
        }

        private Optional<Refusal> give(CaptureCommand command, Actor actor, SchoolCode school) {
            Facts facts = new Facts(Samples.MORNING, actor, CAMPAIGN, open(school));
            Outcome<List<CaptureEvent>> outcome = CaptureRules.decide(record, command, facts);
            for (CaptureEvent event : outcome.fold(done -> done, refusal -> List.<CaptureEvent>of())) {
                events.add(event);
                record = record.after(event);
            }
            return outcome.fold(done -> Optional.empty(), Optional::of);
        }

        private static SchoolRecord open(SchoolCode code) {
            return SchoolRecord.replay(
                    code,
                    List.of(
                            new SchoolEvent.Registered(
                                    Instant.EPOCH, new School(code, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER),
                            new SchoolEvent.WindowSet(Instant.EPOCH, CaptureWindow.parse("2024-03-15..2024-04-03"))));
        }
    }
}
