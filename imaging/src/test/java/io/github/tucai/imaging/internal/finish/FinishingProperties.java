package io.github.tucai.imaging.internal.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.contract.Clause;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.ProductSpec.Range;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Rgb;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FinishingProperties {
    private static final ProductSpec SPEC = new ProductSpec(
            480,
            640,
            300,
            20 << 10,
            40 << 10,
            60,
            Optional.of(new Rgb(100, 197, 255)),
            new Range(50, 110),
            new Range(200, 300),
            new Range(180, 300));

    @Property(tries = 40)
    @Clause("A2.3.6")
    void resamplingAtFullSizeChangesNoPixel(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height) {
        int[] rgb = new Random(seed).ints((long) width * height, 0, 1 << 24).toArray();
        int[] same =
                Resampler.resample(new Picture(width, height, rgb), new Region(0, 0, width, height), 1, width, height);
        assertThat(same).isEqualTo(rgb);
    }

    @Property(tries = 40)
    @Clause("A2.3.6")
    void resamplingNeverMirrors(@ForAll @IntRange(min = 20, max = 200) int side) {
        int[] rgb = new int[side * side];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = 255 * (i % side) / (side - 1) << 16 | 255 * (i / side) / (side - 1);
        }
        int[] small = Resampler.resample(new Picture(side, side, rgb), new Region(0, 0, side, side), 1, 10, 10);
        for (int i = 1; i < 10; i++) {
            assertThat(small[i] >> 16).isGreaterThan(small[i - 1] >> 16);
            assertThat(small[10 * i] & 0xFF).isGreaterThan(small[10 * (i - 1)] & 0xFF);
        }
    }

    @Property(tries = 25)
    void theNewBackgroundReplacesTheOldOneAndOnlyIt(
            @ForAll @IntRange(min = 150, max = 255) int wall, @ForAll @IntRange(min = 0, max = 80) int person) {
        int side = 120;
        int[] rgb = new int[side * side];
        float[] prior = new float[side * side];
        double[] truth = new double[side * side];
        for (int i = 0; i < rgb.length; i++) {
            double distance = Math.hypot(i % side - 60, i / side - 60);
            truth[i] = Math.max(0, Math.min(1, (40 - distance) / 4 + 0.5));
            int grey = (int) Math.round(truth[i] * person + (1 - truth[i]) * wall);
            rgb[i] = grey << 16 | grey << 8 | grey;
            prior[i] = (float) Math.max(0, Math.min(1, (41 - distance) / 9 + 0.5));
        }
        Path2D face = new Path2D.Double(new Ellipse2D.Double(45, 45, 30, 30));
        int[] filled = BackgroundFill.fill(
                rgb, new Matte(rgb, side, side, prior, Areas.inside(face, side, side)), new Rgb(100, 197, 255));
        for (int i = 0; i < rgb.length; i++) {
            int wanted = (int) Math.round(truth[i] * person + (1 - truth[i]) * 197);
            assertThat(filled[i] >> 8 & 0xFF).as("pixel %s", i).isCloseTo(wanted, within(20));
            if (face.contains(i % side + 0.5, i / side + 0.5)) {
                assertThat(filled[i]).isEqualTo(rgb[i]);
            }
        }
    }

    @Property(tries = 25)
    void theOldBackgroundGoesFromCornersThatTheMaskDoesNotKnowButNotFromWithin(
            @ForAll @IntRange(min = 180, max = 255) int wall,
            @ForAll @IntRange(min = 0, max = 80) int person,
            @ForAll @IntRange(min = 4, max = 8) int across,
            @ForAll @IntRange(min = 6, max = 12) int deep) {
        int side = 120;
        int[] rgb = new int[side * side];
        float[] prior = new float[side * side];
        for (int i = 0; i < rgb.length; i++) {
            int x = i % side - 60;
            int y = i / side;
            boolean isPerson = Math.abs(x) < 40 && y >= 30;
            boolean isGap = Math.abs(x) < across / 2.0 && y < 30 + deep;
            boolean isButton = Math.abs(x) < 3 && y >= 60 && y < 66;
            int grey = isPerson && !isGap && !isButton ? person : wall;
            rgb[i] = grey << 16 | grey << 8 | grey;
            prior[i] = isPerson ? 1 : 0;
        }
        Path2D face = new Path2D.Double(new Ellipse2D.Double(45, 75, 30, 30));
        int[] filled = BackgroundFill.fill(
                rgb, new Matte(rgb, side, side, prior, Areas.inside(face, side, side)), new Rgb(100, 197, 255));
        for (int y = 20; y < 30 + deep - 1; y++) {
            assertThat(filled[y * side + 60] >> 16 & 0xFF).as("row %s", y).isCloseTo(100, within(20));
        }
        for (int y = 60; y < 66; y++) {
            assertThat(filled[y * side + 60]).isEqualTo(rgb[y * side + 60]);
        }
    }

    @Property(tries = 15)
    void theFileIsTheLargestThatFits(@ForAll long seed, @ForAll @IntRange(min = 8, max = 60) int roughness) {
        Random random = new Random(seed);
        int[] rgb = new int[480 * 640];
        for (int i = 0; i < rgb.length; i++) {
            int grey = 128 + (i % 480) / 8 + random.nextInt(roughness) - roughness / 2;
            rgb[i] = grey << 16 | grey << 8 | grey;
        }
        ProductJpeg jpeg = new ProductJpeg(rgb, SPEC);
        int quality = jpeg.bestQuality();
        int bytes = jpeg.encode(quality).length;
        assertThat(quality).isBetween(60, 100);
        assertThat(quality == 60 || bytes <= 40 << 10).isTrue();
        assertThat(quality == 100 || jpeg.encode(quality + 1).length > 40 << 10).isTrue();
    }

    @Property(tries = 100)
    void takingABorderOffMatchesThePlainDefinition(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int width,
            @ForAll @IntRange(min = 1, max = 25) int height,
            @ForAll @IntRange(min = 0, max = 4) int radius) {
        Random random = new Random(seed);
        boolean[] set = new boolean[width * height];
        for (int i = 0; i < set.length; i++) {
            set[i] = random.nextInt(12) > 0;
        }
        boolean[] plain = new boolean[set.length];
        Arrays.setAll(new int[set.length], i -> {
            plain[i] = true;
            for (int y = i / width - radius; y <= i / width + radius; y++) {
                for (int x = i % width - radius; x <= i % width + radius; x++) {
                    boolean inside = x >= 0 && y >= 0 && x < width && y < height;
                    plain[i] &= !inside || set[y * width + x];
                }
            }
            return 0;
        });
        assertThat(Shrink.by(set, width, height, radius)).isEqualTo(plain);
    }
}
