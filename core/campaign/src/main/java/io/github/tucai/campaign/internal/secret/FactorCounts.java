package io.github.tucai.campaign.internal.secret;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.graduate.EnrolmentNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Tries of second factors of one campaign, counted in the database: a restart forgives none, and all who share the database
 * count together. A try is counted, and that committed, before it is judged; so of many at one instant no more are judged
 * than of some one after the other. Every method works in the caller's transaction.
 */
public final class FactorCounts {
    private final String campaign;
    private final BlindIndex index;

    private FactorCounts(String campaign, BlindIndex index) {
        this.campaign = campaign;
        this.index = index;
    }

    /** Those of one campaign; drops what no longer counts. */
    public static FactorCounts open(Handle handle, String campaign, BlindIndex index, Instant now) {
        Races.guarded(() -> handle.createUpdate("delete from wrong_factor where last_millis <= :m")
                .bind("m", now.minus(WrongFactors.CLOSED).toEpochMilli())
                .execute());
        return new FactorCounts(campaign, index);
    }

    /**
     * Counts a try, unless the enrolment is closed.
     *
     * @return until when it is closed; empty where the try may be judged once the transaction is committed
     * @throws ConcurrentChangeException if somebody else counted the first one meanwhile; count again
     */
    public Optional<Instant> count(Handle handle, EnrolmentNumber enrolment, Instant now) {
        Optional<WrongFactors> before = find(handle, enrolment);
        Optional<Instant> closed = before.flatMap(count -> looked(handle, enrolment, count, now));
        if (closed.isEmpty()) {
            write(handle, enrolment, before.isPresent(), WrongFactors.after(before, now));
        }
        return closed;
    }

    /** Until when an enrolment is closed; empty where it is open. */
    public Optional<Instant> closedUntil(Handle handle, EnrolmentNumber enrolment, Instant now) {
        return find(handle, enrolment).flatMap(count -> looked(handle, enrolment, count, now));
    }

    private Optional<Instant> looked(Handle handle, EnrolmentNumber enrolment, WrongFactors count, Instant now) {
        WrongFactors seen = count.seen(now);
        if (!seen.equals(count)) {
            write(handle, enrolment, true, seen);
        }
        return seen.closedUntil(now);
    }

    /** A try that was counted was not wrong, or was never judged. */
    public void forgive(Handle handle, EnrolmentNumber enrolment) {
        find(handle, enrolment).ifPresent(count -> count.withoutOne()
                .ifPresentOrElse(left -> write(handle, enrolment, true, left), () -> forget(handle, enrolment)));
    }

    /** The count of an enrolment, whose row nobody else reads here until the transaction ends. */
    private Optional<WrongFactors> find(Handle handle, EnrolmentNumber enrolment) {
        return Races.guarded(() -> handle.createQuery(
                        "select wrong, last_millis, back_millis from wrong_factor where lookup = :l for update")
                .bind("l", hidden(enrolment))
                .map((row, context) -> count(row))
                .findOne());
    }

    private static WrongFactors count(ResultSet row) throws SQLException {
        int count = row.getInt(1);
        Instant last = Instant.ofEpochMilli(row.getLong(2));
        long back = row.getLong(3);
        return new WrongFactors(
                count, last, row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(back)));
    }

    private void write(Handle handle, EnrolmentNumber enrolment, boolean there, WrongFactors count) {
        String sql = there
                ? "update wrong_factor set wrong = :w, last_millis = :m, back_millis = :b where lookup = :l"
                : "insert into wrong_factor (lookup, wrong, last_millis, back_millis) values (:l, :w, :m, :b)";
        Update update = handle.createUpdate(sql)
                .bind("l", hidden(enrolment))
                .bind("w", count.count())
                .bind("m", count.last().toEpochMilli());
        count.back()
                .ifPresentOrElse(
                        back -> update.bind("b", back.toEpochMilli()), () -> update.bindNull("b", Types.BIGINT));
        Races.guarded(update::execute);
    }

    /** Forgets the count of an enrolment. */
    public void forget(Handle handle, EnrolmentNumber enrolment) {
        Races.guarded(() -> handle.createUpdate("delete from wrong_factor where lookup = :l")
                .bind("l", hidden(enrolment))
                .execute());
    }

    private String hidden(EnrolmentNumber enrolment) {
        return index.of("wrong_factor.lookup", campaign, enrolment.value());
    }
}
