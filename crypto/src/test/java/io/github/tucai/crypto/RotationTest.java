package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keys change on both sides while students present their codes: nobody is refused. {@code -Dtucai.rotation.opens=10000} is the
 * full run.
 */
@Clause({"N0.1", "N2.2b"})
class RotationTest {
    private static final int OPENS = Integer.getInteger("tucai.rotation.opens", 2000);
    private static final int ROTATIONS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private final List<CollectionCode> valid = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger openedWhileRotating = new AtomicInteger();
    private volatile boolean rotating;

    @Test
    void noValidCodeIsRefused() throws Exception {
        MemoryKeys registry = new MemoryKeys();
        try (KeyRing collector =
                KeyRing.create(folder.resolve("ring"), "secret"::toCharArray, Clock.systemUTC(), RANDOM)) {
            for (Suite suite : Suite.values()) {
                registry.trust(collector.generate(KeyUse.CODE_OPENING, suite));
                newSigner(registry, collector, suite);
            }
            issue(registry);
            present(Tc1.decoder(collector), () -> {
                for (int i = 0; i < ROTATIONS; i++) {
                    rotate(registry, collector, Suite.values()[i % 2]);
                }
            });
            assertThat(refused).hasValue(0);
            assertThat(opened.get()).isGreaterThanOrEqualTo(OPENS);
            assertThat(openedWhileRotating.get()).isGreaterThan(100);
            assertThat(collector.keys()).hasSize(2 * (2 + ROTATIONS));
        }
    }

    /** Two desks at work while something else happens. */
    private void present(CollectionCodeDecoder decoder, Runnable meanwhile) throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            rotating = true;
            List<Future<Void>> running = new ArrayList<>();
            for (int desk = 0; desk < 2; desk++) {
                running.add(desks.submit(presenting(decoder, desk)));
            }
            meanwhile.run();
            rotating = false;
            for (Future<Void> desk : running) {
                desk.get();
            }
        } finally {
            rotating = false;
            desks.shutdownNow();
        }
    }

    private static void newSigner(MemoryKeys registry, KeyRing collector, Suite suite) {
        KeyInfo signer = registry.make(KeyUse.CODE_SIGNING, suite);
        collector.trust(KeyUse.CODE_SIGNING, registry.certificatePem(signer));
    }

    private void rotate(MemoryKeys registry, KeyRing collector, Suite suite) {
        registry.trust(collector.rotate(KeyUse.CODE_OPENING, suite));
        KeyInfo before = registry.newest(KeyUse.CODE_SIGNING, suite).orElseThrow();
        newSigner(registry, collector, suite);
        registry.move(before.id(), KeyState.RETIRED);
        issue(registry);
    }

    private void issue(MemoryKeys registry) {
        for (Suite suite : Suite.values()) {
            for (int i = 0; i < 10; i++) {
                valid.add(Tc1.issuer(registry, suite, RANDOM).issue(Samples.CLAIMS));
            }
        }
    }

    private Callable<Void> presenting(CollectionCodeDecoder decoder, int desk) {
        Random random = new Random(desk);
        CodeOpening expected = new CodeOpening.Opened(Samples.CLAIMS);
        return () -> {
            while (rotating || opened.get() + refused.get() < OPENS) {
                CollectionCode code = valid.get(random.nextInt(valid.size()));
                boolean open = decoder.open(code, Samples.CLAIMS.issuedAt()).equals(expected);
                (open ? opened : refused).incrementAndGet();
                if (rotating) {
                    openedWhileRotating.incrementAndGet();
                    Thread.sleep(1); // Leaves the processor to the rotation.
                }
            }
            return null;
        };
    }
}
