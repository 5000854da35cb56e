package io.github.tucai.campaign.internal.school;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Samples;
import io.github.tucai.WorkingDays;
import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.capture.Opening;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Statement;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.school.School;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchoolRulesTest {
    private SchoolRecord school = SchoolRecord.empty(Samples.SCHOOL);
    private Instant now = Samples.MORNING;

    @Test
    void theCentreRegistersASchoolOnce() {
        register();
        assertThat(refused(
                                new SchoolCommand.Register(
                                        new School(Samples.SCHOOL, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER),
                                Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.DONE_ALREADY);
    }

    @Test
    void aSchoolIsRegisteredInARegionOfTheCampaign() {
        assertThat(refused(
                                new SchoolCommand.Register(
                                        new School(Samples.SCHOOL, "示例大学"), "mars", PaymentMode.SCHOOL_TRANSFER),
                                Samples.CENTRE)
                        .en())
                .contains("mars");
    }

    @Test
    void aSchoolDoesNotRegisterItself() {
        assertThat(refused(
                                new SchoolCommand.Register(
                                        new School(Samples.SCHOOL, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER),
                                Samples.ADMINISTRATOR)
                        .reason())
                .isEqualTo(Refusal.Reason.NOT_YOURS);
    }

    @Test
    void aWindowOutsideTheRegionsNamesBothRanges() {
        register();
        officer();
        Refusal refusal = refused(
                new SchoolCommand.SetWindow(CaptureWindow.parse("2024-03-14..2024-04-03")), Samples.ADMINISTRATOR);
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.WINDOW_OUTSIDE_REGION);
        assertThat(refusal.zhCn()).contains("2024年3月14日—2024年4月3日").contains("2024年3月15日—2024年4月3日");
        assertThat(refusal.en()).contains("2024-03-14").contains("2024-03-15");
    }

    @Test
    void noWindowBeforeSomebodyIsInCharge() {
        register();
        assertThat(refused(
                                new SchoolCommand.SetWindow(CaptureWindow.parse("2024-03-15..2024-04-03")),
                                Samples.ADMINISTRATOR)
                        .reason())
                .isEqualTo(Refusal.Reason.NO_OFFICER);
    }

    @Test
    void anotherSchoolSetsNoWindow() {
        register();
        assertThat(refused(new SchoolCommand.SetWindow(CaptureWindow.parse("2024-03-15..2024-04-03")), Samples.STRANGER)
                        .reason())
                .isEqualTo(Refusal.Reason.NOT_YOURS);
    }

    @Test
    void anArrangementOpensOtherHoursAndIsNeverRetroactive() {
        register();
        officer();
        CaptureWindow tomorrow = CaptureWindow.parse("2024-03-19..2024-03-19");
        DailyHours evening = new DailyHours(LocalTime.of(18, 0), LocalTime.of(20, 0));
        done(new SchoolCommand.GrantArrangement(tomorrow, evening, "场地冲突"), Samples.CENTRE);
        assertThat(Opening.closed(
                        Samples.CAMPAIGN,
                        school,
                        List.of(),
                        new EnrolmentNumber("E1"),
                        Samples.local("2024-03-19T19:00:00")))
                .isEmpty();
        now = Samples.local("2024-03-19T18:00:00");
        assertThat(refused(new SchoolCommand.GrantArrangement(tomorrow, evening, "场地冲突"), Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.RETROACTIVE);
    }

    @Test
    void aRoundIsPublishedWithItsDeadlineAndAnsweredOnce() {
        register();
        publish();
        assertThat(school.round().orElseThrow().deadline().due()).isEqualTo(LocalDate.of(2024, 4, 16));
        now = Samples.local("2024-04-01T09:00:00");
        done(new SchoolCommand.RecordFeedback(LocalDate.of(2024, 4, 1), 0), Samples.CENTRE);
        assertThat(school.round().orElseThrow().releasesPaper()).isTrue();
        assertThat(refused(new SchoolCommand.RecordFeedback(LocalDate.of(2024, 4, 1), 0), Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.DONE_ALREADY);
    }

    @Test
    void aRoundIsReopenedByTheProcessAloneAndOnlyWhenItWasAnswered() {
        register();
        publish();
        SchoolCommand reopen =
                new SchoolCommand.ReopenRound(1, WorkingDays.china().deadline(LocalDate.of(2024, 4, 8), 20));
        assertThat(refused(reopen, Samples.SYSTEM).reason()).isEqualTo(Refusal.Reason.NOTHING_THERE);
        done(new SchoolCommand.RecordFeedback(LocalDate.of(2024, 3, 18), 0), Samples.CENTRE);
        assertThat(refused(reopen, Samples.CENTRE).reason()).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(refused(reopen, Samples.ADMINISTRATOR).reason()).isEqualTo(Refusal.Reason.NOT_YOURS);
        done(reopen, Samples.SYSTEM);
        assertThat(school.round().orElseThrow().releasesPaper()).isFalse();
        assertThat(school.round().orElseThrow().deadline().start()).isEqualTo(LocalDate.of(2024, 4, 8));
    }

    @Test
    void feedbackIsNotTakenWhileErrataAreOpen() {
        register();
        publish();
        now = Samples.local("2024-04-01T09:00:00");
        assertThat(refused(new SchoolCommand.RecordFeedback(LocalDate.of(2024, 4, 1), 2), Samples.CENTRE)
                        .en())
                .contains("2");
    }

    @Test
    void noRoundWithoutPhotosAndNoFeedbackWithoutARound() {
        register();
        assertThat(refused(
                                new SchoolCommand.PublishRound(
                                        0, WorkingDays.china().deadline(LocalDate.of(2024, 3, 18), 20)),
                                Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(refused(new SchoolCommand.RecordFeedback(LocalDate.of(2024, 4, 1), 0), Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
    }

    @Test
    void aStatementIsFrozenAndTheNextOneCountsWhoCameLater() {
        register();
        done(statement(3), Samples.CENTRE);
        assertThat(school.statement().orElseThrow().total()).isEqualTo(Fee.of("45.00"));
        assertThat(school.statement().orElseThrow().due()).isEqualTo(LocalDate.of(2024, 11, 20));
        assertThat(refused(statement(0), Samples.CENTRE).reason()).isEqualTo(Refusal.Reason.DONE_ALREADY);
        done(new SchoolCommand.CountErased(), Samples.SYSTEM);
        done(new SchoolCommand.IssueStatement(1, 0, 4, Optional.of(now)), Samples.CENTRE);
        assertThat(school.statements()).extracting(Statement::students).containsExactly(3, 2);
        assertThat(school.statements()).extracting(Statement::number).containsExactly(Optional.of(1), Optional.of(2));
        assertThat(school.statement().orElseThrow().unreadable()).contains(4);
        assertThat(school.erasedToCount()).isZero();
        assertThat(refused(statement(0), Samples.CENTRE).reason()).isEqualTo(Refusal.Reason.DONE_ALREADY);
        assertThat(school.open()).isEqualTo(Fee.of("75.00"));
        done(new SchoolCommand.RecordPayment(new Payment(Fee.of("75.00"), "T-1")), Samples.CENTRE);
        assertThat(school.open()).isEqualTo(Fee.ZERO);
    }

    @Test
    void aStatementWaitsForTheEndOfCaptureAndForWhatIsToBeDecided() {
        register();
        Refusal early =
                refused(new SchoolCommand.IssueStatement(3, 0, 0, Optional.of(now.plusMillis(1))), Samples.CENTRE);
        assertThat(early.reason()).isEqualTo(Refusal.Reason.CAPTURE_OPEN);
        assertThat(early.en()).contains("2024-03-18");
        assertThat(refused(new SchoolCommand.IssueStatement(3, 2, 0, Optional.of(now)), Samples.CENTRE)
                        .en())
                .contains("2");
        assertThat(refused(new SchoolCommand.IssueStatement(0, 0, 0, Optional.empty()), Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.REGION_CLOSED);
        done(new SchoolCommand.IssueStatement(3, 0, 0, Optional.of(now)), Samples.CENTRE);
    }

    @Test
    void aTransferBeforeTheStatementIsKeptAndMatchedLater() {
        register();
        done(new SchoolCommand.RecordPayment(new Payment(Fee.of("45.00"), "T-1")), Samples.CENTRE);
        assertThat(school.payments()).isEmpty();
        assertThat(school.unmatched())
                .extracting(UnmatchedPayment::reason)
                .containsExactly(UnmatchedReason.NO_STATEMENT);
        assertThat(refused(new SchoolCommand.MatchPayment("T-1"), Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        done(statement(3), Samples.CENTRE);
        done(new SchoolCommand.MatchPayment("T-1"), Samples.CENTRE);
        assertThat(school.unmatched()).isEmpty();
        assertThat(school.statement().orElseThrow().open(school.payments())).isEqualTo(Fee.ZERO);
    }

    @Test
    void aPartOfWhatIsOpenIsPaidAndMoreThanThatIsNot() {
        register();
        done(statement(3), Samples.CENTRE);
        done(new SchoolCommand.RecordPayment(new Payment(Fee.of("30.00"), "T-1")), Samples.CENTRE);
        done(new SchoolCommand.RecordPayment(new Payment(Fee.of("15.01"), "T-2")), Samples.SYSTEM);
        assertThat(school.statement().orElseThrow().open(school.payments())).isEqualTo(Fee.of("15.00"));
        assertThat(school.unmatched())
                .extracting(UnmatchedPayment::reason)
                .containsExactly(UnmatchedReason.WRONG_AMOUNT);
        done(new SchoolCommand.RefundPayment("T-2", "多汇"), Samples.CENTRE);
        done(new SchoolCommand.RefundPayment("T-1", "多汇"), Samples.CENTRE);
        assertThat(school.unmatched()).isEmpty();
        assertThat(school.statement().orElseThrow().open(school.payments())).isEqualTo(Fee.of("45.00"));
        assertThat(refused(new SchoolCommand.RefundPayment("T-1", "多汇"), Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
    }

    @Test
    void aFormCannotHaveComeOnADayThatIsStillToCome() {
        register();
        publish();
        assertThat(refused(new SchoolCommand.RecordFeedback(LocalDate.of(2024, 3, 19), 0), Samples.CENTRE)
                        .reason())
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        done(new SchoolCommand.RecordFeedback(LocalDate.of(2024, 3, 18), 0), Samples.CENTRE);
    }

    private SchoolCommand statement(int students) {
        return new SchoolCommand.IssueStatement(students, 0, 0, Optional.of(now));
    }

    @Test
    void aSchoolIsOverdueTheDayAfterTheDeadlineUnlessErrataAreOpen() {
        register();
        publish();
        var round = school.round().orElseThrow();
        assertThat(round.isOverdue(LocalDate.of(2024, 4, 16), false)).isFalse();
        assertThat(round.isOverdue(LocalDate.of(2024, 4, 17), false)).isTrue();
        assertThat(round.isOverdue(LocalDate.of(2024, 4, 17), true)).isFalse();
    }

    private void register() {
        done(
                new SchoolCommand.Register(new School(Samples.SCHOOL, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER),
                Samples.CENTRE);
    }

    private void officer() {
        done(new SchoolCommand.NameOfficer("教务处", "示例老师", "000-00000003"), Samples.ADMINISTRATOR);
    }

    private void publish() {
        done(
                new SchoolCommand.PublishRound(3, WorkingDays.china().deadline(LocalDate.of(2024, 3, 18), 20)),
                Samples.CENTRE);
    }

    private void done(SchoolCommand command, Actor actor) {
        school = school.after(SchoolRules.decide(command, facts(actor)).orElseThrow());
    }

    private Refusal refused(SchoolCommand command, Actor actor) {
        return SchoolRules.decide(command, facts(actor))
                .fold(
                        event -> {
                            throw new AssertionError("was not refused: " + event);
                        },
                        refusal -> refusal);
    }

    private Facts facts(Actor actor) {
        return new Facts(now, actor, Samples.CAMPAIGN, school);
    }
}
