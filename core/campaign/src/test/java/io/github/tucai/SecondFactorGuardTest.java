package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.graduate.EnrolmentNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecondFactorGuardTest {
    private static final EnrolmentNumber ONE = new EnrolmentNumber("E1");
    private static final Instant NOW = Instant.parse("2024-03-15T02:00:00Z");

    private final SecondFactorGuard guard = new SecondFactorGuard();

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(guard.count(ONE, NOW)).isEmpty();
        }
    }

    @Test
    void theFifthWrongOneClosesForAQuarterOfAnHourAndNobodyElse() {
        wrong(4);
        assertThat(guard.closedUntil(ONE, NOW)).isEmpty();
        wrong(1);
        Instant end = NOW.plus(Duration.ofMinutes(15));
        assertThat(guard.closedUntil(ONE, NOW)).contains(end);
        assertThat(guard.count(ONE, NOW)).contains(end);
        assertThat(guard.closedUntil(ONE, end.minusMillis(1))).contains(end);
        assertThat(guard.closedUntil(ONE, end)).isEmpty();
        assertThat(guard.closedUntil(new EnrolmentNumber("E2"), NOW)).isEmpty();
    }

    @Test
    void aRightOneForgivesItselfAndNoOther() {
        for (int i = 0; i < 10; i++) {
            assertThat(guard.count(ONE, NOW)).isEmpty();
            guard.right(ONE);
        }
        wrong(4);
        assertThat(guard.count(ONE, NOW)).isEmpty();
        guard.right(ONE);
        wrong(1);
        assertThat(guard.closedUntil(ONE, NOW)).isPresent();
    }

    @Test
    void aClockThatGoesBackOpensNothingAndClosesForAQuarterOfAnHourAtMost() {
        wrong(5);
        Instant back = NOW.minus(Duration.ofDays(1));
        Instant end = back.plus(Duration.ofMinutes(15));
        assertThat(guard.closedUntil(ONE, back)).contains(end);
        assertThat(guard.count(ONE, back.plusSeconds(60))).contains(end);
        assertThat(guard.closedUntil(ONE, end)).isEmpty();
    }

    @Test
    void ofSixtyFourAtOneInstantFiveAreCompared() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(64);
        CyclicBarrier together = new CyclicBarrier(64);
        try {
            List<Future<Boolean>> all = Stream.generate(() -> pool.submit(() -> {
                        together.await();
                        return guard.count(ONE, NOW).isEmpty();
                    }))
                    .limit(64)
                    .toList();
            int compared = 0;
            for (Future<Boolean> one : all) {
                compared += one.get() ? 1 : 0;
            }
            assertThat(compared).isEqualTo(5);
        } finally {
            pool.shutdownNow();
        }
    }
}
