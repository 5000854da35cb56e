package io.github.tucai.spi;

import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;

/**
 * The algorithms of the audit log: the hash that links its events, and the check of the signatures under its anchors. Every
 * row names its hash, so that a log outlives a change of suite. The library itself has SHA-256 and P-256; a plug-in brings
 * others and is used for what is written once it is installed.
 *
 * @implSpec Safe for concurrent use.
 */
public interface AuditSuite extends Plugin {
    /** The suite of the keys that sign anchors. */
    Suite suite();

    /** The name of the hash as rows carry it, such as {@code SM3}: 1 to 16 characters, not that of another plug-in. */
    String algorithm();

    /** The hash of a message: 32 bytes, the same at every call. */
    byte[] digest(byte[] message);

    /**
     * Whether a signature is what {@link KeyProvider#sign} makes of this message with the private half of this key.
     *
     * @return false also for what is no signature or no key at all
     */
    boolean verify(PublicPoint key, byte[] message, byte[] signature);
}
