package io.github.tucai.imaging.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.contract.Clause;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.portraits.Images;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PhotoDecoderProperties {
    private final PhotoDecoder decoder = PhotoDecoder.standard();

    @Property(tries = 200)
    @Clause("A2.3.6")
    void aPictureStoredTurnedComesOutUprightAndNeverMirrored(
            @ForAll("pictures") BufferedImage picture, @ForAll @IntRange(min = 1, max = 8) int orientation) {
        byte[] stored = withOrientation(Pictures.png(stored(picture, orientation)), orientation);
        DecodedPhoto photo = decoder.decode(Pictures.photo(stored));
        PhotoDecoderTest.assertNear(photo, picture, 0);
        assertThat(photo.facts().exifOrientation()).isEqualTo(orientation);
        assertThat(photo.facts().width()).isEqualTo(picture.getWidth());
    }

    @Property(tries = 100)
    void theQualityOfAWriterOfKnownQualityIsEstimated(@ForAll @IntRange(min = 5, max = 100) int quality) {
        byte[] jpeg = Pictures.jpeg(Images.gradient(16, 16), quality / 100f);
        int estimate =
                decoder.decode(Pictures.photo(jpeg)).facts().jpegQuality().orElseThrow();
        assertThat(estimate).isBetween(quality - 1, quality + 1);
    }

    @Property(tries = 300)
    void damagedFilesDecodeOrAreRefusedWithAReason(
            @ForAll("files") byte[] file,
            @ForAll @DoubleRange(max = 1) double place,
            @ForAll byte value,
            @ForAll @DoubleRange(max = 1) double share) {
        byte[] damaged = Arrays.copyOf(file, (int) Math.ceil(file.length * share));
        if (damaged.length > 0) {
            damaged[(int) (place * (damaged.length - 1))] = value;
        }
        try {
            DecodedPhoto photo = decoder.decode(Pictures.photo(damaged));
            assertThat(photo.rgb()).hasSize(photo.width() * photo.height());
        } catch (UndecodableImageException e) {
            assertThat(e.getMessage()).contains("send");
        }
    }

    @Property(tries = 100)
    void reducingKeepsTheMean(
            @ForAll @IntRange(min = 10, max = 90) int width,
            @ForAll @IntRange(min = 10, max = 90) int height,
            @ForAll @IntRange(min = 5, max = 90) int longSide) {
        BufferedImage picture = Images.gradient(width, height);
        DecodedPhoto whole = decoder.decode(Pictures.photo(Pictures.png(picture)));
        DecodedPhoto reduced =
                new PhotoDecoder(10_000, 1 << 20, longSide).decode(Pictures.photo(Pictures.png(picture)));
        assertThat(Math.max(reduced.width(), reduced.height())).isEqualTo(Math.min(longSide, Math.max(width, height)));
        assertThat(meanRed(reduced)).isCloseTo(meanRed(whole), within(1.5));
    }

    private static double meanRed(DecodedPhoto photo) {
        return Arrays.stream(photo.rgb()).map(rgb -> rgb >> 16).average().orElseThrow();
    }

    /** As a camera stores it: EXIF says on which visual side the stored row 0 and column 0 lie. */
    private static BufferedImage stored(BufferedImage upright, int orientation) {
        boolean rowsAreColumns = orientation >= 5;
        boolean fromRight = List.of(2, 3, 6, 7).contains(orientation);
        boolean fromBottom = List.of(3, 4, 7, 8).contains(orientation);
        int width = upright.getWidth();
        int height = upright.getHeight();
        BufferedImage stored = new BufferedImage(
                rowsAreColumns ? height : width, rowsAreColumns ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                int across = rowsAreColumns ? y : x;
                int down = rowsAreColumns ? x : y;
                stored.setRGB(
                        x,
                        y,
                        upright.getRGB(fromRight ? width - 1 - across : across, fromBottom ? height - 1 - down : down));
            }
        }
        return stored;
    }

    private static byte[] withOrientation(byte[] png, int orientation) {
        byte[] exif = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0};
        int afterHeader = 33;
        return Pictures.insert(png, afterHeader, Pictures.chunk("eXIf", exif));
    }

    @Provide
    static Arbitrary<BufferedImage> pictures() {
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 12);
        return Combinators.combine(sides, sides, Arbitraries.longs()).as((width, height, seed) -> {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Random random = new Random(seed);
            for (int i = 0; i < width * height; i++) {
                image.setRGB(i % width, i / width, random.nextInt(1 << 24));
            }
            return image;
        });
    }

    @Provide
    static Arbitrary<byte[]> files() {
        return Arbitraries.of(
                Pictures.jpeg(Images.gradient(40, 30), 0.8f),
                Pictures.jpeg(Images.gradient(40, 30), 0.8f, true),
                Pictures.withExif(Pictures.jpeg(Images.gradient(8, 8), 0.8f), 6, "camera"),
                Pictures.cmykJpeg(16, 8, 10, 20, 30, 40),
                Pictures.png(Images.gradient(40, 30)),
                Pictures.bmp(Images.gradient(9, 7)),
                Pictures.webp(40, 30, 0x3366CC),
                Pictures.tiff(Images.gradient(9, 7)),
                Pictures.isoMedia("heic"),
                Pictures.isoMedia("avif"),
                Pictures.animatedGif(3));
    }
}
