package io.github.tucai.campaign.internal.secret;

import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.failure.TucaiException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Moves wrapped keys in the database to the active key-encryption key. Each batch is a transaction; one that was killed leaves
 * keys under either key and is simply run again.
 */
public final class Rewrapping {
    private static final int BATCH = 500;

    private final Database database;
    private final KeyWrap wrap;

    /** To the active key of this wrap. */
    public Rewrapping(Database database, KeyWrap wrap) {
        this.database = database;
        this.wrap = wrap;
    }

    private enum Table {
        STREAM("stream_key", "stream", "stream "),
        SERVICE("service_key", "id", "");

        private final String table;
        private final String id;
        private final String what;

        Table(String table, String id, String what) {
            this.table = table;
            this.id = id;
            this.what = what;
        }
    }

    private record Stale(String id, String kek, String wrapped) {}

    /**
     * Refuses a builder that was not given a key-encryption key. One row that names an unknown one was damaged.
     *
     * @throws TucaiException if several keys lie under one that is not at hand
     */
    public void refuseLostKeys() {
        database
                .read(handle -> handle.createQuery(
                                "select kek, count(*) from stream_key group by kek having count(*) > 1")
                        .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                        .list())
                .stream()
                .filter(entry -> !wrap.has(entry.getKey()))
                .findFirst()
                .ifPresent(entry -> {
                    throw new TucaiException(entry.getValue()
                            + " keys of the database are wrapped under the key-encryption key " + entry.getKey()
                            + ", which the builder was not given");
                });
    }

    /**
     * Moves all that can be moved; says how many.
     *
     * @throws TucaiException if some could not, after all others were
     */
    public int all() {
        int moved = 0;
        int failed = 0;
        Optional<TucaiException> first = Optional.empty();
        for (Table table : Table.values()) {
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                String from = after.get();
                Batch batch = database.inTransaction(handle -> batch(handle, table, from));
                moved += batch.moved();
                failed += batch.failures().size();
                first = first.or(() -> batch.failures().stream().findFirst());
                after = batch.next();
            }
        }
        if (first.isPresent()) {
            throw new TucaiException(
                    failed + " keys could not be wrapped anew, all others were; the first: "
                            + first.get().getMessage(),
                    first.get());
        }
        return moved;
    }

    /** What became of some keys; {@code next} is where to go on, empty at the end. */
    private record Batch(int moved, List<TucaiException> failures, Optional<String> next) {}

    private Batch batch(Handle handle, Table table, String after) {
        List<Stale> stale = handle.createQuery("select " + table.id + ", kek, wrapped from " + table.table
                        + " where kek <> :k and " + table.id + " > :a order by " + table.id + " fetch first " + BATCH
                        + " rows only")
                .bind("k", wrap.activeId())
                .bind("a", after)
                .map((row, context) -> new Stale(
                        row.getString(1), row.getString(2), HexFormat.of().formatHex(row.getBytes(3))))
                .list();
        List<TucaiException> failures = new ArrayList<>();
        for (Stale one : stale) {
            try {
                move(handle, table, one);
            } catch (TucaiException e) {
                failures.add(e);
            }
        }
        return new Batch(
                stale.size() - failures.size(),
                failures,
                stale.size() == BATCH ? Optional.of(stale.get(BATCH - 1).id()) : Optional.empty());
    }

    /** A key that was erased or moved by somebody else meanwhile stays as they left it. */
    private void move(Handle handle, Table table, Stale one) {
        byte[] fresh = wrap.wrap(
                wrap.unwrap(one.kek(), HexFormat.of().parseHex(one.wrapped()), one.id(), table.what + one.id()),
                one.id());
        Races.guarded(() -> handle.createUpdate("update " + table.table + " set kek = :k, wrapped = :w where "
                        + table.id + " = :i and kek = :old")
                .bind("k", wrap.activeId())
                .bind("w", fresh)
                .bind("i", one.id())
                .bind("old", one.kek())
                .execute());
    }
}
