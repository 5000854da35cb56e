package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CashbookEvent;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.Takings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The references of all money of one campaign, as rows that follow its events: a reference that is there comes in no second
 * time. Every method works in the caller's transaction.
 */
public final class Bookings {
    private static final List<String> STATUSES =
            Stream.of(Booking.Status.values()).map(Enum::name).toList();

    private final String campaign;
    private final BlindIndex index;

    /** Those of one campaign. */
    public Bookings(String campaign, BlindIndex index) {
        this.campaign = campaign;
        this.index = index;
    }

    /**
     * Money as its row says: in whose stream it was booked, and how it stands.
     *
     * @param status empty where the row is damaged, and what it says of the amount is not to be trusted either
     */
    record Row(String stream, Fee amount, Optional<Booking.Status> status) {}

    /** The money with this reference; whoever else asks waits until the transaction ends. */
    Optional<Row> find(Handle handle, String reference) {
        return find(handle, reference, " for update");
    }

    /** The same, and nobody waits. */
    Optional<Row> look(Handle handle, String reference) {
        return find(handle, reference, "");
    }

    private Optional<Row> find(Handle handle, String reference, String locking) {
        return Races.guarded(() -> handle.createQuery(
                        "select stream, amount_fen, status from payment_booking where lookup = :l" + locking)
                .bind("l", hidden(reference))
                .map((row, context) -> row(row.getString(1), row.getBigDecimal(2), row.getString(3)))
                .findOne());
    }

    private static Row row(String stream, BigDecimal fen, String status) {
        return STATUSES.contains(status) && fen.signum() > 0
                ? new Row(stream, yuan(fen), Optional.of(Booking.Status.valueOf(status)))
                : new Row(stream, Fee.ZERO, Optional.empty());
    }

    /** The streams whose money has a damaged row, as the row names them. */
    List<String> damaged(Handle handle) {
        return handle.createQuery("select distinct stream from payment_booking where campaign = :c"
                        + " and (amount_fen <= 0 or status not in (<statuses>)) order by stream")
                .bind("c", campaign)
                .bindList("statuses", STATUSES)
                .mapTo(String.class)
                .list();
    }

