package io.github.tucai.failure;

import org.jspecify.annotations.Nullable;

/** Root of the exceptions this library throws when the world around it failed. */
public class TucaiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what failed, where, and what to do about it; never quotes personal data. */
    public TucaiException(String message) {
        super(message);
    }

    /** As above, keeping the foreign exception that was translated. */
    public TucaiException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
