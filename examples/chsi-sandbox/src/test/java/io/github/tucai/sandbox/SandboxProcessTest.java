package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.crypto.CmsBundles;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.failure.TransportException;
import io.github.tucai.photo.ImageDigest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProcessTest {
    @TempDir
    Path folder;

    private final CodeClaims claims = World.newClaims();

    private DemoKeys admitted() {
        DemoKeys keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), new SecureRandom());
        try (ChsiSandbox before = ChsiSandbox.start(keys.sandbox(folder.resolve("registry")))) {
            before.admit(claims);
        }
        return keys;
    }

    private static HttpsChsiTransport transport(SandboxProcess registry) {
        DemoKeys keys = registry.keys();
        return HttpsChsiTransport.builder(registry.endpoint())
                .clientKey(keys.clientKeyStore(), keys::password)
                .trusted(keys.trusted())
                .receiptKeys(keys.collector())
                .build();
    }

    private SealedBundle sealed(DemoKeys keys, int version, int photo) {
        return CmsBundles.sealer(keys.collector(), new SecureRandom()).seal(World.content(claims, version, photo));
    }

    @Test
    void itTellsWhatItStoredWhateverBecameOfTheCollectorAndOfItself() {
        DemoKeys keys = admitted();
        SealedBundle first = sealed(keys, 1, 1);
        SealedBundle second = sealed(keys, 2, 2);
        String enrolment = ImageDigest.of(claims.enrolment().value().getBytes(StandardCharsets.UTF_8))
                .hex();
        try (SandboxProcess registry = SandboxProcess.start(folder)) {
            registry.failNext(SandboxFault.LOST_ANSWER);
            assertThatThrownBy(() -> deliverUntilTheFaultCame(registry, first)).isInstanceOf(TransportException.class);
            assertThat(transport(registry).deliver(first)).isInstanceOf(DeliveryOutcome.Accepted.class);
            transport(registry).deliver(second);
            assertThat(registry.stored())
                    .extracting(stored -> stored.image().enrolment())
                    .containsOnly(enrolment);
            assertThat(registry.stored())
                    .extracting(stored ->
                            stored.image().key() + " " + stored.image().version() + " " + stored.standing())
                    .containsExactly(first.key() + " 1 SUPERSEDED", second.key() + " 2 VALID");
        }
        try (SandboxProcess registry = SandboxProcess.start(folder)) {
            transport(registry)
                    .deliver(CmsBundles.sealer(keys.collector(), new SecureRandom())
                            .seal(new Withdrawal(claims, second.key(), 2, Instant.EPOCH)));
            assertThat(registry.stored())
                    .extracting(Stored::standing)
                    .containsExactly(Stored.Standing.WITHDRAWN, Stored.Standing.WITHDRAWN);
        }
    }

    /** Faults travel beside the deliveries, so the first of these may overtake it. */
    private static void deliverUntilTheFaultCame(SandboxProcess registry, SealedBundle bundle) {
        for (int i = 0; i < 100; i++) {
            transport(registry).deliver(bundle);
        }
    }

    @Test
    void aRegistryThatDoesNotLookAtKeysIsFoundOut() {
        DemoKeys keys = admitted();
        SealedBundle bundle = sealed(keys, 1, 1);
        SandboxProcess registry = SandboxProcess.start(folder, "--always=STORES_TWICE");
        try {
            transport(registry).deliver(bundle);
            transport(registry).deliver(bundle);
            assertThat(registry.stored())
                    .extracting(stored ->
                            stored.image().key() + " " + stored.image().version())
                    .containsExactly(bundle.key() + " 1", bundle.key() + " 1");
        } finally {
            registry.close();
        }
        assertThat(registry.isAlive()).isFalse();
    }
}
