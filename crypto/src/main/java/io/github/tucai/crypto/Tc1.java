package io.github.tucai.crypto;

import io.github.tucai.key.Suite;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;

/** Collection codes in format TC1. The package documentation describes every byte. */
public final class Tc1 {
    /** The format's id. */
    public static final String ID = "tc1";
    /** What every code of the format starts with. */
    public static final String PREFIX = "TC1:";

    private Tc1() {}

    /**
     * Opens codes for the collector: needs the registry's {@code CODE_SIGNING} keys, trusted, and own {@code CODE_OPENING}
     * keys. Retired keys open too. Codes of both suites are opened.
     */
    public static CollectionCodeDecoder decoder(KeyProvider keys) {
        return new Tc1Decoder(keys);
    }

    /**
     * Issues codes for the registry: needs an own active {@code CODE_SIGNING} key and the collector's active
     * {@code CODE_OPENING} key, trusted, of the suite.
     */
    public static CodeIssuer issuer(KeyProvider keys, Suite suite, SecureRandom random) {
        return new Tc1Issuer(keys, Algorithms.of(suite), random);
    }
}
