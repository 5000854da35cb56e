package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.spi.AuditSuite;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Handle;

/**
 * The event table. Every method works in the caller's transaction.
 *
 * @param <E> the sealed root of the events
 */
public final class EventStore<E> {
    private static final String ERASED = "Erased";
    private static final int LONGEST_WAIT_SECONDS = 10;
    // A key that is gone without a word in the chain was lost, not erased.
    private static final String ALIVE = " and (exists (select 1 from stream_key k where k.stream = stream.id)"
            + " or not exists (select 1 from event e where e.stream = stream.id and e.sequence = stream.head_sequence"
            + " and e.type = '" + ERASED + "'))";

    private final String kind;
    private final String campaign;
    private final EventJson<E> json;
    private final Ciphers ciphers;
    private final KeyWrap wrap;
    private final BlindIndex index;
    private final AuditSuite suite;

    /** Events of one kind in one campaign. */
    public EventStore(
            String kind,
            Class<E> root,
            String campaign,
            Ciphers ciphers,
            KeyWrap wrap,
            BlindIndex index,
            AuditSuite suite) {
        this.kind = kind;
        this.campaign = campaign;
        this.json = new EventJson<>(root);
        this.ciphers = ciphers;
        this.wrap = wrap;
        this.index = index;
        this.suite = suite;
    }

    /** One stored event. */
    public record Stored<E>(int sequence, String actor, E event) {}

