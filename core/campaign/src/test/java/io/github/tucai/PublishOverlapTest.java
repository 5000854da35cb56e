package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.ImageDigest;
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

    /** Which of the two is held before it commits. */
    private enum Order {
        OTHER_FIRST,
        PUBLISHING_FIRST
    }

    /** What happens to the photo. */
    private enum Other {
        RESET,
        SUSPECT
    }

    private void openHeld() {
        pool = Desk.dataSource(url);
        held = new HeldCommits();
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
        openHeld();
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        // Publishing comes to the first one first, and is held there.
        CaptureRecord record = one.id().compareTo(two.id()) < 0 ? one : two;
        CaptureRecord stays = record == one ? two : one;
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
        // A photo that is reset once it is published may be so before the round is counted.
        assertThat(photos)
                .isBetween(
                        order == Order.OTHER_FIRST || what == Other.RESET ? 1 : 2, order == Order.OTHER_FIRST ? 1 : 2);
        assertThat(desk.record(stays).publishedInRound()).contains(1);
        return desk.record(record);
    }

    private Outcome<ProofingRound> publish() {
        return desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL);
    }

    private Outcome<CaptureRecord> happens(CaptureRecord record, Other what) {
        ImageDigest photo = record.accepted().orElseThrow().digest();
        return what == Other.RESET
                ? desk.tucai.capture().reset(Samples.ADMINISTRATOR, record.id(), photo, "闭眼")
                : desk.tucai.capture().suspectViolation(Samples.CENTRE, record.id(), photo, "疑似翻拍");
    }
}
