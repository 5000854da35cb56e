package io.github.tucai.core.internal.store;

/** Somebody else changed the same stream meanwhile; the decision is made again on what is there now. */
public final class ConcurrentChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConcurrentChangeException() {
        super("the stream changed meanwhile");
    }
}
