package io.github.tucai.imaging.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.Plane;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MeasureMathsProperties {
    @Property
    void aPlaceOnTheFaceLeadsBackToItself(
            @ForAll @DoubleRange(min = -3, max = 3) double across,
            @ForAll @DoubleRange(min = -3, max = 3) double down,
            @ForAll @DoubleRange(min = -300, max = 300) double eyeX,
            @ForAll @DoubleRange(min = -300, max = 300) double eyeY) {
        double[] xyz = new double[3 * FaceLandmarks.POINTS];
        xyz[3 * Landmark.RIGHT_IRIS] = eyeX + 5;
        xyz[3 * Landmark.RIGHT_IRIS + 1] = eyeY;
        FaceFrame frame = FaceFrame.of(new FaceLandmarks(xyz, 1));
        Point place = frame.place(across, down);
        // Irises closer than a pixel have no direction worth the name.
        if (Math.hypot(eyeX + 5, eyeY) >= 1) {
            assertThat(frame.across(place)).isCloseTo(across, within(1e-9));
            assertThat(frame.down(place)).isCloseTo(down, within(1e-9));
        }
    }

    @Property
    void quantilesAreThoseOfTheSortedNumbers(
            @ForAll @Size(min = 1, max = 1500) double[] values,
            @ForAll @DoubleRange(min = 0, max = 0.99) double share) {
        Sample sample = new Sample();
        Arrays.stream(values).forEach(sample::add);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // Two quantiles of one sample: looking for one must not lose the other.
        assertThat(sample.quantile(1 - share)).isCloseTo(sorted[rank(1 - share, sorted)], within(0.0));
        assertThat(sample.quantile(share)).isCloseTo(sorted[rank(share, sorted)], within(0.0));
    }

    @Property
    void theGreatestAreThoseAtTheEndOfTheSortedNumbers(
            @ForAll @Size(min = 1, max = 600) List<@DoubleRange(min = -1, max = 1) Double> values,
            @ForAll @IntRange(min = 1, max = 700) int count) {
        Sample sample = new Sample();
        values.forEach(sample::add);
        if (count > values.size()) {
            assertThat(sample.meanOfGreatest(count)).isNaN();
        } else {
            double mean = values.stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(count)
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
            assertThat(sample.meanOfGreatest(count)).isCloseTo(mean, within(1e-9));
        }
    }

    private static int rank(double share, double... sorted) {
        return Math.min(sorted.length - 1, (int) (share * sorted.length));
    }

    @Property(tries = 200)
    void greysHaveNoChromaAndLightnessGrowsWithThem(@ForAll @IntRange(min = 0, max = 254) int level) {
        float grey = level / 255f;
        float lighter = (level + 1) / 255f;
        Lab lab = Lab.of(new float[] {grey, grey, grey, lighter, lighter, lighter});
        assertThat(lab.chroma(0)).isLessThan(0.3);
        assertThat(lab.lightness(1)).isGreaterThan(lab.lightness(0));
    }

    @Property(tries = 30)
    void aSlopeOfLightIsFoundAndLeavesNoResidual(
            @ForAll @DoubleRange(min = 0.2, max = 0.5) double base,
            @ForAll @DoubleRange(min = 0, max = 0.3) double rise) {
        float[] rgb = new float[3 * Tile.SIZE * Tile.SIZE];
        for (int i = 0; i < Tile.SIZE * Tile.SIZE; i++) {
            float grey = (float) (base + rise * (i % Tile.SIZE) / Tile.SIZE);
            Arrays.fill(rgb, 3 * i, 3 * i + 3, grey);
        }
        Lab lab = Lab.of(rgb);
        Plane plane = Plane.fit(1, i -> true, lab, Double.POSITIVE_INFINITY, null);
        double change = lab.lightness(Tile.SIZE - 1) - lab.lightness(0);
        assertThat(plane.change()).isCloseTo(change, within(1.0));
        // The curve from sRGB to lightness bends a little.
        assertThat(plane.residual(lab, Tile.SIZE / 2)).isLessThan(1.5);
    }
}
