package io.github.tucai.check;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import java.util.Objects;
import java.util.Optional;

/**
 * What to tell the person before the camera right now: one thing.
 *
 * @param kind what is told
 * @param check whose fault it is; present for {@link Kind#FIX} only
 * @param words to show or to speak
 * @param ready whether to take the photo now; false again with the first frame that is not good
 */
public record Guidance(Kind kind, Optional<CheckId> check, Advice words, boolean ready) {
    /** What is told. */
    public enum Kind {
        /** Nothing is known yet. */
        LOOKING,
        /** Something is to be put right. */
        FIX,
        /** All is well. */
        KEEP_STILL
    }

    public Guidance {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(words, "words");
        if (check.isPresent() != (kind == Kind.FIX)) {
            throw new IllegalArgumentException("a check goes with FIX, got " + kind + " and " + check);
        }
        if (ready && kind != Kind.KEEP_STILL) {
            throw new IllegalArgumentException("ready goes with KEEP_STILL, got " + kind);
        }
    }
}
