package io.github.tucai.calibration.dial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.Hair;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** On one drawn person: every dial draws more the further it is turned, and what was drawn can be taken off again. */
class DegreeProperties {
    private static final PortraitSpec PERSON =
            PortraitSpec.registration(3).sized(480, 640).with(Quality.DRAFT).toBuilder()
                    .hair(Hair.SHORT)
                    .build();
    private static final BufferedImage IMAGE =
            PortraitCache.in(Path.of("target", "portraits")).get(PERSON, 2).image();

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theFurtherADialIsTurnedTheMoreIsDrawn(@ForAll Degree degree, @ForAll @IntRange(max = 11) int number) {
        Canvas canvas = canvas();
        long last = 0;
        for (double severity : degree.severities()) {
            canvas.clean();
            degree.draw(canvas, severity, number);
            long changed = difference(canvas.image());
            // Lighter than white is nothing.
            long least = degree == Degree.HIGHLIGHT || degree == Degree.SMALL_HIGHLIGHT ? last : last + 1;
            assertThat(changed).as("%s of %s", degree, severity).isGreaterThanOrEqualTo(least);
            last = changed;
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void aCleanCanvasIsThePortrait(@ForAll Degree degree) {
        Canvas canvas = canvas().clean();
        degree.draw(canvas, degree.plain(), 0);
        assertThat(difference(canvas.clean().image())).isZero();
    }

    @Example
    void plainIsMoreThanJustVisibleAndBothAreOnTheDial() {
        for (Degree degree : Degree.values()) {
            assertThat(degree.severities()).as(degree.name()).isSorted().contains(degree.justVisible(), degree.plain());
            assertThat(degree.justVisible()).as(degree.name()).isLessThan(degree.plain());
        }
    }

    @Example
    void lensesAreDrawnOnlyOnWhoWearsSome() {
        assertThat(Degree.TINT.fits(Map.of("glasses", "no", "tinted_glasses", "no", "glare_on_glasses", "no"), 0.5))
                .isFalse();
        assertThat(Degree.TINT.fits(Map.of("glasses", "yes", "tinted_glasses", "no", "glare_on_glasses", "no"), 0.5))
                .isTrue();
        assertThat(Degree.HIGHLIGHT.fits(Map.of(), 0.8)).isFalse();
    }

    private static Canvas canvas() {
        int[] rgb = IMAGE.getRGB(0, 0, IMAGE.getWidth(), IMAGE.getHeight(), null, 0, IMAGE.getWidth());
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        return Canvas.of(new Picture(IMAGE.getWidth(), IMAGE.getHeight(), rgb)).orElseThrow();
    }

    private static long difference(BufferedImage image) {
        long sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int one = image.getRGB(x, y);
                int other = IMAGE.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((one >> shift & 255) - (other >> shift & 255));
                }
            }
        }
        return sum;
    }
}
