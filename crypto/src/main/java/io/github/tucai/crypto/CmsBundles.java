package io.github.tucai.crypto;

import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;

/** Sealed bundles as CMS: signed inside, encrypted outside. The package documentation has the profile. */
public final class CmsBundles {
    /** The format's id. */
    public static final String ID = "cms";

    private CmsBundles() {}

    /**
     * Seals for the collector: needs the registry's active {@code BUNDLE_OPENING} key, trusted, and an own active
     * {@code BUNDLE_SIGNING} key of the same suite. Where the registry has active keys of both suites, SM is used.
     */
    public static BundleSealer sealer(KeyProvider keys, SecureRandom random) {
        return new CmsSealer(keys, random);
    }

    /**
     * Opens for the registry: needs own {@code BUNDLE_OPENING} keys and the collectors' {@code BUNDLE_SIGNING} keys,
     * trusted. Retired keys open too. Bundles of both suites are opened.
     */
    public static BundleOpener opener(KeyProvider keys) {
        return new CmsOpener(keys);
    }
}
