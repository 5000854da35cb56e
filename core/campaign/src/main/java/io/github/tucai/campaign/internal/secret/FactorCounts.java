package io.github.tucai.campaign.internal.secret;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.graduate.EnrolmentNumber;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Wrong second factors of one campaign, counted in the database: a restart forgives none, and all who share the database count
 * together. Every method works in the caller's transaction.
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

    /** The count of an enrolment. Others may read it at the same instant: {@link #add} lets one of them go on. */
    public Optional<WrongFactors> find(Handle handle, EnrolmentNumber enrolment) {
        return handle.createQuery("select wrong, last_millis from wrong_factor where lookup = :l")
                .bind("l", hidden(enrolment))
                .map((row, context) -> new WrongFactors(row.getInt(1), Instant.ofEpochMilli(row.getLong(2))))
                .findOne();
    }

    /**
     * Counts another wrong one.
     *
     * @param before what {@link #find} gave in this transaction
     * @throws ConcurrentChangeException if somebody else counted meanwhile; decide again
     */
    public void add(Handle handle, EnrolmentNumber enrolment, Optional<WrongFactors> before, Instant now) {
        WrongFactors count = WrongFactors.after(before, now);
        int changed = before.map(old -> change(handle, enrolment, old, count))
                .orElseGet(() -> begin(handle, enrolment, count));
        if (changed == 0) {
            throw new ConcurrentChangeException();
        }
    }

    private int begin(Handle handle, EnrolmentNumber enrolment, WrongFactors count) {
        return Races.guarded(
                () -> handle.createUpdate("insert into wrong_factor (lookup, wrong, last_millis) values (:l, :w, :m)")
                        .bind("l", hidden(enrolment))
                        .bind("w", count.count())
                        .bind("m", count.last().toEpochMilli())
                        .execute());
    }

    private int change(Handle handle, EnrolmentNumber enrolment, WrongFactors before, WrongFactors count) {
        return Races.guarded(() -> handle.createUpdate(
                        "update wrong_factor set wrong = :w, last_millis = :m where lookup = :l and wrong = :b")
                .bind("l", hidden(enrolment))
                .bind("w", count.count())
                .bind("m", count.last().toEpochMilli())
                .bind("b", before.count())
                .execute());
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
