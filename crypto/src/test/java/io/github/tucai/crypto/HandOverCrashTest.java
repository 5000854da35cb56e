package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.photo.ImageDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that ends at any step of a hand-over, starts again and delivers the same bundle: one image, one receipt. */
@Clause("N2.2c")
class HandOverCrashTest {
    private final Sides sides = new Sides(Suite.SM);
    private final MemoryKeys registry = sides.registry;
    private final KeyInfo signer = registry.make(KeyUse.RECEIPT_SIGNING, Suite.SM);

    @TempDir
    Path folder;

    /** The end of the program. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A registry that stores each bundle once, under a number, and says when it has it already. */
    private final class Registry {
        private final Path home;
        private final Map<String, String> stored = new HashMap<>();

        Registry(Path home) {
            this.home = home;
        }

        void work() throws IOException {
            try (Stream<Path> out = Files.list(home.resolve("out"))) {
                for (Path manifest : out.filter(file -> file.toString().endsWith(".manifest"))
                        .toList()) {
                    answer(manifest);
                }
            }
        }

        private void answer(Path manifest) throws IOException {
            String name = String.valueOf(manifest.getFileName()).replace(".manifest", "");
            Path answer = home.resolve("in").resolve(name + ".answer");
            if (Files.exists(answer)) {
                return;
            }
            byte[] bundle = Files.readAllBytes(home.resolve("out").resolve(name + ".p7m"));
            String digest = ImageDigest.of(bundle).hex();
            assertThat(Files.readString(manifest)).contains(digest).contains("\"size\":" + bundle.length);
            String key =
                    CmsBundles.opener(registry).open(bundle).content().key().value();
            boolean duplicate = stored.containsKey(key);
            String id = stored.computeIfAbsent(key, fresh -> "R" + (stored.size() + 1));
            String json = "{\"bundle\":\"" + digest + "\",\"key\":\"" + key + "\",\"registryId\":\"" + id
                    + "\",\"receivedAt\":\"2026-01-01T00:00:00Z\",\"duplicate\":" + duplicate + "}";
            byte[] signature = registry.sign(signer.id(), json.getBytes(StandardCharsets.UTF_8));
            Files.writeString(
                    answer,
                    json + "\n" + signer.id() + " " + Base64.getEncoder().encodeToString(signature) + "\n");
        }
    }

    private static DirectoryChsiTransport transport(Path home, MemoryKeys keys, Consumer<String> steps) {
        return DirectoryChsiTransport.builder(home, keys).steps(steps).build();
    }

    /** Ends at the n-th step; false where there are not so many. */
    private static boolean endsAt(int n, Path home, MemoryKeys keys, SealedBundle bundle) {
        int[] left = {n};
        try {
            transport(home, keys, step -> {
                        if (left[0]-- == 0) {
                            throw new Ended();
                        }
                    })
                    .deliver(bundle);
            return false;
        } catch (TransportException waiting) {
            assertThat(waiting.awaitingAnswer()).isTrue();
            return false;
        } catch (Ended e) {
            return true;
        }
    }

    @Test
    void anEndAtAnyStepLosesAndDoublesNothing() throws IOException {
        sides.collector.trust(signer);
        SealedBundle bundle =
                CmsBundles.sealer(sides.collector, new SecureRandom()).seal(Samples.content());
        List<Integer> steps = new ArrayList<>();
        for (int phase = 0; phase < 2; phase++) {
            int n = 0;
            while (survives(phase, n, bundle)) {
                n++;
            }
            steps.add(n);
        }
        assertThat(steps).containsExactly(8, 6);
    }

    /** Phase 0 ends while handing over, phase 1 while importing the answer. */
    private boolean survives(int phase, int step, SealedBundle bundle) throws IOException {
        Path home = folder.resolve(phase + "-" + step);
        Registry there = new Registry(home);
        MemoryKeys keys = sides.collector;
        if (phase == 1) {
            assertThat(endsAt(Integer.MAX_VALUE, home, keys, bundle)).isFalse();
            there.work();
        }
        boolean ended = endsAt(step, home, keys, bundle);
        there.work();
        if (phase == 0) {
            endsAt(Integer.MAX_VALUE, home, keys, bundle);
            there.work();
        }
        DeliveryOutcome outcome = transport(home, keys, s -> {}).deliver(bundle);
        assertThat(((DeliveryOutcome.Accepted) outcome).receipt().registryId()).isEqualTo("R1");
        assertThat(there.stored).hasSize(1);
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(file -> home.relativize(file).toString())
                            .filter(file -> !file.endsWith(AtomicFiles.PART)))
                    .singleElement()
                    .asString()
                    .startsWith("done")
                    .endsWith(".answer");
        }
        return ended;
    }
}
