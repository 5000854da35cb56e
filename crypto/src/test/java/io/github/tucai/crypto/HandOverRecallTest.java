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
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that ends at any step, before or while a delivery is taken back or its answer read. */
@Clause("N2.2c")
class HandOverRecallTest {
    private final Sides sides = new Sides(Suite.SM);
    private final KeyInfo signer = sides.registry.make(KeyUse.RECEIPT_SIGNING, Suite.SM);
    private final SealedBundle bundle =
            CmsBundles.sealer(sides.collector, new SecureRandom()).seal(Samples.content());

    @TempDir
    Path folder;

    HandOverRecallTest() {
        sides.collector.trust(signer);
    }

    /** The end of the program. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    private DirectoryChsiTransport transport(Path home, Consumer<String> steps) {
        return DirectoryChsiTransport.builder(home, sides.collector)
                .steps(steps)
                .build();
    }

    private DirectoryChsiTransport transport(Path home) {
        return transport(home, step -> {});
    }

    /** Whether the work came so far that it ended at the n-th step. */
    private boolean endsAt(int n, Path home, Consumer<DirectoryChsiTransport> work) {
        int[] left = {n};
        try {
            work.accept(transport(home, step -> {
                if (left[0]-- == 0) {
                    throw new Ended();
                }
            }));
            return false;
        } catch (Ended e) {
            return true;
        }
    }

    private void handOver(DirectoryChsiTransport transport) {
        try {
            throw new AssertionError("an answer: " + transport.deliver(bundle));
        } catch (TransportException waiting) {
            assertThat(waiting.awaitingAnswer()).isTrue();
        }
    }

    private static List<String> files(Path home) throws IOException {
        try (Stream<Path> left = Files.walk(home)) {
            return left.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .toList();
        }
    }

    /** As a registry answers that collected the bundle. */
    private void answer(Path home, String members) throws IOException {
        String digest = ImageDigest.of(bundle.bytes()).hex();
        String key = bundle.key().value();
        String json = "{\"bundle\":\"" + digest + "\",\"key\":\"" + key + "\"," + members + "}";
        byte[] signature = sides.registry.sign(signer.id(), json.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                Files.createDirectories(home.resolve("in")).resolve(key + "-" + digest.substring(0, 16) + ".answer"),
                json + "\n" + signer.id() + " " + Base64.getEncoder().encodeToString(signature) + "\n");
    }

    private void accept(Path home) throws IOException {
        answer(home, "\"registryId\":\"R1\",\"receivedAt\":\"2026-01-01T00:00:00Z\",\"duplicate\":false");
    }

    private void refuse(Path home) throws IOException {
        answer(home, "\"type\":\"urn:tucai:problem:does-not-open\",\"detail\":\"no\"");
    }

    @Test
    void whateverAnEndLeftBehindIsRecalledToTheLastFile() throws IOException {
        int n = 0;
        boolean ended = true;
        for (; ended; n++) {
            Path home = folder.resolve("out-" + n);
            ended = endsAt(n, home, this::handOver);
            assertThat(files(home)).as("step %d", n).hasSizeLessThanOrEqualTo(2);
            transport(home).recall(bundle.key());
            assertThat(files(home)).as("step %d", n).isEmpty();
            handOver(transport(home));
            assertThat(files(home)).hasSize(2);
        }
        assertThat(n).isEqualTo(9);
    }

    @Test
    void anEndWhileRecallingIsMendedByTheNextRecall() throws IOException {
        boolean ended = true;
        for (int n = 0; ended; n++) {
            Path home = folder.resolve("recall-" + n);
            handOver(transport(home));
            ended = endsAt(n, home, transport -> transport.recall(bundle.key()));
            // The manifest goes first: what has none is not handed over.
            List<String> left = files(home);
            assertThat(left.size() == 1 && left.get(0).endsWith(".manifest")).isFalse();
            transport(home).recall(bundle.key());
            assertThat(files(home)).isEmpty();
        }
    }

    @Test
    void anEndWhileCollectingLosesNoAnswer() throws IOException {
        for (boolean accepted : new boolean[] {true, false}) {
            boolean ended = true;
            for (int n = 0; ended; n++) {
                Path home = folder.resolve("collect-" + accepted + n);
                handOver(transport(home));
                if (accepted) {
                    accept(home);
                } else {
                    refuse(home);
                }
                ended = endsAt(n, home, transport -> transport.collect(bundle.key()));
                DeliveryOutcome outcome = transport(home).collect(bundle.key()).orElseThrow();
                assertThat(outcome instanceof DeliveryOutcome.Accepted).isEqualTo(accepted);
                assertThat(files(home)).singleElement().asString().startsWith("done");
                assertThat(transport(home).collect(bundle.key())).get().hasSameClassAs(outcome);
            }
        }
    }

    /** An answer that deliver took in, before its program ended and told nobody, is read all the same. */
    @Test
    void whatDeliverTookInIsCollectedToo() throws IOException {
        for (boolean accepted : new boolean[] {true, false}) {
            Path home = folder.resolve("deliver-" + accepted);
            handOver(transport(home));
            if (accepted) {
                accept(home);
            } else {
                refuse(home);
            }
            DeliveryOutcome told = transport(home).deliver(bundle);
            DeliveryOutcome again = transport(home).collect(bundle.key()).orElseThrow();
            assertThat(again.getClass()).isEqualTo(told.getClass());
            assertThat(files(home)).singleElement().asString().startsWith("done");
        }
    }

    /** A bundle that vanished between its parts is handed over whole again. */
    @Test
    void aManifestWithoutItsBundleIsNoHandOver() throws IOException {
        handOver(transport(folder));
        for (String file : files(folder)) {
            if (file.endsWith(".p7m")) {
                Files.delete(folder.resolve(file));
            }
        }
        handOver(transport(folder));
        assertThat(files(folder)).hasSize(2).anyMatch(file -> file.endsWith(".p7m"));
    }
}
