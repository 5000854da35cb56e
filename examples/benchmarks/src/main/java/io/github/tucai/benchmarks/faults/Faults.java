package io.github.tucai.benchmarks.faults;

import io.github.tucai.AuditLog;
import io.github.tucai.crypto.CodeIssuer;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.key.Suite;
import io.github.tucai.sandbox.DemoKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Kills a collector again and again while students are captured, and counts what was lost, stored twice, registered wrongly
 * or left lying about. Nothing may be.
 */
public final class Faults {
    /** The options of the command line. */
    public static final String USAGE = Settings.USAGE;

    private static final int WORKERS = 4;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int POLL_MILLIS = 10;
    private static final int IDLE_SECONDS = 120;
    private static final int MOST_TOLD = 20;

    private final Settings settings;
    private final Path folder;
    private final PrintStream out;
    private final Fleet fleet;
    private final Kills kills;
    private final Jvm jvm;
    private final String ahead;
    private final long begun = System.nanoTime();
    private int started;
    private boolean restless;

    private Faults(Settings settings, Path folder, PrintStream out) throws IOException {
        this.fleet = new Fleet(folder.resolve("orders.log"));
        this.settings = settings;
        this.folder = folder;
        this.out = out;
        this.kills = new Kills(settings.kills(), settings.aim(), settings.seed());
        this.jvm = new Jvm(folder.resolve("classes.jsa"));
        this.ahead =
                Long.toString(Duration.between(Instant.now(), Invented.MORNING).toMillis());
    }

    /**
     * Runs with options of the command line; a folder that tells what went wrong is left behind and named.
     *
     * @return whether nothing was lost, doubled, wrong or orphaned, and every kill came
     * @throws IllegalArgumentException if the options are none
     */
    public static boolean run(List<String> options, PrintStream out) throws IOException, InterruptedException {
        Settings settings = Settings.parse(options);
        Path folder = Files.createTempDirectory("tucai-faults");
        boolean holds = run(settings, folder, out);
        if (holds) {
            delete(folder);
        } else {
            System.err.println("what is left of it lies in " + folder);
        }
        return holds;
    }

    static boolean run(Settings settings, Path folder, PrintStream out) throws IOException, InterruptedException {
        if (settings.database() == Settings.Database.H2) {
            return new Faults(settings, folder, out).run("jdbc:h2:" + folder.resolve("db") + ";WRITE_DELAY=0");
        }
        try (Postgres postgres = new Postgres()) {
            return new Faults(settings, folder, out).run(postgres.url());
        }
    }

