package io.github.tucai.imaging.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Light on a face of two by three units, looked at in squares of a fifth. */
class HalvesProperties {
    private static final double SIDE = 0.2;
    private static final int POINTS = 4;

    private static OptionalDouble patches(DoubleBinaryOperator light) {
        Halves halves = new Halves(SIDE, 3);
        double step = SIDE / POINTS;
        for (int row = 0; row < 15 * POINTS; row++) {
            for (int column = -5 * POINTS; column < 5 * POINTS; column++) {
                double across = (column + 0.5) * step;
                double down = (row + 0.5) * step - 1;
                halves.add(across, down, light.applyAsDouble(across, down));
            }
        }
        return halves.patches();
    }

    @Property(tries = 100)
    void aLampBesideOrAboveTheFaceMakesNoPatches(
            @ForAll @DoubleRange(min = -2, max = 2) double beside,
            @ForAll @DoubleRange(min = -2, max = 2) double above,
            @ForAll @DoubleRange(min = -3, max = 0) double skin) {
        assertThat(patches((across, down) -> skin + beside * across + above * down * down))
                .hasValueCloseTo(0.0, within(1e-6));
    }

    @Property(tries = 100)
    void aShadowOnOneSideIsToldTheMoreTheDarkerWhateverTheSkin(
            @ForAll @DoubleRange(min = 0.1, max = 2) double depth,
            @ForAll @DoubleRange(min = 1.1, max = 2) double factor,
            @ForAll @DoubleRange(min = -3, max = 0) double skin) {
        double weak = patches(shadow(depth, 0)).orElseThrow();
        double strong = patches(shadow(factor * depth, skin)).orElseThrow();
        assertThat(weak).isGreaterThan(0.2 * depth);
        assertThat(strong).isCloseTo(factor * weak, within(1e-6));
    }

    /** From the nose over one cheek. */
    private static DoubleBinaryOperator shadow(double depth, double skin) {
        return (across, down) -> across > 0.2 && across < 0.6 && down > 0 && down < 1 ? skin - depth : skin;
    }

    @Property(tries = 100)
    void theMirroredFaceHasTheSamePatches(@ForAll @IntRange(min = 1, max = 1_000) int seed) {
        DoubleBinaryOperator light =
                (across, down) -> Math.sin(seed + 7 * Math.floor(5 * across) + 13 * Math.floor(5 * down));
        double seen = patches(light).orElseThrow();
        double mirrored =
                patches((across, down) -> light.applyAsDouble(-across, down)).orElseThrow();
        assertThat(mirrored).isCloseTo(seen, within(1e-9));
    }

    @Property(tries = 20)
    void aFewSquaresAreTooFew(@ForAll @IntRange(min = 0, max = 5) int pairs) {
        Halves halves = new Halves(SIDE, 1);
        for (int i = 0; i < pairs; i++) {
            halves.add(0.1, i * SIDE, i);
            halves.add(-0.1, i * SIDE, -i);
        }
        assertThat(halves.patches()).isEmpty();
    }
}
