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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A registry that runs until it is closed. What it acknowledged it still has after a restart on the same folder. */
public final class ChsiSandbox implements AutoCloseable {
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final String HANDOVER = "--handover=";
    private static final String ALWAYS = "--always=";
    private static final String WHILE_INPUT = "--while-input";
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
        server.createContext("/v1/stored", Exchanges.handler("GET", this::listStored));
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
     * Runs alone: {@code FOLDER [PORT] [--tls=SM] [--handover=DIR] [--always=FAULT] [--while-input]}. A line on standard input
     * with the name of a {@link SandboxFault} makes one coming delivery go wrong; the end of the input ends nothing unless told.
     *
     * @param arguments the folder for keys and images; the port, 8443 unless told, 0 for a free one, which the first line
     *     of output tells; {@code --tls=SM} for the national algorithms; a hand-over folder to take deliveries from as well;
     *     a fault of every delivery; {@code --while-input} to end with the input, so that it does not outlive who started it
     */
    public static void main(String[] arguments) throws IOException {
        Map<Boolean, List<String>> given =
                Stream.of(arguments).collect(Collectors.partitioningBy(argument -> argument.startsWith("--")));
        List<String> places = Objects.requireNonNull(given.get(false));
        List<String> options = Objects.requireNonNull(given.get(true));
        if (places.isEmpty() || places.size() > 2 || !options.stream().allMatch(ChsiSandbox::isOption)) {
            System.err.println(
                    "usage: ChsiSandbox FOLDER [PORT] [--tls=SM] [--handover=DIR] [--always=FAULT] [--while-input]");
            System.exit(2);
        }
        Path folder = Path.of(places.get(0));
        int port = places.size() == 2 ? Integer.parseInt(places.get(1)) : 8443;
        Suite tls = options.contains("--tls=SM") ? Suite.SM : Suite.INTL;
        DemoKeys keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), new SecureRandom());
        ChsiSandbox sandbox =
                start(keys.sandbox(folder.resolve("registry"), tls).onPort(port));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        values(options, HANDOVER).forEach(handover -> sandbox.watch(Path.of(handover)));
        values(options, ALWAYS).forEach(fault -> sandbox.failAlways(SandboxFault.valueOf(fault)));
        System.out.println(sandbox.endpoint());
        sandbox.faultsFrom(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        if (options.contains(WHILE_INPUT)) {
            System.exit(0);
        }
    }

    private static Stream<String> values(List<String> options, String name) {
        return options.stream()
                .filter(option -> option.startsWith(name))
                .map(option -> option.substring(name.length()));
    }

    private static boolean isOption(String text) {
        return text.equals("--tls=SM")
                || text.equals("--tls=INTL")
                || text.equals(WHILE_INPUT)
                || text.startsWith(HANDOVER)
                || Stream.of(SandboxFault.values()).anyMatch(fault -> text.equals(ALWAYS + fault));
    }

    /** Queues a fault for each line that names one, and says so of others. */
    void faultsFrom(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
                failNext(SandboxFault.valueOf(line.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                System.err.println("faults: " + List.of(SandboxFault.values()));
            }
        }
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

    /** The valid images, at most one per enrolment: none after a withdrawal, until a later version comes. */
    public List<StoredImage> images() {
        return store.valid();
    }

    /** Every image that was ever stored, in the order of their numbers: what was stored twice shows here. */
    public List<Stored> stored() {
        return store.all();
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

    /** Makes every delivery go wrong for which {@link #failNext} has told nothing else; {@code STORES_TWICE} in hand-over folders too. */
    public void failAlways(SandboxFault fault) {
        bundles.failAlways(fault);
    }

    /** Takes deliveries from a hand-over folder too, until the sandbox is closed. */
    public void watch(Path folder) {
        try {
            folders.add(new DirectoryDesk(folder, bundles, true));
        } catch (IOException e) {
            throw new TucaiException("The hand-over folder " + folder + " cannot be made", e);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        lines(exchange, images().stream().map(image -> "{" + image.members() + "}"));
    }

    private void listStored(HttpExchange exchange) throws IOException {
        lines(exchange, stored().stream().map(Stored::json));
    }

    private static void lines(HttpExchange exchange, Stream<String> objects) throws IOException {
        String lines = objects.map(object -> object + "\n").collect(Collectors.joining());
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