    /** The stream of the thing with this name, such as an enrolment number; an erased one too. */
    public Optional<String> find(Handle handle, String name) {
        return handle.createQuery("select id from stream where campaign = :c and kind = :k and lookup = :l")
                .bind("c", campaign)
                .bind("k", kind)
                .bind("l", lookup(name))
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Holds the stream of the thing with this name, if there is one, until the caller's transaction ends: nobody appends to it
     * meanwhile, and who held it before has ended.
     *
     * @throws ConcurrentChangeException if others hold it for too long
     */
    public void lock(Handle handle, String name) {
        Races.guarded(() -> handle.createQuery(
                        "select id from stream where campaign = :c and kind = :k and lookup = :l for update")
                .bind("c", campaign)
                .bind("k", kind)
                .bind("l", lookup(name))
                .mapTo(String.class)
                .list()
                .size());
    }

    /** As {@link #hold}, for all streams that are listed at a school at once. */
    public void holdSchool(Handle handle, String school) {
        Races.guarded(() -> handle.createQuery("select id from stream where campaign = :c and kind = :k and listed = :s"
                        + " order by id for update")
                .bind("c", campaign)
                .bind("k", kind)
                .bind("s", school)
                .mapTo(String.class)
                .list());
    }

    /** Whether this campaign had the stream and it is erased. */
    public boolean isErasedStream(Handle handle, String stream) {
        return !exists(handle, stream)
                && handle.createQuery("select count(*) from stream where id = :i and campaign = :c and kind = :k")
                                .bind("i", stream)
                                .bind("c", campaign)
                                .bind("k", kind)
                                .mapTo(Integer.class)
                                .one()
                        > 0;
    }

    /** The streams, not erased, that have an event of this type, the one whose came first first. */
    public List<String> with(Handle handle, Class<? extends E> type) {
        return handle.createQuery("select stream.id from stream join event e on e.stream = stream.id"
                        + " where stream.campaign = :c and stream.kind = :k and e.type = :t" + ALIVE
                        + " group by stream.id order by min(e.happened), stream.id")
                .bind("c", campaign)
                .bind("k", kind)
                .bind("t", type.getSimpleName())
                .mapTo(String.class)
                .list();
    }

    /** All streams of the campaign that are not erased, in the order of their ids. */
    public List<String> all(Handle handle) {
        return handle.createQuery("select id from stream where campaign = :c and kind = :k" + ALIVE + " order by id")
                .bind("c", campaign)
                .bind("k", kind)
                .mapTo(String.class)
                .list();
    }

    /** All streams that are not erased, whichever campaign of this database they are of. */
    public List<String> everywhere(Handle handle) {
        return handle.createQuery("select id from stream where kind = :k" + ALIVE + " order by id")
                .bind("k", kind)
                .mapTo(String.class)
                .list();
    }

    /** Whether the stream is there and not erased, whichever campaign of this database it is of. */
    public boolean isAlive(Handle handle, String stream) {
        return handle.createQuery("select count(*) from stream where id = :i and kind = :k" + ALIVE)
                        .bind("i", stream)
                        .bind("k", kind)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Whether this campaign has the stream, not erased. */
    public boolean exists(Handle handle, String stream) {
        return handle.createQuery("select count(*) from stream where id = :i and campaign = :c and kind = :k" + ALIVE)
                        .bind("i", stream)
                        .bind("c", campaign)
                        .bind("k", kind)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /**
     * Keeps everybody else from adding to the stream until the transaction ends, and waits for who is adding.
     *
     * @throws ConcurrentChangeException if that takes too long
     */
    void hold(Handle handle, String stream) {
        Races.guarded(() -> handle.createQuery("select head_sequence from stream where id = :i for update")
                .bind("i", stream)
                .setQueryTimeout(LONGEST_WAIT_SECONDS)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /**
     * Begins a stream with a data key of its own.
     *
     * @throws ConcurrentChangeException if somebody else just did
     */
    public void create(Handle handle, String stream, String name, String school) {
        String lookup = lookup(name);
        Races.guarded(() -> handle.createUpdate(
                        "insert into stream (id, campaign, kind, lookup, school, listed, head_sequence, head_hash)"
                                + " values (:i, :c, :k, :l, :s, :s, 0, :h)")
                .bind("i", stream)
                .bind("c", campaign)
                .bind("k", kind)
                .bind("l", lookup)
                .bind("s", school)
                .bind("h", ChainLink.genesis(suite, stream, campaign, kind, lookup, school))
                .execute());
        byte[] wrapped = wrap.wrap(wrap.newKey(), stream);
        Races.guarded(() -> handle.createUpdate("insert into stream_key (stream, kek, wrapped) values (:i, :k, :w)")
                .bind("i", stream)
                .bind("k", wrap.activeId())
                .bind("w", wrapped)
                .execute());
    }

    /** Lists a stream at another school; its chain keeps the one it began at. */
    public void list(Handle handle, String stream, String school) {
        Races.guarded(() -> handle.createUpdate("update stream set listed = :s where id = :i")
                .bind("s", school)
                .bind("i", stream)
                .execute());
    }

    /** The school at which a stream is listed, as it stands there; empty where this campaign has no such stream of this kind. */
    public Optional<String> listedAt(Handle handle, String stream) {
        return handle.createQuery("select listed from stream where id = :i and campaign = :c and kind = :k")
                .bind("i", stream)
                .bind("c", campaign)
                .bind("k", kind)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * The events of a stream, oldest first.
     *
     * @throws UnreadableException if one of them, the key or the head was damaged or is missing
     */
    public List<Stored<E>> read(Handle handle, String stream) {
        SecretKey key = dataKey(handle, stream);
        return rows(handle, stream).stream().map(row -> open(key, stream, row)).toList();
    }

    /**
     * The events of streams, read together. One that is not there, was erased or cannot be read is left out: reading it by itself
     * tells which.
     */
    Map<String, List<Stored<E>>> readAll(Handle handle, List<String> streams) {
        Map<String, List<Stored<E>>> all = new HashMap<>();
        if (streams.isEmpty()) {
            return all;
        }
        Map<String, Head> heads = heads(handle, streams);
        Map<String, List<Row>> rows = fetched(handle, streams);
        keys(handle, streams).forEach((stream, key) -> {
            Optional<Head> head = Optional.ofNullable(heads.get(stream));
            List<Row> events = rows.getOrDefault(stream, List.of());
            if (head.filter(there -> fault(stream, there, events).isEmpty()).isPresent()) {
                opened(key, stream, events).ifPresent(stored -> all.put(stream, stored));
            }
        });
        return all;
    }

    private Optional<List<Stored<E>>> opened(WrappedKey wrapped, String stream, List<Row> rows) {
        try {
            SecretKey key = wrap.unwrap(wrapped.kek, wrapped.bytes, stream, "stream " + stream);
            return Optional.of(rows.stream().map(row -> open(key, stream, row)).toList());
        } catch (TucaiException e) {
            return Optional.empty();
        }
    }

    private Map<String, Head> heads(Handle handle, List<String> streams) {
        return handle
                .createQuery("select id, head_sequence, head_hash from stream where campaign = :c and kind = :k"
                        + " and id in (<streams>)")
                .bind("c", campaign)
                .bind("k", kind)
                .bindList("streams", streams)
                .map((row, context) -> Map.entry(row.getString(1), new Head(row.getInt(2), row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static final class WrappedKey {
        private final String kek;
        private final byte[] bytes;

        WrappedKey(String kek, byte[] bytes) {
            this.kek = kek;
            this.bytes = bytes;
        }
    }

    private static Map<String, WrappedKey> keys(Handle handle, List<String> streams) {
        return handle
                .createQuery("select stream, kek, wrapped from stream_key where stream in (<streams>)")
                .bindList("streams", streams)
                .map((row, context) -> Map.entry(row.getString(1), new WrappedKey(row.getString(2), row.getBytes(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, List<Row>> fetched(Handle handle, List<String> streams) {
        return handle
                .createQuery("select stream, sequence, type, schema_version, actor, payload, hash from event"
                        + " where stream in (<streams>) order by stream, sequence")
                .bindList("streams", streams)
                .map((row, context) -> Map.entry(row.getString("stream"), new Row(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Those events of a damaged stream that can be read, each by itself; none where the key is lost. */
    List<E> salvage(Handle handle, String stream) {
        try {
            SecretKey key = dataKey(handle, stream);
            return fetched(handle, stream).stream()
                    .flatMap(row -> salvaged(key, stream, row).stream())
                    .toList();
        } catch (UnreadableException e) {
            return List.of();
        }
    }

    private Optional<E> salvaged(SecretKey key, String stream, Row row) {
        try {
            return Optional.of(open(key, stream, row).event());
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private record Head(int sequence, String hash) {}

    private static final class Row {
        private final int sequence;
        private final String type;
        private final int schema;
        private final String actor;
        private final byte[] payload;
        private final String hash;

        Row(ResultSet row) throws SQLException {
            this.sequence = row.getInt("sequence");
            this.type = row.getString("type");
            this.schema = row.getInt("schema_version");
            this.actor = row.getString("actor");
            this.payload = row.getBytes("payload");
            this.hash = row.getString("hash");
        }
    }

    /** Read anew where the head moved meanwhile: two statements need not see one moment. */
    private static List<Row> rows(Handle handle, String stream) {
        while (true) {
            Head head = head(handle, stream);
            List<Row> rows = fetched(handle, stream);
            Optional<UnreadableException> fault = fault(stream, head, rows);
            if (fault.isEmpty()) {
                return rows;
            }
            if (head(handle, stream).equals(head)) {
                throw fault.get();
            }
        }
    }

    private static List<Row> fetched(Handle handle, String stream) {
        return handle.createQuery("select sequence, type, schema_version, actor, payload, hash from event"
                        + " where stream = :i order by sequence")
                .bind("i", stream)
                .map((row, context) -> new Row(row))
                .list();
    }

    private static Optional<UnreadableException> fault(String stream, Head head, List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).sequence != i + 1) {
                return Optional.of(new UnreadableException(stream, i + 1, "it is missing", null));
            }
        }
        if (rows.size() < head.sequence()) {
            return Optional.of(new UnreadableException(stream, rows.size() + 1, "it is missing", null));
        }
        boolean fits = rows.size() == head.sequence()
                && (rows.isEmpty() || rows.get(rows.size() - 1).hash.equals(head.hash()));
        return fits ? Optional.empty() : Optional.of(new UnreadableException(stream, 0, "its head does not fit", null));
    }

    private Stored<E> open(SecretKey key, String stream, Row row) {
        try {
            byte[] plain =
                    ciphers.decrypt(key, row.payload, bound(stream, row.sequence, row.type), "what is encrypted");
            return new Stored<>(row.sequence, row.actor, json.read(row.type, row.schema, plain));
        } catch (TucaiException e) {
            throw new UnreadableException(stream, row.sequence, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Adds events after the one with this sequence number.
     *
     * @throws ConcurrentChangeException if somebody else added or erased meanwhile; decide again
     */
    public void append(Handle handle, String stream, int after, List<? extends E> events, Instant at, String actor) {
        if (events.isEmpty()) {
            return;
        }
        SecretKey key = keyOfLiving(handle, stream);
        String previous = head(handle, stream).hash();
        int sequence = after;
        for (E event : events) {
            sequence++;
            String type = event.getClass().getSimpleName();
            byte[] payload = ciphers.encrypt(key, json.write(event), bound(stream, sequence, type));
            ChainLink link = new ChainLink(stream, sequence, type, EventJson.SCHEMA, at.toString(), actor);
            previous = link.hash(suite, previous, payload);
            insert(handle, link, payload, previous);
        }
        moveHead(handle, stream, after, sequence, previous);
    }

    private void insert(Handle handle, ChainLink link, byte[] payload, String hash) {
        Races.guarded(() -> handle.createUpdate(
                        "insert into event (stream, sequence, type, schema_version, happened, actor, payload, algorithm, hash)"
                                + " values (:i, :n, :t, :v, :at, :a, :p, :g, :h)")
                .bind("i", link.stream())
                .bind("n", link.sequence())
                .bind("t", link.type())
                .bind("v", link.schema())
                .bind("at", link.happened())
                .bind("a", link.actor())
                .bind("p", payload)
                .bind("g", suite.algorithm())
                .bind("h", hash)
                .execute());
    }

    private static void moveHead(Handle handle, String stream, int from, int to, String hash) {
        int moved = Races.guarded(() -> handle.createUpdate(
                        "update stream set head_sequence = :to, head_hash = :h where id = :i and head_sequence = :from")
                .bind("to", to)
                .bind("h", hash)
                .bind("i", stream)
                .bind("from", from)
                .execute());
        if (moved != 1) {
            throw new ConcurrentChangeException();
        }
    }

    /**
     * Destroys the data key of a stream, which makes its events unreadable for good, and ends the chain with a row that says so
     * to everybody. Needs to read none of it, so a damaged stream can be erased too.
     *
     * @throws ConcurrentChangeException if somebody else added or erased meanwhile
     */
    public void erase(Handle handle, String stream, Instant at, String actor) {
        int keys = Races.guarded(() -> handle.createUpdate("delete from stream_key where stream = :i")
                .bind("i", stream)
                .execute());
        if (keys == 0 && !exists(handle, stream)) {
            throw new ConcurrentChangeException();
        }
        Head head = head(handle, stream);
        int last = Math.max(head.sequence(), newest(handle, stream));
        ChainLink link = new ChainLink(stream, last + 1, ERASED, EventJson.SCHEMA, at.toString(), actor);
        byte[] nothing = new byte[0];
        String hash = link.hash(suite, head.hash(), nothing);
        insert(handle, link, nothing, hash);
        moveHead(handle, stream, head.sequence(), last + 1, hash);
    }

    private static int newest(Handle handle, String stream) {
        return handle.createQuery("select coalesce(max(sequence), 0) from event where stream = :i")
                .bind("i", stream)
                .mapTo(Integer.class)
                .one();
    }

    /** Whether the thing with this name was here and is erased. */
    public boolean isErased(Handle handle, String name) {
        return find(handle, name).filter(stream -> !exists(handle, stream)).isPresent();
    }

    private static Head head(Handle handle, String stream) {
        return handle.createQuery("select head_sequence, head_hash from stream where id = :i")
                .bind("i", stream)
                .map((row, context) -> new Head(row.getInt(1), row.getString(2)))
                .one();
    }

    /** One that was erased meanwhile is no damage. */
    private SecretKey keyOfLiving(Handle handle, String stream) {
        try {
            return dataKey(handle, stream);
        } catch (UnreadableException e) {
            if (exists(handle, stream)) {
                throw e;
            }
            throw new ConcurrentChangeException();
        }
    }

    private SecretKey dataKey(Handle handle, String stream) {
        try {
            return handle.createQuery("select kek, wrapped from stream_key where stream = :i")
                    .bind("i", stream)
                    .map((row, context) ->
                            wrap.unwrap(row.getString("kek"), row.getBytes("wrapped"), stream, "stream " + stream))
                    .findOne()
                    .orElseThrow(() -> new UnreadableException(stream, 0, "its key is missing", null));
        } catch (UnreadableException e) {
            throw e;
        } catch (TucaiException e) {
            throw new UnreadableException(stream, 0, String.valueOf(e.getMessage()), e);
        }
    }

    private String lookup(String name) {
        return index.of("stream.lookup", campaign + " " + kind, name);
    }

    private static byte[] bound(String stream, int sequence, String type) {
        return bytes(stream + "|" + sequence + "|" + type);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
