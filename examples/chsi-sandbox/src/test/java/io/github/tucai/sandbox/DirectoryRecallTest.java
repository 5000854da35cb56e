package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.Clause;
import io.github.tucai.crypto.DirectoryChsiTransport;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was handed over for somebody who is locked or erased since: it is taken back, and what was answered is read. */
@Clause("N2.2c")
class DirectoryRecallTest {
    @TempDir
    Path folder;

    private RegistryStore store;
    private BundleDesk desk;

    @BeforeEach
    void open() throws IOException {
        store = new RegistryStore(folder.resolve("registry"), Clock.systemUTC());
        desk = new BundleDesk(store, World.KEYS.registry());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private Path shared() {
        return folder.resolve("shared");
    }

    private DirectoryChsiTransport transport(Duration wait) {
        return DirectoryChsiTransport.builder(shared(), World.KEYS.collector())
                .answerWait(wait)
                .build();
    }

    private DirectoryChsiTransport transport() {
        return transport(Duration.ZERO);
    }

    private CodeClaims issuedClaims() throws IOException {
        CodeClaims claims = World.newClaims();
        store.issued(claims);
        return claims;
    }

    private void handOver(SealedBundle bundle) {
        try {
            throw new AssertionError("an answer: " + transport().deliver(bundle));
        } catch (TransportException e) {
            assertThat(e.awaitingAnswer()).isTrue();
        }
    }

    private static List<String> files(Path part) throws IOException {
        if (!Files.isDirectory(part)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(part)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private List<String> out() throws IOException {
        return files(shared().resolve("out"));
    }

    /** Carries all files of one folder into another, as somebody with a stick does. */
    private static void carry(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : files(from)) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    /** The registry collects what lies in a folder, and answers. */
    private int collects(Path place) throws IOException {
        try (DirectoryDesk once = new DirectoryDesk(place, desk, false)) {
            return once.look();
        }
    }

    private static Receipt receipt(Optional<DeliveryOutcome> outcome) {
        return ((DeliveryOutcome.Accepted) outcome.orElseThrow()).receipt();
    }

    @Test
    void whatNobodyCollectedIsGoneAndCanBeSentAgain() throws IOException {
        SealedBundle bundle = World.sealed(issuedClaims(), 1, 1);
        SealedBundle other = World.sealed(issuedClaims(), 1, 2);
        handOver(bundle);
        handOver(other);
        transport().recall(bundle.key());
        assertThat(out())
                .hasSize(2)
                .allMatch(name -> name.startsWith(other.key().value()));
        assertThat(collects(shared())).isEqualTo(1);
        assertThat(store.all())
                .singleElement()
                .extracting(one -> one.image().key())
                .isEqualTo(other.key());
        assertThat(transport().collect(bundle.key())).isEmpty();

        handOver(bundle);
        collects(shared());
        assertThat(transport().deliver(bundle)).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(store.valid()).hasSize(2);
    }

    @Test
    void anAnswerToWhatWasCarriedAwayBeforeIsRead() throws IOException {
        SealedBundle bundle = World.sealed(issuedClaims(), 1, 1);
        handOver(bundle);
        Path stick = folder.resolve("stick");
        carry(shared().resolve("out"), stick.resolve("out"));
        transport().recall(bundle.key());
        assertThat(out()).isEmpty();
        assertThat(transport().collect(bundle.key())).isEmpty();
        collects(stick);
        carry(stick.resolve("in"), shared().resolve("in"));

        Receipt receipt = receipt(transport().collect(bundle.key()));
        assertThat(receipt.duplicate()).isFalse();
        assertThat(store.valid()).extracting(StoredImage::registryId).containsExactly(receipt.registryId());
        assertThat(out()).isEmpty();
        assertThat(files(shared().resolve("in"))).isEmpty();
        assertThat(files(shared().resolve("done"))).hasSize(1);
        assertThat(receipt(transport().collect(bundle.key())))
                .isEqualTo(new Receipt(receipt.key(), receipt.registryId(), receipt.receivedAt(), true));
    }

    @Test
    void aRefusalIsReadTooAndDoesNotStandInTheWayOfSendingAgain() throws IOException {
        CodeClaims claims = World.newClaims();
        SealedBundle bundle = World.sealed(claims, 1, 1);
        handOver(bundle);
        collects(shared());
        DeliveryOutcome refused =
                new DeliveryOutcome.Refused("unknown-enrolment", "No code was issued for this enrolment");
        assertThat(transport().collect(bundle.key())).contains(refused);
        assertThat(transport().collect(bundle.key())).contains(refused);
        assertThat(out()).isEmpty();
        store.issued(claims);
        handOver(bundle);
        assertThat(transport().collect(bundle.key())).isEmpty();
        collects(shared());
        assertThat(transport().collect(bundle.key())).get().isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @Test
    void collectingSendsNothing() throws IOException {
        SealedBundle bundle = World.sealed(issuedClaims(), 1, 1);
        assertThat(transport().collect(bundle.key())).isEmpty();
        transport().recall(bundle.key());
        assertThat(out()).isEmpty();
    }

    @Test
    void anAnswerThatIsNotTheRegistrysIsNotCollected() throws IOException {
        SealedBundle bundle = World.sealed(issuedClaims(), 1, 1);
        handOver(bundle);
        collects(shared());
        Path answer =
                shared().resolve("in").resolve(files(shared().resolve("in")).get(0));
        String genuine = Files.readString(answer);
        for (String forged : List.of("", genuine.replace("R0000", "R1000"), genuine + genuine, "{}\n\n")) {
            Files.writeString(answer, forged);
            assertThatThrownBy(() -> transport().collect(bundle.key())).isInstanceOf(TransportException.class);
        }
        Path elsewhere = answer.resolveSibling(bundle.key().value() + "-0000000000000000.answer");
        Files.delete(answer);
        Files.writeString(elsewhere, genuine);
        assertThatThrownBy(() -> transport().collect(bundle.key())).hasMessageContaining("another delivery");
    }

    /** The third delivery has the key of the first: what was answered to that one says nothing of it. */
    @Test
    void anAnswerToAnEarlierBundleIsNotTakenForTheLaterOnes() throws IOException {
        CodeClaims claims = issuedClaims();
        SealedBundle first = World.sealed(claims, 1, 1);
        SealedBundle third = World.sealed(claims, 3, 1);
        handOver(first);
        collects(shared());
        assertThat(transport().collect(first.key())).isPresent();
        handOver(World.sealed(claims, 2, 2));
        collects(shared());
        handOver(third);
        assertThat(transport().collect(third.key())).isEmpty();
        transport().recall(third.key());
        assertThat(transport().collect(third.key())).isEmpty();
        assertThat(transport().deliver(first))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Accepted.class,
                        accepted -> assertThat(accepted.receipt().duplicate()).isTrue());
        handOver(third);
        collects(shared());
        assertThat(receipt(transport().collect(third.key())).duplicate()).isFalse();
        assertThat(store.valid()).extracting(StoredImage::version).containsExactly(3);
    }

    /** While one waits for the answer, somebody else takes the delivery back: waiting does not hand it over again. */
    @Test
    void whoWaitsForAnAnswerDoesNotHandOverAgain() throws Exception {
        SealedBundle bundle = World.sealed(issuedClaims(), 1, 1);
        DirectoryChsiTransport waiting = transport(Duration.ofSeconds(2));
        CompletableFuture<DeliveryOutcome> answer = CompletableFuture.supplyAsync(() -> waiting.deliver(bundle));
        while (out().stream().noneMatch(name -> name.endsWith(".manifest"))) {
            LockSupport.parkNanos(1_000_000);
        }
        waiting.recall(bundle.key());
        while (!answer.isDone()) {
            assertThat(out()).isEmpty();
            LockSupport.parkNanos(10_000_000);
        }
        assertThatThrownBy(answer::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.awaitingAnswer())
                        .isTrue());
        assertThat(out()).isEmpty();
    }

    /**
     * A registry that collects all the time, and deliveries that are taken back at any moment: either it never had one, or its
     * answer is there to be collected, and then a withdrawal undoes it. Nothing stays. Of four, one is taken back while the
     * registry is away and one after it has looked, so that either wins on a machine of any speed.
     */
    @Test
    void aRecallRacesWithTheRegistryAndEitherWinsWhole() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ReentrantLock opened = new ReentrantLock(true);
        int collected = 0;
        Random random = new Random(11);
        try (DirectoryDesk registry = new DirectoryDesk(shared(), desk, false)) {
            CompletableFuture<Void> looking = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    opened.lock();
                    try {
                        look(registry);
                    } finally {
                        opened.unlock();
                    }
                }
            });
            for (int i = 0; i < 200; i++) {
                CodeClaims claims = issuedClaims();
                SealedBundle bundle = World.sealed(claims, 1, 1, 2, 3);
                boolean away = i % 4 == 0;
                if (away) {
                    opened.lock();
                }
                handOver(bundle);
                if (i % 4 == 1) {
                    registry.look();
                } else {
                    LockSupport.parkNanos(random.nextInt(4_000_000));
                }
                transport().recall(bundle.key());
                if (away) {
                    opened.unlock();
                }
                assertThat(out()).noneMatch(name -> name.startsWith(bundle.key().value()));
                registry.look(); // Waits until a look that had begun is over.
                boolean stored =
                        store.all().stream().anyMatch(one -> one.image().key().equals(bundle.key()));
                Optional<DeliveryOutcome> outcome = transport().collect(bundle.key());
                assertThat(outcome.isPresent()).isEqualTo(stored);
                if (stored) {
                    collected++;
                    SealedBundle withdrawal = World.withdrawal(claims, 1, 1, 2, 3);
                    assertThat(transport(Duration.ofSeconds(20)).deliver(withdrawal))
                            .isInstanceOf(DeliveryOutcome.Accepted.class);
                }
            }
            over.set(true);
            looking.get();
        }
        assertThat(collected).isBetween(50, 150);
        assertThat(store.valid()).isEmpty();
        assertThat(out()).isEmpty();
        assertThat(files(shared().resolve("in"))).isEmpty();
    }

    private static void look(DirectoryDesk registry) {
        try {
            registry.look();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
