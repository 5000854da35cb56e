package io.github.tucai.campaign.internal.audit;

import io.github.tucai.campaign.internal.audit.AnchorTrail.Sight;
import io.github.tucai.campaign.internal.ledger.ChainLink;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.spi.AuditSuite;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chain of every stream and every anchor. Needs no key: the hashes cover ciphertext. Give it a handle that reads
 * as of one moment, or what is appended meanwhile looks like a fault.
 */
public final class AuditChain {
    private static final int FETCH = 1000;
    private static final String MOVED = CaptureEvent.SchoolMoved.class.getSimpleName();

    private final AuditSuites suites;
    private final AnchorTrail trail;
    private final Map<String, Head> heads = new HashMap<>();
    private final Map<String, String> faults = new TreeMap<>();
    private @Nullable Walk walk;
    private long events;
    private long unanchored;

    private AuditChain(AuditSuites suites, AnchorTrail trail) {
        this.suites = suites;
        this.trail = trail;
    }

    /**
     * What was recomputed, and where it does not hold.
     *
     * @param unanchored how many events came after the newest anchor
     * @param faults the first of each stream, then those of the anchors
     */
    public record Result(
            int streams, long events, long unanchored, int anchors, Optional<Anchor> newest, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    private record Head(
            String campaign, String kind, String lookup, String school, String listed, int sequence, String hash) {
        String genesis(AuditSuite suite, String stream) {
            return ChainLink.genesis(suite, stream, campaign, kind, lookup, school);
        }
    }

    /**
     * Reads everything once.
     *
     * @param signers whose signatures count; with none given, signatures are not looked at
     * @param seen hashes of anchors that must be there
     */
    public static Result verify(
            Handle handle, AuditSuites suites, Collection<KeyInfo> signers, Collection<String> seen) {
        AuditChain chain = new AuditChain(suites, new AnchorTrail(handle, suites, signers));
        return chain.read(handle, seen);
    }

    private Result read(Handle handle, Collection<String> seen) {
        handle.createQuery("select * from stream")
                .map((row, context) -> heads.put(
                        row.getString("id"),
                        new Head(
                                row.getString("campaign"),
                                row.getString("kind"),
                                row.getString("lookup"),
                                row.getString("school"),
                                listed(row),
                                row.getInt("head_sequence"),
                                row.getString("head_hash"))))
                .forEach(none -> {});
        int streams = heads.size();
        handle.createQuery("select stream, sequence, type, schema_version, happened, actor, payload, algorithm, hash"
                        + " from event order by stream, sequence")
                .setFetchSize(FETCH)
                .map((row, context) -> step(row))
                .forEach(none -> {});
        end();
        heads.forEach((stream, head) -> new Walk(stream, head, trail.take(stream)).end());
        trail.rest().forEach((stream, sights) -> new Walk(stream, null, sights).end());
        List<String> all = new ArrayList<>();
        faults.forEach((stream, fault) -> all.add("stream " + stream + ": " + fault));
        all.addAll(trail.faults());
        seen.stream().filter(hash -> !trail.has(hash)).forEach(hash -> all.add("no anchor has the hash " + hash));
        return new Result(streams, events, unanchored, trail.count(), trail.newest(), all);
    }

    /** Tables of before records could move have no such column. */
    private static String listed(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnName(i).equalsIgnoreCase("listed")) {
                return row.getString(i);
            }
        }
        return row.getString("school");
    }

    private boolean step(ResultSet row) throws SQLException {
        String stream = row.getString("stream");
        Walk current = walk;
        if (current == null || !current.stream.equals(stream)) {
            end();
            current = new Walk(stream, heads.remove(stream), trail.take(stream));
            walk = current;
        }
        events++;
        current.step(row);
        return true;
    }

    private void end() {
        if (walk != null) {
            walk.end();
        }
    }

    /** Goes along one stream and keeps its first fault. */
    private final class Walk {
        private final String stream;
        private final @Nullable Head head;
        private final NavigableMap<Integer, Sight> sights;
        private String previous = "";
        private int last;
        private boolean moved;

        Walk(String stream, @Nullable Head head, NavigableMap<Integer, Sight> sights) {
            this.stream = stream;
            this.head = head;
            this.sights = sights;
        }

        void step(ResultSet row) throws SQLException {
            int sequence = row.getInt("sequence");
            String hash = row.getString("hash");
            if (sequence != last + 1) {
                fault("event " + (last + 1) + " is missing");
            }
            Optional<AuditSuite> suite = suites.named(row.getString("algorithm"));
            if (suite.isEmpty()) {
                fault("event " + sequence + AnchorTrail.unknown(row.getString("algorithm")));
            } else if (!link(row)
                    .hash(suite.get(), before(suite.get()), row.getBytes("payload"))
                    .equals(hash)) {
                fault("event " + sequence + " was changed");
            }
            Sight sight = sights.get(sequence);
            if (sight != null && !sight.hash().equals(hash)) {
                fault("event " + sequence + " is not the one that anchor " + sight.anchor() + " saw");
            }
            last = sequence;
            previous = hash;
            moved = moved || row.getString("type").equals(MOVED);
        }

        private String before(AuditSuite suite) {
            return last == 0 && head != null ? head.genesis(suite, stream) : previous;
        }

        private ChainLink link(ResultSet row) throws SQLException {
            return new ChainLink(
                    stream,
                    row.getInt("sequence"),
                    row.getString("type"),
                    row.getInt("schema_version"),
                    row.getString("happened"),
                    row.getString("actor"));
        }

        void end() {
            Map.Entry<Integer, Sight> newest = sights.lastEntry();
            unanchored += Math.max(0, last - (newest == null ? 0 : newest.getKey()));
            if (newest != null && newest.getKey() > last) {
                fault((last == 0 ? "it is gone" : "it ends at event " + last) + "; anchor "
                        + newest.getValue().anchor() + " saw event " + newest.getKey());
            }
            if (head == null) {
                fault("its head is missing");
            } else if (last != head.sequence() || (last > 0 && !previous.equals(head.hash()))) {
                fault("it ends at event " + last + ", its head says " + head.sequence());
            } else if (!moved && !head.listed().equals(head.school())) {
                fault("it is listed at another school than it began at, and no event moved it");
            }
        }

        private void fault(String what) {
            faults.putIfAbsent(stream, what);
        }
    }
}
