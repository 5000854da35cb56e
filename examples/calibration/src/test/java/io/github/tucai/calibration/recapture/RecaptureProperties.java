package io.github.tucai.calibration.recapture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.portraits.Images;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RecaptureProperties {
    private static final Camera PLAIN = new Camera(120, 160, 0.3, 0, 0);
    private static final View STRAIGHT = new View(1, 0, 0, 0, 0, 0);
    private static final Room DARK = new Room(0, 0, 0.5, 0.5, 0, 0.3);

    @Property(tries = 8)
    void aSeedMakesThePictureAndAnotherMakesAnother(@ForAll Recapture.Kind kind, @ForAll @IntRange(min = 0) int seed) {
        BufferedImage genuine = Images.gradient(90, 120);
        byte[] first = Recapture.of(genuine, kind, seed).jpeg();
        assertThat(Recapture.of(genuine, kind, seed).jpeg()).isEqualTo(first);
        assertThat(Recapture.of(genuine, kind, seed + 1L).jpeg()).isNotEqualTo(first);
    }

    @Property(tries = 10)
    void aControlIsTheCameraAlone(@ForAll @IntRange(min = 40, max = 255) int grey) {
        Light picture = Light.of(Images.flat(120, 160, 0x10101 * grey));
        assertThat(spread(PLAIN, Scene.bare(picture))).isLessThan(1);
    }

    /** At two camera pixels a pixel, all of them would look alike. */
    @Property(tries = 10)
    void aScreenLeavesItsPixelsInWhatTheCameraSees(
            @ForAll Screen.Layout layout, @ForAll @DoubleRange(min = 2.2, max = 3.8) double pitch) {
        int across = (int) (120 / pitch);
        Light shown = Light.of(Images.flat(across, across * 4 / 3, 0xC0C0C0));
        assertThat(spread(PLAIN, new Screen(shown, layout, DARK, 0.05))).isGreaterThan(5);
    }

    @Property(tries = 10)
    void aScreenGivesAsMuchLightAsItsPictureHas(
            @ForAll Screen.Layout layout, @ForAll @DoubleRange(min = 0.2, max = 0.7) double reach) {
        Light shown = Light.of(Images.flat(20, 20, 0xFFFFFF));
        Screen screen = new Screen(shown, layout, DARK, 0.05);
        double[] sums = new double[3];
        float[] rgb = new float[3];
        int steps = 400;
        for (int i = 0; i < steps * steps; i++) {
            screen.light((i % steps + 0.5) / steps, (i / steps + 0.5) / steps, reach / 20, rgb);
            for (int channel = 0; channel < 3; channel++) {
                sums[channel] += rgb[channel] / (steps * steps);
            }
        }
        for (double sum : sums) {
            assertThat(sum).isCloseTo(1, within(0.03));
        }
    }

    @Property(tries = 10)
    void dotsLeaveWhatIsWhiteWhiteAndDyesLeaveNoDots(@ForAll long seed) {
        Light white = Light.of(Images.flat(120, 160, 0xFFFFFF));
        Light grey = Light.of(Images.flat(120, 160, 0x909090));
        assertThat(spread(PLAIN, print(white, Print.Technique.HALFTONE, seed))).isLessThan(1);
        assertThat(spread(PLAIN, print(grey, Print.Technique.DYE, seed))).isLessThan(1);
        assertThat(spread(PLAIN, print(grey, Print.Technique.HALFTONE, seed))).isGreaterThan(10);
    }

    private static Print print(Light picture, Print.Technique process, long seed) {
        return new Print(picture, process, 4.0 / 120, 0.05, DARK, 0, seed);
    }

    /** Standard deviation of green, away from the border. */
    private static double spread(Camera camera, Scene scene) {
        BufferedImage taken = camera.take(scene, STRAIGHT, 160 / 120.0, new Random(1));
        int[] green = taken.getRGB(10, 10, 100, 140, null, 0, 100);
        double mean = Arrays.stream(green).map(rgb -> rgb >> 8 & 255).average().orElseThrow();
        return Math.sqrt(Arrays.stream(green)
                .mapToDouble(rgb -> Math.pow((rgb >> 8 & 255) - mean, 2))
                .average()
                .orElseThrow());
    }
}
