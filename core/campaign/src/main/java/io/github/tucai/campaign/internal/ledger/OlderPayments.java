package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.payment.Payment;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters what an older version booked. References lie encrypted in the events, so each stream with a payment is read once, in a
 * transaction of its own. What an erased record had paid cannot be read and is not entered; what a damaged one had is entered
 * at the first start after it is mended.
 */
final class OlderPayments {
    private static final Logger LOG = LoggerFactory.getLogger(OlderPayments.class);

    private final Ledger ledger;
    private final EventStore<CaptureEvent> captures;
    private final EventStore<SchoolEvent> schools;
    private final Bookings bookings;

    OlderPayments(
            Ledger ledger, EventStore<CaptureEvent> captures, EventStore<SchoolEvent> schools, Bookings bookings) {
        this.ledger = ledger;
        this.captures = captures;
        this.schools = schools;
        this.bookings = bookings;
    }

    void fill() {
        boolean isWhole = true;
        for (String stream : ledger.read(work -> captures.with(work.handle(), CaptureEvent.Paid.class))) {
            isWhole &= isEntered(stream, work -> ofRecord(work, stream));
        }
        for (String stream : ledger.read(work -> schools.with(work.handle(), SchoolEvent.PaymentReceived.class))) {
            isWhole &= isEntered(stream, work -> ofSchool(work, stream));
        }
        if (isWhole) {
            ledger.inTransaction(work -> {
                bookings.setFilled(work.handle());
                return true;
            });
        }
    }

    /** What cannot be read keeps nobody from starting. */
    private boolean isEntered(String stream, Function<Ledger.Work, Boolean> entering) {
        try {
            return ledger.inTransaction(entering);
        } catch (UnreadableException e) {
            LOG.warn(
                    "the payments of stream {} of an older version cannot be read and are not booked; restore its rows from a"
                            + " backup and start again",
                    stream);
            return false;
        }
    }

    private boolean ofRecord(Ledger.Work work, String stream) {
        RecordId id = work.recordId(stream).orElseThrow(() -> Ledger.noNumber(stream));
        // Events that do not go together are found here, and one that was erased meanwhile.
        if (work.record(id).isEmpty()) {
            return true;
        }
        CaptureRecord before = CaptureRecord.empty(id);
        for (EventStore.Stored<CaptureEvent> stored : captures.read(work.handle(), stream)) {
            CaptureEvent event = stored.event();
            if (payment(event).filter(payment -> !isFree(work, stream, payment)).isEmpty()) {
                bookings.follow(work.handle(), before, event);
            }
            before = before.after(event);
        }
        return true;
    }

    private boolean ofSchool(Ledger.Work work, String stream) {
        for (EventStore.Stored<SchoolEvent> stored : schools.read(work.handle(), stream)) {
            SchoolEvent event = stored.event();
            if (payment(event).filter(payment -> !isFree(work, stream, payment)).isEmpty()) {
                bookings.follow(work.handle(), stream, event);
            }
        }
        return true;
    }

    private static Optional<Payment> payment(Object event) {
        if (event instanceof CaptureEvent.Paid paid) {
            return Optional.of(paid.payment());
        }
        if (event instanceof CaptureEvent.PaymentUnmatched kept) {
            return Optional.of(kept.payment());
        }
        if (event instanceof SchoolEvent.PaymentReceived paid) {
            return Optional.of(paid.payment());
        }
        return event instanceof SchoolEvent.TransferUnmatched kept ? Optional.of(kept.payment()) : Optional.empty();
    }

    /** Older versions took one reference for two: the first keeps it, and a person has to look at the other. */
    private boolean isFree(Ledger.Work work, String stream, Payment payment) {
        boolean isFree = bookings.find(work.handle(), payment.reference())
                .filter(row -> !row.stream().equals(stream))
                .isEmpty();
        if (!isFree) {
            LOG.warn(
                    "the payment of stream {} has a reference that another one has too; compare both with the gateway",
                    stream);
        }
        return isFree;
    }
}
