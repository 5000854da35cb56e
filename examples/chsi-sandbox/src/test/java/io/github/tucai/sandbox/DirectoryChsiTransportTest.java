package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.ChsiTransportContract;
import io.github.tucai.crypto.DirectoryChsiTransport;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.spi.ChsiTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryChsiTransportTest extends ChsiTransportContract {
    private final World world = new World();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    private Path shared() {
        return folder.resolve("shared");
    }

    private DirectoryChsiTransport transport(Duration wait) {
        return DirectoryChsiTransport.builder(shared(), World.KEYS.collector())
                .answerWait(wait)
                .build();
    }

    @Override
    protected ChsiTransport transport() {
        world.sandbox.watch(shared());
        return transport(Duration.ofSeconds(20));
    }

    @Override
    protected ChsiTransport unconnected() {
        return DirectoryChsiTransport.builder(folder.resolve("nobody"), World.KEYS.collector())
                .build();
    }

    @Override
    protected SealedBundle acceptable() {
        return World.sealed(world.issuedClaims(), 1, 1, 2, 3);
    }

    @Override
    protected SealedBundle unacceptable() {
        return World.sealed(World.newClaims(), 1, 1, 2, 3);
    }

    @Override
    protected SealedBundle withdrawal() {
        return World.withdrawal(world.issuedClaims(), 1, 1, 2, 3);
    }

    private List<String> files(String part) throws IOException {
        try (Stream<Path> files = Files.list(shared().resolve(part))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static TransportException failure(ChsiTransport transport, SealedBundle bundle) {
        try {
            throw new AssertionError("an answer: " + transport.deliver(bundle));
        } catch (TransportException e) {
            return e;
        }
    }

    /** Out today, back tomorrow: nothing runs in between but the registry. */
    @Test
    void anAnswerThatComesLaterIsImported() throws IOException {
        SealedBundle bundle = acceptable();
        assertThat(failure(transport(Duration.ZERO), bundle).awaitingAnswer()).isTrue();
        assertThat(failure(transport(Duration.ZERO), bundle).awaitingAnswer()).isTrue();
        assertThat(files("out")).hasSize(2);
        world.sandbox.watch(shared());
        DeliveryOutcome outcome = transport(Duration.ofSeconds(20)).deliver(bundle);
        assertThat(outcome).isInstanceOfSatisfying(DeliveryOutcome.Accepted.class, accepted -> assertThat(
                        accepted.receipt().duplicate())
                .isFalse());
        assertThat(files("out")).isEmpty();
        assertThat(files("in")).isEmpty();
        assertThat(files("done")).hasSize(1);
        assertThat(world.sandbox.images()).hasSize(1);
    }

    /** The third delivery has the key of the first: its answer must not be taken for the third's. */
    @Test
    void goingBackToAnEarlierPhotoIsADeliveryOfItsOwn() {
        CodeClaims claims = world.issuedClaims();
        ChsiTransport transport = transport();
        transport.deliver(World.sealed(claims, 1, 1));
        transport.deliver(World.sealed(claims, 2, 2));
        DeliveryOutcome back = transport.deliver(World.sealed(claims, 3, 1));
        assertThat(back).isInstanceOfSatisfying(DeliveryOutcome.Accepted.class, accepted -> assertThat(
                        accepted.receipt().duplicate())
                .isFalse());
        assertThat(world.sandbox.images()).extracting(StoredImage::version).containsExactly(3);
    }

    @Test
    void aRefusalMayBeAskedForAgain() {
        CodeClaims claims = World.newClaims();
        SealedBundle bundle = World.sealed(claims, 1, 1);
        ChsiTransport transport = transport();
        assertThat(transport.deliver(bundle))
                .isEqualTo(new DeliveryOutcome.Refused("unknown-enrolment", "No code was issued for this enrolment"));
        world.sandbox.admit(claims);
        assertThat(transport.deliver(bundle)).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @Test
    void anAnswerThatIsNotTheRegistrysIsNone() throws IOException {
        SealedBundle bundle = acceptable();
        failure(transport(Duration.ZERO), bundle);
        world.sandbox.watch(shared());
        Path answer = awaited(bundle);
        String genuine = Files.readString(answer);
        for (String forged : List.of(
                "",
                genuine.substring(0, genuine.length() / 2),
                genuine.replace("R0000", "R1000"),
                genuine.replace("\"duplicate\":false", "\"duplicate\":true"),
                genuine + genuine,
                genuine.substring(0, genuine.indexOf('\n') + 1) + "00000000 AAAA\n",
                "x".repeat(100_000))) {
            Files.writeString(answer, forged, StandardCharsets.UTF_8);
            TransportException e = failure(transport(Duration.ZERO), bundle);
            assertThat(e.retryable()).isTrue();
            assertThat(e.awaitingAnswer()).isFalse();
        }
        Files.writeString(answer, genuine, StandardCharsets.UTF_8);
        assertThat(transport(Duration.ZERO).deliver(bundle)).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    /** A genuine answer under the name of another delivery of the same key says nothing of that one. */
    @Test
    void anAnswerIsBoundToItsBundle() throws IOException {
        CodeClaims claims = world.issuedClaims();
        SealedBundle first = World.sealed(claims, 1, 1);
        SealedBundle third = World.sealed(claims, 3, 1);
        transport().deliver(first);
        world.sandbox.close();
        failure(transport(Duration.ZERO), third);
        String name = files("out").get(0).replace(".manifest", "");
        Path kept = shared().resolve("done").resolve(files("done").get(0));
        Files.copy(kept, shared().resolve("in").resolve(name + ".answer"));
        assertThat(failure(transport(Duration.ZERO), third)).hasMessageContaining("another delivery");
    }

    private Path awaited(SealedBundle bundle) throws IOException {
        for (int i = 0; i < 400; i++) {
            for (String name : files("in")) {
                if (name.startsWith(bundle.key().value()) && name.endsWith(".answer")) {
                    return shared().resolve("in").resolve(name);
                }
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no answer");
    }

    @Test
    void aFolderThatCannotBeUsedIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        ChsiTransport transport =
                DirectoryChsiTransport.builder(file, World.KEYS.collector()).build();
        TransportException e = failure(transport, acceptable());
        assertThat(e).hasMessageContaining("hand-over folder");
        assertThat(e.retryable()).isTrue();
    }

    @Test
    void aBundleTooLargeIsNotHandedOver() {
        DirectoryChsiTransport.Builder builder =
                DirectoryChsiTransport.builder(shared(), World.KEYS.collector()).mostBundleBytes(100);
        assertThat(failure(builder.build(), acceptable()).retryable()).isFalse();
        assertThatThrownBy(() -> builder.mostBundleBytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.answerWait(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fileNamesNameNobody() throws IOException {
        SealedBundle bundle = acceptable();
        failure(transport(Duration.ZERO), bundle);
        assertThat(files("out")).allMatch(name -> name.matches("[0-9a-f]{64}-[0-9a-f]{16}\\.(p7m|manifest)"));
    }
}
