package io.github.tucai.imaging.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Light on a face of two by three units, looked at in squares of a twentieth. */
class HalvesProperties {
    private static final double SIDE = 0.05;
    private static final int POINTS = 3;
    /** Lit from everywhere, as a share of what a lamp gives at most. */
    private static final double AMBIENT = 0.5;

    private static OptionalDouble edges(DoubleBinaryOperator light) {
        return edges(light, POINTS);
    }

    /**
     * What is seen of a light.
     *
     * @param points along a square's side
     */
    private static OptionalDouble edges(DoubleBinaryOperator light, int points) {
        Halves halves = new Halves(SIDE, 0.5 * points * points);
        double step = SIDE / points;
        for (int row = 0; row < 60 * points; row++) {
            for (int column = -20 * points; column < 20 * points; column++) {
                double across = (column + 0.5) * step;
                double down = (row + 0.5) * step - 1;
                halves.add(across, down, light.applyAsDouble(across, down));
            }
        }
        return halves.edges();
    }

    /** Half an egg, longer than wide, in light from everywhere and from a lamp in a direction in degrees. */
    private static DoubleBinaryOperator egg(double beside, double above) {
        double x = Math.sin(Math.toRadians(beside));
        double y = -Math.sin(Math.toRadians(above)) * Math.cos(Math.toRadians(beside));
        double z = Math.cos(Math.toRadians(above)) * Math.cos(Math.toRadians(beside));
        return (across, down) -> {
            double outX = across / 1.3;
            double outY = (down - 0.5) / 2;
            double outZ = Math.sqrt(Math.max(0.01, 1 - outX * outX - outY * outY));
            double lamp = Math.max(0, x * outX / 1.3 + y * outY / 2 + z * outZ / 1.3)
                    / Math.sqrt((outX * outX + outZ * outZ) / 1.69 + outY * outY / 4);
            return Math.log(AMBIENT + lamp);
        };
    }

    /** From the nose over one cheek, with an edge that is so wide. */
    private static DoubleBinaryOperator shadow(double depth, double edge) {
        return (across, down) -> {
            double inside = Math.min(Math.min(across - 0.2, 0.7 - across), Math.min(down, 1 - down));
            return -depth * Math.max(0, Math.min(1, inside / edge + 0.5));
        };
    }

    private static DoubleBinaryOperator sum(DoubleBinaryOperator one, DoubleBinaryOperator other) {
        return (across, down) -> one.applyAsDouble(across, down) + other.applyAsDouble(across, down);
    }

    @Property(tries = 100)
    void aLampBeforeAboveOrBelowTheFaceMakesNoEdges(@ForAll @DoubleRange(min = -80, max = 80) double above) {
        assertThat(edges(egg(0, above))).hasValueCloseTo(0.0, within(1e-9));
    }

    @Property(tries = 100)
    void aLampBesideTheFaceMakesFewEdgesAndAShadowUnderItShows(
            @ForAll @DoubleRange(min = -50, max = 50) double beside,
            @ForAll @DoubleRange(min = -40, max = 40) double above) {
        DoubleBinaryOperator lit = egg(beside, above);
        double bare = edges(lit).orElseThrow();
        assertThat(bare).isLessThan(0.12);
        assertThat(edges(sum(lit, shadow(1.5, 0.02))).orElseThrow()).isGreaterThan(0.38);
    }

    @Property(tries = 100)
    void aShadowOnOneSideIsToldTheMoreTheDarkerWhateverTheSkin(
            @ForAll @DoubleRange(min = 0.1, max = 2) double depth,
            @ForAll @DoubleRange(min = 1.1, max = 2) double factor,
            @ForAll @DoubleRange(min = -3, max = 0) double skin) {
        double weak = edges(shadow(depth, 0.02)).orElseThrow();
        double strong =
                edges(sum(shadow(factor * depth, 0.02), (across, down) -> skin)).orElseThrow();
        assertThat(weak).isGreaterThan(0.25 * depth);
        assertThat(strong).isCloseTo(factor * weak, within(1e-6));
    }

    @Property(tries = 100)
    void aShadowWithASoftEdgeIsToldLess(
            @ForAll @DoubleRange(min = 0.02, max = 0.1) double sharp,
            @ForAll @DoubleRange(min = 0.35, max = 0.5) double soft) {
        assertThat(edges(shadow(1, soft)).orElseThrow())
                .isLessThan(edges(shadow(1, sharp)).orElseThrow());
    }

    @Property(tries = 100)
    void aShadowThatFallsOnBothSidesAlikeIsNotTold(@ForAll @DoubleRange(min = 0.1, max = 2) double depth) {
        DoubleBinaryOperator right = shadow(depth, 0.02);
        assertThat(edges(sum(right, (across, down) -> right.applyAsDouble(-across, down))))
                .hasValueCloseTo(0.0, within(1e-9));
    }

    @Property(tries = 100)
    void theMirroredFaceHasTheSameEdges(@ForAll @IntRange(min = 1, max = 1_000) int seed) {
        DoubleBinaryOperator light =
                (across, down) -> Math.sin(seed + 7 * Math.floor(5 * across) + 13 * Math.floor(5 * down));
        double seen = edges(light).orElseThrow();
        double mirrored =
                edges((across, down) -> light.applyAsDouble(-across, down)).orElseThrow();
        assertThat(mirrored).isCloseTo(seen, within(1e-9));
    }

    @Property(tries = 50)
    void aLargerPictureShowsTheSameEdges(
            @ForAll @IntRange(min = 2, max = 6) int points, @ForAll @DoubleRange(min = -40, max = 40) double beside) {
        DoubleBinaryOperator light = sum(egg(beside, 20), shadow(1, 0.05));
        double seen = edges(light, POINTS).orElseThrow();
        assertThat(edges(light, points).orElseThrow()).isCloseTo(seen, within(0.1 * seen));
    }

    @Property(tries = 50)
    void noiseHardlyCounts(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.1) double deviation) {
        Random random = new Random(seed);
        double noisy =
                edges((across, down) -> deviation * random.nextGaussian()).orElseThrow();
        assertThat(noisy).isLessThan(0.25 * deviation + 1e-9);
    }

    @Property(tries = 20)
    void aFewSquaresAreTooFew(@ForAll @IntRange(min = 0, max = 10) int rows) {
        Halves halves = new Halves(SIDE, 1);
        for (int row = 0; row < rows; row++) {
            for (int column = -4; column < 4; column++) {
                halves.add((column + 0.5) * SIDE, (row + 0.5) * SIDE, row * column);
            }
        }
        assertThat(halves.edges()).isEmpty();
    }
}
