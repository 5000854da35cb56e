package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureRules;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.RecordId;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.Statement;
import io.github.tucai.payment.Takings;
import io.github.tucai.school.SchoolCode;

/**
 * Fees of students and statements of schools (N3.1 to N3.4). Safe for concurrent use.
 *
 * <p>That money came is said by the centre or by a process of the collector, never by who pays. A reference comes once in a
 * campaign, students' and schools' together. Money that came is booked in any case; what nobody had asked for is booked as
 * unmatched, and the centre gives it back or, once it is asked for, matches it.
 */
public final class PaymentService {
    private final Engine engine;

    PaymentService(Engine engine) {
        this.engine = engine;
    }

    /**
     * What the record's student is to pay now. Ask before a payment is offered: nothing is asked for while a photo is in review
     * or under suspicion, or the record locked.
     *
     * @return the amount, or why there is nothing to pay
     */
    public Outcome<Fee> asked(Actor actor, RecordId id) {
        return engine.record(actor, id).then(record -> {
            Fee fee = engine.campaign().fee();
            return engine.ledger()
                    .read(work -> CaptureRules.notAsked(
                            record, work.facts(record.school().orElseThrow(), actor)))
                    .<Outcome<Fee>>map(why -> Outcome.refused(Refusals.notAsked(why, fee)))
                    .orElseGet(() -> Outcome.done(fee));
        });
    }

    /**
     * A student's money arrived (N3.4). It is matched if it is what {@link #asked} says; money for a record that is unknown or
     * erased is kept where nobody is named.
     *
     * @return how it is booked; refused where the reference is booked already, for this record
     *     ({@link io.github.tucai.answer.Refusal.Reason#PAID_ALREADY}) or for something else ({@code REFERENCE_USED});
     *     where it belongs to nobody and the book of such money is damaged, nothing is booked ({@code FAILED}): book it again
     *     once that is restored
     */
    public Outcome<Booking> recordStudentPayment(Actor actor, RecordId record, Payment payment) {
        return engine.ledger()
                .inTransaction(work -> work.money().ofStudent(record, payment, actor))
                .map(this::sealed);
    }

    /** A school's transfer arrived in the designated account; the bank's reference tells it from another (N3.3). */
    public Outcome<Booking> recordTransfer(Actor actor, SchoolCode school, Payment payment) {
        return engine.ledger().inTransaction(work -> work.money().ofSchool(school, payment, actor));
    }

    /** The centre has unmatched money pay what its own record or school is asked for by now. */
    public Outcome<Booking> match(Actor actor, String reference) {
        return engine.ledger()
                .inTransaction(work -> work.money().match(reference, actor))
                .map(this::sealed);
    }

    /** The centre gave money back, matched or not; once, the whole of it, after a delivery and after an erasure too. */
    public Outcome<Booking> recordRefund(Actor actor, String reference, String reason) {
        return engine.ledger().inTransaction(work -> work.money().refund(reference, reason, actor));
    }

    /** A photo that waited for its payment goes out. */
    private Booking sealed(Booking booking) {
        booking.record()
                .filter(id -> booking.status() == Booking.Status.MATCHED)
                .flatMap(id -> engine.ledger().read(work -> work.record(id)))
                .ifPresent(engine.sealing()::sealIfDue);
        return booking;
    }

    /** For the centre: the first of the money that nobody had asked for; {@link Page#walk} goes through all. */
    public Outcome<Page<Booking>> unmatched(Actor actor) {
        return unmatched(actor, PageKey.FIRST);
    }

    /** For the centre: money that nobody had asked for and that is still to be given back, whoever's it is. */
    public Outcome<Page<Booking>> unmatched(Actor actor, PageKey from) {
        return actor instanceof Actor.Centre
                ? Outcome.done(Engine.page(engine.ledger().read(work -> work.unmatched(from.value(), Page.MOST))))
                : Outcome.refused(Refusals.notYours());
    }

    /** For the centre: all that came in. A damaged row counts in no sum; {@link AuditService#unreadable} lists such. */
    public Outcome<Takings> takings(Actor actor) {
        return actor instanceof Actor.Centre
                ? Outcome.done(engine.ledger().read(work -> work.money().takings()))
                : Outcome.refused(Refusals.notYours());
    }

    /**
     * The centre issues a school's statement over the captured students, and freezes it (N3.3): once the school's capture has
     * ended and nothing is left to decide on, never where students pay. Nobody is counted twice, and no reset, erratum or
     * erasure changes it afterwards; who was erased before counts. Who was locked then, or refused by the registry, or whose
     * record could not be read ({@link Statement#unreadable}), and is not any more, stands on the next statement.
     *
     * @return refused with {@link io.github.tucai.answer.Refusal.Reason#DONE_ALREADY} where all are counted
     */
    public Outcome<Statement> issueStatement(Actor actor, SchoolCode school) {
        return engine.ledger()
                .inTransaction(work -> work.money().issueStatement(school, actor))
                .map(record -> record.statement().orElseThrow());
    }
}
