package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.spi.AuditSuite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private static final String ALIVE = " and exists (select 1 from stream_key k where k.stream = stream.id)";

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

    /** All streams that are listed at a school and not erased, in the order of their ids. */
    public List<String> ofSchool(Handle handle, String school) {
        return handle.createQuery("select id from stream where campaign = :c and kind = :k and listed = :s" + ALIVE
                        + " order by id")
                .bind("c", campaign)
                .bind("k", kind)
                .bind("s", school)
                .mapTo(String.class)
                .list();
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

    /** The school in whose list a stream stands. */
    public Optional<String> school(Handle handle, String stream) {
        return handle.createQuery("select school from stream where id = :i and campaign = :c and kind = :k")
                .bind("i", stream)
                .bind("c", campaign)
                .bind("k", kind)
                .mapTo(String.class)
                .findOne();
    }

    /** All streams of the campaign that are not erased, in the order of their ids. */
    public List<String> all(Handle handle) {
        return handle.createQuery("select id from stream where campaign = :c and kind = :k" + ALIVE + " order by id")
                .bind("c", campaign)
                .bind("k", kind)
                .mapTo(String.class)
                .list();
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
        handle.createUpdate("insert into stream_key (stream, kek, wrapped) values (:i, :k, :w)")
                .bind("i", stream)
                .bind("k", wrap.activeId())
                .bind("w", wrapped)
                .execute();
    }

    /** Lists a stream at another school; its chain keeps the one it began at. */
    public void list(Handle handle, String stream, String school) {
        Races.guarded(() -> handle.createUpdate("update stream set listed = :s where id = :i")
                .bind("s", school)
                .bind("i", stream)
                .execute());
    }

    /** The events of a stream, oldest first. */
    public List<Stored<E>> read(Handle handle, String stream) {
        return readUnlessErased(handle, stream)
                .orElseThrow(() -> new TucaiException("the key of stream " + stream + " was erased"));
    }

    /** The events of a stream, oldest first; empty where it is erased. */
    public Optional<List<Stored<E>>> readUnlessErased(Handle handle, String stream) {
        return dataKey(handle, stream).map(key -> read(handle, stream, key));
    }

    private List<Stored<E>> read(Handle handle, String stream, SecretKey key) {
        // The row that ends the chain may come between the look for the key and this one; it holds nothing to decrypt.
        return handle.createQuery("select sequence, type, schema_version, actor, payload from event"
                        + " where stream = :i and type <> :e order by sequence")
                .bind("i", stream)
                .bind("e", ERASED)
                .map((row, context) -> {
                    int sequence = row.getInt("sequence");
                    String type = row.getString("type");
                    byte[] plain = ciphers.decrypt(
                            key,
                            row.getBytes("payload"),
                            bound(stream, sequence, type),
                            "event " + sequence + " of stream " + stream);
                    return new Stored<>(
                            sequence, row.getString("actor"), json.read(type, row.getInt("schema_version"), plain));
                })
                .list();
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
        SecretKey key = dataKey(handle, stream).orElseThrow(ConcurrentChangeException::new);
        String previous = headHash(handle, stream);
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
     * to everybody.
     *
     * @throws ConcurrentChangeException if somebody else added or erased meanwhile
     */
    public void erase(Handle handle, String stream, int after, Instant at, String actor) {
        int keys = handle.createUpdate("delete from stream_key where stream = :i")
                .bind("i", stream)
                .execute();
        if (keys != 1) {
            throw new ConcurrentChangeException();
        }
        ChainLink link = new ChainLink(stream, after + 1, ERASED, EventJson.SCHEMA, at.toString(), actor);
        byte[] nothing = new byte[0];
        String hash = link.hash(suite, headHash(handle, stream), nothing);
        insert(handle, link, nothing, hash);
        moveHead(handle, stream, after, after + 1, hash);
    }

    /** Whether the thing with this name was here and is erased. */
    public boolean isErased(Handle handle, String name) {
        return find(handle, name).filter(stream -> !exists(handle, stream)).isPresent();
    }

    private static String headHash(Handle handle, String stream) {
        return handle.createQuery("select head_hash from stream where id = :i")
                .bind("i", stream)
                .mapTo(String.class)
                .one();
    }

    private Optional<SecretKey> dataKey(Handle handle, String stream) {
        return handle.createQuery("select kek, wrapped from stream_key where stream = :i")
                .bind("i", stream)
                .map((row, context) ->
                        wrap.unwrap(row.getString("kek"), row.getBytes("wrapped"), stream, "stream " + stream))
                .findOne();
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
