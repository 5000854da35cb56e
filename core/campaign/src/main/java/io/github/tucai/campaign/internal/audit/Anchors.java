package io.github.tucai.campaign.internal.audit;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.spi.AuditSuite;
import io.github.tucai.spi.KeyProvider;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Takes anchors over the whole database. The newest one fixes every event before it: a stream cut short or dropped later no
 * longer fits, and where anchors are signed nobody without the key can make others that do.
 */
public final class Anchors {
    private final AuditSuite suite;
    private final @Nullable KeyProvider keys;

    /** Signs with the newest own {@code AUDIT_SIGNING} key of the suite; without one anchors stay unsigned. */
    public Anchors(AuditSuite suite, @Nullable KeyProvider keys) {
        this.suite = suite;
        this.keys = keys;
    }

    private record Seen(AnchorLink.Head head, int anchored) {
        boolean moved() {
            return head.sequence() > anchored;
        }
    }

    /**
     * Anchors all heads in the caller's transaction; empty when nothing moved since the newest anchor.
     *
     * @throws ConcurrentChangeException if somebody else just did
     */
    public Optional<Anchor> take(Handle handle, Instant now) {
        // One statement, so that all heads are of one moment.
        List<Seen> seen = handle.createQuery("select s.id, s.head_sequence, s.head_hash,"
                        + " (select max(a.sequence) from anchor_head a where a.stream = s.id) from stream s")
                .map((row, context) ->
                        new Seen(new AnchorLink.Head(row.getString(1), row.getInt(2), row.getString(3)), row.getInt(4)))
                .list();
        List<AnchorLink.Head> moved =
                seen.stream().filter(Seen::moved).map(Seen::head).toList();
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        long events = seen.stream().mapToLong(one -> one.head().sequence()).sum();
        AnchorLink link = after(newest(handle), now, seen.size(), events);
        String hash = link.hash(suite, moved);
        Optional<KeyId> signer = signer();
        insert(handle, link, hash, signer);
        insert(handle, link.number(), moved);
        return Optional.of(new Anchor(link.number(), now, link.streams(), events, hash, signer));
    }

    private record Newest(int number, String hash) {}

    private static Newest newest(Handle handle) {
        return handle.createQuery("select number, hash from anchor order by number desc fetch first 1 row only")
                .map((row, context) -> new Newest(row.getInt(1), row.getString(2)))
                .findOne()
                .orElse(new Newest(0, AnchorLink.GENESIS));
    }

    private static AnchorLink after(Newest newest, Instant now, int streams, long events) {
        return new AnchorLink(newest.number() + 1, newest.hash(), now.toString(), streams, events);
    }

    private Optional<KeyId> signer() {
        return Optional.ofNullable(keys)
                .flatMap(provider -> provider.newest(KeyUse.AUDIT_SIGNING, suite.suite()))
                .filter(KeyInfo::own)
                .map(KeyInfo::id);
    }

    private void insert(Handle handle, AnchorLink link, String hash, Optional<KeyId> signer) {
        Races.guarded(() -> handle.createUpdate(
                        "insert into anchor (number, taken, streams, events, algorithm, hash, signer, signature)"
                                + " values (:n, :t, :s, :e, :g, :h, :k, :x)")
                .bind("n", link.number())
                .bind("t", link.taken())
                .bind("s", link.streams())
                .bind("e", link.events())
                .bind("g", suite.algorithm())
                .bind("h", hash)
                .bind("k", signer.map(KeyId::value).orElse(""))
                .bind("x", signer.map(key -> sign(key, hash)).orElse(""))
                .execute());
    }

    private String sign(KeyId key, String hash) {
        return HexFormat.of().formatHex(Objects.requireNonNull(keys).sign(key, AnchorLink.signed(hash)));
    }

    private static void insert(Handle handle, int anchor, List<AnchorLink.Head> moved) {
        Races.guarded(() -> {
            PreparedBatch batch = handle.prepareBatch(
                    "insert into anchor_head (stream, sequence, hash, anchor) values (:s, :n, :h, :a)");
            moved.forEach(head -> batch.bind("s", head.stream())
                    .bind("n", head.sequence())
                    .bind("h", head.hash())
                    .bind("a", anchor)
                    .add());
            return batch.execute().length;
        });
    }
}
