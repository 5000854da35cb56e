package io.github.tucai.campaign.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.ledger.ChainLink;
import io.github.tucai.campaign.internal.ledger.EventJson;
import io.github.tucai.campaign.internal.ledger.EventStore;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.campaign.internal.secret.TestKeys;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.contract.Clause;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.AuditSuite;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSetMetaData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams a, b and c of three, two and one events; somebody who may write to every table touches them. */
@Clause("N0.3")
class AuditChainTest {
    private static final Instant NOW = Instant.parse("2024-03-18T01:00:00Z");

    private final TestKeys keys = new TestKeys();

    @TempDir
    private Path folder;

    private DataSource dataSource;
    private Database database;
    private Jdbi jdbi;

    DataSource newDataSource() {
        return JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("db") + ";WRITE_DELAY=0", "sa", "");
    }

    @BeforeEach
    void open() {
        dataSource = newDataSource();
        database = Database.open(dataSource);
        jdbi = Jdbi.create(dataSource);
        append("a", 3);
        append("b", 2);
        append("c", 1);
    }

    @AfterEach
    void close() {
        if (dataSource instanceof JdbcConnectionPool pool) {
            pool.dispose();
        }
    }

    @Test
    void anUntouchedLogHoldsWithAndWithoutAnchors() {
        assertThat(verify().faults()).isEmpty();
        assertThat(verify().unanchored()).isEqualTo(6);
        Anchor first = anchor().orElseThrow();
        assertThat(first.streams()).isEqualTo(3);
        assertThat(first.events()).isEqualTo(6);
        assertThat(first.taken()).isEqualTo(NOW);
        assertThat(first.signer()).contains(keys.key().id());
        append("c", 2);
        AuditChain.Result one = verify();
        assertThat(one.faults()).isEmpty();
        assertThat(one.unanchored()).isEqualTo(2);
        assertThat(one.newest()).contains(first);
        Anchor second = anchor().orElseThrow();
        AuditChain.Result two = verify(List.of(keys.key()), List.of(first.hash(), second.hash()));
        assertThat(two).isEqualTo(new AuditChain.Result(3, 8, 0, 2, Optional.of(second), List.of()));
    }

    @Test
    void whereNothingMovedNoAnchorIsTaken() {
        assertThat(anchor()).isPresent();
        assertThat(anchor()).isEmpty();
    }

    @Test
    void everyColumnOfEveryRowIsHeld() {
        anchor();
        append("a", 1);
        anchor();
        Map<String, List<String>> columns = Map.of(
                "event",
                List.of(
                        "stream",
                        "sequence",
                        "type",
                        "schema_version",
                        "happened",
                        "actor",
                        "payload",
                        "algorithm",
                        "hash"),
                "stream",
                List.of("id", "campaign", "kind", "lookup", "school", "listed", "head_sequence", "head_hash"),
                "anchor",
                List.of("number", "taken", "streams", "events", "algorithm", "hash", "signer", "signature"),
                "anchor_head",
                List.of("stream", "sequence", "hash", "anchor"));
        columns.forEach((table, names) -> {
            assertThat(names).as("all columns of %s", table).hasSameElementsAs(columnsOf(table));
            int rows = count(table);
            assertThat(rows).isPositive();
            for (String column : names) {
                for (int row = 0; row < rows; row++) {
                    int number = row;
                    undone(handle -> {
                        touch(handle, table, column, number);
                        assertThat(verify(handle, List.of(keys.key()), List.of()))
                                .as("%s.%s in row %d", table, column, number)
                                .isNotEmpty();
                    });
                }
            }
        });
        assertThat(verify(List.of(keys.key()), List.of()).faults()).isEmpty();
    }

    @Test
    void everyEventThatIsDeletedIsMissed() {
        anchor();
        for (String stream : List.of("a", "b", "c")) {
            for (int sequence = 1; sequence <= 3; sequence++) {
                int gone = sequence;
                undone(handle -> {
                    int deleted = delete(handle, stream, gone);
                    assertThat(verify(handle, List.of(), List.of()).isEmpty()).isEqualTo(deleted == 0);
                });
            }
        }
    }

    @Test
    void twoEventsThatChangedPlacesShow() {
        run(
                "update event set sequence = 99 where stream = 'a' and sequence = 1",
                "update event set sequence = 1 where stream = 'a' and sequence = 2",
                "update event set sequence = 2 where stream = 'a' and sequence = 99");
        assertThat(verify().faults()).containsExactly("stream a: event 1 was changed");
    }

    @Test
    void eventsOfTwoStreamsThatChangedPlacesShow() {
        run(
                "update event set stream = 'x' where stream = 'a' and sequence = 2",
                "update event set stream = 'a' where stream = 'b' and sequence = 2",
                "update event set stream = 'b' where stream = 'x' and sequence = 2");
        assertThat(verify().faults()).containsExactly("stream a: event 2 was changed", "stream b: event 2 was changed");
    }

    @Test
    void anEndThatIsCutOffTogetherWithItsHeadShowsByTheAnchor() {
        cutOff("a", 2);
        assertThat(verify().faults()).as("nothing was anchored").isEmpty();
        append("a", 1);
        anchor();
        cutOff("a", 2);
        assertThat(verify().faults()).containsExactly("stream a: it ends at event 2; anchor 1 saw event 3");
    }

    @Test
    void aStreamThatIsDroppedShowsByTheAnchor() {
        anchor();
        run(
                "delete from event where stream = 'b'",
                "delete from stream where id = 'b'",
                "delete from stream_key where stream = 'b'");
        assertThat(verify().faults()).containsExactly("stream b: it is gone; anchor 1 saw event 2");
    }

    @Test
    void aChainThatIsRecomputedShowsByTheAnchor() {
        anchor();
        forge("a", "centre:somebody");
        assertThat(verify().faults()).containsExactly("stream a: event 3 is not the one that anchor 1 saw");
    }

    @Test
    void anAnchorThatIsRecomputedTooShowsByItsSignature() {
        anchor();
        forge("a", "centre:somebody");
        run("delete from anchor", "delete from anchor_head");
        jdbi.useTransaction(handle -> new Anchors(new JdkAuditSuite(), null).take(handle, NOW));
        assertThat(verify().faults()).as("signatures are not looked at").isEmpty();
        assertThat(verify(List.of(keys.key()), List.of()).faults()).containsExactly("the newest anchor is not signed");
        run("delete from anchor", "delete from anchor_head");
        jdbi.useTransaction(handle -> new Anchors(new JdkAuditSuite(), new TestKeys()).take(handle, NOW));
        assertThat(verify(List.of(keys.key()), List.of()).faults())
                .singleElement()
                .asString()
                .contains("which is not among those trusted");
    }

    @Test
    void anchorsThatAreTakenAwayAreMissedByWhoNotedOne() {
        Anchor first = anchor().orElseThrow();
        append("a", 1);
        Anchor second = anchor().orElseThrow();
        run("delete from anchor where number = 2", "delete from anchor_head where anchor = 2");
        cutOff("a", 3);
        assertThat(verify(List.of(keys.key()), List.of(first.hash())).faults()).isEmpty();
        assertThat(verify(List.of(keys.key()), List.of(second.hash())).faults())
                .containsExactly("no anchor has the hash " + second.hash());
    }

    @Test
    void anAnchorInTheMiddleThatIsDeletedIsMissed() {
        anchor();
        append("a", 1);
        anchor();
        run("delete from anchor where number = 1");
        assertThat(verify().faults()).contains("anchor 1 is missing");
    }

    @Test
    void aLogGoesOnUnderAnotherHashAndAllOfItHolds() {
        anchor();
        AuditSuite other = new OtherSuite();
        jdbi.useTransaction(handle ->
                store(other).append(handle, "a", 3, List.of(new SchoolEvent.ExpectedSet(NOW, 4)), NOW, "test"));
        jdbi.useTransaction(handle -> new Anchors(other, keys).take(handle, NOW));
        List<String> algorithms = jdbi.withHandle(
                handle -> handle.createQuery("select algorithm from event where stream = 'a' order by sequence")
                        .mapTo(String.class)
                        .list());
        assertThat(algorithms).containsExactly("SHA-256", "SHA-256", "SHA-256", "SHA-512/256");
        AuditChain.Result both = database.snapshot(
                handle -> AuditChain.verify(handle, AuditSuites.of(List.of(other)), List.of(), List.of()));
        assertThat(both.faults()).isEmpty();
        assertThat(both.anchors()).isEqualTo(2);
        assertThat(verify().faults())
                .as("a machine without the other hash")
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains("names the hash SHA-512/256, which is not installed"));
    }

    @Test
    void aLogThatIsWrittenMeanwhileHolds() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<?> writing = writer.submit(() -> IntStream.range(0, 60).forEach(i -> {
                append("b", 1);
                if (i % 10 == 0) {
                    anchor();
                }
            }));
            do {
                assertThat(verify().faults()).isEmpty();
            } while (!writing.isDone());
            writing.get();
        } finally {
            writer.shutdownNow();
        }
        assertThat(verify().events()).isEqualTo(66);
    }

    private static EventStore<SchoolEvent> store(AuditSuite suite) {
        return new EventStore<>(
                "school",
                SchoolEvent.class,
                "test",
                new Ciphers(new SecureRandom()),
                new KeyWrap(new Ciphers(new SecureRandom()), new Kek("k", Ciphers.key(new byte[32])), List.of()),
                new BlindIndex(Ciphers.key(new byte[32])),
                suite);
    }

    private void append(String stream, int events) {
        EventStore<SchoolEvent> store = store(new JdkAuditSuite());
        jdbi.useTransaction(handle -> {
            if (!store.exists(handle, stream)) {
                store.create(handle, stream, stream, "10290");
            }
            int after = handle.createQuery("select head_sequence from stream where id = :i")
                    .bind("i", stream)
                    .mapTo(Integer.class)
                    .one();
            List<SchoolEvent> fresh = new ArrayList<>();
            for (int i = 1; i <= events; i++) {
                fresh.add(new SchoolEvent.ExpectedSet(NOW, after + i));
            }
            store.append(handle, stream, after, fresh, NOW, "test");
        });
    }

    private Optional<Anchor> anchor() {
        return database.inTransaction(handle -> new Anchors(new JdkAuditSuite(), keys).take(handle, NOW));
    }

    private AuditChain.Result verify() {
        return verify(List.of(), List.of());
    }

    private AuditChain.Result verify(List<KeyInfo> signers, List<String> seen) {
        return database.snapshot(handle -> AuditChain.verify(handle, AuditSuites.of(List.of()), signers, seen));
    }

    private static List<String> verify(Handle handle, List<KeyInfo> signers, List<String> seen) {
        return AuditChain.verify(handle, AuditSuites.of(List.of()), signers, seen)
                .faults();
    }

    private List<String> columnsOf(String table) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from " + table).scanResultSet((rows, context) -> {
                    ResultSetMetaData data = rows.get().getMetaData();
                    List<String> names = new ArrayList<>();
                    for (int i = 1; i <= data.getColumnCount(); i++) {
                        names.add(data.getColumnName(i).toLowerCase(Locale.ROOT));
                    }
                    return names;
                }));
    }

    /** Works in a transaction that is rolled back. */
    private void undone(Consumer<Handle> work) {
        jdbi.useHandle(handle -> {
            handle.begin();
            work.accept(handle);
            handle.rollback();
        });
    }

    private void run(String... statements) {
        jdbi.useTransaction(handle -> {
            for (String statement : statements) {
                assertThat(handle.execute(statement)).as(statement).isPositive();
            }
        });
    }

    private int count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    private static int delete(Handle handle, String stream, int sequence) {
        return handle.createUpdate("delete from event where stream = :s and sequence = :n")
                .bind("s", stream)
                .bind("n", sequence)
                .execute();
    }

    /** Deletes what follows an event and sets the head back to it. */
    private void cutOff(String stream, int last) {
        run(
                "delete from event where stream = '" + stream + "' and sequence > " + last,
                "update stream set head_sequence = " + last + ", head_hash = (select hash from event where stream = '"
                        + stream + "' and sequence = " + last + ") where id = '" + stream + "'");
    }

    /** Puts another actor into the first event and recomputes every hash after it, as the library would. */
    private void forge(String stream, String actor) {
        jdbi.useTransaction(handle -> {
            String previous = handle.createQuery(
                            "select campaign, kind, lookup, school from stream where id = '" + stream + "'")
                    .map((row, context) -> ChainLink.genesis(
                            new JdkAuditSuite(),
                            stream,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4)))
                    .one();
            int last = handle.createQuery("select head_sequence from stream where id = '" + stream + "'")
                    .mapTo(Integer.class)
                    .one();
            for (int sequence = 1; sequence <= last; sequence++) {
                int number = sequence;
                String before = previous;
                String who = sequence == 1 ? actor : "test";
                previous = handle.createQuery("select type, payload from event where stream = '" + stream
                                + "' and sequence = " + sequence)
                        .map((row, context) -> new ChainLink(
                                        stream, number, row.getString(1), EventJson.SCHEMA, NOW.toString(), who)
                                .hash(new JdkAuditSuite(), before, row.getBytes(2)))
                        .one();
                handle.createUpdate("update event set actor = :a, hash = :h where stream = :s and sequence = :n")
                        .bind("a", who)
                        .bind("h", previous)
                        .bind("s", stream)
                        .bind("n", sequence)
                        .execute();
            }
            handle.execute("update stream set head_hash = '" + previous + "' where id = '" + stream + "'");
        });
    }

    /** Changes one value of one row: the number by ten thousand, the text and the bytes by one character or bit. */
    private static void touch(Handle handle, String table, String column, int row) {
        String key = table.equals("stream") ? "id" : table.equals("anchor") ? "number" : "hash";
        Object id = handle.createQuery("select " + key + " from " + table + " order by " + key + " offset " + row
                        + " rows fetch first 1 row only")
                .map((r, context) -> r.getObject(1))
                .one();
        Object old = handle.createQuery("select " + column + " from " + table + " where " + key + " = :k")
                .bind("k", id)
                .map((r, context) -> column.equals("payload") ? r.getBytes(1) : r.getObject(1))
                .one();
        assertThat(handle.createUpdate("update " + table + " set " + column + " = :v where " + key + " = :k")
                        .bind("v", changed(old))
                        .bind("k", id)
                        .execute())
                .isEqualTo(1);
    }

    private static Object changed(Object old) {
        if (old instanceof byte[] bytes) {
            byte[] other = bytes.clone();
            other[other.length / 2] ^= 1;
            return other;
        }
        if (old instanceof String text) {
            char last = text.charAt(text.length() - 1);
            return text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0');
        }
        return old instanceof Long number ? (Object) (number + 10_000) : (Object) ((Integer) old + 10_000);
    }

    /** Another hash of 32 bytes that the platform has. */
    private static final class OtherSuite implements AuditSuite {
        @Override
        public String id() {
            return "other";
        }

        @Override
        public Suite suite() {
            return Suite.INTL;
        }

        @Override
        public String algorithm() {
            return "SHA-512/256";
        }

        @Override
        public byte[] digest(byte[] message) {
            try {
                return MessageDigest.getInstance(algorithm()).digest(message);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean verify(PublicPoint key, byte[] message, byte[] signature) {
            return new JdkAuditSuite().verify(key, message, signature);
        }
    }
}
