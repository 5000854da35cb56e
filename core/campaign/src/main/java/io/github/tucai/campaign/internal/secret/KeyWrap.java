package io.github.tucai.campaign.internal.secret;

import io.github.tucai.failure.TucaiException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * Wraps data keys: new ones under the active key-encryption key; old ones still unwrap under the former keys. What is wrapped
 * is bound to its owner, so that wrapped keys cannot be exchanged.
 */
public final class KeyWrap {
    private final Ciphers ciphers;
    private final Kek active;
    private final Map<String, SecretKey> keys = new HashMap<>();

    /**
     * With these keys.
     *
     * @throws IllegalArgumentException if two keys have one id
     */
    public KeyWrap(Ciphers ciphers, Kek active, Collection<Kek> former) {
        this.ciphers = ciphers;
        this.active = active;
        keys.put(active.id(), active.key());
        for (Kek kek : former) {
            if (keys.put(kek.id(), kek.key()) != null) {
                throw new IllegalArgumentException("two key-encryption keys have the id " + kek.id());
            }
        }
    }

    /** The id of the key that wraps what is new. */
    public String activeId() {
        return active.id();
    }

    /** Whether the key-encryption key of this id is at hand. */
    public boolean has(String kek) {
        return keys.containsKey(kek);
    }

    /** A fresh data key. */
    public SecretKey newKey() {
        return ciphers.newKey();
    }

    /** Wraps a data key under the active key. */
    public byte[] wrap(SecretKey key, String owner) {
        return ciphers.encrypt(active.key(), key.getEncoded(), bound(owner));
    }

    /**
     * Unwraps a data key.
     *
     * @param what names the owner in a failure
     * @throws TucaiException if the key-encryption key is not at hand or another one
     */
    public SecretKey unwrap(String kek, byte[] wrapped, String owner, String what) {
        SecretKey key = keys.get(kek);
        if (key == null) {
            throw new TucaiException("the key of " + what + " is wrapped under the key-encryption key " + kek
                    + ", which the builder was not given");
        }
        return Ciphers.key(ciphers.decrypt(key, wrapped, bound(owner), "the key of " + what));
    }

    private static byte[] bound(String owner) {
        return owner.getBytes(StandardCharsets.UTF_8);
    }
}
