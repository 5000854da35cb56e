package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.ChsiTransport;
import io.github.tucai.spi.KeyProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers over HTTPS with TLS 1.3, both sides known by certificate, with the platform's algorithms or the national ones.
 * <pre>{@code
 * ChsiTransport transport = HttpsChsiTransport.builder(URI.create("https://registry.example:8443/"))
 *         .clientKey(Path.of("client.p12"), () -> console.readPassword())
 *         .trusted(Path.of("registry-ca.pem"))
 *         .receiptKeys(keyRing)
 *         .build();
 * }</pre>
 *
 * <p>The protocol: {@code POST v1/bundles} with {@code Content-Type: application/cms} and {@code Idempotency-Key}, the
 * bundle's key. The answer is 201 (or 200 for a delivery that is there already) with a JSON receipt ({@code key},
 * {@code registryId}, {@code receivedAt}, {@code duplicate}) and, in {@code Tucai-Signature}, the id of a key and the Base64 of
 * its signature over the body. A refusal is 400, 409, 413, 415 or 422 with {@code application/problem+json}, its code the last
 * part of {@code type}. A withdrawal travels the same way. {@code GET v1/images} lists the valid images, one JSON object a
 * line. {@code registry-openapi.yaml} beside this class describes it all as OpenAPI 3.1.
 */
public final class HttpsChsiTransport implements ChsiTransport {
    private static final Logger LOG = LoggerFactory.getLogger(HttpsChsiTransport.class);
    private static final int MOST_ANSWER_BYTES = 64 << 10;
    private static final int MOST_LIST_BYTES = 64 << 20;

    private final URI endpoint;
    private final HttpClient client;
    private final TransportFailures failures;
    private final Duration answerTimeout;
    private final int mostBundleBytes;
    private final @Nullable KeyProvider receiptKeys;

    private HttpsChsiTransport(Builder builder, SSLContext context) {
        endpoint = builder.endpoint;
        answerTimeout = builder.answerTimeout;
        mostBundleBytes = builder.mostBundleBytes;
        receiptKeys = builder.receiptKeys;
        failures = new TransportFailures(endpoint, answerTimeout, builder.hasClientKey());
        client = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(new SSLParameters(suites(context), new String[] {"TLSv1.3"}))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(builder.connectTimeout)
                .build();
    }

    /** A context that offers one suite only means it; otherwise the platform chooses. */
    private static String @Nullable [] suites(SSLContext context) {
        String[] offered = context.getDefaultSSLParameters().getCipherSuites();
        return offered.length == 1 ? offered : null;
    }

    /**
     * Starts with the registry's address.
     *
     * @param endpoint absolute and {@code https}; paths of the protocol are appended to it
     */
    public static Builder builder(URI endpoint) {
        return new Builder(endpoint);
    }

    @Override
    public String id() {
        return "https";
    }

    @Override
    public DeliveryOutcome deliver(SealedBundle bundle) {
        if (bundle.sizeBytes() > mostBundleBytes) {
            throw new TransportException(
                    "The bundle has " + bundle.sizeBytes() + " bytes; at most " + mostBundleBytes + " are sent",
                    false,
                    null);
        }
        HttpRequest request = request("v1/bundles")
                .header("Content-Type", "application/cms")
                .header("Accept", "application/json, application/problem+json")
                .header("Idempotency-Key", bundle.key().value())
                .POST(HttpRequest.BodyPublishers.ofByteArray(bundle.bytes()))
                .build();
        return new RegistryAnswer(send(request, MOST_ANSWER_BYTES)).outcome(bundle.key(), receiptKeys);
    }

