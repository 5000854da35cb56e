package io.github.tucai.campaign.internal.secret;

import java.util.Objects;
import javax.crypto.SecretKey;

/** The key that wraps the data keys. */
public record Kek(String id, SecretKey key) {
    public Kek {
        Objects.requireNonNull(key, "key");
        if (id.isBlank() || id.length() > 64) {
            throw new IllegalArgumentException("key id must have 1 to 64 characters, got " + id.length());
        }
    }

    @Override
    public String toString() {
        return "Kek[" + id + "]";
    }
}
