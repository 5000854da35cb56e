package io.github.tucai.core.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Recomputes the chain of every stream. Needs no key: the hashes cover ciphertext. */
public final class AuditChain {
    private AuditChain() {}

    /** What was recomputed, and where it does not hold. */
    public record Result(int streams, int events, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    private record Head(String stream, int sequence, String hash) {}

    /** Reads the whole table, one stream at a time. */
    public static Result verify(Handle handle) {
        List<Head> heads = handle.createQuery("select id, head_sequence, head_hash from stream order by id")
                .map((r, context) -> new Head(r.getString(1), r.getInt(2), r.getString(3)))
                .list();
        List<String> faults = new ArrayList<>();
        int events = 0;
        for (Head head : heads) {
            events += verify(handle, head, faults);
        }
        int strays = handle.createQuery("select count(*) from event where stream not in (select id from stream)")
                .mapTo(Integer.class)
                .one();
        if (strays > 0) {
            faults.add(strays + " events belong to no stream");
        }
        return new Result(heads.size(), events, faults);
    }

    private static int verify(Handle handle, Head head, List<String> faults) {
        Walk walk = new Walk(head);
        handle.createQuery("select sequence, type, schema_version, happened, actor, payload, algorithm, hash from event"
                        + " where stream = :i order by sequence")
                .bind("i", head.stream())
                .map((row, context) -> walk.step(row))
                .forEach(step -> {});
        walk.fault().ifPresent(faults::add);
        return walk.events;
    }

    /** Goes along one stream and stops looking at its first fault. */
    private static final class Walk {
        private final Head head;
        private String previous = ChainLink.GENESIS;
        private int events;
        private Optional<String> fault = Optional.empty();

        Walk(Head head) {
            this.head = head;
        }

        boolean step(ResultSet row) throws SQLException {
            events++;
            if (fault.isPresent()) {
                return false;
            }
            int sequence = row.getInt("sequence");
            ChainLink link = new ChainLink(
                    head.stream(),
                    sequence,
                    row.getString("type"),
                    row.getInt("schema_version"),
                    row.getString("happened"),
                    row.getString("actor"));
            String hash = row.getString("hash");
            if (sequence != events) {
                fault = Optional.of("stream " + head.stream() + ": event " + events + " is missing");
            } else if (!row.getString("algorithm").equals(ChainLink.ALGORITHM)
                    || !link.hash(previous, row.getBytes("payload")).equals(hash)) {
                fault = Optional.of("stream " + head.stream() + ": event " + events + " was changed");
            }
            previous = hash;
            return fault.isEmpty();
        }

        Optional<String> fault() {
            if (fault.isEmpty() && (events != head.sequence() || !previous.equals(head.hash()))) {
                return Optional.of("stream " + head.stream() + ": it ends at event " + events + ", its head says "
                        + head.sequence());
            }
            return fault;
        }
    }
}
