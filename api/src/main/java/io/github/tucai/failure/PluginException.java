package io.github.tucai.failure;

import org.jspecify.annotations.Nullable;

/** A plug-in is missing, ambiguous, or cannot run on this machine. */
public final class PluginException extends TucaiException {
    private static final long serialVersionUID = 1L;

    /** Names the plug-in and what to install or choose. */
    public PluginException(String message) {
        super(message);
    }

    /** As above, with the cause. */
    public PluginException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
