package io.github.tucai.benchmarks;

import io.github.tucai.check.PhotoChecker;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What a program holds that checks photos all day on two threads, told after each tenth.
 *
 * <p>A heap that is not fixed grows and shrinks as its collector likes, and what it takes from the system counts as resident.
 * With {@code -Xms512m -Xmx512m -XX:+AlwaysPreTouch} it does not move, and all that resident memory grows by is outside it.
 */
final class Memory {
    private static final int PARTS = 10;
    private static final int THREADS = 2;
    private static final double MIB = 1 << 20;

    private Memory() {}

    /** Whether the live heap stays, and each photo gets the same answers every time. */
    static boolean run(Effort effort, Figures figures) throws IOException, InterruptedException {
        figures.section(
                "Memory over checks",
                "Full checks by one checker on two threads. After each tenth: what survives a collection, what the heap has"
                        + " taken from the system, and the resident set of the whole program (0 where the system does not"
                        + " tell). Differing: checks whose findings are not those of the first check of the same photo.");
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            return watch(effort, figures, pool);
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean watch(Effort effort, Figures figures, ExecutorService pool)
            throws IOException, InterruptedException {
        Checks checks = new Checks(PhotoChecker.builder().build(), Testdata.portraits(effort.photos()), pool);
        int part = effort.checks() / PARTS;
        double first = 0;
        double live = 0;
        for (int done = part; done <= part * PARTS; done += part) {
            checks.until(done);
            live = liveHeapMib();
            first = done == part ? live : first;
            figures.add("memory." + done + ".live-heap-mib", live);
            figures.add("memory." + done + ".heap-mib", Runtime.getRuntime().totalMemory() / MIB);
            figures.add("memory." + done + ".resident-mib", residentMib());
        }
        figures.add("memory.differing", checks.differing.get());
        return live - first < 4 && checks.differing.get() == 0;
    }

    /** What survives a collection. */
    @SuppressWarnings("SystemGc")
    static double liveHeapMib() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MIB;
    }

    /** What the process holds in memory, outside the heap as well; 0 where the system does not tell. */
    static double residentMib() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024.0;
        }
    }

    /** The photos over and over. */
    private static final class Checks {
        private final PhotoChecker checker;
        private final List<PhotoImage> photos;
        private final ExecutorService pool;
        private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
        private final AtomicInteger next = new AtomicInteger();
        final AtomicInteger differing = new AtomicInteger();

        Checks(PhotoChecker checker, List<PhotoImage> photos, ExecutorService pool) {
            this.checker = checker;
            this.photos = photos;
            this.pool = pool;
        }

        /** Goes on until this many are done. */
        void until(int count) throws InterruptedException {
            Callable<Boolean> share = () -> {
                for (int i = nextBelow(count); i < count; i = nextBelow(count)) {
                    check(i % photos.size());
                }
                return true;
            };
            try {
                for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(THREADS, share))) {
                    done.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a check failed", e);
            }
        }

        /** The number of the next check; {@code count} where they are done. */
        private int nextBelow(int count) {
            return next.getAndUpdate(i -> Math.min(i + 1, count));
        }

        private void check(int photo) {
            PhotoCheckResult result = checker.check(photos.get(photo));
            int answer = result.findings().hashCode();
            if (answers.computeIfAbsent(photo, first -> answer) != answer) {
                differing.incrementAndGet();
            }
        }
    }
}
