package io.github.tucai.campaign.internal.view;

import io.github.tucai.campaign.internal.db.Races;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Which records wait to be sealed. Every method works in the caller's transaction. */
public final class SealQueue {
    /** Later than any pause. */
    public static final Instant WHENEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private static final int MOST_CAUSE = 100;

    private SealQueue() {}

    /**
     * One that waits.
     *
     * @param attempts how often sealing failed
     * @param cause the class of the last failure; empty before the first
     */
    public record Waiting(int attempts, String cause) {}

    /** The record may be sealed after so many events; one that waits already goes on waiting. */
    public static void add(Handle handle, String campaign, String stream, int events) {
        int known = Races.guarded(() -> handle.createUpdate("update to_seal set events = :e where stream = :s")
                .bind("e", events)
                .bind("s", stream)
                .execute());
        if (known == 0) {
            Races.guarded(() -> handle.createUpdate(
                            "insert into to_seal (stream, campaign, events, due_millis, attempts, cause)"
                                    + " values (:s, :c, :e, 0, 0, '')")
                    .bind("s", stream)
                    .bind("c", campaign)
                    .bind("e", events)
                    .execute());
        }
    }

    /**
     * Adds records that have a product and no seal after it and do not wait, such as where a row was lost. Goes by the types of
     * events alone: who looks at a record finds out whether something is due.
     *
     * @param payingSchools schools whose records are added only if a payment came
     * @return how many were added
     */
    public static int addForgotten(Handle handle, String campaign, List<String> payingSchools) {
        String unpaid = payingSchools.isEmpty()
                ? ""
                : " and (s.listed not in (<schools>)"
                        + " or exists (select 1 from event p where p.stream = s.id and p.type = 'Paid'))";
        return Races.guarded(() -> {
            Update insert =
                    handle.createUpdate("insert into to_seal (stream, campaign, events, due_millis, attempts, cause)"
                            + " select s.id, s.campaign, 0, 0, 0, '' from stream s where s.campaign = :c and s.kind = 'capture'"
                            + " and exists (select 1 from stream_key k where k.stream = s.id)"
                            + " and not exists (select 1 from to_seal t where t.stream = s.id)"
                            + " and exists (select 1 from event f where f.stream = s.id and f.type = 'Finished'"
                            + " and f.sequence <= s.head_sequence and not exists (select 1 from event l"
                            + " where l.stream = s.id and l.type = 'Sealed' and l.sequence > f.sequence))" + unpaid);
            insert.bind("c", campaign);
            return (payingSchools.isEmpty() ? insert : insert.bindList("schools", payingSchools)).execute();
        });
    }

    /** After so many events there is nothing to seal; what was added for a later event stays. */
    public static void remove(Handle handle, String stream, int events) {
        Races.guarded(() -> handle.createUpdate("delete from to_seal where stream = :s and events <= :e")
                .bind("s", stream)
                .bind("e", events)
                .execute());
    }

    /** The record is erased. */
    public static void forget(Handle handle, String stream) {
        remove(handle, stream, Integer.MAX_VALUE);
    }

    /** Sealing failed: not again before this moment. */
    public static void failed(Handle handle, String stream, Instant due, String cause) {
        Races.guarded(
                () -> handle.createUpdate("update to_seal set attempts = attempts + 1, due_millis = :d, cause = :c"
                                + " where stream = :s")
                        .bind("d", due.toEpochMilli())
                        .bind("c", cause.length() <= MOST_CAUSE ? cause : cause.substring(0, MOST_CAUSE))
                        .bind("s", stream)
                        .execute());
    }

    /** The next streams of a campaign that are due, in the order of their ids. */
    public static List<String> due(Handle handle, String campaign, Instant by, String after, int most) {
        return handle.createQuery("select stream from to_seal where campaign = :c and due_millis <= :d and stream > :a"
                        + " order by stream")
                .bind("c", campaign)
                .bind("d", by.toEpochMilli())
                .bind("a", after)
                .setMaxRows(most)
                .mapTo(String.class)
                .list();
    }

    /** How a stream waits; empty where it does not. */
    public static Optional<Waiting> find(Handle handle, String stream) {
        return handle.createQuery("select attempts, cause from to_seal where stream = :s")
                .bind("s", stream)
                .map((row, context) -> new Waiting(row.getInt(1), row.getString(2)))
                .findOne();
    }

    /** How many records of a campaign wait. */
    public static int count(Handle handle, String campaign) {
        return handle.createQuery("select count(*) from to_seal where campaign = :c")
                .bind("c", campaign)
                .mapTo(Integer.class)
                .one();
    }
}
