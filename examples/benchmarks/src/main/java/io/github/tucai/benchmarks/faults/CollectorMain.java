package io.github.tucai.benchmarks.faults;

import io.github.tucai.Tucai;
import io.github.tucai.crypto.CmsBundles;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.sandbox.DemoKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The collector in a process of its own, to be killed. Takes orders from standard input and answers on standard output. */
final class CollectorMain {
    private static final int CONNECTIONS = 12;

    private final PrintStream driver;
    private final Points points = new Points(this::tell);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<Desk> desk = new CompletableFuture<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private CollectorMain(PrintStream driver) {
        this.driver = driver;
    }

    /**
     * Runs until it is told to end.
     *
     * @param arguments folder, URL of the database, address of the registry, milliseconds from this machine's clock to the
     *     campaign's, whether the sweep sees the vault, and the window that is aimed at from the start or {@code -}
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("java.awt.headless", "true");
        PrintStream driver = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        new CollectorMain(driver).run(List.of(arguments));
        System.exit(0);
    }

    private void run(List<String> arguments) throws InterruptedException {
        points.aim(arguments.get(5));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        threads.execute(() -> listen(lines));
        try (Tucai tucai = tucai(Path.of(arguments.get(0)), arguments)) {
            desk.complete(new Desk(tucai));
            tucai.startDelivery();
            tell("ready");
            end.await();
        }
    }

    private Tucai tucai(Path folder, List<String> arguments) {
        DemoKeys demo = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), new SecureRandom());
        KeyRing keys = demo.collector();
        Duration ahead = Duration.ofMillis(Long.parseLong(arguments.get(3)));
        boolean sweeps = Boolean.parseBoolean(arguments.get(4));
        SpokenPhotos photos = new SpokenPhotos();
        HttpsChsiTransport transport = HttpsChsiTransport.builder(URI.create(arguments.get(2)))
                .clientKey(demo.clientKeyStore(), demo::password)
                .trusted(demo.trusted())
                .receiptKeys(keys)
                .build();
        return Tucai.builder()
                .campaign(Invented.campaign())
                .dataSource(WatchedDatabase.watched(database(arguments.get(1)), points))
                .keyEncryptionKey("faults", Invented.KEK)
                .photos(
                        WatchedFiles.watched(folder.resolve("vault"), new VaultEar(points, sweeps)),
                        "faults",
                        Invented.PHOTO_KEY)
                .clock(Clock.offset(Clock.systemUTC(), ahead))
                .checker(photos.checker())
                .finisher(photos)
                .keys(keys)
                .sealer(new WatchedSealer(CmsBundles.sealer(keys, new SecureRandom()), points))
                .transport(new WatchedTransport(transport, points))
                .build();
    }

    /** A pool, as a host would have one. */
    static DataSource database(String url) {
        JdbcConnectionPool pool;
        if (url.startsWith("jdbc:h2:")) {
            pool = JdbcConnectionPool.create(url, "sa", "");
        } else {
            PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
            postgres.setUrl(url);
            pool = JdbcConnectionPool.create(postgres);
        }
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    private void listen(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            tell("lost " + e.getMessage());
        }
        // Nobody is left to take orders from.
        Runtime.getRuntime().halt(1);
    }

    private void heard(String line) {
        List<String> words = List.of(line.split(" ", -1));
        switch (words.get(0)) {
            case "go" -> points.go(Integer.parseInt(words.get(1)));
            case "aim" -> points.aim(words.get(1));
            case "end" -> end.countDown();
            default -> threads.execute(() -> carryOut(words.get(1), words.get(2), words.subList(3, words.size())));
        }
    }

    private void carryOut(String number, String verb, List<String> words) {
        Points.Doing doing = verb.equals("erase") ? Points.Doing.ERASING : Points.Doing.ACT;
        try {
            tell(points.during(doing, () -> desk.get()
                    .carryOut(verb, words)
                    .fold(done -> "done " + number + " " + done, no -> "refused " + number + " " + no.reason())));
        } catch (Exception e) {
            e.printStackTrace();
            tell("failed " + number + " " + e.getClass().getSimpleName());
        }
    }

    private synchronized void tell(String line) {
        driver.println(line);
    }
}
