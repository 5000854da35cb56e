package io.github.tucai.campaign.internal.view;

import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.delivery.DeliveryKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Deliveries that the registry may have and that are not to be sent now. Every method works in the caller's transaction.
 */
public final class Unanswered {
    private Unanswered() {}

    /**
     * One of them, as its row has it: what was damaged is found out by who looks at it, alone.
     *
     * @param since when it was noted, or first looked at where an older version noted it; the epoch before that
     * @param looks how often its answer was looked for
     */
    public record Delivery(String stream, int version, String key, Instant since, int looks) {}

    /** Which deliveries of a stream were handed to the transport. Hold the stream's lock: who hands one over does. */
    public static Set<Integer> handed(Handle handle, String stream) {
        return Set.copyOf(handle.createQuery("select version from delivery where stream = :s and handed = true")
                .bind("s", stream)
                .mapTo(Integer.class)
                .list());
    }

    /** Notes one, to be looked at now. */
    public static void add(Handle handle, String campaign, String stream, int version, DeliveryKey key, Instant now) {
        if (!again(handle, stream, version)) {
            Races.guarded(() -> handle.createUpdate("insert into unanswered_delivery"
                            + " (stream, version, campaign, delivery_key, since_millis, due_millis, looks)"
                            + " values (:s, :v, :c, :k, :n, 0, 0)")
                    .bind("s", stream)
                    .bind("v", version)
                    .bind("c", campaign)
                    .bind("k", key.value())
                    .bind("n", now.toEpochMilli())
                    .execute());
        }
    }

    /** Whether one is noted. */
    public static boolean isNoted(Handle handle, String stream, int version) {
        return handle.createQuery("select count(*) from unanswered_delivery where stream = :s and version = :v")
                        .bind("s", stream)
                        .bind("v", version)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** One that was noted is to be looked at now; false where it was not. */
    public static boolean again(Handle handle, String stream, int version) {
        return Races.guarded(() -> handle.createUpdate(
                                "update unanswered_delivery set due_millis = 0 where stream = :s and version = :v")
                        .bind("s", stream)
                        .bind("v", version)
                        .execute())
                > 0;
    }

    /** The next of a campaign that are due, in the order of streams and versions. */
    public static List<Delivery> due(Handle handle, String campaign, Instant by, String stream, int version, int most) {
        return handle.createQuery("select stream, version, delivery_key, since_millis, looks from unanswered_delivery"
                        + " where campaign = :c and due_millis <= :d"
                        + " and (stream > :s or (stream = :s and version > :v)) order by stream, version")
                .bind("c", campaign)
                .bind("d", by.toEpochMilli())
                .bind("s", stream)
                .bind("v", version)
                .setMaxRows(most)
                .map((row, context) -> new Delivery(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        row.getInt(5)))
                .list();
    }

    /** Not again before this moment. Said before looking: what is noted anew meanwhile is due again. */
    public static void later(Handle handle, Delivery delivery, Instant now, Instant due) {
        Races.guarded(() -> handle.createUpdate("update unanswered_delivery set due_millis = :d, looks = looks + 1,"
                        + " since_millis = case when since_millis = 0 then :n else since_millis end"
                        + " where stream = :s and version = :v")
                .bind("d", due.toEpochMilli())
                .bind("n", now.toEpochMilli())
                .bind("s", delivery.stream())
                .bind("v", delivery.version())
                .execute());
    }

    /** It is answered, or may be sent again. */
    public static void remove(Handle handle, String stream, int version) {
        Races.guarded(() -> handle.createUpdate("delete from unanswered_delivery where stream = :s and version = :v")
                .bind("s", stream)
                .bind("v", version)
                .execute());
    }
}
