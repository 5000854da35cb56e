package io.github.tucai.convert;

import org.jspecify.annotations.Nullable;

/** A network that cannot be converted; the message names the file's part that is in the way. */
final class ConversionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConversionException(String message) {
        this(message, null);
    }

    ConversionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
