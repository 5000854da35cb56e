package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.graduate.EnrolmentNumber;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SecondFactorGuardTest {
    private static final EnrolmentNumber ONE = new EnrolmentNumber("E1");
    private static final Instant NOW = Instant.parse("2024-03-15T02:00:00Z");

    private final SecondFactorGuard guard = new SecondFactorGuard();

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            guard.wrong(ONE, NOW);
        }
    }

    @Test
    void theFifthWrongOneClosesForAQuarterOfAnHourAndNobodyElse() {
        wrong(4);
        assertThat(guard.closedUntil(ONE, NOW)).isEmpty();
        wrong(1);
        Instant end = NOW.plus(Duration.ofMinutes(15));
        assertThat(guard.closedUntil(ONE, NOW)).contains(end);
        assertThat(guard.closedUntil(ONE, end.minusMillis(1))).contains(end);
        assertThat(guard.closedUntil(ONE, end)).isEmpty();
        assertThat(guard.closedUntil(new EnrolmentNumber("E2"), NOW)).isEmpty();
    }

    @Test
    void aRightOneForgives() {
        wrong(4);
        guard.right(ONE);
        wrong(4);
        assertThat(guard.closedUntil(ONE, NOW)).isEmpty();
    }

    @Test
    void aClockThatGoesBackOpensNothing() {
        wrong(5);
        assertThat(guard.closedUntil(ONE, NOW.minus(Duration.ofDays(1)))).isPresent();
    }

    /** However tries are spread, a quarter of an hour sees no sixth one. */
    @Property
    void noQuarterOfAnHourSeesMoreThanFiveTriesInARow(@ForAll @IntRange(min = 1, max = 179) int seconds) {
        SecondFactorGuard fresh = new SecondFactorGuard();
        int tries = 0;
        for (int i = 0; i < 900; i += seconds) {
            if (fresh.closedUntil(ONE, NOW.plusSeconds(i)).isEmpty()) {
                fresh.wrong(ONE, NOW.plusSeconds(i));
                tries++;
            }
        }
        assertThat(tries).isEqualTo(5);
    }
}
