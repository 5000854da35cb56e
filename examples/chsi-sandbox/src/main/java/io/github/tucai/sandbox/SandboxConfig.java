package io.github.tucai.sandbox;

import io.github.tucai.spi.KeyProvider;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import javax.net.ssl.SSLContext;

/**
 * What a sandbox needs.
 *
 * @param store folder that it keeps everything in
 * @param keys own {@code CODE_SIGNING}, {@code BUNDLE_OPENING} and {@code RECEIPT_SIGNING} keys; the collector's trusted
 * @param tls its TLS key and whom it lets in
 * @param port on loopback; 0 takes a free one
 * @param clock for receipts
 * @param random for codes
 */
public record SandboxConfig(Path store, KeyProvider keys, SSLContext tls, int port, Clock clock, SecureRandom random) {
    /** The same on another port. */
    public SandboxConfig onPort(int another) {
        return new SandboxConfig(store, keys, tls, another, clock, random);
    }
}
