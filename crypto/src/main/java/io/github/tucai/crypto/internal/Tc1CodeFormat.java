package io.github.tucai.crypto.internal;

import io.github.tucai.crypto.Tc1;
import io.github.tucai.spi.CodeFormat;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.KeyProvider;

/** Format TC1 of this module. */
public final class Tc1CodeFormat implements CodeFormat {
    /** For {@link java.util.ServiceLoader}. */
    public Tc1CodeFormat() {}

    @Override
    public String id() {
        return Tc1.ID;
    }

    @Override
    public String prefix() {
        return Tc1.PREFIX;
    }

    @Override
    public CollectionCodeDecoder decoder(KeyProvider keys) {
        return Tc1.decoder(keys);
    }
}
