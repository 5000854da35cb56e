package io.github.tucai.imaging.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.Picture;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Drawn fabric under folds: what is plain stays below what is striped, whatever the colours, the size and the noise. */
class WeaveProperties {
    private static final int UNIT = 100;
    /** Points along a pixel's side, so that edges are as soft as a lens makes them. */
    private static final int POINTS = 3;
    /** What the shipped profile passes, roughly. */
    private static final double FINE = 3;
    /** Deep, narrow folds in the most saturated greens come to half of what passes, whatever lies beside them. */
    private static final double WELL_BELOW = 0.6 * FINE;
    /**
     * In distances of the eyes, as all widths. A stripe is told by the cells that have another colour on both sides within
     * the reach of a sixteenth, and a fifth of the cloth must be such cells: of stripes a third of their period wide that
     * holds up to a width of 0.078. Wider ones pass for garments side by side.
     */
    private static final double WIDEST = 0.07;

    /** Where the second colour lies, in distances of the eyes. */
    @FunctionalInterface
    private interface Print {
        boolean isOther(double x, double y);
    }

    /**
     * Light that changes over the cloth.
     *
     * @param turn of the folds in radians
     * @param width from fold to fold, in distances of the eyes
     * @param depth how much light the folds lose, 0 to 1
     */
    private record Folds(double turn, double width, double depth) {
        double light(double x, double y) {
            double along = (x * Math.cos(turn) + y * Math.sin(turn)) / width;
            return 1 - depth * (0.5 + 0.5 * Math.sin(2 * Math.PI * along));
        }
    }

    private static final Print PLAIN = (x, y) -> false;

    private static double lines(Picture picture, double unit) {
        return Weave.lines(Cloth.of(picture, unit, picture.width() / 2.0, 0, (x, y) -> true, Weave.margin()))
                .orElseThrow();
    }

    private static Picture drawn(Print print, int colour, int other, Folds folds, double unit, double noise) {
        int width = (int) (3 * unit);
        int height = (int) (1.2 * unit);
        Random random = new Random(7);
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            int row = i / width;
            int column = i % width;
            double share = share(print, column, row, unit);
            double light = folds.light(column / unit, row / unit);
            for (int shift = 0; shift <= 16; shift += 8) {
                double reflected = (1 - share) * linear(colour >> shift & 255) + share * linear(other >> shift & 255);
                double value = 255 * encoded(light * reflected) + noise * random.nextGaussian();
                rgb[i] |= (int) Math.max(0, Math.min(255, Math.round(value))) << shift;
            }
        }
        return new Picture(width, height, rgb);
    }

    private static double share(Print print, int column, int row, double unit) {
        int count = 0;
        for (int i = 0; i < POINTS; i++) {
            for (int k = 0; k < POINTS; k++) {
                double x = (column + (i + 0.5) / POINTS) / unit;
                double y = (row + (k + 0.5) / POINTS) / unit;
                count += print.isOther(x, y) ? 1 : 0;
            }
        }
        return (double) count / (POINTS * POINTS);
    }

    private static double linear(int value) {
        return Lab.linear(value / 255f);
    }

    private static double encoded(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    private static Print stripes(double width, double period) {
        return (x, y) -> y / period - Math.floor(y / period) < width / period;
    }

    private static Print checks(double width, double period) {
        Print across = stripes(width, period);
        return (x, y) -> across.isOther(x, y) != across.isOther(y, x);
    }

    @Property(tries = 30)
    void plainClothIsFineWhateverItsColourAndFolds(@ForAll("colours") int colour, @ForAll("folds") Folds folds) {
        assertThat(lines(drawn(PLAIN, colour, colour, folds, UNIT, 0), UNIT)).isLessThan(WELL_BELOW);
    }

    @Property(tries = 30)
    void noiseIsNoPattern(
            @ForAll("colours") int colour,
            @ForAll("folds") Folds folds,
            @ForAll @DoubleRange(min = 0, max = 12) double noise) {
        assertThat(lines(drawn(PLAIN, colour, colour, folds, UNIT, noise), UNIT))
                .isLessThan(FINE);
    }

    @Property(tries = 30)
    void twoGarmentsSideBySideAreNoPattern(@ForAll("colours") int colour, @ForAll("folds") Folds folds) {
        assertThat(lines(drawn((x, y) -> x > 1.5, colour, ~colour & 0xffffff, folds, UNIT, 0), UNIT))
                .isLessThan(WELL_BELOW);
    }

    @Property(tries = 30)
    void stripesOfAnotherColourShow(
            @ForAll("folds") Folds folds,
            @ForAll @DoubleRange(min = 0.04, max = WIDEST) double width,
            @ForAll @DoubleRange(min = 2, max = 3) double period) {
        Print print = stripes(width, width * period);
        assertThat(lines(drawn(print, 0xd8d8d8, 0x3a5fb0, folds, UNIT, 0), UNIT))
                .isGreaterThan(2 * FINE);
        assertThat(lines(drawn(print, 0x8a2a2a, 0x2a3a6a, folds, UNIT, 0), UNIT))
                .isGreaterThan(2 * FINE);
    }

    @Property(tries = 20)
    void checksShow(
            @ForAll("folds") Folds folds,
            @ForAll @DoubleRange(min = 0.04, max = WIDEST) double width,
            @ForAll @DoubleRange(min = 2, max = 3) double period) {
        Print print = checks(width, width * period);
        assertThat(lines(drawn(print, 0xd8d8d8, 0x9a3040, folds, UNIT, 0), UNIT))
                .isGreaterThan(2 * FINE);
    }

    @Property(tries = 30)
    void anotherSizeOfThePhotoChangesLittle(
            @ForAll("folds") Folds folds,
            @ForAll @DoubleRange(min = 0.05, max = WIDEST) double width,
            @ForAll @DoubleRange(min = 0.8, max = 1.25) double factor) {
        Print print = stripes(width, 2.5 * width);
        double here = lines(drawn(print, 0xd8d8d8, 0xb04a3a, folds, UNIT, 0), UNIT);
        double there = lines(drawn(print, 0xd8d8d8, 0xb04a3a, folds, factor * UNIT, 0), factor * UNIT);
        assertThat(there).isCloseTo(here, within(0.25 * here));
    }

    @Property(tries = 20)
    void whereOnlyATieIsSeenNothingIsSaid(@ForAll @IntRange(min = 1, max = 20) int halfWidth) {
        Picture picture = drawn(stripes(0.06, 0.15), 0xd8d8d8, 0x3a5fb0, new Folds(0, 1, 0), UNIT, 0);
        int middle = picture.width() / 2;
        OptionalDouble lines = Weave.lines(
                Cloth.of(picture, UNIT, middle, 0, (x, y) -> Math.abs(x - middle) < halfWidth, Weave.margin()));
        assertThat(lines).isEmpty();
    }

    @Provide
    static Arbitrary<Integer> colours() {
        Arbitrary<Integer> value = Arbitraries.integers().between(40, 230);
        return Combinators.combine(value, value, value).as((red, green, blue) -> red << 16 | green << 8 | blue);
    }

    @Provide
    static Arbitrary<Folds> folds() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 3),
                        Arbitraries.doubles().between(0.4, 2),
                        Arbitraries.doubles().between(0, 0.6))
                .as(Folds::new);
    }
}
