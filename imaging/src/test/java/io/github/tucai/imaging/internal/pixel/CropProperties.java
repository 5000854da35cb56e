package io.github.tucai.imaging.internal.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CropProperties {
    @Property(tries = 50)
    void theWholePictureAtItsOwnSizeIsThePicture(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] rgb = random.ints(width * (long) height, 0, 1 << 24).toArray();
        Picture picture = new Picture(width, height, rgb);
        float[] samples = Crop.whole(picture).sample(picture, width, height, Crop.Outside.BLACK, 1, 0);
        for (int i = 0; i < rgb.length; i++) {
            assertThat(samples[3 * i]).isCloseTo(rgb[i] >> 16 & 255, within(0.01f));
            assertThat(samples[3 * i + 2]).isCloseTo(rgb[i] & 255, within(0.01f));
        }
    }

    @Property
    void aTurnKeepsDistances(
            @ForAll @DoubleRange(min = -3, max = 3) double angle,
            @ForAll @DoubleRange(min = 0, max = 1) double across,
            @ForAll @DoubleRange(min = 0, max = 1) double down) {
        Crop level = new Crop(50, 60, 100, 80, 0);
        Crop turned = new Crop(50, 60, 100, 80, angle);
        double expected = Math.hypot(level.x(across, down) - 50, level.y(across, down) - 60);
        assertThat(Math.hypot(turned.x(across, down) - 50, turned.y(across, down) - 60))
                .isCloseTo(expected, within(1e-9));
    }

    @Property(tries = 20)
    void beyondTheEdgeIsBlackOrTheEdge(@ForAll @IntRange(min = 0, max = 255) int grey) {
        Picture picture = new Picture(1, 1, new int[] {grey << 16 | grey << 8 | grey});
        Crop beside = Crop.square(9.5, 0.5, 1);
        assertThat(beside.sample(picture, 1, 1, Crop.Outside.BLACK, 1, 0)).containsOnly(0);
        assertThat(beside.sample(picture, 1, 1, Crop.Outside.EDGE, 1, 0)).containsOnly(grey);
    }

    @Property(tries = 50)
    void anUprightCropIsATurnedOneWhoseTurnIsNothing(
            @ForAll @DoubleRange(min = -10, max = 40) double centreX,
            @ForAll @DoubleRange(min = -10, max = 40) double centreY,
            @ForAll @DoubleRange(min = 1, max = 60) double side,
            @ForAll Crop.Outside outside,
            @ForAll long seed) {
        Picture picture =
                new Picture(30, 20, new Random(seed).ints(600, 0, 1 << 24).toArray());
        float[] upright = Crop.square(centreX, centreY, side).sample(picture, 17, 13, outside, 0.5f, -1);
        Crop turned = new Crop(centreX, centreY, side, side, Double.MIN_NORMAL);
        assertThat(upright).containsExactly(turned.sample(picture, 17, 13, outside, 0.5f, -1), within(0.001f));
    }
}
