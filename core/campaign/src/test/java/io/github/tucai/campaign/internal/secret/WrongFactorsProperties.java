package io.github.tucai.campaign.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Clause("N2.2b")
class WrongFactorsProperties {
    private static final Instant NOW = Instant.parse("2024-03-15T02:00:00Z");

    /** What a store does with the rule: counts before judging, and keeps what a look changed. */
    private static final class Counter {
        private Optional<WrongFactors> count = Optional.empty();

        Optional<Instant> closed(Instant now) {
            count = count.map(there -> there.seen(now));
            return count.flatMap(there -> there.closedUntil(now));
        }

        boolean isJudged(Instant now) {
            if (closed(now).isPresent()) {
                return false;
            }
            count = Optional.of(WrongFactors.after(count, now));
            return true;
        }

        void forgive() {
            count = count.flatMap(WrongFactors::withoutOne);
        }
    }

    private static Counter closed() {
        Counter counter = new Counter();
        for (int i = 0; i < WrongFactors.MOST; i++) {
            assertThat(counter.isJudged(NOW)).isTrue();
        }
        return counter;
    }

    /** However tries are spread, a quarter of an hour sees no sixth one. */
    @Property
    void noQuarterOfAnHourSeesMoreThanFiveTries(@ForAll @IntRange(min = 1, max = 899) int seconds) {
        Counter counter = new Counter();
        int tries = 0;
        for (int i = 0; i < 900; i += seconds) {
            tries += counter.isJudged(NOW.plusSeconds(i)) ? 1 : 0;
        }
        assertThat(tries).isEqualTo(Math.min(5, (899 / seconds) + 1));
    }

    /** Wherever the clock jumps to, nobody is closed for more than a quarter of an hour from then on. */
    @Property
    void noClockClosesForMoreThanAQuarterOfAnHour(@ForAll("jumps") List<Long> jumps) {
        Counter counter = new Counter();
        Instant now = NOW;
        for (long jump : jumps) {
            now = now.plusSeconds(jump);
            while (counter.isJudged(now)) {
                now = now.plusSeconds(1);
            }
            Instant end = counter.closed(now).orElseThrow();
            assertThat(end).isAfter(now).isBeforeOrEqualTo(now.plus(WrongFactors.CLOSED));
            Counter later = new Counter();
            later.count = counter.count;
            assertThat(later.closed(end.minusMillis(1)))
                    .as("the clock goes on from there")
                    .isPresent();
            assertThat(later.closed(end)).isEmpty();
        }
    }

    /** Whoever closed is let in again only after clocks went forward by a quarter of an hour together. */
    @Property
    void aClockThatGoesBackForgivesNothing(@ForAll("jumps") List<Long> jumps) {
        Counter counter = new Counter();
        Instant now = NOW;
        long forward = 0;
        int judged = 0;
        for (long jump : jumps) {
            now = now.plusSeconds(jump);
            forward += Math.max(0, jump);
            for (int i = 0; i < 8; i++) {
                judged += counter.isJudged(now) ? 1 : 0;
            }
        }
        assertThat(judged).isLessThanOrEqualTo((int) (WrongFactors.MOST * (1 + forward / 900)));
    }

    /** Two collectors, one a little or far behind the other: who goes from one to the other is let in as often as the two would let in. */
    @Property
    void twoClocksTogetherForgiveNoMoreThanTwoAlone(
            @ForAll("apart") int apart, @ForAll @Size(min = 1, max = 200) List<Boolean> which) {
        Counter counter = new Counter();
        int judged = 0;
        for (int i = 0; i < which.size(); i++) {
            // All within less than a quarter of an hour.
            Instant now = NOW.plusSeconds(4L * i).plusSeconds(which.get(i) ? apart : 0);
            judged += counter.isJudged(now) ? 1 : 0;
        }
        assertThat(judged).isLessThanOrEqualTo(2 * WrongFactors.MOST);
    }

    @Property
    void aClockThatWentBackIsMeasuredFromTheFirstLook(
            @ForAll @IntRange(min = 1, max = 10_000_000) int seconds,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 899) Integer> looks) {
        Counter counter = closed();
        Instant back = NOW.minusSeconds(seconds);
        Instant end = back.plus(WrongFactors.CLOSED);
        assertThat(counter.closed(back)).contains(end);
        looks.stream().sorted().map(back::plusSeconds).forEach(look -> assertThat(counter.closed(look))
                .contains(end));
    }

    @Property
    void aRightOneForgivesItselfAlone(
            @ForAll @IntRange(min = 0, max = 4) int wrong, @ForAll @IntRange(max = 50) int right) {
        Counter counter = new Counter();
        for (int i = 0; i < wrong; i++) {
            assertThat(counter.isJudged(NOW)).isTrue();
        }
        Optional<WrongFactors> before = counter.count;
        for (int i = 0; i < right; i++) {
            assertThat(counter.isJudged(NOW)).isTrue();
            counter.forgive();
        }
        assertThat(counter.count).isEqualTo(before);
        for (int i = wrong; i < WrongFactors.MOST; i++) {
            assertThat(counter.isJudged(NOW)).isTrue();
        }
        assertThat(counter.isJudged(NOW)).isFalse();
    }

    @Provide
    static Arbitrary<Integer> apart() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-60, 60),
                Arbitraries.integers().between(2000, 100_000),
                Arbitraries.integers().between(-100_000, -2000));
    }

    /** Seconds forth and back: some within the quarter of an hour, some far beyond it. */
    @Provide
    static Arbitrary<List<Long>> jumps() {
        long day = Duration.ofDays(2).toSeconds();
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(-1200, 1200),
                        Arbitraries.longs().between(-day, day))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
