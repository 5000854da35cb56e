package io.github.tucai.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KillsTest {
    private static List<Kills.Kill> all(Kills kills) {
        List<Kills.Kill> all = new ArrayList<>();
        while (kills.areLeft()) {
            all.add(kills.next());
        }
        return all;
    }

    private static List<Kills.Kill> all(int kills, long seed) {
        return all(new Kills(kills, Optional.empty(), seed));
    }

    @Test
    void theSameSeedDrawsTheSameKills() {
        assertThat(all(40, 7)).isEqualTo(all(40, 7)).isNotEqualTo(all(40, 8));
    }

    @Test
    void everyWindowHasItsShareAndARestIsRandom() {
        List<String> labels = all(40, 3).stream().map(Kills.Kill::label).toList();
        assertThat(labels).hasSize(40);
        for (Window window : Window.values()) {
            assertThat(Collections.frequency(labels, window.label()))
                    .as(window.label())
                    .isEqualTo(2);
        }
        assertThat(Collections.frequency(labels, Kills.RANDOM)).isEqualTo(40 - 2 * Window.values().length);
    }

    @Test
    void asManyKillsAsWindowsHitEachOnce() {
        assertThat(all(12, 5).stream().map(Kills.Kill::label))
                .doesNotHaveDuplicates()
                .doesNotContain(Kills.RANDOM);
    }

    @Test
    void aSweepIsCutShortWhereThereIsSomethingToSweep() {
        List<String> labels = all(200, 11).stream().map(Kills.Kill::label).toList();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).equals(Window.SWEEPING.label())) {
                assertThat(labels.get(i - 1)).isEqualTo(Window.AFTER_VAULT.label());
            }
        }
    }

    @Test
    void aimedKillsAreAllAtOneWindow() {
        assertThat(all(new Kills(5, Optional.of(Window.AFTER_SEAL), 1)))
                .hasSize(5)
                .allMatch(kill -> kill.label().equals("after-seal"));
    }

    @Test
    void aWindowThatWasMissedIsTriedAgainInPlaceOfARandomKillAndCountsAsNone() {
        Kills kills = new Kills(40, Optional.empty(), 3);
        Kills.Kill first = kills.next();
        while (first.window().isEmpty()) {
            kills.hit(first);
            first = kills.next();
        }
        int left = kills.left();
        kills.missed(first);
        assertThat(kills.left()).isEqualTo(left);
        assertThat(kills.done()).doesNotContainKey(first.label()).containsKey(Kills.RANDOM);
        assertThat(kills.hitEvery(Settings.of(40, 40, 3))).isFalse();
    }
}
