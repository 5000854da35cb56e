package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that is in order by TLS and odd in what it answers. */
class OddRegistryTest {
    private static final SealedBundle BUNDLE = World.sealed(World.newClaims(), 1, 1);
    private static final String GOOD = "{\"key\":\"" + BUNDLE.key().value()
            + "\",\"registryId\":\"R1\",\"receivedAt\":\"2026-01-01T00:00:00Z\",\"duplicate\":false}";

    private HttpsServer server;
    private int status;
    private String type = "application/json";
    private byte[] body = {};

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(World.KEYS.sandbox(Path.of("unused")).tls()));
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Location", "https://127.0.0.1:1/");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpsChsiTransport.Builder builder() {
        URI endpoint = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        return HttpsChsiTransport.builder(endpoint)
                .trusted(World.KEYS.trusted())
                .clientKey(World.KEYS.clientKeyStore(), World.KEYS::password)
                .unsignedReceipts()
                .answerTimeout(Duration.ofSeconds(20));
    }

    private void says(int code, String contentType, String text) {
        status = code;
        type = contentType;
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    private TransportException failure() {
        try {
            throw new AssertionError("an answer: " + builder().build().deliver(BUNDLE));
        } catch (TransportException e) {
            return e;
        }
    }

    @Test
    void aReceiptIsEnoughWhereItIsSaidThatSignaturesAreNotAskedFor() {
        says(201, "application/json", GOOD);
        assertThat(builder().build().deliver(BUNDLE)).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{\"key\":1}",
                "{\"key\":\"zz\",\"registryId\":\"R1\",\"receivedAt\":\"x\",\"duplicate\":false}",
                "<html>welcome</html>",
                "{\"key\":\"a\",\"key\":\"b\"}"
            })
    void aReceiptThatCannotBeReadIsNone(String text) {
        says(201, "application/json", text);
        assertThat(failure()).hasMessageContaining("cannot be read");
    }

    @Test
    void aReceiptNestedWithoutEndIsNone() {
        says(201, "application/json", "{\"a\":" + "[".repeat(30_000));
        assertThat(failure()).hasMessageContaining("cannot be read");
    }

    @Test
    void anAnswerWithoutEndIsHungUpOn() {
        status = 201;
        body = new byte[1 << 20];
        TransportException e = failure();
        assertThat(e).hasMessageContaining("too large");
        assertThat(e.retryable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "500, true",
        "502, true",
        "503, true",
        "429, true",
        "408, true",
        "401, false",
        "403, false",
        "404, false",
        "302, false",
        "204, false",
        "409, false"
    })
    void aStatusWithoutAReasonIsNoRefusal(int code, boolean retryable) {
        says(code, "text/plain", "");
        TransportException e = failure();
        assertThat(e.retryable()).isEqualTo(retryable);
        assertThat(e).hasMessageContaining(Integer.toString(code));
    }

    @Test
    void aReasonIsPassedOnWithoutNumbersThatCouldBeSomeones() {
        says(
                422,
                "application/problem+json; charset=utf-8",
                "{\"type\":\"urn:x:problem:unknown-enrolment\",\"detail\":\"no 11010519491231002X\\nhere\","
                        + "\"more\":{\"a\":[1,{\"b\":null}]}}");
        assertThat(builder().build().deliver(BUNDLE))
                .isEqualTo(new DeliveryOutcome.Refused("unknown-enrolment", "no … here"));
    }

    @Test
    void aReasonOfStrangeFormHasTheStatusAsItsCode() {
        says(422, "application/problem+json", "{\"type\":\"about:blank?<b>\",\"title\":\"Sorry\"}");
        assertThat(builder().build().deliver(BUNDLE)).isEqualTo(new DeliveryOutcome.Refused("refused-422", "Sorry"));
    }

    @Test
    void aListThatCannotBeReadIsSaid() {
        says(200, "application/x-ndjson", "{\"key\":\"x\"}\n");
        assertThatThrownBy(() -> builder().build().registered())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("list");
        says(404, "text/plain", "");
        assertThatThrownBy(() -> builder().build().registered())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("endpoint");
    }
}
