package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Takings;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two at once, in both orders; the first is held right before its commit while the second comes. */
@Clause({"N3.3", "N3.4"})
class PaymentOverlapTest extends WithMoney {
    private final HeldCommits commits = new HeldCommits();
    private DataSource pool;

    private void open(PaymentMode mode) {
        pool = Desk.dataSource(url);
        open(mode, commits.over(pool), new Desk.Registry());
    }

    @AfterEach
    void dispose() {
        if (pool instanceof org.h2.jdbcx.JdbcConnectionPool h2) {
            desk.close();
            h2.dispose();
        }
    }

    private <A, B> HeldCommits.Overlap<A, B> overlap(Callable<A> first, Callable<B> second) throws Exception {
        HeldCommits.Overlap<A, B> overlap = commits.overlap(first, second);
        assertThat(overlap.secondWaited())
                .as("the second waits until the first is through")
                .isTrue();
        return overlap;
    }

    @Test
    void ofTwoStudentsWhoClaimOnePaymentTheFirstHasIt() throws Exception {
        open(PaymentMode.STUDENT_ONLINE);
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        var both = overlap(() -> pay(one, "P1"), () -> pay(two, "P1"));
        assertThat(both.first().orElseThrow().status()).isEqualTo(Booking.Status.MATCHED);
        assertThat(reason(both.second())).isEqualTo(Refusal.Reason.REFERENCE_USED);
        assertThat(desk.record(two).payment()).isEmpty();
        assertThat(takings()).isEqualTo(new Takings(Fee.OF_THE_NOTICE, Fee.ZERO, Fee.ZERO));
    }

    @Test
    void aSchoolsTransferAfterAStudentsPaymentIsRefusedTheReference() throws Exception {
        open(PaymentMode.STUDENT_ONLINE);
        CaptureRecord one = desk.captured("E1", "ok-1");
        var both = overlap(() -> pay(one, "P1"), this::transfer);
        assertThat(reason(both.second())).isEqualTo(Refusal.Reason.REFERENCE_USED);
    }

    @Test
    void aStudentsPaymentAfterASchoolsTransferIsRefusedTheReference() throws Exception {
        open(PaymentMode.STUDENT_ONLINE);
        CaptureRecord one = desk.captured("E1", "ok-1");
        var both = overlap(this::transfer, () -> pay(one, "P1"));
        assertThat(both.first().orElseThrow().reason()).contains(UnmatchedReason.STUDENTS_PAY);
        assertThat(reason(both.second())).isEqualTo(Refusal.Reason.REFERENCE_USED);
    }

    private Outcome<Booking> transfer() {
        return money().recordTransfer(Samples.CENTRE, Samples.SCHOOL, fee("P1"));
    }

    @Test
    void whatIsGivenBackTwiceAtOnceIsGivenBackOnce() throws Exception {
        open(PaymentMode.STUDENT_ONLINE);
        CaptureRecord one = desk.captured("E1", "ok-1");
        pay(one, "P1").orElseThrow();
        Callable<Outcome<Booking>> refund = () -> money().recordRefund(Samples.CENTRE, "P1", "重复");
        var both = overlap(refund, refund);
        assertThat(both.first().orElseThrow().status()).isEqualTo(Booking.Status.REFUNDED);
        assertThat(reason(both.second())).isEqualTo(Refusal.Reason.DONE_ALREADY);
    }

    @Test
    void aPaymentAfterASuspicionIsKept() throws Exception {
        open(PaymentMode.STUDENT_ONLINE);
        CaptureRecord one = desk.captured("E1", "ok-1");
        var both = overlap(() -> suspect(one), () -> pay(one, "P1"));
        assertThat(both.second().orElseThrow().reason()).contains(UnmatchedReason.IN_REVIEW);
    }

    @Test
    void aSuspicionAfterAPaymentLeavesItPaid() throws Exception {
        open(PaymentMode.STUDENT_ONLINE);
        CaptureRecord one = desk.captured("E1", "ok-1");
        var both = overlap(() -> pay(one, "P1"), () -> suspect(one));
        assertThat(both.first().orElseThrow().status()).isEqualTo(Booking.Status.MATCHED);
        assertThat(both.second().orElseThrow().payment()).contains(fee("P1"));
        assertThat(desk.record(one).mayDeliver(1)).isFalse();
    }

    private Outcome<CaptureRecord> lock(CaptureRecord record) {
        return desk.tucai.capture().confirmViolation(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "翻拍");
    }

