package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Statement;
import io.github.tucai.payment.Takings;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@Clause({"N3.3", "N3.4"})
class PaymentTest extends WithMoney {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void onlyTheCentreAndProcessesSayThatMoneyCame() {
        studentsPay(new Desk.Registry());
        CaptureRecord record = desk.captured("E1", "ok-1");
        for (Actor actor :
                List.of(Samples.student("E1"), Samples.ADMINISTRATOR, Samples.STRANGER, new Actor.CodeHolder())) {
            assertThat(reason(money().recordStudentPayment(actor, record.id(), fee("P1"))))
                    .isEqualTo(Refusal.Reason.NOT_YOURS);
            assertThat(reason(money().recordStudentPayment(actor, RecordId.random(new Random(1)), fee("P1"))))
                    .isEqualTo(Refusal.Reason.NOT_YOURS);
            assertThat(reason(money().recordTransfer(actor, Samples.SCHOOL, fee("P1"))))
                    .isEqualTo(Refusal.Reason.NOT_YOURS);
            assertThat(reason(money().recordRefund(actor, "P1", "x"))).isEqualTo(Refusal.Reason.NOT_YOURS);
            assertThat(reason(money().match(actor, "P1"))).isEqualTo(Refusal.Reason.NOT_YOURS);
            assertThat(reason(money().unmatched(actor))).isEqualTo(Refusal.Reason.NOT_YOURS);
            assertThat(reason(money().issueStatement(actor, Samples.SCHOOL))).isEqualTo(Refusal.Reason.NOT_YOURS);
        }
        assertThat(reason(money().recordRefund(Samples.SYSTEM, "P1", "x"))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(takings().total()).isEqualTo(Fee.ZERO);
        assertThat(money().recordStudentPayment(Samples.CENTRE, record.id(), fee("P1"))
                        .orElseThrow()
                        .status())
                .isEqualTo(Booking.Status.MATCHED);
    }

    /** The centre no longer has what is not paid wait, and starts again. */
    @Test
    void whatWaitedForMoneyIsSealedOnceNoneIsWaitedFor() throws Exception {
        Desk.Registry registry = new Desk.Registry();
        studentsPay(registry);
        desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        reopenPaidFirst(registry, true);
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        Thread.sleep(500);
        assertThat(registry.valid).isEmpty();
        reopenPaidFirst(registry, false);
        desk.tucai.startDelivery();
        for (int i = 0; i < 200 && registry.valid.size() < 2; i++) {
            Thread.sleep(50);
        }
        assertThat(registry.valid).containsOnlyKeys("E1", "E2");
    }

    private void reopenPaidFirst(Desk.Registry registry, boolean paidFirst) {
        desk.close();
        Campaign campaign = Campaign.builder("paid-first", 2024)
                .region(new CaptureRegion("xuzhou", "徐州"), WINDOW)
                .account(Samples.CAMPAIGN.account())
                .paymentBeforeDelivery(paidFirst)
                .build();
        desk = new Desk(
                Desk.dataSource(url), folder.resolve("photos"), registry, builder -> builder.campaign(campaign));
    }

    @Test
    void whatIsAskedFollowsTheRecord() {
        studentsPay(new Desk.Registry());
        CaptureRecord record = desk.captured("E1", "doubt-1");
        assertThat(reason(asked(record))).isEqualTo(Refusal.Reason.IN_REVIEW);
        desk.decide(Samples.CENTRE, record, ReviewOutcome.ACCEPTED, "正常").orElseThrow();
        assertThat(asked(record).orElseThrow()).isEqualTo(Fee.OF_THE_NOTICE);
        assertThat(reason(money().asked(Samples.student("E2"), record.id()))).isEqualTo(Refusal.Reason.UNKNOWN);
        desk.tucai
                .capture()
                .suspectViolation(Samples.CENTRE, record.id(), present(record), "疑似翻拍")
                .orElseThrow();
        assertThat(reason(asked(record))).isEqualTo(Refusal.Reason.IN_REVIEW);
        confirm(record);
        assertThat(reason(asked(record))).isEqualTo(Refusal.Reason.LOCKED);
        desk.tucai.capture().unlock(Samples.ADMINISTRATOR, record.id(), "已教育").orElseThrow();
        assertThat(reason(asked(record))).isEqualTo(Refusal.Reason.NOT_PAYABLE);
        desk.captured("E1", "ok-2");
        pay(record, "P1").orElseThrow();
        assertThat(reason(asked(record))).isEqualTo(Refusal.Reason.PAID_ALREADY);
    }

