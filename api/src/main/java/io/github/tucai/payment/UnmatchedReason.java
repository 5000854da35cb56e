package io.github.tucai.payment;

/** Why money that came was not asked for. It stays in the books until it is given back. */
public enum UnmatchedReason {
    /** No photo of the student is accepted: none yet, or it was reset or withdrawn. */
    NOT_ACCEPTED,
    /** A person decides on the photo, or it is under suspicion. */
    IN_REVIEW,
    /** The record is locked. */
    LOCKED,
    /** The registry refused the photo. */
    DELIVERY_REFUSED,
    /** The school pays for the student, or did at the school the student came from. */
    SCHOOL_PAYS,
    /** The school's students pay themselves, so the school owes nothing. */
    STUDENTS_PAY,
    /** It is paid already, with another reference. */
    PAID_ALREADY,
    /** Not the fee exactly, or more than a school still owes. */
    WRONG_AMOUNT,
    /** The campaign takes no fee. */
    NO_FEE,
    /** The school's statement is not issued yet. */
    NO_STATEMENT,
    /** No such record or school in this campaign. */
    UNKNOWN,
    /** The record is erased. */
    ERASED
}
