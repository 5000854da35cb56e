package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.tucai.contract.Clause;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.crypto.MutualTls;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry that signs nothing: what it says counts only where somebody said so. */
@Clause("N2.2c")
class UnsignedReceiptsTest {
    private static final SealedBundle BUNDLE = World.sealed(World.newClaims(), 1, 1);
    private static final String RECEIPT = "{\"key\":\"" + BUNDLE.key().value()
            + "\",\"registryId\":\"R1\",\"receivedAt\":\"2026-01-01T00:00:00Z\",\"duplicate\":false}";

    private HttpsServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(World.KEYS.sandbox(Path.of("unused")).tls()));
        server.createContext("/", UnsignedReceiptsTest::acknowledge);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void acknowledge(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        Exchanges.answer(exchange, 201, "application/json", Exchanges.utf8(RECEIPT));
        exchange.close();
    }

    private HttpsChsiTransport.Builder unsaid() {
        return HttpsChsiTransport.builder(
                        URI.create("https://127.0.0.1:" + server.getAddress().getPort()))
                .trusted(World.KEYS.trusted())
                .clientKey(World.KEYS.clientKeyStore(), World.KEYS::password);
    }

    /** What is logged meanwhile. */
    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutKeysNothingIsBuiltAndItSaysWhatToDo() {
        assertThatThrownBy(() -> unsaid().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("receiptKeys(keys)")
                .hasMessageContaining("unsignedReceipts()");
        assertThatThrownBy(() -> HttpsChsiTransport.builder(URI.create("https://127.0.0.1/"))
                        .sslContext(MutualTls.context(
                                World.KEYS.clientKeyStore(), World.KEYS::password, World.KEYS.trusted()))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("receiptKeys(keys)");
    }

    @Test
    void withKeysAnUnsignedReceiptIsNone() {
        HttpsChsiTransport transport =
                unsaid().receiptKeys(World.KEYS.collector()).build();
        assertThatThrownBy(() -> transport.deliver(BUNDLE))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("not signed");
    }

    @Test
    void whereItIsSaidItCountsAndEveryStartLogsIt() {
        for (int start = 0; start < 2; start++) {
            String log =
                    logged(() -> assertThat(unsaid().unsignedReceipts().build().deliver(BUNDLE))
                            .isInstanceOf(DeliveryOutcome.Accepted.class));
            assertThat(log).contains("WARN").contains("without a signature");
        }
        assertThat(logged(() -> unsaid().receiptKeys(World.KEYS.collector()).build()))
                .doesNotContain("without a signature");
    }

    @Test
    void bothTogetherAreRefused() {
        assertThatThrownBy(() -> unsaid().unsignedReceipts()
                        .receiptKeys(World.KEYS.collector())
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("leave one out");
    }

    /** The context decides whom to believe: a pin or an authority beside it would be looked at by nobody. */
    @Test
    void whatAGivenContextWouldIgnoreIsRefused() {
        assertThatThrownBy(() -> HttpsChsiTransport.builder(URI.create("https://127.0.0.1/"))
                        .sslContext(MutualTls.context(
                                World.KEYS.clientKeyStore(), World.KEYS::password, World.KEYS.trusted()))
                        .pinnedKeys(Set.of("0".repeat(64)))
                        .receiptKeys(World.KEYS.collector())
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pinnedKeys");
    }
}
