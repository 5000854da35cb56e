package io.github.tucai.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CountTest {
    @Test
    void noneOfThirtyFourMayStillBeOneInTen() {
        Count none = new Count(0, 34);
        assertThat(none.percent()).isZero();
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(10.2, within(0.1));
    }

    @Test
    void theIntervalIsWilsons() {
        Count half = new Count(5, 10);
        assertThat(half.lower()).isCloseTo(23.7, within(0.1));
        assertThat(half.upper()).isCloseTo(76.3, within(0.1));
        assertThat(half).hasToString("5: 50.0 % (24–76)");
    }

    @Test
    void nothingCountedSaysSo() {
        assertThat(new Count(0, 0)).hasToString("none");
    }
}
