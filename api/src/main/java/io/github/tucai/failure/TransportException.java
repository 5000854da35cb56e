package io.github.tucai.failure;

import org.jspecify.annotations.Nullable;

/** The registry was not reached, or its answer was no answer. A refusal by the registry is a value, not this. */
public final class TransportException extends TucaiException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /** Says what failed and, in {@code retryable}, whether sending the same bundle again may help. */
    public TransportException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether sending the same bundle again, later, may succeed. */
    public boolean retryable() {
        return retryable;
    }
}
