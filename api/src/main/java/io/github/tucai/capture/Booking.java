package io.github.tucai.capture;

import io.github.tucai.payment.Payment;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.school.SchoolCode;
import java.util.Objects;
import java.util.Optional;

/**
 * How money that came in stands in the books.
 *
 * @param payment what came
 * @param status matched, unmatched or given back
 * @param reason why it is unmatched; empty otherwise
 * @param record whose it is; empty for a school's, and where no readable record is left
 * @param school which school transferred it; empty for a student's
 */
public record Booking(
        Payment payment,
        Status status,
        Optional<UnmatchedReason> reason,
        Optional<RecordId> record,
        Optional<SchoolCode> school) {
    /** How money stands. */
    public enum Status {
        /** It paid what was asked for. */
        MATCHED,
        /** It was not asked for and is to be given back. */
        UNMATCHED,
        /** It was given back. */
        REFUNDED
    }

    public Booking {
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(school, "school");
    }

    /** As it stands in a record. */
    public static Booking of(CaptureRecord record, Payment payment) {
        return of(payment, record.payment().filter(payment::equals).isPresent(), record.unmatched())
                .with(Optional.of(record.id()), Optional.empty());
    }

    /** As it stands in a school's. */
    public static Booking of(SchoolRecord school, Payment payment) {
        return of(payment, school.payments().contains(payment), school.unmatched())
                .with(Optional.empty(), Optional.of(school.code()));
    }

    /** As it stands in the cashbook. */
    public static Booking of(Cashbook cashbook, Payment payment) {
        return of(payment, false, cashbook.unmatched());
    }

    private static Booking of(Payment payment, boolean matched, Iterable<UnmatchedPayment> unmatched) {
        if (matched) {
            return new Booking(payment, Status.MATCHED, Optional.empty(), Optional.empty(), Optional.empty());
        }
        for (UnmatchedPayment one : unmatched) {
            if (one.payment().equals(payment)) {
                return new Booking(
                        payment, Status.UNMATCHED, Optional.of(one.reason()), Optional.empty(), Optional.empty());
            }
        }
        return new Booking(payment, Status.REFUNDED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Booking with(Optional<RecordId> of, Optional<SchoolCode> by) {
        return new Booking(payment, status, reason, of, by);
    }
}
