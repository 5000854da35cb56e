package io.github.tucai.crypto;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;

/** A registry and a collector that trust each other. */
final class Sides {
    final MemoryKeys registry = new MemoryKeys();
    final MemoryKeys collector = new MemoryKeys();

    Sides() {
        this(Suite.values());
    }

    Sides(Suite... suites) {
        for (Suite suite : suites) {
            collector.trust(registry.make(KeyUse.CODE_SIGNING, suite));
            collector.trust(registry.make(KeyUse.BUNDLE_OPENING, suite));
            registry.trust(collector.make(KeyUse.CODE_OPENING, suite));
            registry.trust(collector.make(KeyUse.BUNDLE_SIGNING, suite));
        }
    }

    static KeyInfo only(MemoryKeys keys, KeyUse use, Suite suite) {
        return keys.newest(use, suite).orElseThrow();
    }
}