    private boolean run(String url) throws IOException, InterruptedException {
        SecureRandom random = new SecureRandom();
        DemoKeys keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), random);
        List<Student> students = students(Tc1.issuer(keys.registry(), Suite.SM, random));
        try (fleet;
                Registry registry = registry();
                Relay relay = new Relay(registry.port())) {
            students.stream()
                    .filter(student -> !Invented.isLateAtTheRegistry(student.number()))
                    .forEach(student -> registry.admit(student.number()));
            if (settings.storesTwice()) {
                registry.failAlways("STORES_TWICE");
            }
            List<Worker> workers = workers(students, registry);
            Ship ship = new Ship(url, relay);
            open(ship);
            say("the schools are open");
            play(workers, students, ship);
            say("the last kill is over, and every story told");
            Judge judge = settled(workers, students, registry, ship);
            boolean audited = AuditLog.verify(CollectorMain.database(url)).holds();
            tell(judge, audited);
            return audited && holds(judge);
        }
    }

    private List<Student> students(CodeIssuer issuer) {
        return IntStream.rangeClosed(1, settings.students())
                .mapToObj(number -> new Student(
                        number,
                        issuer.issue(Invented.claims(number)).text(),
                        issuer.issue(Invented.moved(number)).text(),
                        settings.seed()))
                .toList();
    }

    private Registry registry() throws IOException {
        return new Registry(
                jvm.start(RegistryMain.class, List.of(), List.of(folder.toString()), folder.resolve("registry.log")));
    }

    private List<Worker> workers(List<Student> students, Registry registry) {
        return IntStream.range(0, WORKERS)
                .mapToObj(worker -> new Worker(
                        fleet,
                        registry,
                        students.stream()
                                .filter(student -> student.number() % WORKERS == worker)
                                .toList(),
                        settings.seed() * WORKERS + worker))
                .toList();
    }

    /** Where collectors are started. */
    private record Ship(String url, Relay relay) {}

    private Collector collector(Ship ship, List<String> options, Optional<Window> aim, Collector.AtWindow atWindow)
            throws IOException {
        started++;
        List<String> arguments = List.of(
                folder.toString(),
                ship.url(),
                "https://127.0.0.1:" + ship.relay().port() + "/",
                ahead,
                Boolean.toString(settings.sweeps()),
                aim.map(Window::label).orElse("-"));
        return new Collector(
                jvm.start(CollectorMain.class, options, arguments, folder.resolve("collector.log")), atWindow);
    }

    private Collector calm(Ship ship, List<String> options) throws IOException {
        Collector collector = collector(ship, options, Optional.empty(), (there, point, detail) -> there.go(point));
        if (!collector.awaitReady()) {
            throw new IllegalStateException("the collector does not start; see " + folder.resolve("collector.log"));
        }
        return collector;
    }

    /** The first collector lives in peace. */
    private void open(Ship ship) throws IOException, InterruptedException {
        Collector first = calm(ship, jvm.archiving());
        Answer answer = first.order("open ");
        if (!answer.isDone() || !first.end()) {
            throw new IllegalStateException("the schools cannot be opened: " + answer);
        }
    }

    private void play(List<Worker> workers, List<Student> students, Ship ship)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Void>> stories = new ArrayList<>();
            workers.forEach(worker -> stories.add(threads.submit(worker)));
            while (kills.areLeft()) {
                int steps = students.stream()
                        .mapToInt(student -> Math.max(0, student.left()))
                        .sum();
                hunt(kills.next(), steps / (kills.left() + 2), ship);
            }
            fleet.endHunt();
            fleet.sail(calm(ship, jvm.sharing()));
            for (Future<Void> story : stories) {
                story.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a story broke off", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One collector's life, after so many answers its end. */
    private void hunt(Kills.Kill kill, int answers, Ship ship) throws IOException, InterruptedException {
        Optional<Window> early = kill.window().filter(Window.SWEEPING::equals);
        Hunt hunt = new Hunt(kill, ship.relay());
        Collector collector = collector(ship, jvm.sharing(), early, hunt);
        if (collector.awaitReady()) {
            fleet.sail(collector);
            while (early.isEmpty() && collector.answered() < answers && !collector.awaitDeath(POLL_MILLIS)) {
                // The story goes on.
            }
            fleet.wish(kill.window());
            end(collector, kill, hunt);
            fleet.wish(Optional.empty());
        }
        collector.awaitDeath(PATIENCE_MILLIS);
        ship.relay().release();
        fleet.sail(null);
        if (collector.isBroken()) {
            throw new IllegalStateException("a collector died by itself; see " + folder.resolve("collector.log"));
        }
        if (kill.window().isEmpty() || hunt.isHit()) {
            kills.hit(kill);
        } else {
            kills.missed(kill);
        }
        say("kill " + kills.count() + ": " + kill.label() + (kill.skip() > 0 ? " after " + kill.skip() : "")
                + (kill.window().isPresent() && !hunt.isHit() ? ", never reached" : ""));
    }

    private void say(String what) {
        fleet.note(what);
        out.printf(Locale.ROOT, "%4.0f s  %s%n", seconds(), what);
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void end(Collector collector, Kills.Kill kill, Hunt hunt) throws InterruptedException {
        if (kill.window().isPresent()) {
            collector.aim(kill.window().get());
            collector.awaitDeath(PATIENCE_MILLIS);
        } else {
            collector.awaitDeath(kill.pauseMillis());
        }
        if (!hunt.isHit()) {
            collector.kill();
        }
    }

    /** Does what is left, waits until all is quiet, sweeps with a last collector and compares. */
    private Judge settled(List<Worker> workers, List<Student> students, Registry registry, Ship ship)
            throws IOException, InterruptedException {
        for (int round = 0; round < 2; round++) {
            for (Worker worker : workers) {
                worker.settle();
            }
            quiet(fleet.order("idle " + IDLE_SECONDS));
        }
        fleet.end();
        Collector last = calm(ship, jvm.sharing());
        quiet(last.order("sweep "));
        quiet(last.order("idle " + IDLE_SECONDS));
        Judge judge = new Judge(registry.report());
        for (Student student : students) {
            judge.judge(student, student.judgement().map(last::order).orElse(new Answer(Answer.Kind.REFUSED, "NONE")));
        }
        if (!last.end()) {
            throw new IllegalStateException("the last collector does not end");
        }
        judge.judgeVault(folder.resolve("vault"), rows(ship.url()));
        return judge;
    }

    /** The photos that a row says are somebody's, or are still to be erased. */
    private static Set<String> rows(String url) {
        Set<String> rows = new TreeSet<>();
        try (Connection connection = CollectorMain.database(url).getConnection();
                Statement statement = connection.createStatement();
                ResultSet photos =
                        statement.executeQuery("select photo from kept_photo union select photo from photo_to_erase")) {
            while (photos.next()) {
                rows.add(photos.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of the vault cannot be read", e);
        }
    }

    private void quiet(Answer answer) {
        if (!answer.isDone() || answer.text().equals("false")) {
            restless = true;
            say("it does not come to rest: " + answer);
        }
    }

    private boolean holds(Judge judge) {
        return kills.count() == settings.kills()
                && !restless
                && kills.hitEvery(settings)
                && Stream.of(Judge.Fault.values()).allMatch(fault -> judge.count(fault) == 0);
    }

    private void tell(Judge judge, boolean audited) {
        out.println();
        for (Window window : Window.values()) {
            tell(window.label());
        }
        tell(Kills.RANDOM);
        out.println();
        for (Map.Entry<String, Integer> call : fleet.calls().entrySet()) {
            out.printf(Locale.ROOT, "%6d %s%n", call.getValue(), call.getKey());
        }
        out.println();
        for (Judge.Fault fault : Judge.Fault.values()) {
            judge.found(fault).stream()
                    .limit(MOST_TOLD)
                    .forEach(what -> out.println(fault.name().toLowerCase(Locale.ROOT) + ": " + what));
        }
        out.printf(
                Locale.ROOT,
                "%s, seed %d, %d collectors, %.0f s, the audit log %s%n",
                settings.database().label(),
                settings.seed(),
                started,
                seconds(),
                audited ? "holds" : "does not hold");
        out.printf(
                Locale.ROOT,
                "faults students=%d kills=%d lost=%d doubled=%d wrong=%d orphans=%d%n",
                settings.students(),
                kills.count(),
                judge.count(Judge.Fault.LOST),
                judge.count(Judge.Fault.DOUBLED),
                judge.count(Judge.Fault.WRONG),
                judge.count(Judge.Fault.ORPHANS));
    }

    private void tell(String window) {
        out.printf(Locale.ROOT, "%4d kills %s%n", kills.done().getOrDefault(window, 0), window);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
