package io.github.tucai.failure;

import org.jspecify.annotations.Nullable;

/**
 * A bundle could not be sealed, or does not open. All reasons why a bundle does not open share one message, so that
 * whoever sends forged bundles learns nothing.
 */
public final class SealException extends TucaiException {
    private static final long serialVersionUID = 1L;

    /** Says which operation failed. */
    public SealException(String message) {
        super(message);
    }

    /** As above, with the cause. */
    public SealException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
