package io.github.tucai.imaging.internal.forensic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Point;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Drawn pictures of 600 x 800 with noise of a camera, eyes 130 pixels apart at 340 from the top. */
class MoireProperties {
    // From here on the evidence is in doubt.
    private static final double PLAIN = 2.1;
    // By chance one in some hundred drawn edges comes a little beyond that.
    private static final double NEARLY_PLAIN = 2.5;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 800;

    private interface Pattern {
        double at(int x, int y);
    }

    @Property(tries = 20)
    void aGridOverThePictureIsFoundWhateverItsPitchAndTurn(
            @ForAll @DoubleRange(min = 2.3, max = 12) double pitch,
            @ForAll @DoubleRange(min = -45, max = 45) double degrees,
            @ForAll long seed) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        // What repeats with JPEG's blocks of 8 pixels is left to them.
        Assume.that(isOffBlocks(cosine / pitch) || isOffBlocks(sine / pitch));
        double found = peak(seed, (x, y) -> 6 * wave((x * cosine + y * sine) / pitch));
        assertThat(found).isGreaterThan(PLAIN);
    }

    @Property(tries = 20)
    void noiseAloneIsNoGrid(@ForAll long seed) {
        assertThat(peak(seed, (x, y) -> 0)).isLessThan(PLAIN);
    }

    @Property(tries = 20)
    void stripesOfAShirtAreNoGridOverThePicture(
            @ForAll @DoubleRange(min = 4, max = 30) double pitch, @ForAll @IntRange(min = 520, max = 600) int collar) {
        assertThat(peak(1, (x, y) -> y > collar ? 40 * wave((x + 0.3 * y) / pitch) : 0))
                .isLessThan(NEARLY_PLAIN);
    }

    @Property(tries = 20)
    void edgesHoweverSharpAreNoGrid(
            @ForAll @DoubleRange(min = -3, max = 3) double slope, @ForAll @IntRange(min = 5, max = 90) int step) {
        assertThat(peak(2, (x, y) -> y - 340 > slope * (x - 300) ? step : 0)).isLessThan(NEARLY_PLAIN);
    }

    @Property(tries = 3)
    void aPictureSmallerThanASquareHasNoMeasure(@ForAll @IntRange(min = 1, max = Fourier.SIDE - 1) int width) {
        assertThat(Moire.peak(new Picture(width, 300, new int[width * 300]), MoireProperties::place))
                .isNaN();
    }

    private static boolean isOffBlocks(double frequency) {
        double multiple = 8 * frequency;
        return Math.abs(multiple - Math.rint(multiple)) > 0.2;
    }

    private static double wave(double place) {
        return Math.sin(2 * Math.PI * place);
    }

    private static double peak(long seed, Pattern pattern) {
        Random random = new Random(seed);
        int[] rgb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            double light = 90 + i / WIDTH / 10.0 + pattern.at(i % WIDTH, i / WIDTH) + 3 * random.nextGaussian();
            rgb[i] = 0x10101 * (int) Math.max(0, Math.min(255, light));
        }
        return Moire.peak(new Picture(WIDTH, HEIGHT, rgb), MoireProperties::place);
    }

    private static Point place(double across, double down) {
        return new Point(300 + 130 * across, 340 + 130 * down);
    }
}
