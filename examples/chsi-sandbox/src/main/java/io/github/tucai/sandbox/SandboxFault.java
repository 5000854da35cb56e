package io.github.tucai.sandbox;

/** What can go wrong on demand, to see that the other side copes. */
public enum SandboxFault {
    /** Status 503; nothing is stored. */
    UNAVAILABLE,
    /** The connection is closed; nothing is stored. */
    HANG_UP,
    /** Stored, and then the connection is closed without an answer. */
    LOST_ANSWER,
    /** Stored, and half of the receipt is sent. */
    HALF_ANSWER,
    /** Stored, and a receipt for another delivery is sent, well signed. */
    WRONG_RECEIPT,
    /** Stored, and the receipt's signature does not verify. */
    WRONG_SIGNATURE,
    /** Stored, and the answer takes three seconds. */
    DELAY,
    /** Stored, and the receipt says that it was there before. */
    DUPLICATE,
    /** An image is stored though it is there: the idempotency key is not looked at. */
    STORES_TWICE
}
