package io.github.tucai.imaging.internal.forensic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.pixel.CurvedSurface;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ForensicProperties {
    private static final int SIDE = Fourier.SIDE;

    @Property(tries = 20)
    void aWaveIsOnePairOfPeaksThatHoldsAllItsPower(
            @ForAll @IntRange(min = 1, max = SIDE / 2 - 1) int across,
            @ForAll @IntRange(min = 1, max = SIDE / 2 - 1) int down) {
        float[][] real = square((row, column) -> Math.cos(2 * Math.PI * (across * column + down * row) / SIDE));
        float[][] imaginary = new float[SIDE][SIDE];
        Fourier.transform(real, imaginary);
        float peak = SIDE * SIDE / 2f;
        assertThat(real[down][across]).isCloseTo(peak, within(0.01f));
        assertThat(real[SIDE - down][SIDE - across]).isCloseTo(peak, within(0.01f));
        // Rounding to 24 bits is all that the others can hold.
        assertThat(power(real) + power(imaginary) - 2.0 * peak * peak).isCloseTo(0, within(1e-5 * peak * peak));
    }

    @Property(tries = 20)
    void powerStaysWhatItWas(@ForAll long seed) {
        Random random = new Random(seed);
        float[][] real = square((row, column) -> random.nextDouble());
        float[][] imaginary = square((row, column) -> random.nextDouble());
        double before = power(real) + power(imaginary);
        Fourier.transform(real, imaginary);
        assertThat((power(real) + power(imaginary)) / SIDE / SIDE).isCloseTo(before, within(before * 1e-5));
    }

    private interface Wave {
        double at(int row, int column);
    }

    private static float[][] square(Wave wave) {
        float[][] rows = new float[SIDE][SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                rows[row][column] = (float) wave.at(row, column);
            }
        }
        return rows;
    }

    private static double power(float[][] rows) {
        double power = 0;
        for (float[] row : rows) {
            for (float value : row) {
                power += (double) value * value;
            }
        }
        return power;
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
