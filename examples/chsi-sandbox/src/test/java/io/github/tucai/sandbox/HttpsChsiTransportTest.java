package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.ChsiTransportContract;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.crypto.RegisteredImage;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.spi.ChsiTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpsChsiTransportTest extends ChsiTransportContract {
    private final World world = new World();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected ChsiTransport transport() {
        return world.transport();
    }

    @Override
    protected ChsiTransport unconnected() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return World.builder(URI.create("https://127.0.0.1:" + free.getLocalPort()))
                    .build();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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

    private static TransportException failure(ChsiTransport transport, SealedBundle bundle) {
        try {
            DeliveryOutcome outcome = transport.deliver(bundle);
            throw new AssertionError("expected no answer, got " + outcome);
        } catch (TransportException e) {
            return e;
        }
    }

    @Test
    void withoutAClientKeyTheOperatorIsToldSo() {
        HttpsChsiTransport anonymous = HttpsChsiTransport.builder(world.sandbox.endpoint())
                .trusted(World.KEYS.trusted())
                .receiptKeys(World.KEYS.collector())
                .build();
        TransportException e = failure(anonymous, acceptable());
        assertThat(e).hasMessageContaining("no client key is configured");
        assertThat(e.retryable()).isFalse();
        assertThat(world.sandbox.images()).isEmpty();
    }

    @Test
    void aClientOfAnotherAuthorityIsNotLetIn() throws IOException {
        DemoAuthority stranger = new DemoAuthority("Stranger", new SecureRandom());
        stranger.issue("collector", folder.resolve("client.p12"), "other");
        HttpsChsiTransport transport = world.builder()
                .clientKey(folder.resolve("client.p12"), "other"::toCharArray)
                .build();
        assertThat(failure(transport, acceptable())).hasMessageContaining("client certificate");
        assertThat(world.sandbox.images()).isEmpty();
    }

    @Test
    void aRegistryOfAnotherAuthorityIsNotTalkedTo() throws IOException {
        Path other =
                Files.writeString(folder.resolve("other.pem"), new DemoAuthority("Stranger", new SecureRandom()).pem());
        TransportException e = failure(world.builder().trusted(other).build(), acceptable());
        assertThat(e).hasMessageContaining("not vouched for");
        assertThat(e.retryable()).isFalse();
    }

    @Test
    void aPinnedKeyMustBeTheOne() throws Exception {
        String pin = World.pin(World.KEYS.clientKeyStore().resolveSibling("server.p12"));
        SealedBundle bundle = acceptable();
        HttpsChsiTransport other =
                world.builder().pinnedKeys(Set.of("0".repeat(64))).build();
        assertThat(failure(other, bundle)).hasMessageContaining("pinned");
        assertThat(world.builder().pinnedKeys(Set.of(pin)).build().deliver(bundle))
                .isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThatThrownBy(() -> world.builder().pinnedKeys(Set.of("abc")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongPasswordAndAMissingFileAreToldAtTheStart() {
        assertThatThrownBy(() -> world.builder()
                        .clientKey(World.KEYS.clientKeyStore(), "hunter2"::toCharArray)
                        .build())
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("client.p12")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() ->
                        world.builder().trusted(folder.resolve("missing.pem")).build())
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("missing.pem");
        assertThatThrownBy(() ->
                        HttpsChsiTransport.builder(world.sandbox.endpoint()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trusted");
    }

    @Test
    void noUnencryptedAddressIsTaken() {
        assertThatThrownBy(() -> HttpsChsiTransport.builder(URI.create("http://127.0.0.1:80/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
        assertThatThrownBy(() -> HttpsChsiTransport.builder(URI.create("https://me:secret@127.0.0.1/?x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aBundleTooLargeIsNotSentAndNotTaken() {
        SealedBundle small = acceptable();
        TransportException e = failure(world.builder().mostBundleBytes(100).build(), small);
        assertThat(e).hasMessageContaining("at most 100");
        assertThat(e.retryable()).isFalse();
        SealedBundle large = SealedBundle.copyOf(small.key(), new byte[6 << 20]);
        DeliveryOutcome outcome =
                world.builder().mostBundleBytes(8 << 20).build().deliver(large);
        assertThat(outcome).isInstanceOfSatisfying(DeliveryOutcome.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("too-large"));
    }

    @Test
    void aBusyRegistryIsWorthAnotherTry() {
        SealedBundle bundle = acceptable();
        world.sandbox.failNext(SandboxFault.UNAVAILABLE);
        TransportException e = failure(transport(), bundle);
        assertThat(e).hasMessageContaining("503");
        assertThat(e.retryable()).isTrue();
        assertThat(transport().deliver(bundle)).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    /** Whatever happens to the answer, asking again brings the receipt and no second image. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DELAY", "DUPLICATE", "STORES_TWICE"})
    void afterEveryFaultTheNextTrySucceedsWithOneImage(SandboxFault fault) {
        SealedBundle bundle = acceptable();
        world.sandbox.failNext(fault);
        assertThat(failure(transport(), bundle).retryable()).isTrue();
        assertThat(transport().deliver(bundle)).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(world.sandbox.images()).hasSize(1);
    }

    @Test
    void anAnswerThatComesTooLateIsAskedForAgain() {
        SealedBundle bundle = acceptable();
        world.sandbox.failNext(SandboxFault.DELAY);
        HttpsChsiTransport hasty =
                world.builder().answerTimeout(Duration.ofMillis(1500)).build();
        assertThat(failure(hasty, bundle).retryable()).isTrue();
        assertThat(transport().deliver(bundle)).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(world.sandbox.images()).hasSize(1);
    }

    @Test
    void faultsAreTakenFromLinesOfText() throws IOException {
        world.sandbox.faultsFrom(new BufferedReader(new StringReader("unavailable\nnonsense\nDUPLICATE\n")));
        SealedBundle bundle = acceptable();
        assertThat(failure(transport(), bundle)).hasMessageContaining("503");
        assertThat(transport().deliver(bundle))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Accepted.class,
                        accepted -> assertThat(accepted.receipt().duplicate()).isTrue());
    }

    @Test
    void aSilentRegistryIsGivenUpInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpsChsiTransport transport = World.builder(URI.create("https://127.0.0.1:" + silent.getLocalPort()))
                    .answerTimeout(Duration.ofMillis(300))
                    .build();
            TransportException e = failure(transport, acceptable());
            assertThat(e).hasMessageContaining("300 ms");
            assertThat(e.retryable()).isTrue();
        }
    }

    @Test
    void anotherServiceAtTheAddressIsToldFromARegistry() {
        HttpsChsiTransport elsewhere =
                World.builder(world.sandbox.endpoint().resolve("elsewhere/")).build();
        TransportException e = failure(elsewhere, acceptable());
        assertThat(e).hasMessageContaining("check the endpoint");
        assertThat(e.retryable()).isFalse();
    }

    @Test
    void theRegistrysListTellsWhatIsValid() {
        CodeClaims claims = world.issuedClaims();
        SealedBundle first = World.sealed(claims, 1, 1);
        SealedBundle second = World.sealed(claims, 2, 2);
        HttpsChsiTransport transport = world.transport();
        assertThat(transport.registered()).isEmpty();
        transport.deliver(first);
        transport.deliver(second);
        assertThat(transport.registered()).extracting(RegisteredImage::key).containsExactly(second.key());
    }

    @Test
    void noMessageShowsThePersonOrASecret() {
        SealedBundle bundle = unacceptable();
        String shown = transport().deliver(bundle) + " " + transport() + " " + bundle + " " + World.KEYS + " "
                + World.KEYS.collector() + " " + failure(unconnected(), bundle).getMessage();
        assertThat(shown)
                .doesNotContain("ENROLMENT-")
                .doesNotContain("李")
                .doesNotContain("1234")
                .doesNotContain(new String(World.KEYS.password()));
    }
}
