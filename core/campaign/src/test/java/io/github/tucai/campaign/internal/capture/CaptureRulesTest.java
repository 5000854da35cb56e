package io.github.tucai.campaign.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Samples;
import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.graduate.IdLastFour;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaptureRulesTest {
    private static final CodeClaims CLAIMS = Samples.claims("E1");
    private static final DeliveryKey KEY =
            DeliveryKey.of(CLAIMS.enrolment(), Samples.photo(1001).digest());

    private static final Exemption HIJAB = Exemption.headCovering(Exemption.Kind.RELIGIOUS);

    private Campaign campaign = Samples.CAMPAIGN;
    private SchoolRecord school = Samples.school(PaymentMode.SCHOOL_TRANSFER);
    private Instant now = Samples.MORNING;
    private CaptureRecord record = CaptureRecord.empty(RecordId.random(new Random(1)));

    @Test
    void refusesACodeOfAnotherClass() {
        CodeClaims other = new CodeClaims(
                CLAIMS.enrolment(),
                CLAIMS.name(),
                CLAIMS.id(),
                CLAIMS.school(),
                CLAIMS.studentNumber(),
                2026,
                CLAIMS.issuedAt(),
                CLAIMS.expiresAt(),
                CLAIMS.serial());
        assertThat(refused(present(other, Samples.LAST_FOUR), new Actor.CodeHolder()))
                .isEqualTo(Refusal.Reason.CODE_REFUSED);
    }

    @Test
    void refusesACodeAtTheDeskOfAnotherSchool() {
        assertThat(refused(
                        new CaptureCommand.PresentCode(
                                CLAIMS, Optional.of(Samples.LAST_FOUR), Optional.of(Samples.INSTITUTE)),
                        new Actor.CodeHolder()))
                .isEqualTo(Refusal.Reason.CODE_REFUSED);
        assertThat(refused(present(CLAIMS, Samples.LAST_FOUR), Samples.STRANGER))
                .isEqualTo(Refusal.Reason.CODE_REFUSED);
    }

    @Test
    void refusesAWrongOrMissingSecondFactor() {
        assertThat(refused(present(CLAIMS, new IdLastFour("1230")), new Actor.CodeHolder()))
                .isEqualTo(Refusal.Reason.SECOND_FACTOR);
        assertThat(refused(
                        new CaptureCommand.PresentCode(CLAIMS, Optional.empty(), Optional.empty()),
                        new Actor.CodeHolder()))
                .isEqualTo(Refusal.Reason.SECOND_FACTOR);
    }

    @Test
    void refusesAnOlderCodeOfTheSameStudentOnceANewerWasUsed() {
        presented();
        CodeClaims older = Samples.claims(
                "E1", Samples.SCHOOL, "00000000000000ab", CLAIMS.issuedAt().minusSeconds(60));
        CodeClaims newer = Samples.claims(
                "E1", Samples.SCHOOL, "00000000000000ac", CLAIMS.issuedAt().plusSeconds(60));
        assertThat(refused(present(older, Samples.LAST_FOUR), new Actor.CodeHolder()))
                .isEqualTo(Refusal.Reason.CODE_REFUSED);
        done(present(newer, Samples.LAST_FOUR), new Actor.CodeHolder());
        assertThat(record.claims()).contains(newer);
    }

    @Test
    void presentingAgainClosesTheSessionBefore() {
        presented();
        done(new CaptureCommand.GiveConsent(1, "1", Declarations.NONE), Samples.student("E1"));
        presented();
        assertThat(refused(photo(1, 1, Verdict.ACCEPT), Samples.student("E1"))).isEqualTo(Refusal.Reason.NO_SESSION);
        done(photo(2, 1, Verdict.ACCEPT), Samples.student("E1"));
    }

    @Test
    void aSessionEndsAfterItsTime() {
        presented();
        done(new CaptureCommand.GiveConsent(1, "1", Declarations.NONE), Samples.student("E1"));
        now = now.plus(campaign.sessionLength());
        assertThat(refused(photo(1, 1, Verdict.ACCEPT), Samples.student("E1"))).isEqualTo(Refusal.Reason.NO_SESSION);
    }

    @Test
    void aSessionDoesNotOutlastTheDay() {
        now = Samples.local("2024-03-18T17:59:59");
        presented();
        done(new CaptureCommand.GiveConsent(1, "1", Declarations.NONE), Samples.student("E1"));
        now = now.plusSeconds(1);
        assertThat(refused(photo(1, 1, Verdict.ACCEPT), Samples.student("E1"))).isEqualTo(Refusal.Reason.OUTSIDE_HOURS);
    }

    @Test
    void takesNoPhotoBeforeTheStudentAgreed() {
        presented();
        assertThat(refused(photo(1, 1, Verdict.ACCEPT), Samples.student("E1"))).isEqualTo(Refusal.Reason.NO_CONSENT);
    }

    @Test
    void aStudentActsOnTheOwnRecordOnly() {
        presented();
        assertThat(refused(new CaptureCommand.GiveConsent(1, "1", Declarations.NONE), Samples.student("E2")))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
    }

    @Test
    void theSchoolOrTheCentreGrantsExemptionsAndTakesThemBack() {
        presented();
        CheckId ears = new CheckId("ears-visible");
        done(new CaptureCommand.GrantExemption(HIJAB), Samples.ADMINISTRATOR);
        assertThat(record.declarations()).isEmpty();
        done(new CaptureCommand.GiveConsent(1, "1", Declarations.NONE.withGlasses(true)), Samples.student("E1"));
        assertThat(record.declarations())
                .contains(Declarations.NONE.withGlasses(true).withExemption(HIJAB));
        Exemption patch = Exemption.medical(Set.of(new CheckId("face-occluded"), ears));
        done(new CaptureCommand.GrantExemption(patch), Samples.CENTRE);
        assertThat(record.exemptions()).containsExactly(HIJAB, patch);
        assertThat(record.declarations().orElseThrow().exempt())
                .contains(new CheckId("head-covering"), new CheckId("face-occluded"), ears);
        assertThat(refused(new CaptureCommand.GrantExemption(patch), Samples.CENTRE))
                .isEqualTo(Refusal.Reason.DONE_ALREADY);
        done(new CaptureCommand.RevokeExemptions("误登记"), Samples.ADMINISTRATOR);
        assertThat(record.declarations()).contains(Declarations.NONE.withGlasses(true));
        assertThat(refused(new CaptureCommand.RevokeExemptions("误登记"), Samples.ADMINISTRATOR))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
    }

    @Test
    void nobodyElseGrantsAnExemption() {
        consented();
        for (Actor actor : List.of(
                Samples.student("E1"),
                Samples.student("E2"),
                Samples.STRANGER,
                Samples.SYSTEM,
                new Actor.CodeHolder())) {
            assertThat(refused(new CaptureCommand.GrantExemption(HIJAB), actor)).isEqualTo(Refusal.Reason.NOT_YOURS);
            assertThat(refused(new CaptureCommand.RevokeExemptions("x"), actor)).isEqualTo(Refusal.Reason.NOT_YOURS);
        }
        assertThat(refused(
                        new CaptureCommand.GiveConsent(1, "1", Declarations.NONE.withExemption(HIJAB)),
                        Samples.student("E1")))
                .isEqualTo(Refusal.Reason.EXEMPTION_CLAIMED);
    }

    @Test
    void anExemptionThatAStudentDeclaredInAnOlderLogCountsForNothing() {
        Declarations claimed = Declarations.NONE.withGlasses(true).withExemption(HIJAB);
        CaptureRecord replayed = CaptureRecord.replay(
                record.id(),
                List.of(
                        new CaptureEvent.CodePresented(now, CLAIMS, now.plusSeconds(1800)),
                        new CaptureEvent.ConsentGiven(now, "1", claimed)));
        assertThat(replayed.declarations()).contains(Declarations.NONE.withGlasses(true));
    }

    @Test
    void aRejectedPhotoIsTakenAgainAndTheSameOneIsNotTakenTwice() {
        consented();
        done(photo(1, 1, Verdict.REJECT), Samples.student("E1"));
        assertThat(record.state()).isEqualTo(CaptureState.RETAKE);
        assertThat(record.lastFaults()).containsExactly(new CheckId("eyes-open"));
        assertThat(refused(photo(1, 1, Verdict.ACCEPT), Samples.student("E1"))).isEqualTo(Refusal.Reason.SAME_PHOTO);
        done(photo(1, 2, Verdict.ACCEPT), Samples.student("E1"));
        assertThat(record.state()).isEqualTo(CaptureState.FINISHED);
        assertThat(record.lastFaults()).isEmpty();
        assertThat(record.attempts()).isEqualTo(2);
    }

    @Test
    void nothingElseIsHandedInWhileAPersonDecides() {
        consented();
        done(photo(1, 1, Verdict.REVIEW), Samples.student("E1"));
        assertThat(refused(photo(1, 2, Verdict.ACCEPT), Samples.student("E1"))).isEqualTo(Refusal.Reason.IN_REVIEW);
    }

    @Test
    void aDeliveryWaitsForPaymentWhereTheCampaignSaysSo() {
        campaign = Campaign.builder("pay", 2024)
                .region(campaign.region("xuzhou").orElseThrow(), school.window().orElseThrow())
                .account(campaign.account())
                .paymentBeforeDelivery(true)
                .build();
        school = Samples.school(PaymentMode.STUDENT_ONLINE);
        finished();
        assertThat(refused(new CaptureCommand.Seal(KEY), Samples.SYSTEM)).isEqualTo(Refusal.Reason.NOT_PAID);
        done(new CaptureCommand.Pay(new Payment(Fee.OF_THE_NOTICE, "p")), Samples.SYSTEM);
        done(new CaptureCommand.Seal(KEY), Samples.SYSTEM);
        assertThat(record.state()).isEqualTo(CaptureState.QUEUED);
    }

    @Test
    void whatWasPaidBackIsNotSent() {
        campaign = Campaign.builder("pay", 2024)
                .region(campaign.region("xuzhou").orElseThrow(), school.window().orElseThrow())
                .account(campaign.account())
                .paymentBeforeDelivery(true)
                .build();
        school = Samples.school(PaymentMode.STUDENT_ONLINE);
        finished();
        assertThat(CaptureRules.isSealDue(record, facts())).isFalse();
        done(new CaptureCommand.Pay(new Payment(Fee.OF_THE_NOTICE, "p")), Samples.SYSTEM);
        assertThat(CaptureRules.isSealDue(record, facts())).isTrue();
        done(new CaptureCommand.Seal(KEY), Samples.SYSTEM);
        assertThat(CaptureRules.isSealDue(record, facts())).isFalse();
        assertThat(CaptureRules.maySend(record, facts(), 1)).isTrue();
        assertThat(CaptureRules.maySend(record, facts(), 2)).isFalse();
        done(new CaptureCommand.Refund("p", "重复"), Samples.CENTRE);
        assertThat(CaptureRules.maySend(record, facts(), 1)).isFalse();
    }

    private Facts facts() {
        return new Facts(now, Samples.SYSTEM, campaign, school);
    }

    @Test
    void aViolationWithdrawsThePhotoAndOnlyTheSchoolUnlocks() {
        finished();
        done(new CaptureCommand.Seal(KEY), Samples.SYSTEM);
        done(new CaptureCommand.SuspectViolation(photo(1), "疑似翻拍"), Samples.ADMINISTRATOR);
        done(new CaptureCommand.LookAt(photo(1)), Samples.CENTRE);
        now = Samples.local("2024-03-19T18:00:00");
        done(new CaptureCommand.ConfirmViolation(photo(1), "翻拍"), Samples.CENTRE);
        assertThat(record.state()).isEqualTo(CaptureState.LOCKED);
        assertThat(record.accepted()).isEmpty();
        assertThat(record.deliveries())
                .extracting(DeliveryEntry::status)
                .containsExactly(DeliveryEntry.Status.WITHDRAWN);
        assertThat(refused(photo(1, 2, Verdict.ACCEPT), Samples.student("E1"))).isEqualTo(Refusal.Reason.LOCKED);
        assertThat(refused(new CaptureCommand.Unlock("误报"), Samples.CENTRE)).isEqualTo(Refusal.Reason.NOT_YOURS);
        done(new CaptureCommand.Unlock("已谈话"), Samples.ADMINISTRATOR);
        assertThat(record.state()).isEqualTo(CaptureState.RETAKE);
        assertThat(refused(new CaptureCommand.Unlock("已谈话"), Samples.ADMINISTRATOR))
                .isEqualTo(Refusal.Reason.NOT_LOCKED);
    }

    @Test
    void anUnfoundedSuspicionLeavesTheDeliveryAsItWas() {
        finished();
        done(new CaptureCommand.Seal(KEY), Samples.SYSTEM);
        done(new CaptureCommand.SuspectViolation(photo(1), "疑似翻拍"), Samples.CENTRE);
        assertThat(record.mayDeliver(1)).isFalse();
        done(new CaptureCommand.LookAt(photo(1)), Samples.CENTRE);
        done(
                new CaptureCommand.DecideReview(
                        photo(1), ReviewOutcome.ACCEPTED, "正常", Optional.empty(), Optional.empty(), Optional.empty()),
                Samples.CENTRE);
        assertThat(record.mayDeliver(1)).isTrue();
    }

    /** A photo that was in review before the suspicion is no retake. */
    @Test
    void aPhotoThatAPersonAcceptsEndsNoSuspicionOfAnotherWhereARetakeDoesNot() {
        campaign = Campaign.builder("strict", 2024)
                .region(new CaptureRegion("xuzhou", "徐州"), CaptureWindow.parse("2024-03-15..2024-04-03"))
                .account(Samples.CAMPAIGN.account())
                .retakeEndsSuspicion(false)
                .build();
        finished();
        done(photo(1, 2, Verdict.REVIEW), Samples.student("E1"));
        done(new CaptureCommand.SuspectViolation(photo(1), "疑似翻拍"), Samples.CENTRE);
        for (int number = 1; number <= 2; number++) {
            done(new CaptureCommand.LookAt(photo(number)), Samples.ADMINISTRATOR);
        }
        CaptureCommand accepting = new CaptureCommand.DecideReview(
                photo(2),
                ReviewOutcome.ACCEPTED,
                "清晰",
                Optional.empty(),
                Optional.of(new CaptureCommand.Product(photo(2), Samples.photo(1002))),
                Optional.empty());
        assertThat(refused(accepting, Samples.ADMINISTRATOR)).isEqualTo(Refusal.Reason.OTHER_PHOTO);
        assertThat(refused(photo(1, 3, Verdict.ACCEPT), Samples.student("E1"))).isEqualTo(Refusal.Reason.IN_REVIEW);
        done(
                new CaptureCommand.DecideReview(
                        photo(1), ReviewOutcome.ACCEPTED, "正常", Optional.empty(), Optional.empty(), Optional.empty()),
                Samples.ADMINISTRATOR);
        done(accepting, Samples.ADMINISTRATOR);
        assertThat(record.accepted()).contains(Samples.photo(2));
    }

    /** An older log names no photo: an erratum is about the one that was accepted then. */
    @Test
    void anErratumOfAnOlderLogIsAboutThePhotoThatWasAcceptedThen() {
        finished();
        done(new CaptureCommand.Publish(1), Samples.CENTRE);
        record = record.after(new CaptureEvent.ErratumRaised(
                now, new Erratum(1, Erratum.Kind.WRONG_PERSON, "不是本人"), Optional.empty()));
        done(photo(1, 2, Verdict.ACCEPT), Samples.student("E1"));
        assertThat(record.photoOfErratum(1)).contains(photo(1));
        done(new CaptureCommand.ConfirmWrongPerson(1, "确非本人", Optional.empty()), Samples.CENTRE);
        assertThat(record.accepted()).contains(Samples.photo(2));
        CaptureRecord older = record.after(new CaptureEvent.WrongPersonConfirmed(now, 1, Optional.empty()));
        assertThat(older.accepted()).as("then it was the accepted one").isEmpty();
    }

    @Test
    void anAnswerThatComesTwiceIsKeptOnce() {
        finished();
        done(new CaptureCommand.Seal(KEY), Samples.SYSTEM);
        CaptureCommand answer =
                new CaptureCommand.Answer(1, new DeliveryOutcome.Accepted(new Receipt(KEY, "R1", now, false)));
        assertThat(done(answer, Samples.SYSTEM)).hasSize(1);
        assertThat(done(answer, Samples.SYSTEM)).isEmpty();
        assertThat(record.state()).isEqualTo(CaptureState.DELIVERED);
    }

    @Test
    void anAnswerToWhatWasWithdrawnMeanwhileIsKept() {
        finished();
        done(new CaptureCommand.Seal(KEY), Samples.SYSTEM);
        done(new CaptureCommand.ResetPhoto(photo(1), "闭眼", Optional.empty()), Samples.ADMINISTRATOR);
        done(
                new CaptureCommand.Answer(1, new DeliveryOutcome.Accepted(new Receipt(KEY, "R1", now, false))),
                Samples.SYSTEM);
        assertThat(record.deliveries())
                .extracting(DeliveryEntry::status)
                .containsExactly(DeliveryEntry.Status.ACCEPTED);
        done(photo(1, 2, Verdict.ACCEPT), Samples.student("E1"));
        done(new CaptureCommand.Seal(KEY), Samples.SYSTEM);
        assertThat(record.deliveries())
                .extracting(DeliveryEntry::status)
                .containsExactly(DeliveryEntry.Status.SUPERSEDED, DeliveryEntry.Status.QUEUED);
    }

    @Test
    void aProofIsNotConfirmedWhileAnErratumIsOpen() {
        finished();
        done(new CaptureCommand.Publish(1), Samples.CENTRE);
        done(new CaptureCommand.RaiseErratum(photo(1), Erratum.Kind.QUALITY, "模糊"), Samples.ADMINISTRATOR);
        assertThat(refused(new CaptureCommand.ConfirmProof(photo(1)), Samples.ADMINISTRATOR))
                .isEqualTo(Refusal.Reason.ERRATUM_OPEN);
        done(new CaptureCommand.ResolveErratum(1, "重新制作"), Samples.CENTRE);
        done(new CaptureCommand.ConfirmProof(photo(1)), Samples.ADMINISTRATOR);
        assertThat(record.state()).isEqualTo(CaptureState.CONFIRMED);
    }

    @Test
    void aPhotoIsPublishedOnceARound() {
        finished();
        done(new CaptureCommand.Publish(1), Samples.CENTRE);
        assertThat(refused(new CaptureCommand.Publish(1), Samples.CENTRE)).isEqualTo(Refusal.Reason.DONE_ALREADY);
        done(new CaptureCommand.Publish(2), Samples.CENTRE);
    }

    private void presented() {
        done(present(CLAIMS, Samples.LAST_FOUR), new Actor.CodeHolder());
    }

    private void consented() {
        presented();
        done(new CaptureCommand.GiveConsent(1, "1", Declarations.NONE), Samples.student("E1"));
    }

    private void finished() {
        consented();
        done(photo(1, 1, Verdict.ACCEPT), Samples.student("E1"));
    }

    private static CaptureCommand present(CodeClaims claims, IdLastFour lastFour) {
        return new CaptureCommand.PresentCode(claims, Optional.of(lastFour), Optional.empty());
    }

    private static CaptureCommand photo(int session, int number, Verdict verdict) {
        boolean accepted = verdict == Verdict.ACCEPT;
        return new CaptureCommand.HandInPhoto(
                session,
                Samples.photo(number),
                verdict,
                accepted ? List.of() : List.of(new CheckId("eyes-open")),
                List.of(),
                accepted
                        ? Optional.of(new CaptureCommand.Product(photo(number), Samples.photo(1000 + number)))
                        : Optional.empty());
    }

    private static ImageDigest photo(long number) {
        return Samples.photo(number).digest();
    }

    private List<CaptureEvent> done(CaptureCommand command, Actor actor) {
        List<CaptureEvent> events = CaptureRules.decide(record, command, new Facts(now, actor, campaign, school))
                .orElseThrow();
        events.forEach(event -> record = record.after(event));
        return events;
    }

    private Refusal.Reason refused(CaptureCommand command, Actor actor) {
        return CaptureRules.decide(record, command, new Facts(now, actor, campaign, school))
                .fold(
                        events -> {
                            throw new AssertionError("was not refused: " + events);
                        },
                        Refusal::reason);
    }
}
