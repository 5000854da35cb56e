package io.github.tucai.imaging.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.model.Tile;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class IntegrityProperties {
    private static final int SIDE = Fourier.SIDE;

    @Property(tries = 20)
    void aWaveIsOnePairOfPeaksThatHoldsAllItsPower(
            @ForAll @IntRange(min = 1, max = SIDE / 2 - 1) int across,
            @ForAll @IntRange(min = 1, max = SIDE / 2 - 1) int down) {
        double[] real = new double[SIDE * SIDE];
        double[] imaginary = new double[SIDE * SIDE];
        for (int i = 0; i < real.length; i++) {
            real[i] = Math.cos(2 * Math.PI * (across * (i % SIDE) + down * Math.floorDiv(i, SIDE)) / SIDE);
        }
        Fourier.transform(real, imaginary);
        double peak = SIDE * SIDE / 2.0;
        assertThat(real[down * SIDE + across]).isCloseTo(peak, within(1e-6));
        assertThat(real[(SIDE - down) * SIDE + SIDE - across]).isCloseTo(peak, within(1e-6));
        double rest = Arrays.stream(real).map(Math::abs).sum() - 2 * peak;
        assertThat(rest + Arrays.stream(imaginary).map(Math::abs).sum()).isLessThan(1e-3);
    }

    @Property(tries = 20)
    void powerStaysWhatItWas(@ForAll long seed) {
        Random random = new Random(seed);
        double[] real = random.doubles(SIDE * SIDE).toArray();
        double[] imaginary = random.doubles(SIDE * SIDE).toArray();
        double before = power(real) + power(imaginary);
        Fourier.transform(real, imaginary);
        assertThat((power(real) + power(imaginary)) / SIDE / SIDE).isCloseTo(before, within(before * 1e-9));
    }

    private static double power(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    @Property(tries = 20)
    void aFrameRoundThePictureIsSeenOnAllSidesAndAPlainWallOnNone(
            @ForAll @IntRange(min = 6, max = 38) int depth, @ForAll @DoubleRange(min = 0.3, max = 0.9) double wall) {
        Lab framed = grey(i -> Math.min(
                                Math.min(i % Tile.SIZE, Tile.SIZE - 1 - i % Tile.SIZE),
                                Math.min(Math.floorDiv(i, Tile.SIZE), Tile.SIZE - 1 - Math.floorDiv(i, Tile.SIZE)))
                        < depth
                ? 0.05
                : wall);
        assertThat(PaperEdge.share(framed)).isEqualTo(1);
        assertThat(PaperEdge.share(grey(i -> wall))).isZero();
    }

    @Property(tries = 20)
    void aBentWallLeavesNoResidualAndAThingBeforeItDoes(
            @ForAll @DoubleRange(min = 0, max = 0.3) double bend, @ForAll @IntRange(min = 20, max = 200) int place) {
        Lab wall = grey(i -> 0.6 - bend * Math.pow((double) (i % Tile.SIZE) / Tile.SIZE - 0.5, 2));
        CurvedSurface surface = CurvedSurface.fit(1, i -> true, wall);
        assertThat(surface.residual(wall, place * Tile.SIZE + place)).isLessThan(1);
        Lab spotted = grey(i -> i % Tile.SIZE >= place && i % Tile.SIZE < place + 10 ? 0.2 : 0.6);
        CurvedSurface behind = CurvedSurface.fit(1, i -> true, spotted);
        assertThat(behind.residual(spotted, place * Tile.SIZE + place)).isGreaterThan(20);
    }

    private interface Shade {
        double at(int index);
    }

    private static Lab grey(Shade shade) {
        float[] rgb = new float[3 * Tile.SIZE * Tile.SIZE];
        for (int i = 0; i < Tile.SIZE * Tile.SIZE; i++) {
            Arrays.fill(rgb, 3 * i, 3 * i + 3, (float) shade.at(i));
        }
        return Lab.of(rgb);
    }

    @Property(tries = 50)
    void luminanceIsTheOneThatLightnessCameFrom(@ForAll @DoubleRange(min = 0, max = 1) double level) {
        Lab lab = Lab.of(new float[] {(float) level, (float) level, (float) level});
        double linear = level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
        assertThat(lab.luminance(0)).isCloseTo(linear, within(0.003));
    }
}
