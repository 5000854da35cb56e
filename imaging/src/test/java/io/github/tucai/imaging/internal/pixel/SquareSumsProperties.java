package io.github.tucai.imaging.internal.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SquareSumsProperties {
    @Property
    void sumsAndCountsAreThoseOfThePlainLoop(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 20) int height,
            @ForAll @IntRange(max = 9) int reach,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Random random = new Random(seed);
        boolean[] members = new boolean[width * height];
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            members[i] = random.nextDouble() < share;
            values[i] = 200 * random.nextFloat() - 100;
        }
        int column = random.nextInt(width);
        int row = random.nextInt(height);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            boolean isNear = Math.abs(i % width - column) <= reach && Math.abs(i / width - row) <= reach;
            sum += isNear && members[i] ? values[i] : 0;
            count += isNear && members[i] ? 1 : 0;
        }
        assertThat(SquareSums.of(members, values, width).round(column, row, reach))
                .isCloseTo(sum, within(1e-6));
        assertThat(SquareSums.of(members, width).round(column, row, reach)).isEqualTo(count);
    }
}
