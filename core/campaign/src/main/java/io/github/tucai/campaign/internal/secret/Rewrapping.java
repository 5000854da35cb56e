package io.github.tucai.campaign.internal.secret;

import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.db.Races;
import java.util.HexFormat;
import java.util.List;
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

    /** Moves all; says how many. */
    public int all() {
        int moved = 0;
        for (Table table : Table.values()) {
            int batch = BATCH;
            while (batch == BATCH) {
                batch = database.inTransaction(handle -> batch(handle, table, BATCH));
                moved += batch;
            }
        }
        return moved;
    }

    /** Moves so many keys of streams. */
    int streams(Handle handle, int atMost) {
        return batch(handle, Table.STREAM, atMost);
    }

    private int batch(Handle handle, Table table, int atMost) {
        List<Stale> stale = handle.createQuery("select " + table.id + ", kek, wrapped from " + table.table
                        + " where kek <> :k order by " + table.id + " fetch first " + atMost + " rows only")
                .bind("k", wrap.activeId())
                .map((row, context) -> new Stale(
                        row.getString(1), row.getString(2), HexFormat.of().formatHex(row.getBytes(3))))
                .list();
        stale.forEach(one -> move(handle, table, one));
        return stale.size();
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
