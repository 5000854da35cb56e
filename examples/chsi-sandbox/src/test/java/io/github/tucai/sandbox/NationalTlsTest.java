package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.crypto.SmTls;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 8998 for real, over loopback: both sides known by SM2 certificates, TLS_SM4_GCM_SM3. */
class NationalTlsTest {
    private final World world = new World();
    private final Path store = World.temporary("tucai-sandbox-sm");
    private final ChsiSandbox sandbox = ChsiSandbox.start(World.KEYS.sandbox(store, Suite.SM));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        sandbox.close();
        world.close();
        World.delete(store);
    }

    private HttpsChsiTransport.Builder builder(URI endpoint) {
        return HttpsChsiTransport.builder(endpoint)
                .tls(Suite.SM)
                .trusted(World.KEYS.trusted(Suite.SM))
                .clientKey(World.KEYS.clientKeyStore(Suite.SM), World.KEYS::password)
                .receiptKeys(World.KEYS.collector())
                .answerTimeout(Duration.ofSeconds(20));
    }

    private SealedBundle bundle() {
        var claims = World.newClaims();
        sandbox.issue(claims);
        return World.sealed(claims, 1, 1, 2, 3);
    }

    private static TransportException failure(HttpsChsiTransport transport, SealedBundle bundle) {
        try {
            throw new AssertionError("an answer: " + transport.deliver(bundle));
        } catch (TransportException e) {
            return e;
        }
    }

    @Test
    void aDeliveryIsAcknowledged() {
        HttpsChsiTransport transport = builder(sandbox.endpoint()).build();
        SealedBundle bundle = bundle();
        assertThat(transport.deliver(bundle)).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(transport.registered()).singleElement().extracting("key").isEqualTo(bundle.key());
    }

    @Test
    void theSuiteIsTheNationalOne() throws Exception {
        SSLContext context =
                SmTls.context(World.KEYS.clientKeyStore(Suite.SM), World.KEYS::password, World.KEYS.trusted(Suite.SM));
        HttpClient client = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(context.getDefaultSSLParameters())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(sandbox.endpoint().resolve("v1/images")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession().orElseThrow().getCipherSuite()).isEqualTo("TLS_SM4_GCM_SM3");
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void theTwoWorldsDoNotMeet() {
        SealedBundle bundle = bundle();
        assertThatThrownBy(() -> builder(world.sandbox.endpoint()).build().deliver(bundle))
                .isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> World.builder(sandbox.endpoint()).build().deliver(bundle))
                .isInstanceOf(TransportException.class);
        assertThat(sandbox.images()).isEmpty();
    }

    @Test
    void withoutAClientKeyNobodyIsLetIn() {
        HttpsChsiTransport anonymous = HttpsChsiTransport.builder(sandbox.endpoint())
                .tls(Suite.SM)
                .trusted(World.KEYS.trusted(Suite.SM))
                .receiptKeys(World.KEYS.collector())
                .build();
        TransportException e = failure(anonymous, bundle());
        assertThat(e).hasMessageContaining("no client key is configured");
        assertThat(sandbox.images()).isEmpty();
    }

    @Test
    void aRegistryOfAnotherAuthorityIsNotTalkedTo() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.pem"), new DemoAuthority("Stranger", Suite.SM, new SecureRandom()).pem());
        TransportException e =
                failure(builder(sandbox.endpoint()).trusted(other).build(), bundle());
        assertThat(e.retryable()).isFalse();
        assertThat(sandbox.images()).isEmpty();
    }

    @Test
    void anotherHostNameIsNotTalkedTo() {
        URI other = URI.create("https://127.0.0.2:" + sandbox.endpoint().getPort() + "/");
        assertThatThrownBy(() -> builder(other).build().deliver(bundle())).isInstanceOf(TransportException.class);
        assertThat(sandbox.images()).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaid() {
        assertThatThrownBy(() -> builder(sandbox.endpoint())
                        .clientKey(World.KEYS.clientKeyStore(Suite.SM), "hunter2"::toCharArray)
                        .build())
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("client-sm.p12")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aPinnedKeyMustBeTheOne() throws Exception {
        String pin = World.pin(World.KEYS.clientKeyStore(Suite.SM).resolveSibling("server-sm.p12"));
        SealedBundle bundle = bundle();
        TransportException e = failure(
                builder(sandbox.endpoint()).pinnedKeys(Set.of("0".repeat(64))).build(), bundle);
        assertThat(e).hasMessageContaining("pinned");
        assertThat(e.retryable()).isFalse();
        assertThat(builder(sandbox.endpoint())
                        .pinnedKeys(Set.of("0".repeat(64), pin))
                        .build()
                        .deliver(bundle))
                .isInstanceOf(DeliveryOutcome.Accepted.class);
    }
}
