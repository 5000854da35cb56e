package io.github.tucai.failure;

import org.jspecify.annotations.Nullable;

/**
 * What the log holds of one record or one school cannot be read: a row was damaged, or is missing. All others go on without it.
 */
public final class UnreadableException extends TucaiException {
    private static final long serialVersionUID = 1L;

    private final String stream;
    private final int event;

    /**
     * Says what is wrong with which event of a stream; never quotes what it holds.
     *
     * @param event from 1; 0 where it is the stream itself, its key or its head
     */
    public UnreadableException(String stream, int event, String fault, @Nullable Throwable cause) {
        super(
                (event == 0 ? "stream " + stream : "event " + event + " of stream " + stream) + " cannot be read: "
                        + fault + "; restore its rows from a backup of the database",
                cause);
        this.stream = stream;
        this.event = event;
    }

    /** The number of the stream: a record's id, or the number under which a school's events lie. */
    public String stream() {
        return stream;
    }

    /** The number of the first event that cannot be read; 0 where it is the stream itself, its key or its head. */
    public int event() {
        return event;
    }
}