    /** Whether unmatched money lies in a stream. */
    boolean isUnmatchedIn(Handle handle, String stream) {
        return handle.createQuery(
                                "select count(*) from payment_booking where campaign = :c and stream = :i and status = :s")
                        .bind("c", campaign)
                        .bind("i", stream)
                        .bind("s", Booking.Status.UNMATCHED.name())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The streams that hold unmatched money. */
    List<String> unmatched(Handle handle) {
        return handle.createQuery("select distinct stream from payment_booking where campaign = :c and status = :s"
                        + " order by stream")
                .bind("c", campaign)
                .bind("s", Booking.Status.UNMATCHED.name())
                .mapTo(String.class)
                .list();
    }

    /** Some of them, in the order of their ids. */
    List<String> unmatched(Handle handle, String after, int most) {
        return handle.createQuery("select distinct stream from payment_booking where campaign = :c and status = :s"
                        + " and stream > :a order by stream fetch first " + most + " rows only")
                .bind("c", campaign)
                .bind("s", Booking.Status.UNMATCHED.name())
                .bind("a", after)
                .mapTo(String.class)
                .list();
    }

    /** The sums, without damaged rows. */
    Takings takings(Handle handle) {
        Map<Booking.Status, Fee> sums = handle
                .createQuery(
                        "select status, sum(amount_fen) from payment_booking where campaign = :c and amount_fen > 0"
                                + " and status in (<statuses>) group by status")
                .bind("c", campaign)
                .bindList("statuses", STATUSES)
                .map((row, context) -> Map.entry(Booking.Status.valueOf(row.getString(1)), yuan(row.getBigDecimal(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Takings(
                sums.getOrDefault(Booking.Status.MATCHED, Fee.ZERO),
                sums.getOrDefault(Booking.Status.UNMATCHED, Fee.ZERO),
                sums.getOrDefault(Booking.Status.REFUNDED, Fee.ZERO));
    }

    /** Follows an event of a record, as it stood before. */
    void follow(Handle handle, CaptureRecord before, CaptureEvent event) {
        String stream = before.id().value();
        if (event instanceof CaptureEvent.Paid e) {
            put(handle, stream, e.payment(), Booking.Status.MATCHED);
        } else if (event instanceof CaptureEvent.PaymentUnmatched e) {
            put(handle, stream, e.payment(), Booking.Status.UNMATCHED);
        } else if (event instanceof CaptureEvent.Refunded e) {
            e.reference()
                    .or(() -> before.payment().map(Payment::reference))
                    .ifPresent(reference -> refunded(handle, stream, reference));
        }
    }

    /** Follows an event of a school. */
    void follow(Handle handle, String stream, SchoolEvent event) {
        if (event instanceof SchoolEvent.PaymentReceived e) {
            put(handle, stream, e.payment(), Booking.Status.MATCHED);
        } else if (event instanceof SchoolEvent.TransferUnmatched e) {
            put(handle, stream, e.payment(), Booking.Status.UNMATCHED);
        } else if (event instanceof SchoolEvent.TransferRefunded e) {
            refunded(handle, stream, e.reference());
        }
    }

    /** Follows an event of the cashbook; what an erased record leaves moves there. */
    void follow(Handle handle, String stream, CashbookEvent event) {
        if (event instanceof CashbookEvent.MoneyKept e) {
            move(handle, e.payment().reference(), stream);
            put(handle, stream, e.payment(), Booking.Status.UNMATCHED);
        } else if (event instanceof CashbookEvent.MoneyReturned e) {
            move(handle, e.payment().reference(), stream);
            refunded(handle, stream, e.payment().reference());
        }
    }

    /**
     * Enters money, or says how it stands now.
     *
     * @throws ConcurrentChangeException if its reference came in elsewhere; decide again
     */
    private void put(Handle handle, String stream, Payment payment, Booking.Status status) {
        int changed = Races.guarded(
                () -> handle.createUpdate("update payment_booking set status = :s where lookup = :l and stream = :i")
                        .bind("s", status.name())
                        .bind("l", hidden(payment.reference()))
                        .bind("i", stream)
                        .execute());
        if (changed == 0) {
            Races.guarded(() -> handle.createUpdate(
                            "insert into payment_booking (lookup, campaign, stream, amount_fen, status)"
                                    + " values (:l, :c, :i, :a, :s)")
                    .bind("l", hidden(payment.reference()))
                    .bind("c", campaign)
                    .bind("i", stream)
                    .bind("a", payment.amount().yuan().movePointRight(2).longValueExact())
                    .bind("s", status.name())
                    .execute());
        }
    }

    private void move(Handle handle, String reference, String stream) {
        Races.guarded(() -> handle.createUpdate("update payment_booking set stream = :i where lookup = :l")
                .bind("i", stream)
                .bind("l", hidden(reference))
                .execute());
    }

    private void refunded(Handle handle, String stream, String reference) {
        Races.guarded(
                () -> handle.createUpdate("update payment_booking set status = :s where lookup = :l and stream = :i")
                        .bind("s", Booking.Status.REFUNDED.name())
                        .bind("l", hidden(reference))
                        .bind("i", stream)
                        .execute());
    }

    boolean isFilled(Handle handle) {
        return handle.createQuery("select count(*) from payment_booking_filled where campaign = :c")
                        .bind("c", campaign)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    void setFilled(Handle handle) {
        Races.guarded(() -> handle.createUpdate("insert into payment_booking_filled (campaign) values (:c)")
                .bind("c", campaign)
                .execute());
    }

    private String hidden(String reference) {
        return index.of("payment_booking.lookup", campaign, reference);
    }

    private static Fee yuan(BigDecimal fen) {
        return new Fee(fen.movePointLeft(2));
    }
}
