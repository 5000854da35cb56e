package io.github.tucai.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.contract.Clause;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

@Clause("A2.3")
class LimitProperties {
    @Property
    void fiftyStandsAtTheLimit(
            @ForAll @DoubleRange(min = -1000, max = 1000) double limit,
            @ForAll @DoubleRange(min = 0.01, max = 500) double width) {
        assertThat(atLeast(limit, width).score(limit)).isEqualTo(50);
        assertThat(atMost(limit, width).score(limit)).isEqualTo(50);
        assertThat(between(limit, limit + width, width).score(limit)).isEqualTo(50);
        assertThat(between(limit - width, limit, width).score(limit)).isEqualTo(50);
    }

    @Property
    void aBetterValueHasAHigherScore(
            @ForAll @DoubleRange(min = -50, max = 50) double value,
            @ForAll @DoubleRange(min = 0.1, max = 20) double width) {
        double better = value + width / 100;
        assertThat(atLeast(0, width).score(better))
                .isGreaterThan(atLeast(0, width).score(value));
        assertThat(atMost(0, width).score(value)).isGreaterThan(atMost(0, width).score(better));
    }

    @Property
    void scoresStayBetweenNothingAndAHundred(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double value,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double width) {
        assertThat(atLeast(3, width).score(value)).isBetween(0.0, 100.0);
        assertThat(between(3, 5, width).score(value)).isBetween(0.0, 100.0);
    }

    @Property
    void bothEndsOfARangeAreJudgedAlike(
            @ForAll @DoubleRange(min = 0, max = 100) double off,
            @ForAll @DoubleRange(min = 0.1, max = 20) double width) {
        Limit range = between(-10, 10, width);
        assertThat(range.score(off)).isCloseTo(range.score(-off), within(1e-9));
    }

    private static Limit atLeast(double least, double width) {
        return limit(OptionalDouble.of(least), OptionalDouble.empty(), width);
    }

    private static Limit atMost(double most, double width) {
        return limit(OptionalDouble.empty(), OptionalDouble.of(most), width);
    }

    private static Limit between(double least, double most, double width) {
        return limit(OptionalDouble.of(least), OptionalDouble.of(most), width);
    }

    private static Limit limit(OptionalDouble least, OptionalDouble most, double width) {
        return new Limit(
                new MeasureId("some.measure"),
                least,
                most,
                width,
                10,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                null,
                "a test");
    }
}