    /**
     * What the registry holds as valid, for reconciliation.
     *
     * @throws TransportException if no list came
     */
    public List<RegisteredImage> registered() {
        HttpResponse<byte[]> response = send(
                request("v1/images")
                        .header("Accept", "application/x-ndjson")
                        .GET()
                        .build(),
                MOST_LIST_BYTES);
        if (response.statusCode() != 200) {
            throw new RegistryAnswer(response).noAnswer();
        }
        try {
            return new String(response.body(), StandardCharsets.UTF_8)
                    .lines()
                    .map(HttpsChsiTransport::registeredImage)
                    .toList();
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new TransportException("The registry's list of images cannot be read", true, e);
        }
    }

    private static RegisteredImage registeredImage(String line) {
        Map<String, String> members = JsonMembers.read(line);
        return new RegisteredImage(
                new DeliveryKey(Objects.requireNonNull(members.get("key"))),
                Objects.requireNonNull(members.get("registryId")),
                Integer.parseInt(Objects.requireNonNull(members.get("version"))),
                Instant.parse(Objects.requireNonNull(members.get("receivedAt"))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path));
    }

    /** The one limit of time counts until the last byte; a request's own would end with the headers. */
    private HttpResponse<byte[]> send(HttpRequest request, int mostBytes) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new LimitedBody(mostBytes));
        try {
            return answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failures.translated(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failures.translated(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportException("The delivery was interrupted", true, e);
        }
    }

    @Override
    public String toString() {
        return "HttpsChsiTransport[" + endpoint + "]";
    }

    /** Collects what a transport needs; what can be wrong with it shows in {@link #build()}. */
    public static final class Builder {
        private final URI endpoint;
        private @Nullable Path clientKeyStore;
        private @Nullable Supplier<char[]> clientPassword;
        private @Nullable Path trusted;
        private @Nullable SSLContext context;
        private Suite tls = Suite.INTL;
        private Set<String> pins = Set.of();
        private @Nullable KeyProvider receiptKeys;
        private boolean unsignedReceipts;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration answerTimeout = Duration.ofSeconds(30);
        private int mostBundleBytes = 4 << 20;

        private Builder(URI endpoint) {
            if (!"https".equals(endpoint.getScheme()) || endpoint.getHost() == null) {
                throw new IllegalArgumentException(
                        "the endpoint must be an absolute https address, got scheme " + endpoint.getScheme());
            }
            if (endpoint.getRawUserInfo() != null
                    || endpoint.getRawQuery() != null
                    || endpoint.getRawFragment() != null) {
                throw new IllegalArgumentException("the endpoint must have no user, query or fragment");
            }
            String text = endpoint.toString();
            this.endpoint = text.endsWith("/") ? endpoint : URI.create(text + "/");
        }

        /** The own key and certificate: PKCS#12, and a password that is handed over fresh and wiped after use. */
        public Builder clientKey(Path keyStore, Supplier<char[]> password) {
            clientKeyStore = Objects.requireNonNull(keyStore, "keyStore");
            clientPassword = Objects.requireNonNull(password, "password");
            return this;
        }

        /** PEM with the certificates that may vouch for the registry. */
        public Builder trusted(Path pem) {
            trusted = Objects.requireNonNull(pem, "pem");
            return this;
        }

        /** Instead of {@link #clientKey}, {@link #trusted}, {@link #tls} and {@link #pinnedKeys}: a context made elsewhere, such as over a security module. */
        public Builder sslContext(SSLContext given) {
            context = Objects.requireNonNull(given, "given");
            return this;
        }

        /**
         * The algorithms of TLS: {@link Suite#INTL}, those of the platform, unless told; with {@link Suite#SM} those of RFC
         * 8998 (TLS_SM4_GCM_SM3), and {@link #clientKey} holds an SM2 key.
         */
        public Builder tls(Suite suite) {
            tls = Objects.requireNonNull(suite, "suite");
            return this;
        }

        /**
         * Besides being vouched for, the registry's certificate must have one of these keys: SHA-256 of its
         * SubjectPublicKeyInfo, 64 lower-case hexadecimal digits. Give the next key too before the registry changes to it.
         */
        public Builder pinnedKeys(Set<String> sha256) {
            if (!sha256.stream().allMatch(pin -> pin.matches("[0-9a-f]{64}"))) {
                throw new IllegalArgumentException("a pin has 64 lower-case hexadecimal digits");
            }
            pins = Set.copyOf(sha256);
            return this;
        }

        /** Receipts must be signed with a {@code RECEIPT_SIGNING} key among these. Needed, unless {@link #unsignedReceipts} is said. */
        public Builder receiptKeys(KeyProvider keys) {
            receiptKeys = Objects.requireNonNull(keys, "keys");
            return this;
        }

        /**
         * Instead of {@link #receiptKeys}: signatures are not looked at, so that whoever answers in the registry's place can
         * acknowledge what it never stored, and no receipt proves anything later. Logged as a warning by each {@link #build()}.
         */
        public Builder unsignedReceipts() {
            unsignedReceipts = true;
            return this;
        }

        /** How long connecting may take; 10 s unless told. */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = positive(timeout);
            return this;
        }

        /** How long a whole exchange may take; 30 s unless told. */
        public Builder answerTimeout(Duration timeout) {
            answerTimeout = positive(timeout);
            return this;
        }

        /** The largest bundle that is sent; 4 MiB unless told. */
        public Builder mostBundleBytes(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("mostBundleBytes must be at least 1, got " + most);
            }
            mostBundleBytes = most;
            return this;
        }

        /**
         * Reads the files.
         *
         * @throws IllegalStateException if who vouches for the registry or what proves a receipt is not told, or is told twice
         * @throws io.github.tucai.failure.TucaiException if a file does not open
         */
        public HttpsChsiTransport build() {
            if (context != null) {
                refuseWhatTheContextReplaces();
                checkReceipts();
                return new HttpsChsiTransport(this, context);
            }
            if (trusted == null) {
                throw new IllegalStateException("who vouches for the registry is not told: call trusted(pem)");
            }
            checkReceipts();
            TrustManager[] trust = PinnedTrust.around(
                    tls == Suite.SM ? SmTls.trustManagers(trusted) : MutualTls.trustManagers(trusted), pins);
            return new HttpsChsiTransport(
                    this, tls == Suite.SM ? SmTls.context(keys(), trust) : MutualTls.context(keys(), trust));
        }

        /** A pin beside a context would be looked at by nobody. */
        private void refuseWhatTheContextReplaces() {
            if (clientKeyStore != null || trusted != null || tls != Suite.INTL || !pins.isEmpty()) {
                throw new IllegalStateException(
                        "sslContext(…) takes the place of clientKey, trusted, tls and pinnedKeys:"
                                + " leave those out, or put what they say into the context");
            }
        }

        private void checkReceipts() {
            if (receiptKeys != null && unsignedReceipts) {
                throw new IllegalStateException(
                        "receiptKeys(keys) and unsignedReceipts() are both said: leave one out");
            }
            if (receiptKeys == null && !unsignedReceipts) {
                throw new IllegalStateException("what proves a receipt is not told: call receiptKeys(keys), with the"
                        + " registry's RECEIPT_SIGNING key among the keys, or unsignedReceipts() to do without proof");
            }
            if (unsignedReceipts) {
                LOG.warn(
                        "receipts of {} are taken without a signature: whoever answers there can acknowledge what it never"
                                + " stored; receiptKeys(keys) ends this",
                        endpoint);
            }
        }

        /** Without an own key one sees who the other side is, and is not let in. */
        private KeyManager @Nullable [] keys() {
            if (clientKeyStore == null || clientPassword == null) {
                return null;
            }
            return tls == Suite.SM
                    ? new KeyManager[] {SmTls.keyManager(clientKeyStore, clientPassword)}
                    : MutualTls.keyManagers(clientKeyStore, clientPassword);
        }

        private boolean hasClientKey() {
            return context != null || clientKeyStore != null;
        }

        private static Duration positive(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("a timeout must be positive, got " + timeout);
            }
            return timeout;
        }
    }
}
