package io.github.tucai.crypto;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/** One key of a ring: what may be known, its certificate, and the private part of an own one that is not destroyed. */
final class RingEntry {
    private final KeyInfo info;
    private final byte[] certificate;
    private final @Nullable ECPrivateKeyParameters privateKey;

    RingEntry(KeyInfo info, byte[] certificate, @Nullable ECPrivateKeyParameters privateKey) {
        this.info = info;
        this.certificate = certificate;
        this.privateKey = privateKey;
    }

    KeyInfo info() {
        return info;
    }

    byte[] certificate() {
        return certificate.clone();
    }

    @Nullable
    ECPrivateKeyParameters privateKey() {
        return privateKey;
    }

    RingEntry in(KeyState state) {
        return new RingEntry(info.in(state), certificate, state == KeyState.DESTROYED ? null : privateKey);
    }
}
