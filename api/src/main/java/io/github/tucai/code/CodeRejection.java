package io.github.tucai.code;

/** Why a collection code is refused. What does not open has one reason, whatever is wrong with it. */
public enum CodeRejection {
    /** Forged, damaged, or sealed for another collector: one opaque answer. */
    DOES_NOT_OPEN,
    /** No installed decoder reads codes that start like this one. */
    UNKNOWN_FORMAT,
    /** Its time has not begun. */
    NOT_YET_VALID,
    /** Its time is over. */
    EXPIRED,
    /** The registry took it back. */
    REVOKED,
    /** It belongs to another graduating class. */
    WRONG_CAMPAIGN,
    /** It belongs to a student of another school. */
    WRONG_SCHOOL,
    /** A newer code of the student was used, or it opened before where codes open once. */
    ALREADY_USED
}
