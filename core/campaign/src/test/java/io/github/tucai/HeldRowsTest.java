package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody holds a row longer than H2 waits for it: what needs it is done all the same, once. */
class HeldRowsTest extends WithDesk {
    /** H2 waits two seconds. */
    private static final long LONGER_MILLIS = 2_600;

    private final ExecutorService pool = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"delivery", "withdrawal", "unanswered_delivery", "handed_in_photo", "kept_photo", "stream_key"})
    void aRecordIsErasedThoughItsRowsAreHeldMeanwhile(String table) throws Exception {
        CaptureRecord record = lockedAfterDelivery();
        Future<?> held = hold(table, record);
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        held.get(20, TimeUnit.SECONDS);
        assertThat(reason(desk.tucai.capture().record(Samples.CENTRE, record.id())))
                .isEqualTo(io.github.tucai.answer.Refusal.Reason.UNKNOWN);
    }

    private CaptureRecord lockedAfterDelivery() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        desk.tucai.close();
        desk.lock(record);
        execute(
                "insert into unanswered_delivery (stream, version, campaign, delivery_key, since_millis, due_millis, looks)"
                        + " values ('" + record.id() + "', 1, '" + Samples.CAMPAIGN.id() + "', '"
                        + record.delivery().orElseThrow().key().value() + "', 0, 0, 0)");
        return record;
    }

    @Test
    void anAnswerIsRecordedThoughTheRowIsHeldAndNothingIsSentTwice() throws Exception {
        CaptureRecord[] record = new CaptureRecord[1];
        Desk.Registry registry = new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                DeliveryOutcome outcome = super.deliver(bundle);
                hold("delivery", record[0]);
                return outcome;
            }
        };
        reopen(registry);
        record[0] = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(30))).isTrue();
        assertThat(desk.record(record[0]).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(registry.calls.values()).containsExactly(1);
    }

    /** Returns once the rows are held. */
    private Future<?> hold(String table, CaptureRecord record) {
        CountDownLatch isHeld = new CountDownLatch(1);
        Future<?> holder = pool.submit(() -> {
            try (Connection connection = desk.dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.executeQuery("select * from " + table + " where stream = '" + record.id() + "' for update");
                isHeld.countDown();
                Thread.sleep(LONGER_MILLIS);
                connection.rollback();
            }
            return true;
        });
        try {
            assertThat(isHeld.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return holder;
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
