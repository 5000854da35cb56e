package io.github.tucai.crypto.internal;

import io.github.tucai.crypto.CmsBundles;
import io.github.tucai.spi.BundleFormat;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;

/** The CMS bundles of this module. */
public final class CmsBundleFormat implements BundleFormat {
    /** For {@link java.util.ServiceLoader}. */
    public CmsBundleFormat() {}

    @Override
    public String id() {
        return CmsBundles.ID;
    }

    @Override
    public BundleSealer sealer(KeyProvider keys) {
        return CmsBundles.sealer(keys, new SecureRandom());
    }
}
