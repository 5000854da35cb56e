package io.github.tucai.crypto;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import org.jspecify.annotations.Nullable;

/** One key of a ring: what may be known, its certificate, and the private part of an own one that is not destroyed. */
final class RingEntry {
    private final KeyInfo info;
    private final byte[] certificate;
    private final @Nullable PrivatePart privatePart;

    RingEntry(KeyInfo info, byte[] certificate, @Nullable PrivatePart privatePart) {
        this.info = info;
        this.certificate = certificate;
        this.privatePart = privatePart;
    }

    KeyInfo info() {
        return info;
    }

    byte[] certificate() {
        return certificate.clone();
    }

    @Nullable
    PrivatePart privatePart() {
        return privatePart;
    }

    /** The same entry with the private part that an earlier reading holds: one copy in memory, which operations may be using. */
    RingEntry holdingThatOf(@Nullable RingEntry earlier) {
        if (earlier == null || earlier.privatePart == null || privatePart == null) {
            return this;
        }
        if (privatePart != earlier.privatePart) {
            privatePart.wipe();
        }
        return new RingEntry(info, certificate, earlier.privatePart);
    }

    void wipe() {
        if (privatePart != null) {
            privatePart.wipe();
        }
    }

    RingEntry in(KeyState state) {
        return new RingEntry(info.in(state), certificate, state == KeyState.DESTROYED ? null : privatePart);
    }
}
