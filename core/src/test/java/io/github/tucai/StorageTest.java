package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.Outcome;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.schedule.Campaign;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {
    @TempDir
    private Path folder;

    private String url = "";

    private Desk desk;

    /** Where to keep the campaign: in a file of H2, unless a subclass says otherwise. */
    String newUrl() {
        return Desk.h2Url(folder);
    }

    @BeforeEach
    void open() {
        url = newUrl();
        desk = Desk.open(url, folder, new Desk.Registry());
    }

    @AfterEach
    void close() {
        // A skipped test opened none.
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void aRecordReadsBackEqual() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        assertThat(desk.record(record)).isEqualTo(record);
    }

    @Test
    void theDatabaseNamesNoStudent() throws SQLException {
        desk.captured("ENROLMENT-77", "ok-1");
        List<String> dump = dump();
        assertThat(dump)
                .noneMatch(line -> line.contains("ENROLMENT-77") || line.contains("李**") || line.contains("123X"));
        assertThat(dump).anyMatch(line -> line.contains("CodePresented"));
    }

    @Test
    void aDatabaseThatIsNotOursIsNoAuditLog() {
        assertThatThrownBy(() -> AuditLog.verify(Desk.dataSource(Desk.h2Url(folder.resolve("empty")))))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("was it made by this library");
    }

    @Test
    void twoCampaignsShareADatabaseAndDeliverTheirOwn() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        Desk.Registry other = new Desk.Registry();
        try (Tucai second = Tucai.builder()
                .campaign(Campaign.builder("other", 2024)
                        .region(Samples.CAMPAIGN.region("xuzhou").orElseThrow())
                        .account(Samples.CAMPAIGN.account())
                        .build())
                .dataSource(desk.dataSource)
                .keyEncryptionKey("test", Desk.KEK)
                .photos(folder, "photos", Desk.KEK)
                .checker((photo, stage, declarations) -> {
                    throw new AssertionError("nothing is checked here");
                })
                .finisher(desk.finisher())
                .decoder(desk.decoder())
                .sealer(desk.sealer())
                .transport(other)
                .outboxPolicy(Desk.IMPATIENT)
                .build()) {
            second.startDelivery();
            assertThat(second.delivery().awaitIdle(Duration.ofSeconds(5))).isTrue();
            assertThat(second.capture().record(Samples.CENTRE, record.id())).isInstanceOf(Outcome.Refused.class);
            desk.tucai.startDelivery();
            assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(other.calls).isEmpty();
        assertThat(desk.registry.calls).hasSize(1);
    }

    @Test
    void anUntouchedLogHolds() {
        desk.captured("E1", "ok-1");
        desk.captured("E2", "bad-2");
        AuditLog.Report report = AuditLog.verify(desk.dataSource);
        assertThat(report.holds()).isTrue();
        assertThat(report.streams()).isEqualTo(3);
        assertThat(report.events()).isEqualTo(3 + 5 + 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set actor = 'centre:x' where sequence = 2",
                "update event set happened = '2024-03-18T01:00:01Z' where sequence = 2",
                "update event set type = 'Unlocked' where sequence = 2",
                "update event set payload = (select e.payload from event e where e.stream = event.stream and e.sequence = 1) where sequence = 2",
                "update event set algorithm = 'none' where sequence = 2",
                "delete from event where sequence = 2",
                "delete from event where sequence = 5",
                "delete from stream where kind = 'capture'",
                "update event set sequence = sequence + 10 where sequence = 3"
            })
    void aLogThatSomebodyTouchedDoesNotHold(String touch) throws SQLException {
        desk.captured("E1", "ok-1");
        execute(touch);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isFalse();
    }

    @Test
    void aRecordWhoseKeyWasErasedIsGoneAndItsChainStillHolds() throws SQLException {
        CaptureRecord record = desk.captured("E1", "ok-1");
        execute("delete from stream_key where stream = '" + record.id() + "'");
        assertThat(desk.tucai.capture().record(Samples.CENTRE, record.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    @Test
    void anotherKeyEncryptionKeyOpensNothing() {
        byte[] other = Desk.KEK.clone();
        other[0] ^= 1;
        assertThatThrownBy(() -> new Desk(
                        desk.dataSource, folder, desk.registry, builder -> builder.keyEncryptionKey("test", other)))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("does not decrypt");
    }

    @Test
    void manyAtOnceOnOneRecordLoseNothing() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(pool.submit(() -> desk.present("E1").orElseThrow()));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        List<CaptureRecord> records =
                desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(records).hasSize(1);
        assertThat(records.get(0).events()).isEqualTo(8);
        assertThat(records.get(0).session().orElseThrow().number()).isEqualTo(8);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    /** Every value of every table of ours, bytes as Latin letters. */
    private List<String> dump() throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of("stream", "stream_key", "service_key", "event", "delivery", "scheduled_tasks")) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            values.add(
                                    rows.getObject(i) instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                                            : String.valueOf(rows.getObject(i)));
                        }
                    }
                }
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
