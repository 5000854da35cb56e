package io.github.tucai.imaging.internal.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class GreysProperties {
    private static final int WIDTH = 12;
    private static final int HEIGHT = 9;

    @Property
    void aPlaceIsTheMixtureOfTheFourPixelsRoundItAndTheEdgeGoesOnOutside(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -6, max = WIDTH + 6) double x,
            @ForAll @DoubleRange(min = -6, max = HEIGHT + 6) double y,
            @ForAll @DoubleRange(min = 0, max = 5) double room) {
        Picture picture = new Picture(
                WIDTH, HEIGHT, new Random(seed).ints(WIDTH * HEIGHT, 0, 1 << 24).toArray());
        Greys greys = Greys.of(picture, new Box(x - room, y - room, x + room, y + room));
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        double right = x - 0.5 - left;
        double lower = y - 0.5 - top;
        double mixed = (1 - lower) * ((1 - right) * grey(picture, left, top) + right * grey(picture, left + 1, top))
                + lower * ((1 - right) * grey(picture, left, top + 1) + right * grey(picture, left + 1, top + 1));
        assertThat(greys.at(x, y)).isCloseTo((float) mixed, within(1e-3f));
    }

    private static double grey(Picture picture, int x, int y) {
        int rgb = picture.nearest(x, y);
        return 0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
    }
}