    @Test
    void aPhotoAcceptedBeforeTheStatementIsCounted() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        CaptureRecord one = desk.captured("E1", "doubt-1");
        desk.tucai
                .capture()
                .evidence(Samples.CENTRE, one.id(), Desk.digest("doubt-1"))
                .orElseThrow();
        afterCapture();
        var both = overlap(() -> decide(one, ReviewOutcome.ACCEPTED), this::statement);
        assertThat(both.second()).isEqualTo(1);
        assertThat(desk.record(one).billed()).contains(Samples.SCHOOL);
    }

    @Test
    void aSuspicionBeforeTheStatementStopsIt() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        CaptureRecord one = desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(() -> suspect(one), () -> money().issueStatement(Samples.CENTRE, Samples.SCHOOL));
        assertThat(reason(both.second())).isEqualTo(Refusal.Reason.IN_REVIEW);
    }

    @Test
    void aSuspicionAfterTheStatementChangesNothingOfIt() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        CaptureRecord one = desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(this::statement, () -> suspect(one));
        assertThat(both.first()).isEqualTo(1);
        assertThat(both.second().orElseThrow().billed()).contains(Samples.SCHOOL);
    }

    @Test
    void daysThatAreGrantedBeforeTheStatementPutItOff() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(this::grant, () -> money().issueStatement(Samples.CENTRE, Samples.SCHOOL));
        assertThat(reason(both.second())).isEqualTo(Refusal.Reason.CAPTURE_OPEN);
    }

    @Test
    void daysThatAreGrantedAfterTheStatementChangeNothingOfIt() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(this::statement, this::grant);
        assertThat(both.first()).isEqualTo(1);
        both.second().orElseThrow();
    }

    private Outcome<SchoolRecord> grant() {
        return desk.tucai
                .schools()
                .grantArrangement(
                        Samples.CENTRE,
                        Samples.SCHOOL,
                        CaptureWindow.parse("2024-04-10..2024-04-11"),
                        DailyHours.OF_THE_NOTICE,
                        "补拍");
    }

    @Test
    void aTransferBeforeTheStatementIsKept() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(this::transfer, this::statement);
        assertThat(both.first().orElseThrow().reason()).contains(UnmatchedReason.NO_STATEMENT);
        assertThat(both.second()).isEqualTo(1);
    }

    @Test
    void aTransferAfterTheStatementPaysIt() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(this::statement, this::transfer);
        assertThat(both.second().orElseThrow().status()).isEqualTo(Booking.Status.MATCHED);
    }

    private Outcome<CaptureRecord> suspect(CaptureRecord record) {
        return desk.tucai.capture().suspectViolation(Samples.CENTRE, record.id(), Desk.digest("ok-1"), "疑似翻拍");
    }

    private Outcome<CaptureRecord> decide(CaptureRecord record, ReviewOutcome outcome) {
        return desk.tucai.capture().decideReview(Samples.CENTRE, record.id(), Desk.digest("doubt-1"), outcome, "审核");
    }

    @Test
    void aViolationBeforeTheStatementIsNotCounted() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        CaptureRecord one = desk.captured("E1", "ok-1");
        desk.suspectAndLook(one);
        afterCapture();
        assertThat(overlap(() -> lock(one), this::statement).second()).isZero();
    }

    @Test
    void whoIsErasedBeforeTheStatementIsCountedAsANumber() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        CaptureRecord one = desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(() -> desk.tucai.protection().erase(Samples.CENTRE, one.id()), this::statement);
        assertThat(both.second()).isEqualTo(1);
        assertThat(count("event where type = 'ErasedCounted'")).isEqualTo(1);
        assertThat(count("event where type = 'Billed'")).isZero();
    }

    @Test
    void whoIsErasedAfterTheStatementIsCountedInItAndNotAgain() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        CaptureRecord one = desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(this::statement, () -> desk.tucai.protection().erase(Samples.CENTRE, one.id()));
        assertThat(both.first()).isEqualTo(1);
        both.second().orElseThrow();
        assertThat(count("event where type = 'ErasedCounted'")).isZero();
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    void ofTwoStatementsAtOnceOneIsIssued() throws Exception {
        open(PaymentMode.SCHOOL_TRANSFER);
        CaptureRecord one = desk.captured("E1", "ok-1");
        afterCapture();
        var both = overlap(this::statement, () -> money().issueStatement(Samples.CENTRE, Samples.SCHOOL));
        assertThat(both.first()).isEqualTo(1);
        assertThat(reason(both.second())).isEqualTo(Refusal.Reason.DONE_ALREADY);
        assertThat(count("event where type = 'Billed' and stream = '" + one.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void sixtyFourClaimsOfOnePaymentBookItOnce() throws Exception {
        open(PaymentMode.STUDENT_ONLINE);
        List<CaptureRecord> records = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            records.add(desk.captured("E" + i, "ok-" + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(64);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Outcome<Booking>>> claims = new ArrayList<>();
        for (CaptureRecord record : records) {
            claims.add(threads.submit(() -> {
                start.await();
                return pay(record, "P1");
            }));
        }
        start.countDown();
        int booked = 0;
        for (Future<Outcome<Booking>> claim : claims) {
            Outcome<Booking> outcome = claim.get(60, TimeUnit.SECONDS);
            booked += outcome.fold(done -> 1, refusal -> {
                assertThat(refusal.reason()).isEqualTo(Refusal.Reason.REFERENCE_USED);
                return 0;
            });
        }
        threads.shutdown();
        assertThat(booked).isEqualTo(1);
        assertThat(takings().total()).isEqualTo(Fee.OF_THE_NOTICE);
    }
}
