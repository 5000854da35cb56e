package io.github.tucai.campaign.internal.db;

/** Somebody else changed the same stream meanwhile; the decision is made again on what is there now. */
public final class ConcurrentChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConcurrentChangeException() {
        super("the stream changed meanwhile");
    }
}
