package io.github.tucai.key;

import java.time.Instant;
import java.util.Objects;

/**
 * What may be known of a key.
 *
 * @param id its short name
 * @param use what for
 * @param suite which algorithms
 * @param state where in its life
 * @param own whether the provider can sign or decrypt with it; otherwise it is the other side's, and trusted
 * @param publicPoint its public half
 * @param createdAt when it was made here, or first trusted here
 */
public record KeyInfo(
        KeyId id, KeyUse use, Suite suite, KeyState state, boolean own, PublicPoint publicPoint, Instant createdAt) {
    public KeyInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(suite, "suite");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(publicPoint, "publicPoint");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** The same key later in its life. */
    public KeyInfo in(KeyState later) {
        if (later.compareTo(state) < 0) {
            throw new IllegalArgumentException("key " + id + " is " + state + " and cannot become " + later + " again");
        }
        return new KeyInfo(id, use, suite, later, own, publicPoint, createdAt);
    }
}
