package io.github.tucai.capture;

/** What records can be listed by. A record stands on any number of these lists; who entered first stands first. */
public enum RecordList {
    /** A person has to decide: on a new photo, on a suspicion, or at a second look that was ordered. */
    TO_REVIEW,
    /** The last photo was rejected, reset or withdrawn: to be taken again. */
    RETAKE,
    /** Locked after a violation. */
    LOCKED,
    /** What is to be told to the registry waits for a person: a photo, or that one counts no more. */
    DELIVERY_WAITING,
    /** The registry refused the photo, or to hear that one counts no more. */
    DELIVERY_REFUSED,
    /** Its school's feedback waits for errata that are open. */
    ERRATA,
    /** Finished, and not shown to the school for proofreading. */
    UNPUBLISHED,
    /** Shown to the school for proofreading. */
    PUBLISHED,
    /** Money came that nobody had asked for and that is still to be given back. */
    UNMATCHED
}
