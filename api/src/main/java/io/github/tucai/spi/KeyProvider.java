package io.github.tucai.spi;

import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds keys and works with them. Private parts never leave it, so that a security module can stand behind it.
 *
 * @implSpec Safe for concurrent use. What is asked of a key that is unknown, destroyed, of the other side or of another suite
 *     fails with an {@link IllegalArgumentException}; a device that does not answer with a
 *     {@link io.github.tucai.failure.PluginException}.
 */
public interface KeyProvider extends Plugin {
    /** Every key, of every state, own and trusted: one moment's picture. */
    List<KeyInfo> keys();

    /**
     * Signs a message with a key of either suite.
     *
     * @return {@code r ‖ s}, 64 bytes: SM2 with SM3 and the identity {@code 1234567812345678}, or ECDSA with SHA-256
     */
    byte[] sign(KeyId key, byte[] message);

    /**
     * Decrypts with a key of suite SM.
     *
     * @param ciphertext {@code x ‖ y ‖ hash ‖ data}: SM2 in the order C1 C3 C2 without the leading 04
     * @throws IllegalArgumentException if it does not decrypt
     */
    byte[] decrypt(KeyId key, byte[] ciphertext);

    /**
     * Agrees on a secret with a key of suite INTL.
     *
     * @param point the other side's point {@code x ‖ y}, 64 bytes
     * @return the x coordinate of the shared point, 32 bytes
     * @throws IllegalArgumentException if the point is not on the curve
     */
    byte[] agree(KeyId key, byte[] point);

    /** The key of that id, unless it is unknown or destroyed. */
    default Optional<KeyInfo> alive(KeyId id) {
        return keys().stream()
                .filter(key -> key.id().equals(id) && key.state() != KeyState.DESTROYED)
                .findFirst();
    }

    /** The newest active key for a use: the one to make new things with. */
    default Optional<KeyInfo> newest(KeyUse use, Suite suite) {
        return keys().stream()
                .filter(key -> key.use() == use && key.suite() == suite && key.state() == KeyState.ACTIVE)
                .max(Comparator.comparing(KeyInfo::createdAt)
                        .thenComparing(key -> key.id().value()));
    }
}
