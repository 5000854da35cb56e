package io.github.tucai.capture;

/** What a person decided. */
public enum ReviewOutcome {
    /** The photo is fit. */
    ACCEPTED,
    /** To be taken again. */
    REJECTED,
    /** It breaks A2.3.6; the record is locked. */
    VIOLATION
}