    private ImageDigest present(CaptureRecord record) {
        return desk.record(record).accepted().orElseThrow().digest();
    }

    /** The school confirms what the centre suspected, two days later. */
    private void confirm(CaptureRecord record) {
        desk.passDays(2);
        desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.VIOLATION, "翻拍")
                .orElseThrow();
    }

    private io.github.tucai.answer.Outcome<Fee> asked(CaptureRecord record) {
        return money().asked(Samples.student("E1"), record.id());
    }

    @Test
    void moneyUnderSuspicionIsKeptAndMatchedOnceItIsAskedFor() {
        studentsPay(new Desk.Registry());
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai
                .capture()
                .suspectViolation(Samples.CENTRE, record.id(), present(record), "疑似翻拍")
                .orElseThrow();
        Booking kept = pay(record, "P1").orElseThrow();
        assertThat(kept.status()).isEqualTo(Booking.Status.UNMATCHED);
        assertThat(kept.reason()).contains(UnmatchedReason.IN_REVIEW);
        assertThat(desk.record(record).payment()).isEmpty();
        assertThat(reason(pay(record, "P1"))).isEqualTo(Refusal.Reason.PAID_ALREADY);
        assertThat(money().unmatched(Samples.CENTRE).orElseThrow()).containsExactly(kept);
        assertThat(reason(money().match(Samples.CENTRE, "P1"))).isEqualTo(Refusal.Reason.IN_REVIEW);
        desk.decide(Samples.CENTRE, record, ReviewOutcome.ACCEPTED, "正常").orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.FINISHED);
        assertThat(money().match(Samples.CENTRE, "P1").orElseThrow().status()).isEqualTo(Booking.Status.MATCHED);
        assertThat(desk.record(record).payment()).contains(fee("P1"));
        assertThat(desk.record(record).state()).as("on its way").isEqualTo(CaptureState.QUEUED);
        assertThat(money().unmatched(Samples.CENTRE).orElseThrow()).isEmpty();
        assertThat(takings()).isEqualTo(new Takings(Fee.OF_THE_NOTICE, Fee.ZERO, Fee.ZERO));
        assertThat(reason(money().match(Samples.CENTRE, "P1"))).isEqualTo(Refusal.Reason.NOTHING_THERE);
    }

    @Test
    void aLockedStudentsMoneyIsBookedAndGoesBack() {
        studentsPay(new Desk.Registry());
        CaptureRecord record = desk.captured("E1", "ok-1");
        pay(record, "P1").orElseThrow();
        desk.lock(record);
        assertThat(pay(record, "P2").orElseThrow().reason()).contains(UnmatchedReason.PAID_ALREADY);
        assertThat(money().recordRefund(Samples.CENTRE, "P1", "锁定")
                        .orElseThrow()
                        .status())
                .isEqualTo(Booking.Status.REFUNDED);
        assertThat(desk.record(record).lock()).isPresent();
        assertThat(pay(record, "P3").orElseThrow().reason()).contains(UnmatchedReason.LOCKED);
        money().recordRefund(Samples.CENTRE, "P2", "锁定").orElseThrow();
        money().recordRefund(Samples.CENTRE, "P3", "锁定").orElseThrow();
        assertThat(reason(money().recordRefund(Samples.CENTRE, "P3", "锁定")))
                .as("once")
                .isEqualTo(Refusal.Reason.DONE_ALREADY);
        assertThat(takings()).isEqualTo(new Takings(Fee.ZERO, Fee.ZERO, Fee.of("45.00")));
    }

    @Test
    void aReferencePaysOnceForWhoeverItCameFirst() {
        studentsPay(new Desk.Registry());
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        pay(one, "P1").orElseThrow();
        assertThat(reason(pay(one, "P1"))).isEqualTo(Refusal.Reason.PAID_ALREADY);
        assertThat(reason(pay(two, "P1"))).isEqualTo(Refusal.Reason.REFERENCE_USED);
        assertThat(reason(money().recordTransfer(Samples.CENTRE, Samples.SCHOOL, fee("P1"))))
                .isEqualTo(Refusal.Reason.REFERENCE_USED);
        assertThat(reason(money().recordStudentPayment(Samples.CENTRE, one.id(), new Payment(Fee.of("14.00"), "P1"))))
                .as("another amount is another payment")
                .isEqualTo(Refusal.Reason.REFERENCE_USED);
        assertThat(reason(money().recordStudentPayment(Samples.CENTRE, RecordId.random(new Random(1)), fee("P1"))))
                .isEqualTo(Refusal.Reason.REFERENCE_USED);
        assertThat(desk.record(two).payment()).isEmpty();
        assertThat(desk.record(two).unmatched()).isEmpty();
        money().recordRefund(Samples.CENTRE, "P1", "重复").orElseThrow();
        assertThat(reason(pay(two, "P1"))).as("given back, still known").isEqualTo(Refusal.Reason.REFERENCE_USED);
        assertThat(takings().total()).isEqualTo(Fee.OF_THE_NOTICE);
    }

    @Test
    void wrongAmountsAndMoneyForTheSchoolsStudentsAreKept() {
        studentsPay(new Desk.Registry());
        CaptureRecord record = desk.captured("E1", "ok-1");
        for (String amount : List.of("14.99", "15.01", "30.00")) {
            Payment payment = new Payment(Fee.of(amount), "P" + amount);
            assertThat(money().recordStudentPayment(Samples.CENTRE, record.id(), payment)
                            .orElseThrow()
                            .reason())
                    .contains(UnmatchedReason.WRONG_AMOUNT);
        }
        assertThat(reason(money().match(Samples.CENTRE, "P30.00"))).isEqualTo(Refusal.Reason.NOT_PAYABLE);
        assertThat(money().recordTransfer(Samples.CENTRE, Samples.SCHOOL, fee("T1"))
                        .orElseThrow()
                        .reason())
                .contains(UnmatchedReason.STUDENTS_PAY);
        assertThat(money().recordTransfer(Samples.CENTRE, new SchoolCode("99999"), fee("T2"))
                        .orElseThrow()
                        .reason())
                .contains(UnmatchedReason.UNKNOWN);
        assertThat(money().unmatched(Samples.CENTRE).orElseThrow()).hasSize(5);
        money().recordRefund(Samples.CENTRE, "T1", "退回").orElseThrow();
        money().recordRefund(Samples.CENTRE, "T2", "退回").orElseThrow();
        assertThat(takings()).isEqualTo(new Takings(Fee.ZERO, Fee.of("60.00"), Fee.of("30.00")));
        assertThat(asked(record).orElseThrow()).isEqualTo(Fee.OF_THE_NOTICE);
    }

    @Test
    void moneyOfNobodyAndOfTheErasedIsKeptWithoutAName() throws Exception {
        studentsPay(new Desk.Registry());
        CaptureRecord record = desk.captured("E1", "ok-1");
        pay(record, "P1").orElseThrow();
        pay(record, "P2").orElseThrow();
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        assertThat(pay(record, "P3").orElseThrow())
                .isEqualTo(new Booking(
                        fee("P3"),
                        Booking.Status.UNMATCHED,
                        Optional.of(UnmatchedReason.ERASED),
                        Optional.empty(),
                        Optional.empty()));
        RecordId nobody = RecordId.random(new Random(1));
        Booking unknown =
                money().recordStudentPayment(Samples.CENTRE, nobody, fee("P4")).orElseThrow();
        assertThat(unknown.reason()).contains(UnmatchedReason.UNKNOWN);
        assertThat(reason(money().recordStudentPayment(Samples.CENTRE, nobody, fee("P4"))))
                .isEqualTo(Refusal.Reason.PAID_ALREADY);
        assertThat(reason(pay(record, "P1"))).isEqualTo(Refusal.Reason.PAID_ALREADY);
        assertThat(money().unmatched(Samples.CENTRE).orElseThrow())
                .extracting(Booking::payment)
                .as("what the record left over, and what came later")
                .containsExactlyInAnyOrder(fee("P2"), fee("P3"), fee("P4"));
        assertThat(takings()).isEqualTo(new Takings(Fee.OF_THE_NOTICE, Fee.of("45.00"), Fee.ZERO));
        for (String reference : List.of("P1", "P2", "P3", "P4")) {
            assertThat(money().recordRefund(Samples.CENTRE, reference, "退回")
                            .orElseThrow()
                            .status())
                    .isEqualTo(Booking.Status.REFUNDED);
            assertThat(reason(money().recordRefund(Samples.CENTRE, reference, "退回")))
                    .isEqualTo(Refusal.Reason.DONE_ALREADY);
        }
        assertThat(takings()).isEqualTo(new Takings(Fee.ZERO, Fee.ZERO, Fee.of("60.00")));
        assertThat(reason(money().recordRefund(Samples.CENTRE, "P5", "退回"))).isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    void whatIsRefundedBeforeItIsSentIsNotSentUntilItIsPaidAgain() throws Exception {
        studentsPay(new Desk.Registry());
        CaptureRecord record = desk.captured("E1", "ok-1");
        pay(record, "P1").orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.QUEUED);
        money().recordRefund(Samples.CENTRE, "P1", "申请退款").orElseThrow();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofMillis(500))).isFalse();
        assertThat(desk.registry.calls).isEmpty();
        pay(record, "P2").orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.registry.valid).containsOnlyKeys("E1");
    }

    @Test
    void whatIsRefundedBetweenTwoTriesIsNotTriedAgain() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        CountDownLatch refunded = new CountDownLatch(1);
        Desk.Registry away = new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                calls.merge(bundle.key(), 1, Integer::sum);
                tried.countDown();
                await(refunded);
                throw io.github.tucai.failure.TransportException.awaitingAnswer("taken, not answered yet");
            }
        };
        studentsPay(away);
        CaptureRecord record = desk.captured("E1", "ok-1");
        pay(record, "P1").orElseThrow();
        desk.tucai.startDelivery();
        await(tried);
        money().recordRefund(Samples.CENTRE, "P1", "申请退款").orElseThrow();
        refunded.countDown();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofMillis(600))).isFalse();
        assertThat(away.calls.values()).containsExactly(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRefundAfterTheDeliveryIsRecordedAndTakesNothingBack() throws Exception {
        studentsPay(new Desk.Registry());
        CaptureRecord record = desk.captured("E1", "ok-1");
        pay(record, "P1").orElseThrow();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        money().recordRefund(Samples.CENTRE, "P1", "困难补助").orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(desk.record(record).payment()).isEmpty();
        assertThat(desk.tucai.capture().history(Samples.CENTRE, record.id()).orElseThrow().stream()
                        .map(HistoryEntry::event))
                .anyMatch(event -> event instanceof CaptureEvent.Refunded refunded
                        && refunded.reference().equals(Optional.of("P1")));
    }

    @Test
    void aStatementIsIssuedOnceAllOfTheSchoolsCaptureIsOver() {
        desk.captured("E1", "ok-1");
        for (String early : List.of("2024-03-18T09:00:00", "2024-04-03T17:59:59")) {
            desk.at(early);
            Refusal refusal = refusal();
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CAPTURE_OPEN);
            assertThat(refusal.en()).contains("2024-04-03 18:00");
            assertThat(refusal.zhCn()).contains("2024年4月3日 18:00");
        }
        DailyHours evening = new DailyHours(LocalTime.of(18, 0), LocalTime.of(20, 0));
        desk.tucai
                .schools()
                .grantArrangement(Samples.CENTRE, Samples.SCHOOL, WINDOW, evening, "x")
                .fold(done -> done, refused -> null);
        desk.tucai
                .schools()
                .grantArrangement(
                        Samples.CENTRE,
                        Samples.SCHOOL,
                        io.github.tucai.schedule.CaptureWindow.parse("2024-04-10..2024-04-11"),
                        evening,
                        "补拍")
                .orElseThrow();
        afterCapture();
        assertThat(refusal().en()).contains("2024-04-11 20:00");
        desk.at("2024-04-10T19:00:00");
        desk.captured("E2", "ok-2");
        desk.at("2024-04-11T20:00:00");
        assertThat(statement()).isEqualTo(2);
    }

    private Refusal refusal() {
        return money().issueStatement(Samples.CENTRE, Samples.SCHOOL)
                .fold(
                        done -> {
                            throw new AssertionError("was not refused");
                        },
                        refused -> refused);
    }

    @Test
    void aSchoolWhoseStudentsPayGetsNoStatementEver() {
        studentsPay(new Desk.Registry());
        desk.captured("E1", "ok-1");
        afterCapture();
        assertThat(refusal().reason()).isEqualTo(Refusal.Reason.STUDENTS_PAY);
    }

    @Test
    void aSchoolWithoutAWindowIsOverWithItsRegionAndOneOfAClosedRegionNeverBegan() {
        SchoolCode without = Samples.INSTITUTE;
        SchoolCode nowhere = new SchoolCode("NOWHERE");
        studentsPay(new Desk.Registry());
        desk.tucai
                .schools()
                .register(Samples.CENTRE, new School(without, "某研究所"), "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                .orElseThrow();
        desk.tucai
                .schools()
                .register(Samples.CENTRE, new School(nowhere, "某学院"), "mars", PaymentMode.SCHOOL_TRANSFER)
                .orElseThrow();
        assertThat(reason(money().issueStatement(Samples.CENTRE, without))).isEqualTo(Refusal.Reason.CAPTURE_OPEN);
        afterCapture();
        assertThat(money().issueStatement(Samples.CENTRE, without).orElseThrow().students())
                .isZero();
        assertThat(reason(money().issueStatement(Samples.CENTRE, nowhere))).isEqualTo(Refusal.Reason.REGION_CLOSED);
        assertThat(reason(money().issueStatement(Samples.CENTRE, new SchoolCode("99999"))))
                .isEqualTo(Refusal.Reason.UNKNOWN);
    }

    @Test
    void aStatementWaitsForPhotosThatAreToBeDecidedOn() {
        CaptureRecord doubtful = desk.captured("E1", "doubt-1");
        CaptureRecord suspected = desk.captured("E2", "ok-2");
        desk.tucai
                .capture()
                .suspectViolation(Samples.CENTRE, suspected.id(), present(suspected), "疑似翻拍")
                .orElseThrow();
        afterCapture();
        assertThat(refusal().reason()).isEqualTo(Refusal.Reason.IN_REVIEW);
        assertThat(refusal().en()).contains(": 2;");
        desk.decide(Samples.CENTRE, doubtful, ReviewOutcome.ACCEPTED, "正常").orElseThrow();
        confirm(suspected);
        assertThat(statement()).isEqualTo(1);
        assertThat(desk.record(doubtful).billed()).contains(Samples.SCHOOL);
        assertThat(desk.record(suspected).billed()).isEmpty();
    }

    @Test
    void whatTheRegistryRefusedIsNotBilledAndNotAskedFor() throws Exception {
        Desk.Registry refusing = new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                return new DeliveryOutcome.Refused("does-not-open", "no key");
            }
        };
        reopen(refusing);
        desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        afterCapture();
        assertThat(statement()).isZero();
    }

    @Test
    void whoWasLockedAtTheStatementAndIsClearedStandsOnTheNextOne() {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        desk.lock(one);
        afterCapture();
        assertThat(statement()).isEqualTo(1);
        assertThat(refusal().reason()).isEqualTo(Refusal.Reason.DONE_ALREADY);
        clear(one);
        assertThat(desk.record(one).billed()).isEmpty();
        Statement next = money().issueStatement(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(next.students()).isEqualTo(1);
        assertThat(next.number()).contains(2);
        assertThat(desk.record(one).billed()).contains(Samples.SCHOOL);
        assertThat(refusal().reason()).isEqualTo(Refusal.Reason.DONE_ALREADY);
        SchoolRecord school =
                desk.tucai.schools().school(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(school.open()).isEqualTo(Fee.of("30.00"));
        assertThat(money().recordTransfer(Samples.CENTRE, Samples.SCHOOL, new Payment(Fee.of("30.00"), "T1"))
                        .orElseThrow()
                        .status())
                .as("both statements at once")
                .isEqualTo(Booking.Status.MATCHED);
        assertThat(desk.record(two).billed()).contains(Samples.SCHOOL);
    }

    private void clear(CaptureRecord locked) {
        Actor.Centre other = new Actor.Centre("other");
        CaptureService capture = desk.tucai.capture();
        ImageDigest photo =
                desk.record(locked).violation().orElseThrow().photo().digest();
        capture.orderSecondLook(Samples.CENTRE, locked.id(), "学生申诉").orElseThrow();
        capture.evidence(other, locked.id(), photo).orElseThrow();
        capture.decideSecondLook(other, locked.id(), ReviewOutcome.ACCEPTED, "属实为现场拍摄")
                .orElseThrow();
    }

    @Test
    void whoseDeliveryWasRefusedAtTheStatementAndIsAcceptedStandsOnTheNextOne() throws Exception {
        boolean[] isRefusing = {true};
        reopen(new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                return isRefusing[0] ? new DeliveryOutcome.Refused("does-not-open", "no key") : super.deliver(bundle);
            }
        });
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        afterCapture();
        assertThat(statement()).isZero();
        isRefusing[0] = false;
        desk.tucai
                .delivery()
                .resend(Samples.CENTRE, record.id(), ProductChoice.SAME, "密钥已补")
                .orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(statement()).isEqualTo(1);
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        assertThat(refusal().reason()).isEqualTo(Refusal.Reason.DONE_ALREADY);
    }

    @Test
    void whoIsClearedAndErasedBetweenTwoStatementsCountsAsANumber() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        desk.lock(record);
        afterCapture();
        assertThat(statement()).isEqualTo(1);
        clear(record);
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        assertThat(statement()).isEqualTo(1);
        assertThat(refusal().reason()).isEqualTo(Refusal.Reason.DONE_ALREADY);
    }

    @Test
    void aStatementTellsHowManyRecordsItLeavesOutAndTheNextOneCountsThem() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        execute("update event set type = 'Unheard' where type = 'ConsentGiven' and stream = '" + record.id() + "'");
        afterCapture();
        Statement first = money().issueStatement(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(first.students()).isEqualTo(1);
        assertThat(first.unreadable()).contains(1);
        execute("update event set type = 'ConsentGiven' where type = 'Unheard'");
        Statement second =
                money().issueStatement(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(second.students()).isEqualTo(1);
        assertThat(second.unreadable()).contains(0);
    }

    @Test
    void theErasedCountAsANumberAndOnce() throws Exception {
        CaptureRecord before = desk.captured("E1", "ok-1");
        CaptureRecord never = desk.captured("E2", "bad-2");
        CaptureRecord after = desk.captured("E3", "ok-3");
        desk.tucai.protection().erase(Samples.SYSTEM, before.id()).orElseThrow();
        desk.tucai.protection().erase(Samples.CENTRE, never.id()).orElseThrow();
        afterCapture();
        assertThat(statement()).isEqualTo(2);
        desk.tucai.protection().erase(Samples.CENTRE, after.id()).orElseThrow();
        SchoolRecord school =
                desk.tucai.schools().school(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(school.statement().orElseThrow().students()).isEqualTo(2);
        assertThat(school.erasedBeforeStatement()).isEqualTo(1);
        assertThat(count("event where type = 'ErasedCounted'")).isEqualTo(1);
    }

    @Test
    void whoIsCountedStaysCountedAndPaysNothing() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        afterCapture();
        assertThat(statement()).isEqualTo(1);
        desk.lock(record);
        assertThat(desk.record(record).billed()).contains(Samples.SCHOOL);
        assertThat(pay(record, "P1").orElseThrow().reason()).contains(UnmatchedReason.SCHOOL_PAYS);
        assertThat(money().recordTransfer(Samples.CENTRE, Samples.SCHOOL, fee("T1"))
                        .orElseThrow()
                        .status())
                .isEqualTo(Booking.Status.MATCHED);
        assertThat(money().recordTransfer(Samples.CENTRE, Samples.SCHOOL, fee("T2"))
                        .orElseThrow()
                        .reason())
                .as("more than is open")
                .contains(UnmatchedReason.WRONG_AMOUNT);
        assertThat(reason(money().recordTransfer(Samples.CENTRE, Samples.SCHOOL, fee("T1"))))
                .isEqualTo(Refusal.Reason.PAID_ALREADY);
    }

    @Test
    void paymentsOfAnOlderVersionAreEnteredAtTheStart() throws Exception {
        studentsPay(new Desk.Registry());
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        pay(one, "P1").orElseThrow();
        desk.at("2024-03-18T09:00:01");
        pay(two, "P2").orElseThrow();
        forgetRows();
        pay(two, "P1").orElseThrow();
        money().recordRefund(Samples.CENTRE, "P1", "x").orElseThrow();
        forgetRows();
        studentsPay(new Desk.Registry());
        assertThat(reason(pay(one, "P1"))).isEqualTo(Refusal.Reason.PAID_ALREADY);
        assertThat(reason(pay(one, "P2"))).isEqualTo(Refusal.Reason.REFERENCE_USED);
        Takings filled = takings();
        execute("delete from payment_booking_filled");
        studentsPay(new Desk.Registry());
        assertThat(takings()).as("entered again, nothing changes").isEqualTo(filled);
        assertThat(count("payment_booking_filled")).isEqualTo(1);
    }

    @Test
    void aDamagedStreamOfAnOlderVersionStopsNoStartAndIsEnteredOnceItIsMended() throws Exception {
        studentsPay(new Desk.Registry());
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        pay(one, "P1").orElseThrow();
        pay(two, "P2").orElseThrow();
        forgetRows();
        execute("update event set type = 'Unheard' where type = 'ConsentGiven' and stream = '" + one.id() + "'");
        studentsPay(new Desk.Registry());
        assertThat(reason(pay(two, "P2"))).isEqualTo(Refusal.Reason.PAID_ALREADY);
        assertThat(takings().total()).isEqualTo(Fee.OF_THE_NOTICE);
        execute("update event set type = 'ConsentGiven' where type = 'Unheard'");
        studentsPay(new Desk.Registry());
        assertThat(reason(pay(two, "P1"))).isEqualTo(Refusal.Reason.REFERENCE_USED);
        assertThat(takings().total()).isEqualTo(Fee.of("30.00"));
        assertThat(count("payment_booking_filled where campaign = 'paid-first'"))
                .isEqualTo(1);
    }

    @Test
    void nothingIsAskedOfWhomNoCodeWasPresentedFor() {
        studentsPay(new Desk.Registry());
        CaptureRecord granted = desk.tucai
                .schools()
                .grantArrangement(
                        Samples.CENTRE,
                        Samples.SCHOOL,
                        new io.github.tucai.graduate.EnrolmentNumber("E1"),
                        io.github.tucai.schedule.CaptureWindow.parse("2024-04-10..2024-04-11"),
                        DailyHours.OF_THE_NOTICE,
                        "补拍")
                .orElseThrow();
        assertThat(reason(money().asked(Samples.CENTRE, granted.id()))).isEqualTo(Refusal.Reason.NOT_PAYABLE);
    }

    private void forgetRows() throws Exception {
        execute("delete from payment_booking");
        execute("delete from payment_booking_filled where campaign = 'paid-first'");
    }
}
