package io.github.tucai.capture;

/** Where a record stands. Derived from its events, never stored as the truth. */
public enum CaptureState {
    /** No code was presented yet. */
    NEW,
    /** The code was presented; no photo yet. */
    CODE_PRESENTED,
    /** The last photo was rejected, reset or withdrawn: to be taken again. */
    RETAKE,
    /** A person decides; nothing is delivered meanwhile. */
    IN_REVIEW,
    /** A photo is accepted and not finished yet. */
    ACCEPTED,
    /** The product is made and not on its way yet. */
    FINISHED,
    /** Sealed and on its way. */
    QUEUED,
    /** Tried for long without an answer; a person looks after it. */
    DELIVERY_WAITING,
    /** The registry refused it, published or not: not delivered, until the centre has it sent again. */
    DELIVERY_REFUSED,
    /** The registry acknowledged it. */
    DELIVERED,
    /** Shown to the school for proofreading. */
    PUBLISHED,
    /** The school found it right. */
    CONFIRMED,
    /** A violation was confirmed; only the school's administrator unlocks (A2.3.6). */
    LOCKED
}
