package io.github.tucai.crypto;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.util.Optional;

/** Finds the right key of a provider, or says which is missing. */
final class Keys {
    private Keys() {}

    static KeyInfo newest(KeyProvider keys, KeyUse use, Suite suite) {
        return keys.newest(use, suite)
                .orElseThrow(() -> new TucaiException("No active " + use + " key of suite " + suite
                        + " among the keys of '" + keys.id() + "'; make one, or trust the other side's"));
    }

    static KeyInfo ownNewest(KeyProvider keys, KeyUse use, Suite suite) {
        KeyInfo key = newest(keys, use, suite);
        if (!key.own()) {
            throw new TucaiException("The newest active " + use + " key of suite " + suite + " (" + key.id()
                    + ") is the other side's; make an own one");
        }
        return key;
    }

    static KeyInfo alive(KeyProvider keys, KeyId id, KeyUse use, Suite suite) {
        Optional<KeyInfo> key = keys.alive(id).filter(k -> k.use() == use && k.suite() == suite);
        return key.orElseThrow(() -> new IllegalArgumentException("no such key"));
    }
}
