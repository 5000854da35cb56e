package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresTucaiTest extends TucaiTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }

    @Test
    void aServerThatEndsEveryConnectionInTheMiddleOfDeliveriesLosesNone() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        CountDownLatch ended = new CountDownLatch(1);
        Desk.Registry registry = new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                if (first.getAndSet(false)) {
                    endConnections(desk.dataSource);
                    ended.countDown();
                }
                return super.deliver(bundle);
            }
        };
        reopen(registry);
        List<CaptureRecord> records = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            records.add(desk.captured("E" + i, "ok-" + i));
        }
        desk.tucai.startDelivery();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(30))).isTrue();
        assertThat(records).extracting(record -> desk.record(record).state()).containsOnly(CaptureState.DELIVERED);
        assertThat(registry.valid).containsOnlyKeys("E1", "E2", "E3", "E4");
    }

    private static void endConnections(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = current_setting('application_name') and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
