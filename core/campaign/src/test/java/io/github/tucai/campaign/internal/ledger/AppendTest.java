package io.github.tucai.campaign.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.campaign.internal.audit.AuditChain;
import io.github.tucai.campaign.internal.audit.AuditSuites;
import io.github.tucai.campaign.internal.audit.JdkAuditSuite;
import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.capture.SchoolEvent;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two connections that append to one stream at the same time. */
class AppendTest {
    private static final String STREAM = "s";
    private static final Instant NOW = Instant.parse("2024-03-18T01:00:00Z");

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final EventStore<SchoolEvent> store = new EventStore<>(
            "school",
            SchoolEvent.class,
            "test",
            new Ciphers(new SecureRandom()),
            new KeyWrap(new Ciphers(new SecureRandom()), new Kek("k", Ciphers.key(new byte[32])), List.of()),
            new BlindIndex(Ciphers.key(new byte[32])),
            new JdkAuditSuite());

    @TempDir
    private Path folder;

    private Jdbi jdbi;

    DataSource newDataSource() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + folder.resolve("db") + ";WRITE_DELAY=0");
        return h2;
    }

    @BeforeEach
    void open() {
        DataSource dataSource = newDataSource();
        Database.open(dataSource).inTransaction(handle -> {
            store.create(handle, STREAM, "S", "10290");
            return STREAM;
        });
        jdbi = Jdbi.create(dataSource);
    }

    @AfterEach
    void close() {
        other.shutdownNow();
    }

    @Test
    void whoCommitsFirstWinsAndTheOtherIsToldAndAppendsAfterIt() throws Exception {
        try (Handle first = jdbi.open()) {
            first.begin();
            append(first, 0, 1);
            Future<?> second = other.submit(() -> jdbi.useTransaction(handle -> append(handle, 0, 2)));
            waitUntilItWaits();
            first.commit();
            assertThatThrownBy(second::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ConcurrentChangeException.class)
                    .hasMessageContaining("changed meanwhile");
        }
        jdbi.useTransaction(handle -> append(handle, 1, 2));
        assertThat(stored()).containsExactly(1, 2);
        assertThat(faults()).isEmpty();
    }

    @Test
    void whoComesSecondWinsWhenTheFirstGivesUp() throws Exception {
        try (Handle first = jdbi.open()) {
            first.begin();
            append(first, 0, 1);
            Future<?> second = other.submit(() -> jdbi.useTransaction(handle -> append(handle, 0, 2)));
            waitUntilItWaits();
            first.rollback();
            second.get();
        }
        assertThat(stored()).containsExactly(2);
        assertThat(faults()).isEmpty();
    }

    @Test
    void ofTwoWhoCreateTheSameStreamOneWins() {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> store.create(handle, "t", "S", "10290")))
                .isInstanceOf(ConcurrentChangeException.class);
    }

    /** The other's insert has to meet the first's row while that is not committed; both outcomes hold if it does not. */
    private static void waitUntilItWaits() throws InterruptedException {
        Thread.sleep(200);
    }

    private void append(Handle handle, int after, int heads) {
        store.append(handle, STREAM, after, List.of(new SchoolEvent.ExpectedSet(NOW, heads)), NOW, "test");
    }

    private List<String> faults() {
        return jdbi.withHandle(handle -> AuditChain.verify(handle, AuditSuites.of(List.of()), List.of(), List.of()))
                .faults();
    }

    private List<Integer> stored() {
        return jdbi.withHandle(handle -> store.read(handle, STREAM)).stream()
                .map(stored -> ((SchoolEvent.ExpectedSet) stored.event()).graduates())
                .toList();
    }
}
