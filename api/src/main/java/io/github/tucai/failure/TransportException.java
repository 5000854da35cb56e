package io.github.tucai.failure;

import org.jspecify.annotations.Nullable;

/** The registry was not reached, or its answer was no answer. A refusal by the registry is a value, not this. */
public final class TransportException extends TucaiException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private final boolean awaitingAnswer;

    /** Says what failed and, in {@code retryable}, whether sending the same bundle again may help. */
    public TransportException(String message, boolean retryable, @Nullable Throwable cause) {
        this(message, retryable, false, cause);
    }

    private TransportException(String message, boolean retryable, boolean awaitingAnswer, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.awaitingAnswer = awaitingAnswer;
    }

    /** The bundle was handed over and all is well, but the answer takes its time: delivering again asks for it. */
    public static TransportException awaitingAnswer(String message) {
        return new TransportException(message, true, true, null);
    }

    /** Whether nothing failed and only the answer is not there yet; such an exception is retryable. */
    public boolean awaitingAnswer() {
        return awaitingAnswer;
    }

    /** Whether sending the same bundle again, later, may succeed. */
    public boolean retryable() {
        return retryable;
    }
}
