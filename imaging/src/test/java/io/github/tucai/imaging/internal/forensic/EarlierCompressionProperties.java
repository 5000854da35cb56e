package io.github.tucai.imaging.internal.forensic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.decode.Pictures;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.portraits.Images;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EarlierCompressionProperties {
    private static final int SIDE = 240;
    private static final PhotoDecoder DECODER = new PhotoDecoder(1_000_000, 10_000_000, SIDE);

    @Property(tries = 12)
    void aHarderCompressionBeforeIsFoundWithItsQuality(
            @ForAll long seed,
            @ForAll @IntRange(min = 30, max = 70) int first,
            @ForAll @IntRange(min = 88, max = 98) int second) {
        byte[] file = saved(decoded(saved(texture(seed), first)), second);
        assertThat(earlier(file).orElseThrow()).isCloseTo(first, within(3.0));
    }

    @Property(tries = 12)
    void whereThePictureWasCutBetweenItIsFoundAsItWasOrNotAtAll(
            @ForAll long seed,
            @ForAll @IntRange(min = 30, max = 60) int first,
            @ForAll @IntRange(min = 1, max = 7) int left,
            @ForAll @IntRange(max = 7) int top) {
        double earlier = cutBetween(seed, first, left, top);
        assertThat(earlier == 100 || Math.abs(earlier - first) <= 3)
                .as("found %s", earlier)
                .isTrue();
    }

    @Test
    void mostlyItIsFound() {
        Random random = new Random(1);
        long found = IntStream.range(0, 16)
                .filter(i -> cutBetween(i, 35, 1 + random.nextInt(7), random.nextInt(8)) < 100)
                .count();
        assertThat(found).isGreaterThan(10);
    }

    private static double cutBetween(long seed, int first, int left, int top) {
        BufferedImage whole = decoded(saved(texture(seed), first));
        BufferedImage cut = whole.getSubimage(left, top, SIDE - left, SIDE - top);
        return earlier(saved(cut, 96)).orElseThrow();
    }

    @Property(tries = 12)
    void aPngKeepsWhatTheJpegBeforeItLeft(@ForAll long seed, @ForAll @IntRange(min = 30, max = 80) int first) {
        byte[] file = Pictures.png(decoded(saved(texture(seed), first)));
        assertThat(earlier(file).orElseThrow()).isCloseTo(first, within(3.0));
    }

    @Property(tries = 12)
    void nothingIsFoundWhereThereWasNothingOrSomethingGentler(
            @ForAll long seed, @ForAll @IntRange(min = 40, max = 85) int own) {
        BufferedImage picture = texture(seed);
        assertThat(earlier(saved(picture, own))).contains(100.0);
        assertThat(earlier(saved(decoded(saved(picture, own + 10)), own))).contains(100.0);
    }

    @Property(tries = 12)
    void resizingHidesIt(@ForAll long seed, @ForAll @IntRange(min = 85, max = 98) int own) {
        BufferedImage large = decoded(saved(texture(seed), 40));
        BufferedImage small = Images.resized(large, SIDE * 4 / 5, SIDE * 4 / 5);
        assertThat(earlier(saved(small, own))).contains(100.0);
    }

    @Property(tries = 30)
    void anySizeHasAnAnswer(
            @ForAll @IntRange(min = 1, max = 40) int width, @ForAll @IntRange(min = 1, max = 40) int height) {
        assertThat(earlier(saved(Images.gradient(width, height), 80))).contains(100.0);
    }

    @Property(tries = 4)
    void turnedAndReducedPicturesAreNotAsked(@ForAll @IntRange(min = 2, max = 8) int orientation) {
        byte[] file = saved(Images.gradient(40, 30), 80);
        assertThat(earlier(Pictures.withExif(file, orientation, "x"))).isEmpty();
        assertThat(earlier(saved(Images.gradient(SIDE + 1, 30), 80))).isEmpty();
        assertThat(earlier(Pictures.bmp(Images.gradient(40, 30)))).isEmpty();
    }

    private static Optional<Double> earlier(byte[] file) {
        DecodedPhoto photo = DECODER.decode(Pictures.photo(file));
        Measurements.Builder measurements = Measurements.builder("test", "1", photo.facts());
        EarlierCompression.measure(photo, picture(photo), measurements);
        return measurements
                .took(Duration.ZERO, Duration.ZERO)
                .build()
                .find(Measures.EARLIER_QUALITY)
                .map(Measure::value);
    }

    private static Picture picture(DecodedPhoto photo) {
        return new Picture(photo.width(), photo.height(), photo.rgb());
    }

    private static byte[] saved(BufferedImage image, int quality) {
        return Pictures.jpeg(image, quality / 100f);
    }

    private static BufferedImage decoded(byte[] file) {
        DecodedPhoto photo = DECODER.decode(Pictures.photo(file));
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, photo.width(), photo.height(), photo.rgb(), 0, photo.width());
        return image;
    }

    /** Chance at every size, the more the larger, as photographs have it. */
    private static BufferedImage texture(long seed) {
        Random random = new Random(seed);
        double[] levels = new double[SIDE * SIDE];
        for (int cell = 2; cell <= 64; cell *= 2) {
            add(levels, cell, random);
        }
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < levels.length; i++) {
            int level = (int) Math.max(0, Math.min(255, 128 + levels[i]));
            image.setRGB(i % SIDE, Math.floorDiv(i, SIDE), 0x10101 * level);
        }
        return image;
    }

    /** Values at the corners of cells, straight between them. */
    private static void add(double[] levels, int cell, Random random) {
        int across = SIDE / cell + 2;
        double[] corners = random.doubles((long) across * across, -1, 1).toArray();
        for (int i = 0; i < levels.length; i++) {
            double x = (double) (i % SIDE) / cell;
            double y = (double) Math.floorDiv(i, SIDE) / cell;
            int at = (int) y * across + (int) x;
            double right = x - (int) x;
            double upper = corners[at] * (1 - right) + corners[at + 1] * right;
            double lower = corners[at + across] * (1 - right) + corners[at + across + 1] * right;
            double below = y - (int) y;
            levels[i] += (3 + cell) * (upper * (1 - below) + lower * below);
        }
    }
}
