package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.MutualTls;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.ChsiTransport;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChsiSandboxTest {
    private final World world = new World();
    private final ChsiTransport transport = world.transport();

    @AfterEach
    void close() {
        world.close();
    }

    private Receipt accepted(SealedBundle bundle) {
        return ((DeliveryOutcome.Accepted) transport.deliver(bundle)).receipt();
    }

    private String refused(SealedBundle bundle) {
        return ((DeliveryOutcome.Refused) transport.deliver(bundle)).code();
    }

    @Test
    void itsCodesOpenAtTheCollector() {
        CodeClaims claims = World.newClaims();
        CollectionCode code = world.sandbox.issue(claims);
        assertThat(Tc1.decoder(World.KEYS.collector()).open(code, claims.issuedAt()))
                .isEqualTo(new CodeOpening.Opened(claims));
    }

    @Test
    void itKeepsTheImageAsItCame() {
        Receipt receipt = accepted(World.sealed(world.issuedClaims(), 1, 7, 8, 9));
        assertThat(world.sandbox.product(receipt.registryId())).contains(PhotoImage.copyOf(new byte[] {7, 8, 9}));
    }

    @Test
    void aNewerImageSupersedesTheOlderOne() {
        CodeClaims claims = world.issuedClaims();
        Receipt first = accepted(World.sealed(claims, 1, 1));
        Receipt second = accepted(World.sealed(claims, 2, 2));
        assertThat(second.registryId()).isNotEqualTo(first.registryId());
        assertThat(world.sandbox.images()).extracting(StoredImage::registryId).containsExactly(second.registryId());
    }

    @Test
    void anOlderImageThatComesLateDoesNotSupersede() {
        CodeClaims claims = world.issuedClaims();
        SealedBundle first = World.sealed(claims, 1, 1);
        String firstId = accepted(first).registryId();
        String secondId = accepted(World.sealed(claims, 3, 3)).registryId();
        Receipt again = accepted(first);
        assertThat(again.duplicate()).isTrue();
        assertThat(again.registryId()).isEqualTo(firstId);
        assertThat(refused(World.sealed(claims, 2, 2))).isEqualTo("not-newer");
        assertThat(world.sandbox.images()).extracting(StoredImage::registryId).containsExactly(secondId);
    }

    @Test
    void goingBackToAnEarlierPhotoIsANewVersion() {
        CodeClaims claims = world.issuedClaims();
        accepted(World.sealed(claims, 1, 1));
        accepted(World.sealed(claims, 2, 2));
        Receipt back = accepted(World.sealed(claims, 3, 1));
        assertThat(back.duplicate()).isFalse();
        assertThat(world.sandbox.images()).extracting(StoredImage::registryId).containsExactly(back.registryId());
    }

    @Test
    void itKnowsOnlyWhomItGaveACode() {
        CodeClaims claims = world.issuedClaims();
        CodeClaims other = World.newClaims();
        CodeClaims mixed = new CodeClaims(
                claims.enrolment(),
                claims.name(),
                claims.id(),
                claims.school(),
                other.studentNumber(),
                claims.classYear(),
                claims.issuedAt(),
                claims.expiresAt(),
                claims.serial());
        assertThat(refused(World.sealed(other, 1, 1))).isEqualTo("unknown-enrolment");
        assertThat(refused(World.sealed(mixed, 1, 1))).isEqualTo("claims-differ");
        world.sandbox.admit(other);
        assertThat(accepted(World.sealed(other, 1, 1)).duplicate()).isFalse();
    }

    @Test
    void aBundleThatDoesNotOpenOrHasAnotherKeyIsRefused() {
        SealedBundle bundle = World.sealed(world.issuedClaims(), 1, 1);
        byte[] changed = bundle.bytes();
        changed[changed.length / 2] ^= 1;
        DeliveryKey another = new DeliveryKey(ImageDigest.of(new byte[0]).hex());
        assertThat(refused(SealedBundle.copyOf(bundle.key(), changed))).isEqualTo("does-not-open");
        assertThat(refused(SealedBundle.copyOf(another, bundle.bytes()))).isEqualTo("key-differs");
        assertThat(world.sandbox.images()).isEmpty();
    }

    @Test
    void aRestartForgetsNothing() {
        CodeClaims claims = world.issuedClaims();
        SealedBundle bundle = World.sealed(claims, 1, 1, 2);
        Receipt before = accepted(bundle);
        world.restart();
        ChsiTransport again = world.transport();
        Receipt after = ((DeliveryOutcome.Accepted) again.deliver(bundle)).receipt();
        assertThat(after).isEqualTo(new Receipt(before.key(), before.registryId(), before.receivedAt(), true));
        assertThat(world.sandbox.product(before.registryId())).isPresent();
        assertThat(again.deliver(World.sealed(claims, 2, 3))).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(world.sandbox.images()).hasSize(1);
    }

    @Test
    void aTornLastLineOfTheJournalIsDropped() throws IOException {
        String id = accepted(World.sealed(world.issuedClaims(), 1, 1)).registryId();
        world.sandbox.close();
        Files.writeString(
                world.store.resolve("journal.txt"),
                "image R0000",
                StandardCharsets.US_ASCII,
                StandardOpenOption.APPEND);
        world.restart();
        assertThat(world.sandbox.images()).extracting(StoredImage::registryId).containsExactly(id);
        CodeClaims claims = world.issuedClaims();
        assertThat(world.transport().deliver(World.sealed(claims, 1, 1))).isInstanceOf(DeliveryOutcome.Accepted.class);
        world.restart();
        assertThat(world.sandbox.images()).hasSize(2);
    }

    @Test
    void theJournalNamesNobody() throws IOException {
        accepted(World.sealed(world.issuedClaims(), 1, 1));
        assertThat(Files.readString(world.store.resolve("journal.txt")))
                .doesNotContain("ENROLMENT-")
                .doesNotContain("李")
                .doesNotContain("3201");
    }

    @Test
    void aCodeIsIssuedOverHttpsToo() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(MutualTls.context(World.KEYS.clientKeyStore(), World.KEYS::password, World.KEYS.trusted()))
                .build();
        String form = Stream.of(
                        "enrolment=E1",
                        "name=" + URLEncoder.encode("王*", StandardCharsets.UTF_8),
                        "id=3201**********1234",
                        "school=10284",
                        "studentNumber=S1",
                        "classYear=2025",
                        "validDays=90")
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
        HttpResponse<String> answer = client.send(code(form), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        CodeOpening opening =
                Tc1.decoder(World.KEYS.collector()).open(new CollectionCode(answer.body()), Instant.now());
        CodeClaims claims = ((CodeOpening.Opened) opening).claims();
        assertThat(claims.name().value()).isEqualTo("王*");
        assertThat(accepted(World.sealed(claims, 1, 1)).duplicate()).isFalse();
        HttpResponse<String> refused =
                client.send(code("enrolment=E1&name=full"), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("bad-claims").doesNotContain("full");
    }

    private HttpRequest code(String form) {
        return HttpRequest.newBuilder(world.sandbox.endpoint().resolve("v1/codes"))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        Path other = World.temporary("tucai-sandbox-other");
        try {
            assertThatThrownBy(() -> ChsiSandbox.start(World.KEYS
                            .sandbox(other)
                            .onPort(world.sandbox.endpoint().getPort())))
                    .isInstanceOf(TucaiException.class)
                    .hasMessageContaining("port");
        } finally {
            World.delete(other);
        }
    }

    @Test
    void demoKeysAreMadeOnce() {
        Path folder = World.KEYS.clientKeyStore().resolveSibling("");
        DemoKeys again = DemoKeys.in(folder, Clock.systemUTC(), new SecureRandom());
        assertThat(again.registry().keys()).isEqualTo(World.KEYS.registry().keys());
    }
}
