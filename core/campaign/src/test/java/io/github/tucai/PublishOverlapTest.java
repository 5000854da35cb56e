package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.proofing.ProofingRound;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A photo is reset or suspected while its school is published: it comes wholly before or wholly after. */
@Clause("N2.4a")
class PublishOverlapTest extends WithMoney {
    private DataSource pool;
    private HeldCommits held;

    /** Which of the two is held, and where. */
    private enum Order {
        OTHER_FIRST,
        PUBLISHING_FIRST,
        /** It has counted the photos and published none yet. */
        AMID_PUBLISHING
    }

    /** What happens to the photo. */
    private enum Other {
        RESET,
        SUSPECT
    }

    private void open(Order order) {
        pool = Desk.dataSource(url);
        held = order == Order.AMID_PUBLISHING ? HeldCommits.before("insert into event") : new HeldCommits();
        open(PaymentMode.SCHOOL_TRANSFER, held.over(pool), new Desk.Registry());
    }

    @AfterEach
    void dispose() {
        if (pool instanceof JdbcConnectionPool h2) {
            desk.close();
            h2.dispose();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetPhotoIsPublishedBeforeOrNotAtAll(Order order) throws Exception {
        CaptureRecord after = overlapped(order, Other.RESET);
        assertThat(after.accepted()).isEmpty();
        assertThat(after.publishedInRound()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSuspectedPhotoIsPublishedBeforeOrNotAtAll(Order order) throws Exception {
        CaptureRecord after = overlapped(order, Other.SUSPECT);
        assertThat(after.suspicion()).isPresent();
        assertThat(after.publishedInRound().isPresent()).isEqualTo(order != Order.OTHER_FIRST);
    }

    private CaptureRecord overlapped(Order order, Other what) throws Exception {
        open(order);
        CaptureRecord record = desk.captured("E1", "ok-1");
        CaptureRecord stays = desk.captured("E2", "ok-2");
        int photos;
        if (order == Order.OTHER_FIRST) {
            var both = held.overlap(() -> happens(record, what), this::publish);
            assertThat(both.secondWaited()).isTrue();
            both.first().orElseThrow();
            photos = both.second().orElseThrow().photos();
        } else {
            var both = held.overlap(this::publish, () -> happens(record, what));
            assertThat(both.secondWaited()).isTrue();
            both.second().orElseThrow();
            photos = both.first().orElseThrow().photos();
        }
        assertThat(photos).isEqualTo(order == Order.OTHER_FIRST ? 1 : 2);
        assertThat(desk.record(stays).publishedInRound()).contains(1);
        return desk.record(record);
    }

    private Outcome<ProofingRound> publish() {
        return desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL);
    }

    private Outcome<CaptureRecord> happens(CaptureRecord record, Other what) {
        return what == Other.RESET
                ? desk.tucai.capture().reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼")
                : desk.tucai.capture().suspectViolation(Samples.CENTRE, record.id(), Desk.digest("ok-1"), "疑似翻拍");
    }
}
