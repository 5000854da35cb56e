package io.github.tucai.payment;

import io.github.tucai.school.SchoolCode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a school owes in one campaign for those whom no statement before counts (N3.3). Frozen when issued: later retakes and
 * errata do not change it. Who is counted later, since a lock was void or what the registry refused was sent again, stands on
 * the next one.
 *
 * @param school who owes
 * @param issued on which day
 * @param students distinct enrolments with an accepted capture (实拍人数), 0 or more
 * @param fee for one student
 * @param account where the money goes
 * @param due last day of payment, inclusive
 * @param number counts the statements of the school from 1; empty in logs of older versions, which knew one
 * @param unreadable how many records of the school could not be read and are counted by no statement yet; empty in logs of
 *     older versions, which did not say
 */
public record Statement(
        SchoolCode school,
        LocalDate issued,
        int students,
        Fee fee,
        PaymentAccount account,
        LocalDate due,
        Optional<Integer> number,
        Optional<Integer> unreadable) {
    public Statement {
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(issued, "issued");
        if (students < 0) {
            throw new IllegalArgumentException("students must be 0 or more, got " + students);
        }
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(unreadable, "unreadable");
    }

    /** Fee times students. */
    public Fee total() {
        return fee.times(students);
    }

    /** What is still to pay after these payments; never below nothing. */
    public Fee open(Iterable<Payment> payments) {
        Fee paid = Fee.ZERO;
        for (Payment payment : payments) {
            paid = paid.plus(payment.amount());
        }
        return paid.compareTo(total()) >= 0 ? Fee.ZERO : new Fee(total().yuan().subtract(paid.yuan()));
    }

    /** Whether something is still open after the due day. */
    public boolean isOverdue(Iterable<Payment> payments, LocalDate today) {
        return today.isAfter(due) && open(payments).compareTo(Fee.ZERO) > 0;
    }
}
