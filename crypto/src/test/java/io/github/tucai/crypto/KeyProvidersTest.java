package io.github.tucai.crypto;

import io.github.tucai.contract.KeyProviderContract;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The ring on disk and a provider that works like a security module keep the same promises. */
class KeyProvidersTest {
    private static final Set<KeyUse> USES = Set.of(KeyUse.CODE_SIGNING, KeyUse.CODE_OPENING, KeyUse.BUNDLE_OPENING);
    private static final MemoryKeys MEMORY = new MemoryKeys();

    @TempDir
    static Path folder;

    private static KeyRing ring;

    @BeforeAll
    static void makeKeys() {
        ring = KeyRing.create(folder.resolve("ring"), "secret"::toCharArray, Clock.systemUTC(), new SecureRandom());
        for (Suite suite : Suite.values()) {
            ring.generate(USES, suite);
            USES.forEach(use -> MEMORY.make(use, suite));
        }
    }

    @Nested
    class OnDisk extends KeyProviderContract {
        @Override
        protected KeyProvider provider() {
            return ring;
        }
    }

    @Nested
    class InAModule extends KeyProviderContract {
        @Override
        protected KeyProvider provider() {
            return MEMORY;
        }
    }
}
