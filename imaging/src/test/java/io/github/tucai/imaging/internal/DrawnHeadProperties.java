package io.github.tucai.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The measures follow what was drawn, whoever was drawn; {@code -Dtucai.heads=200} is the full run of the pose. */
class DrawnHeadProperties {
    private static final int HEADS = Integer.getInteger("tucai.heads", 12);
    private static final double MOST_DEGREES = 15;
    private static final double LEAST_STEP = 0.3;

    /** Turned any way by up to 15 degrees, without glasses; one bias per axis is the generator's and is taken out. */
    @Example
    void poseIsThatOfTheHead() {
        double[] yaw = new double[HEADS];
        double[] pitch = new double[HEADS];
        double[] roll = new double[HEADS];
        Random random = new Random(7);
        for (int i = 0; i < HEADS; i++) {
            PortraitSpec turned = person(1 + i % 6)
                    .with(Dial.YAW, angle(random))
                    .with(Dial.PITCH, angle(random))
                    .with(Dial.ROLL, angle(random));
            Measurements measured = Drawn.measured(turned);
            yaw[i] = Drawn.value(measured, Measures.HEAD_YAW) - turned.get(Dial.YAW);
            pitch[i] = Drawn.value(measured, Measures.HEAD_PITCH) - turned.get(Dial.PITCH);
            roll[i] = Drawn.value(measured, Measures.HEAD_ROLL) - turned.get(Dial.ROLL);
        }
        assertSmall("yaw", yaw);
        assertSmall("pitch", pitch);
        assertSmall("roll", roll);
    }

    private static double angle(Random random) {
        return Math.rint(MOST_DEGREES * (2 * random.nextDouble() - 1));
    }

    private static void assertSmall(String axis, double[] errors) {
        double bias = median(errors);
        double[] rest =
                Arrays.stream(errors).map(error -> Math.abs(error - bias)).toArray();
        double worst = Arrays.stream(rest).max().orElseThrow();
        System.out.printf("%s: bias %.2f, median %.2f, worst %.2f degrees%n", axis, bias, median(rest), worst);
        assertThat(median(rest)).as("median error of the %s", axis).isLessThanOrEqualTo(2);
        assertThat(worst).as("worst error of the %s", axis).isLessThanOrEqualTo(5);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whoOpensTheEyesWiderHasThemMeasuredWider(
            @ForAll @IntRange(min = 1, max = 6) int who,
            @ForAll @DoubleRange(min = 0, max = 1) double narrow,
            @ForAll @DoubleRange(min = LEAST_STEP, max = 0.6) double more) {
        assertThat(Drawn.measure(eyes(person(who), narrow + more), Measures.EYE_OPENING))
                .isGreaterThan(Drawn.measure(eyes(person(who), narrow), Measures.EYE_OPENING));
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whoOpensTheMouthWiderHasItMeasuredWider(
            @ForAll @IntRange(min = 1, max = 6) int who,
            @ForAll @DoubleRange(min = 0, max = 1.5) double narrow,
            @ForAll @DoubleRange(min = LEAST_STEP, max = 1) double more) {
        assertThat(Drawn.measure(person(who).with(Dial.MOUTH_OPEN, narrow + more), Measures.MOUTH_OPENING))
                .isGreaterThan(Drawn.measure(person(who).with(Dial.MOUTH_OPEN, narrow), Measures.MOUTH_OPENING));
    }

    private static PortraitSpec eyes(PortraitSpec person, double open) {
        return person.with(Dial.EYE_OPEN_LEFT, open).with(Dial.EYE_OPEN_RIGHT, open);
    }

    private static PortraitSpec person(int seed) {
        return PortraitSpec.registration(seed).with(Quality.DRAFT);
    }
}
