package io.github.tucai.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests and writes answers, within bounds. */
final class Exchanges {
    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
    /** Beyond this a body is not even read to its end. */
    private static final long MOST_DISCARDED = 64L << 20;

    private Exchanges() {}

    /** A handler that may refuse. */
    interface Work {
        void handle(HttpExchange exchange) throws IOException, Refusal;
    }

    /** A handler for one method of one path. */
    static HttpHandler handler(String method, Work work) {
        return exchange -> {
            try {
                if (!exchange.getRequestMethod().equals(method)) {
                    exchange.getResponseHeaders().set("Allow", method);
                    throw new Refusal(405, "method-not-allowed", "Use " + method);
                }
                work.handle(exchange);
            } catch (Refusal refusal) {
                discard(exchange.getRequestBody());
                answer(exchange, refusal.status(), "application/problem+json", utf8(refusal.json()));
            } catch (RuntimeException e) {
                LOG.error("A request failed", e);
                Refusal failure = new Refusal(500, "internal", "The registry failed; try again later");
                answer(exchange, failure.status(), "application/problem+json", utf8(failure.json()));
            } finally {
                exchange.close();
            }
        };
    }

    static byte[] body(HttpExchange exchange, int most) throws IOException, Refusal {
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes(most + 1);
        if (body.length > most) {
            throw new Refusal(413, "too-large", "At most " + most + " bytes are taken");
        }
        return body;
    }

    /**
     * Takes what a client still sends, up to a bound: it would never see the answer otherwise, and its next request would meet
     * a connection that the server closes because of the rest.
     */
    private static void discard(InputStream in) throws IOException {
        byte[] rest = new byte[1 << 16];
        for (long read = 0; read < MOST_DISCARDED; ) {
            int n = in.read(rest);
            if (n < 0) {
                return;
            }
            read += n;
        }
    }

    static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
