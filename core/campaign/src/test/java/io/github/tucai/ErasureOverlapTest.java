package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.contract.Clause;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Takings;
import io.github.tucai.payment.UnmatchedReason;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody is erased while something happens to them: it comes wholly before or wholly after. */
@Clause({"N0.3", "N3.4"})
class ErasureOverlapTest extends WithMoney {
    private DataSource pool;
    private HeldCommits held;

    /** Which of the two is held, and where. */
    private enum Order {
        OTHER_FIRST,
        ERASURE_FIRST,
        /** It has read all it needs and written nothing of the chain yet. */
        AMID_ERASURE
    }

    private void open(Order order) {
        pool = Desk.dataSource(url);
        held = order == Order.AMID_ERASURE ? HeldCommits.before("delete from stream_key") : new HeldCommits();
        open(PaymentMode.STUDENT_ONLINE, held.over(pool), new Desk.Registry());
    }

    @AfterEach
    void dispose() {
        if (pool instanceof JdbcConnectionPool h2) {
            desk.close();
            h2.dispose();
        }
    }

    /** What came of the other one. */
    private <T> Outcome<T> overlapped(Order order, RecordId id, Callable<Outcome<T>> other) throws Exception {
        Callable<Outcome<RecordId>> erase = () -> desk.tucai.protection().erase(Samples.CENTRE, id);
        if (order == Order.OTHER_FIRST) {
            HeldCommits.Overlap<Outcome<T>, Outcome<RecordId>> both = held.overlap(other, erase);
            both.second().orElseThrow();
            assertThat(both.secondWaited()).isTrue();
            return both.first();
        }
        HeldCommits.Overlap<Outcome<RecordId>, Outcome<T>> both = held.overlap(erase, other);
        both.first().orElseThrow();
        assertThat(both.secondWaited()).isTrue();
        return both.second();
    }

    private void assertNothingIsLeft() throws Exception {
        for (String table : new String[] {
            "kept_photo",
            "photo_to_erase",
            "handed_in_photo",
            "delivery",
            "to_seal",
            "stream_key k join stream s" + " on s.id = k.stream and s.kind = 'capture'"
        }) {
            assertThat(count(table)).as(table).isZero();
        }
        try (var photos = SweepTest.vault(folder).list()) {
            assertThat(photos).isEmpty();
        }
        assertThat(AuditLog.verify(pool).faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofAPhotoThatIsHandedInNothingIsLeft(Order order) throws Exception {
        open(order);
        CaptureSession session = desk.session("E1");
        Outcome<PhotoAnswer> handedIn = overlapped(order, session.record(), () -> desk.tucai
                .capture()
                .handIn(session.student(), session, Desk.photo("ok-1")));
        if (order == Order.OTHER_FIRST) {
            handedIn.orElseThrow();
        } else {
            assertThat(reason(handedIn)).isEqualTo(Refusal.Reason.UNKNOWN);
        }
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void ofAPhotoThatAPersonAcceptsNothingIsLeft(Order order) throws Exception {
        open(order);
        CaptureRecord record = desk.captured("E1", "doubt-1");
        desk.tucai
                .capture()
                .evidence(Samples.CENTRE, record.id(), Desk.digest("doubt-1"))
                .orElseThrow();
        Outcome<CaptureRecord> accepted = overlapped(order, record.id(), () -> desk.tucai
                .capture()
                .decideReview(Samples.CENTRE, record.id(), Desk.digest("doubt-1"), ReviewOutcome.ACCEPTED, "正常"));
        if (order == Order.OTHER_FIRST) {
            accepted.orElseThrow();
        } else {
            assertThat(reason(accepted)).isEqualTo(Refusal.Reason.UNKNOWN);
        }
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatComesIsBookedAndCanGoBackOnce(Order order) throws Exception {
        open(order);
        CaptureRecord record = desk.captured("E1", "ok-1");
        Booking booked = overlapped(order, record.id(), () -> pay(record, "P1")).orElseThrow();
        boolean isBefore = order == Order.OTHER_FIRST;
        assertThat(booked.status()).isEqualTo(isBefore ? Booking.Status.MATCHED : Booking.Status.UNMATCHED);
        assertThat(money().unmatched(Samples.CENTRE).orElseThrow()).hasSize(isBefore ? 0 : 1);
        assertGoesBackOnce("P1");
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatNobodyAskedForIsListedWherePeopleLook(Order order) throws Exception {
        open(order);
        CaptureRecord record = desk.captured("E1", "bad-1");
        overlapped(order, record.id(), () -> pay(record, "P1")).orElseThrow();
        assertThat(money().unmatched(Samples.CENTRE).orElseThrow())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains(UnmatchedReason.ERASED));
        assertThat(takings()).isEqualTo(new Takings(Fee.ZERO, Fee.OF_THE_NOTICE, Fee.ZERO));
        assertGoesBackOnce("P1");
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatGoesBackGoesBackOnce(Order order) throws Exception {
        open(order);
        CaptureRecord record = desk.captured("E1", "bad-1");
        pay(record, "P1").orElseThrow();
        overlapped(order, record.id(), () -> money().recordRefund(Samples.CENTRE, "P1", "退回"))
                .orElseThrow();
        assertThat(takings()).isEqualTo(new Takings(Fee.ZERO, Fee.ZERO, Fee.OF_THE_NOTICE));
        assertThat(money().unmatched(Samples.CENTRE).orElseThrow()).isEmpty();
        assertThat(reason(money().recordRefund(Samples.CENTRE, "P1", "退回"))).isEqualTo(Refusal.Reason.DONE_ALREADY);
    }

    private void assertGoesBackOnce(String reference) {
        assertThat(money().recordRefund(Samples.CENTRE, reference, "退回")
                        .orElseThrow()
                        .status())
                .isEqualTo(Booking.Status.REFUNDED);
        assertThat(reason(money().recordRefund(Samples.CENTRE, reference, "退回")))
                .isEqualTo(Refusal.Reason.DONE_ALREADY);
        assertThat(takings()).isEqualTo(new Takings(Fee.ZERO, Fee.ZERO, Fee.OF_THE_NOTICE));
    }
}
