package io.github.tucai.failure;

import io.github.tucai.photo.Advice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes that are no picture, or one that is too large or broken to be decoded. */
public final class UndecodableImageException extends TucaiException {
    private static final long serialVersionUID = 1L;

    /** Why a picture could not be decoded. */
    public enum Reason {
        /** No bytes at all. */
        EMPTY,
        /** No known picture format. */
        NOT_AN_IMAGE,
        /** A known format that no installed reader decodes. */
        UNSUPPORTED_FORMAT,
        /** The file ends early or its content is corrupt. */
        CORRUPT,
        /** More pixels or bytes than the decoder allows. */
        TOO_LARGE
    }

    private final Reason reason;
    private final transient @Nullable Advice advice;

    /** Says what the file is and what to send instead. */
    public UndecodableImageException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.advice = null;
    }

    /** With words for the student in both languages, such as the limit that was passed; the English ones are the message. */
    public UndecodableImageException(Reason reason, Advice advice, @Nullable Throwable cause) {
        super(advice.en(), cause);
        this.reason = reason;
        this.advice = advice;
    }

    /** Why the picture could not be decoded. */
    public Reason reason() {
        return reason;
    }

    /** What the student should do, where the decoder knows more than the reason says. */
    public Optional<Advice> advice() {
        return Optional.ofNullable(advice);
    }
}
