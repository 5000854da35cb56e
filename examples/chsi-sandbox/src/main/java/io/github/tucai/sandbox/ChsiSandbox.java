package io.github.tucai.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.Suite;
import io.github.tucai.photo.PhotoImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A registry that runs until it is closed. What it acknowledged it still has after a restart on the same folder. */
public final class ChsiSandbox implements AutoCloseable {
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int THREADS = 4;

    static {
        // The server of the JDK waits 40 ms with each answer otherwise; it reads this once.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private final HttpsServer server;
    private final ExecutorService threads;
    private final RegistryStore store;
    private final CodeDesk codes;
    private final BundleDesk bundles;
    private final List<DirectoryDesk> folders = new CopyOnWriteArrayList<>();

    private ChsiSandbox(SandboxConfig config) throws IOException {
        store = new RegistryStore(config.store(), config.clock());
        codes = new CodeDesk(
                store, Tc1.issuer(config.keys(), Suite.SM, config.random()), config.clock(), config.random());
        bundles = new BundleDesk(store, config.keys());
        server = listen(config);
        threads = Executors.newFixedThreadPool(THREADS);
        server.setHttpsConfigurator(new MutualConfigurator(config.tls()));
        server.createContext("/v1/bundles", Exchanges.handler("POST", bundles));
        server.createContext("/v1/codes", Exchanges.handler("POST", codes));
        server.createContext("/v1/images", Exchanges.handler("GET", this::list));
        server.setExecutor(threads);
        server.start();
    }

    private HttpsServer listen(SandboxConfig config) throws IOException {
        try {
            return HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), 0);
        } catch (IOException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Starts a registry.
     *
     * @throws TucaiException if the folder or the port cannot be used
     */
    public static ChsiSandbox start(SandboxConfig config) {
        try {
            return new ChsiSandbox(config);
        } catch (IOException e) {
            throw new TucaiException(
                    "The sandbox cannot start on port " + config.port() + " with the folder " + config.store(), e);
        }
    }

    /**
     * Runs alone: {@code FOLDER [PORT]}.
     *
     * @param arguments the folder for keys and images, and the port, 8443 unless told
     */
    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: ChsiSandbox FOLDER [PORT]");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        int port = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 8443;
        DemoKeys keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), new SecureRandom());
        ChsiSandbox sandbox = start(keys.sandbox(folder.resolve("registry")).onPort(port));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println(sandbox.endpoint());
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Issues a code and remembers that this enrolment may be delivered with these claims. */
    public CollectionCode issue(CodeClaims claims) {
        try {
            return codes.issue(claims);
        } catch (IOException e) {
            throw new TucaiException("The sandbox cannot write its journal", e);
        }
    }

    /** Remembers a code that was issued elsewhere with the registry's keys. */
    public void admit(CodeClaims claims) {
        try {
            store.issued(claims);
        } catch (IOException e) {
            throw new TucaiException("The sandbox cannot write its journal", e);
        }
    }

    /** The valid images, one per enrolment. */
    public List<StoredImage> images() {
        return store.valid();
    }

    /** An image as it was delivered. */
    public Optional<PhotoImage> product(String registryId) {
        try {
            return store.product(registryId).map(PhotoImage::copyOf);
        } catch (IOException e) {
            throw new TucaiException("The sandbox cannot read image " + registryId, e);
        }
    }

    /** Makes one coming delivery go wrong; faults queue up. */
    public void failNext(SandboxFault fault) {
        bundles.failNext(fault);
    }

    /** Takes deliveries from a hand-over folder too, until the sandbox is closed. */
    public void watch(Path folder) {
        try {
            folders.add(new DirectoryDesk(folder, bundles));
        } catch (IOException e) {
            throw new TucaiException("The hand-over folder " + folder + " cannot be made", e);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        String lines = images().stream()
                .map(image -> "{\"key\":\"" + image.key().value() + "\",\"registryId\":\"" + image.registryId()
                        + "\",\"version\":" + image.version() + ",\"receivedAt\":\"" + image.receivedAt() + "\"}\n")
                .collect(Collectors.joining());
        Exchanges.answer(exchange, 200, "application/x-ndjson", Exchanges.utf8(lines));
    }

    @Override
    public void close() {
        folders.forEach(DirectoryDesk::close);
        server.stop(0);
        threads.shutdownNow();
        try {
            store.close();
        } catch (IOException e) {
            throw new TucaiException("The sandbox cannot close its journal", e);
        }
    }

    /** TLS 1.3, and nobody without a certificate. */
    private static final class MutualConfigurator extends HttpsConfigurator {
        MutualConfigurator(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
            ssl.setProtocols(new String[] {"TLSv1.3"});
            ssl.setNeedClientAuth(true);
            parameters.setSSLParameters(ssl);
        }
    }
}
