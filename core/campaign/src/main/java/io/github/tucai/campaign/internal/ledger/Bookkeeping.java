package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.capture.CaptureRules;
import io.github.tucai.campaign.internal.capture.Opening;
import io.github.tucai.campaign.internal.money.CashbookCommand;
import io.github.tucai.campaign.internal.money.CashbookRules;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.campaign.internal.school.SchoolCommand;
import io.github.tucai.campaign.internal.school.SchoolRules;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.Takings;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books of a campaign in one transaction: money that comes is booked, matched or not, and never refused but where its
 * reference is in the books already (N3.1 to N3.4).
 */
public final class Bookkeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

    private final Ledger.Work work;
    private final EventStore<CaptureEvent> captures;
    private final EventStore<SchoolEvent> schools;
    private final Bookings bookings;

    Bookkeeping(
            Ledger.Work work, EventStore<CaptureEvent> captures, EventStore<SchoolEvent> schools, Bookings bookings) {
        this.work = work;
        this.captures = captures;
        this.schools = schools;
        this.bookings = bookings;
    }

    /** Money of a student came. */
    public Outcome<Booking> ofStudent(RecordId id, Payment payment, Actor actor) {
        if (!CashbookRules.mayBook(actor)) {
            return Outcome.refused(Refusals.notYours());
        }
        Optional<CaptureRecord> record = work.locked(id);
        if (record.isEmpty()) {
            return ofNobody(id, payment, actor);
        }
        return known(payment, Set.of(id.value()))
                .orElseGet(() -> work.give(record.get(), new CaptureCommand.Pay(payment), actor)
                        .map(after -> Booking.of(after, payment)));
    }

    private Outcome<Booking> ofNobody(RecordId id, Payment payment, Actor actor) {
        boolean isErased = captures.isErasedStream(work.handle(), id.value());
        return known(payment, nobodysAnd(id.value()))
                .orElseGet(() -> keep(payment, isErased ? UnmatchedReason.ERASED : UnmatchedReason.UNKNOWN, actor));
    }

    /** Money of a school came. */
    public Outcome<Booking> ofSchool(SchoolCode code, Payment payment, Actor actor) {
        if (!CashbookRules.mayBook(actor)) {
            return Outcome.refused(Refusals.notYours());
        }
        Optional<String> stream = schools.find(work.handle(), code.value());
        if (stream.isEmpty()) {
            return known(payment, nobodysAnd("")).orElseGet(() -> keep(payment, UnmatchedReason.UNKNOWN, actor));
        }
        return known(payment, Set.of(stream.get()))
                .orElseGet(() -> work.give(code, new SchoolCommand.RecordPayment(payment), actor)
                        .map(after -> Booking.of(after, payment)));
    }

    private Set<String> nobodysAnd(String stream) {
        return Set.of(stream, work.cashbookStream().orElse("none"));
    }

    private Outcome<Booking> keep(Payment payment, UnmatchedReason reason, Actor actor) {
        return work.give(new CashbookCommand.Keep(payment, reason), actor).map(after -> Booking.of(after, payment));
    }

    /** That the payment was booked before, in one of these streams or elsewhere; empty where its reference is new. */
    private Optional<Outcome<Booking>> known(Payment payment, Set<String> own) {
        return bookings.find(work.handle(), payment.reference())
                .map(row -> Outcome.refused(
                        own.contains(row.stream()) && row.amount().equals(payment.amount())
                                ? Refusals.bookedAlready()
                                : Refusals.referenceUsed()));
    }

    /** Gives money back. */
    public Outcome<Booking> refund(String reference, String reason, Actor actor) {
        if (!CashbookRules.mayRefund(actor)) {
            return Outcome.refused(Refusals.notYours());
        }
        Optional<Bookings.Row> row = held(reference);
        if (row.isEmpty()) {
            return Outcome.refused(Refusals.noSuchPayment());
        }
        if (row.get().status().isEmpty()) {
            return Outcome.refused(Refusals.bookingDamaged());
        }
        if (row.get().status().get() == Booking.Status.REFUNDED) {
            return Outcome.refused(Refusals.refundedAlready());
        }
        return refund(row.get(), new Payment(row.get().amount(), reference), reason, actor);
    }

    /** Money that was booked. Its record is held before it, as who erases the record does. */
    private Optional<Bookings.Row> held(String reference) {
        bookings.look(work.handle(), reference)
                .map(Bookings.Row::stream)
                .filter(stream -> captures.exists(work.handle(), stream))
                .ifPresent(stream -> captures.hold(work.handle(), stream));
        return bookings.find(work.handle(), reference);
    }

    private Outcome<Booking> refund(Bookings.Row row, Payment payment, String reason, Actor actor) {
        String stream = row.stream();
        if (captures.exists(work.handle(), stream)) {
            return work.give(new RecordId(stream), new CaptureCommand.Refund(payment.reference(), reason), actor)
                    .map(after -> Booking.of(after, payment));
        }
        return isOfSchool(stream)
                ? work.give(work.code(stream), new SchoolCommand.RefundPayment(payment.reference(), reason), actor)
                        .map(after -> Booking.of(after, payment))
                : work.give(new CashbookCommand.Return(payment, reason), actor)
                        .map(after -> Booking.of(after, payment));
    }

    /** Has unmatched money pay what its record or school is asked for by now. */
    public Outcome<Booking> match(String reference, Actor actor) {
        if (!CashbookRules.mayRefund(actor)) {
            return Outcome.refused(Refusals.notYours());
        }
        Optional<Bookings.Row> found = held(reference);
        if (found.filter(there -> there.status().isEmpty()).isPresent()) {
            return Outcome.refused(Refusals.bookingDamaged());
        }
        Optional<Bookings.Row> row =
                found.filter(there -> there.status().equals(Optional.of(Booking.Status.UNMATCHED)));
        if (row.isEmpty()) {
            return Outcome.refused(Refusals.notUnmatched());
        }
        String stream = row.get().stream();
        Payment payment = new Payment(row.get().amount(), reference);
        if (captures.exists(work.handle(), stream)) {
            return work.give(new RecordId(stream), new CaptureCommand.MatchPayment(reference), actor)
                    .map(after -> Booking.of(after, payment));
        }
        return isOfSchool(stream)
                ? work.give(work.code(stream), new SchoolCommand.MatchPayment(reference), actor)
                        .map(after -> Booking.of(after, payment))
                : Outcome.refused(Refusals.unknownRecord());
    }

    /** The unmatched money in a stream; none where it is set aside. */
    List<Booking> unmatchedIn(String stream) {
        return unmatchedOf(stream).toList();
    }

    private Stream<Booking> unmatchedOf(String stream) {
        if (captures.exists(work.handle(), stream)) {
            return work.recordId(stream).flatMap(work::readable).stream().flatMap(record -> record.unmatched().stream()
                    .map(UnmatchedPayment::payment)
                    .map(p -> Booking.of(record, p)));
        }
        if (isOfSchool(stream)) {
            return work.readableSchool(stream).stream().flatMap(school -> school.unmatched().stream()
                    .map(UnmatchedPayment::payment)
                    .map(p -> Booking.of(school, p)));
        }
        // A row that is left of an erased record tells no reference: it stands in no list, and damages() tells it.
        return work.readableCashbook().stream()
                .filter(book -> isCashbook(stream))
                .flatMap(cashbook -> cashbook.unmatched().stream()
                        .map(UnmatchedPayment::payment)
                        .map(p -> Booking.of(cashbook, p)));
    }

    /** What of the books no list can show. */
    List<Ledger.Damage> damages() {
        Stream<Ledger.Damage> rows = bookings.damaged(work.handle()).stream()
                .map(stream -> damage(stream, "a row of its money is damaged, and no sum counts it"));
        Stream<Ledger.Damage> lost = bookings.unmatched(work.handle()).stream()
                .filter(this::isOfNobody)
                .map(
                        stream -> damage(
                                stream,
                                "money that nobody had asked for was booked there, and with the record its"
                                        + " reference was lost; sums count it, and it can be given back by the reference that the gateway has"));
        return Stream.concat(rows, lost).toList();
    }

    private Ledger.Damage damage(String stream, String fault) {
        return new Ledger.Damage(
                Ledger.Damage.Of.BOOKING,
                work.recordId(stream),
                captures.listedAt(work.handle(), stream)
                        .or(() -> schools.listedAt(work.handle(), stream))
                        .orElse(""),
                new UnreadableException(stream, 0, fault, null));
    }

    private boolean isOfNobody(String stream) {
        return !captures.exists(work.handle(), stream) && !isOfSchool(stream) && !isCashbook(stream);
    }

    private boolean isCashbook(String stream) {
        return work.cashbookStream().filter(stream::equals).isPresent();
    }

    private boolean isOfSchool(String stream) {
        return schools.listedAt(work.handle(), stream).isPresent();
    }

    /** All that came in, without rows that are damaged, which the log tells once. */
    public Takings takings() {
        bookings.damaged(work.handle()).forEach(work::setAsideBooking);
        return bookings.takings(work.handle());
    }

    /**
     * Issues a statement of a school over those whom none counts yet, and marks them. Locks the school and its records first:
     * what is accepted, reset, erased or moved meanwhile comes wholly before or wholly after.
     */
    public Outcome<SchoolRecord> issueStatement(SchoolCode code, Actor actor) {
        schools.lock(work.handle(), code.value());
        Facts facts = work.facts(code, actor);
        Optional<Refusal> none = actor instanceof Actor.Centre
                ? SchoolRules.noStatement(facts, Opening.end(facts.campaign(), facts.school()))
                : Optional.of(Refusals.notYours());
        if (none.isPresent()) {
            return Outcome.refused(none.get());
        }
        captures.holdSchool(work.handle(), code.value());
        Ledger.Listing<CaptureRecord> listing = work.toBill(code);
        List<CaptureRecord> records = listing.items();
        long undecided = records.stream().filter(CaptureRecord::isUndecided).count();
        List<CaptureRecord> counted =
                records.stream().filter(CaptureRules::isBillable).toList();
        Optional<Instant> end = Stream.concat(
                        Opening.end(facts.campaign(), facts.school()).stream(), work.arrangedUntil(code).stream())
                .max(Comparator.naturalOrder());
        SchoolCommand command = new SchoolCommand.IssueStatement(counted.size(), undecided, listing.unreadable(), end);
        return work.give(code, command, actor).map(after -> {
            Facts then = work.facts(code, actor);
            counted.forEach(
                    record -> work.give(record, new CaptureCommand.Bill(), then).orElseThrow());
            return after;
        });
    }

    /** What a record leaves when it is erased: its money, and that it counts where it was captured. Names nobody. */
    void leave(CaptureRecord record, Actor actor) {
        record.school()
                .flatMap(code -> schools.find(work.handle(), code.value()))
                .flatMap(work::readableSchool)
                .filter(SchoolRules::countsErased)
                .filter(there -> CaptureRules.isBillable(record))
                .ifPresent(there -> work.give(there.code(), new SchoolCommand.CountErased(), actor)
                        .orElseThrow());
        record.unmatched().forEach(left -> leave(record.id().value(), left.payment(), actor));
    }

    /** What can still be read of the unmatched money of a record that cannot; what cannot is told. */
    void leaveUnreadable(RecordId id, Actor actor) {
        String stream = id.value();
        if (!bookings.isUnmatchedIn(work.handle(), stream)) {
            return;
        }
        captures.salvage(work.handle(), stream).stream()
                .flatMap(event ->
                        event instanceof CaptureEvent.PaymentUnmatched e ? Stream.of(e.payment()) : Stream.empty())
                .filter(payment -> bookings.find(work.handle(), payment.reference())
                        .filter(row -> row.stream().equals(stream))
                        .filter(row -> row.status().equals(Optional.of(Booking.Status.UNMATCHED)))
                        .isPresent())
                .forEach(payment -> leave(stream, payment, actor));
        if (bookings.isUnmatchedIn(work.handle(), stream)) {
            tellLost(stream);
        }
    }

    /** A book that cannot take the money keeps nobody from being erased: its row stays, and counts. */
    private void leave(String stream, Payment payment, Actor actor) {
        if (!keep(payment, UnmatchedReason.ERASED, actor).fold(kept -> true, refused -> false)) {
            tellLost(stream);
        }
    }

    private static void tellLost(String stream) {
        LOG.warn(
                "unmatched money of record {}, which is erased, could not be entered into the book of unmatched money; sums"
                        + " count it still, and AuditService.unreadable lists it until it is given back",
                stream);
    }
}
