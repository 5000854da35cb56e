package io.github.tucai.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.check.PhotoChecker;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One checker for everybody, all day; {@code -Dtucai.checks=10000} is the full day. */
class ManyChecksTest {
    private static final int CALLERS = 64;
    private static final int CHECKS = Integer.getInteger("tucai.checks", 200);

    private final PhotoChecker checker = PhotoChecker.builder().build();
    private final List<PhotoImage> photos =
            LongStream.of(1, 2, 3).mapToObj(ManyChecksTest::small).toList();

    @Test
    void manyCallersAtOnceGetTheAnswersThatOneGets() throws Exception {
        List<PhotoCheckResult> alone = photos.stream().map(checker::check).toList();
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<PhotoCheckResult>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                PhotoImage photo = photos.get(i % photos.size());
                calls.add(() -> {
                    start.await();
                    return checker.check(photo);
                });
            }
            List<Future<PhotoCheckResult>> answers = callers.invokeAll(calls);
            for (int i = 0; i < CALLERS; i++) {
                PhotoCheckResult expected = alone.get(i % photos.size());
                assertThat(answers.get(i).get().findings()).isEqualTo(expected.findings());
                assertThat(answers.get(i).get().verdict()).isEqualTo(expected.verdict());
                assertThat(answers.get(i).get().measurements().all())
                        .isEqualTo(expected.measurements().all());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void memoryDoesNotGrowFromCheckToCheck() throws IOException {
        check(CHECKS / 4);
        double heapBefore = Memory.liveHeapMib();
        double processBefore = Memory.residentMib();
        check(CHECKS - CHECKS / 4);
        double heap = Memory.liveHeapMib();
        double process = Memory.residentMib();
        System.out.printf(
                "%d checks: heap %.1f to %.1f MiB, process %.0f to %.0f MiB%n",
                CHECKS, heapBefore, heap, processBefore, process);
        assertThat(heap - heapBefore).isLessThan(4);
        // A collector keeps what it once took from the system, and takes it when it likes.
        assertThat(process - processBefore).isLessThan(200);
    }

    private void check(int count) {
        for (int i = 0; i < count; i++) {
            checker.check(photos.get(i % photos.size()));
        }
    }

    private static PhotoImage small(long seed) {
        PortraitSpec person =
                PortraitSpec.registration(seed).with(Quality.DRAFT).sized(480, 640);
        PortraitCache drawn = PortraitCache.in(Path.of("target", "portraits"));
        return PhotoImage.copyOf(Jpeg.bytes(drawn.get(person).image()));
    }
}
