package io.github.tucai.imaging.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.failure.UndecodableImageException.Reason;
import io.github.tucai.portraits.Images;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderTest {
    private final PhotoDecoder decoder = PhotoDecoder.standard();

    @Test
    void decodesABaselineJpegWithItsFacts() {
        DecodedPhoto photo = decode(Pictures.jpegWithDensity(Images.gradient(60, 80), 300));
        assertThat(photo.width()).isEqualTo(60);
        assertThat(photo.height()).isEqualTo(80);
        assertThat(photo.scale()).isEqualTo(1);
        assertThat(photo.facts().format()).isEqualTo("jpeg");
        assertThat(photo.facts().densityDpi()).hasValue(300);
        assertThat(photo.facts().components()).isEqualTo(3);
        assertThat(photo.facts().bitsPerComponent()).isEqualTo(8);
        assertThat(photo.facts().colourSpace()).isEqualTo("sRGB");
        assertThat(photo.facts().complete()).isTrue();
        assertThat(photo.facts().frames()).isEqualTo(1);
        assertNear(photo, Images.gradient(60, 80), 12);
    }

    @Test
    void decodesAProgressiveJpeg() {
        BufferedImage picture = Images.gradient(90, 70);
        assertNear(decode(Pictures.jpeg(picture, 0.95f, true)), picture, 12);
    }

    @Test
    void decodesAJpegWithoutAMarkerOfItsColourModelAsEveryViewerDoes() {
        byte[] jpeg = Pictures.jpeg(Images.gradient(64, 64), 0.95f);
        int jfifBytes = 18;
        byte[] bare = Arrays.copyOfRange(jpeg, jfifBytes, jpeg.length);
        bare[0] = (byte) 0xFF;
        bare[1] = (byte) 0xD8;
        assertNear(decode(bare), Images.gradient(64, 64), 12);
    }

    @Test
    void greyKeepsItsValues() {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = grey.getRaster();
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                raster.setSample(x, y, 0, 100);
            }
        }
        DecodedPhoto photo = decode(Pictures.png(grey));
        assertThat(photo.rgb()).containsOnly(0x646464);
        assertThat(photo.facts().components()).isEqualTo(1);
        assertThat(photo.facts().colourSpace()).isEqualTo("grey");
        assertThat(decode(Pictures.jpeg(grey, 0.9f)).rgb()).containsOnly(0x646464);
    }

    @Test
    void sixteenBitPngIsRoundedToEightBits() {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 16; i++) {
            image.getRaster().setSample(i % 4, i / 4, 0, 200 * 257 + 100);
        }
        DecodedPhoto photo = decode(Pictures.png(image));
        assertThat(photo.rgb()).containsOnly(0xC8C8C8);
        assertThat(photo.facts().bitsPerComponent()).isEqualTo(16);
    }

    @Test
    void transparencyIsLaidOverWhite() {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00FF0000);
        image.setRGB(1, 0, 0x80000000);
        image.setRGB(2, 0, 0xFF123456);
        assertThat(decode(Pictures.png(image)).rgb()).containsExactly(0xFFFFFF, 0x7F7F7F, 0x123456);
    }

    @Test
    void palettePictureShowsItsColours() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
        image.setRGB(0, 0, 0xFFFF0000);
        image.setRGB(1, 0, 0xFF0000FF);
        assertThat(decode(Pictures.png(image)).rgb()).containsExactly(0xFF0000, 0x0000FF);
    }

    @Test
    void inkPictureLooksAsPrinted() {
        DecodedPhoto photo = decode(Pictures.cmykJpeg(16, 16, 0, 255, 255, 0));
        assertThat(photo.facts().components()).isEqualTo(4);
        assertThat(photo.facts().colourSpace()).isEqualTo("cmyk");
        assertNear(photo, Images.flat(16, 16, 0xFF0000), 6);
        assertNear(decode(Pictures.cmykJpeg(16, 16, 0, 0, 0, 255)), Images.flat(16, 16, 0), 6);
    }

    @Test
    void inkPictureStoredAsLuminanceAndChromaLooksAsPrinted() {
        // Luminance 179, chroma 171 and 0 is cyan (JFIF): the complement of red, since the inks are stored inverted.
        byte[] jpeg = Pictures.withAdobeTransform(Pictures.cmykJpeg(16, 16, 255 - 179, 255 - 171, 255, 0), 2);
        assertNear(decode(jpeg), Images.flat(16, 16, 0xFF0000), 6);
    }

    @Test
    void embeddedProfileIsConverted() {
        byte[] jpeg = Pictures.withProfile(Pictures.jpeg(Images.flat(32, 32, 0x373737), 0.95f), Pictures.linearRgb());
        DecodedPhoto photo = decode(jpeg);
        assertNear(photo, Images.flat(32, 32, 0x808080), 4);
        assertThat(photo.facts().colourSpace()).isNotEqualTo("sRGB").isNotBlank();
    }

    /** Numbered from 1 up to their count, as every other reader wants it. */
    @ParameterizedTest
    @CsvSource({"2,1", "0,1", "1,2", "7,7"})
    void aProfileWhosePartsAreMisnumberedIsNotUsed(byte number, byte count) {
        byte[] jpeg = Pictures.withProfile(Pictures.jpeg(Images.flat(32, 32, 0x373737), 0.95f), Pictures.linearRgb());
        int part = 2 + 4 + 12;
        jpeg[part] = number;
        jpeg[part + 1] = count;
        assertNear(decode(jpeg), Images.flat(32, 32, 0x373737), 4);
    }

    @Test
    void aProfileThatIsSrgbChangesNothing() {
        byte[] plain = Pictures.jpeg(Images.gradient(32, 32), 0.9f);
        byte[] tagged = Pictures.withProfile(plain, ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        assertThat(decode(tagged).rgb()).isEqualTo(decode(plain).rgb());
        assertThat(decode(tagged).facts().colourSpace()).isEqualTo("sRGB");
    }

    @Test
    void framesOfAnAnimationAreCounted() {
        DecodedPhoto photo = decode(Pictures.animatedGif(5));
        assertThat(photo.facts().frames()).isEqualTo(5);
        assertThat(photo.facts().complete()).isTrue();
        assertThat(photo.rgb()).containsOnly(0x102030);
    }

    @Test
    void aJpegCutInItsPictureDecodesButIsNotComplete() {
        DecodedPhoto photo = decode(Pictures.cut(Pictures.jpeg(Images.gradient(400, 400), 0.9f), 0.6));
        assertThat(photo.facts().complete()).isFalse();
        assertThat(photo.width()).isEqualTo(400);
    }

    @Test
    void aJpegWhoseEndMarkerComesTooEarlyIsNotComplete() {
        byte[] cut = Pictures.cut(Pictures.jpeg(Images.gradient(400, 400), 0.9f), 0.6);
        byte[] ended = Pictures.insert(cut, cut.length, new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThat(decode(ended).facts().complete()).isFalse();
    }

    @Test
    void aJpegCutInItsHeaderIsRefused() {
        byte[] jpeg = Pictures.jpeg(Images.gradient(100, 100), 0.9f);
        assertRefused(Arrays.copyOf(jpeg, 200), Reason.CORRUPT, "send the whole file");
    }

    @Test
    void bytesAfterTheEndOfAJpegAreIgnored() {
        byte[] jpeg = Pictures.jpeg(Images.gradient(50, 50), 0.9f);
        byte[] more = Arrays.copyOf(jpeg, jpeg.length + 5000);
        assertThat(decode(more).facts().complete()).isTrue();
        assertThat(decode(more).rgb()).isEqualTo(decode(jpeg).rgb());
    }

    @Test
    void aCutPngIsRefusedOrNotComplete() {
        byte[] cut = Pictures.cut(Pictures.png(Images.gradient(300, 300)), 0.5);
        try {
            assertThat(decode(cut).facts().complete()).isFalse();
        } catch (UndecodableImageException e) {
            assertThat(e.reason()).isEqualTo(Reason.CORRUPT);
        }
    }

    @Test
    void aBombIsRefusedFromItsHeader() {
        assertRefused(Pictures.pngBomb(60_000, 60_000), Reason.TOO_LARGE, "60000 x 60000");
        assertRefused(Pictures.pngBomb(Integer.MAX_VALUE, Integer.MAX_VALUE), Reason.TOO_LARGE, "67108864");
    }

    @Test
    void moreBytesThanAllowedAreRefused() {
        PhotoDecoder small = new PhotoDecoder(1000, 100, 100);
        assertThatThrownBy(() -> small.decode(Pictures.photo(new byte[101])))
                .isInstanceOf(UndecodableImageException.class)
                .hasMessageContaining("101 bytes");
    }

    @Test
    void nothingIsRefused() {
        assertRefused(new byte[0], Reason.EMPTY, "empty");
    }

    @Test
    void textIsRefused() {
        assertRefused(
                "Dear registry, here is my photo.".getBytes(StandardCharsets.UTF_8),
                Reason.NOT_AN_IMAGE,
                "send a JPEG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1"})
    void heicIsRecognisedAndToldWhatToSendInstead(String brand) {
        assertRefused(Pictures.isoMedia(brand), Reason.UNSUPPORTED_FORMAT, "Most Compatible");
    }

    @Test
    void picturesThatNothingReadsAreNamedAndAskedForAsJpeg() {
        assertRefused(
                Pictures.isoMedia("avif"),
                Reason.UNSUPPORTED_FORMAT,
                "AVIF file, which nothing installed reads; take it again as a JPEG");
        assertRefused(
                Pictures.tiff(Images.gradient(9, 7)),
                Reason.UNSUPPORTED_FORMAT,
                "TIFF file, which nothing installed reads; save it as a JPEG");
        assertRefused(new byte[] {(byte) 0xFF, 0x0A, 0, 0}, Reason.UNSUPPORTED_FORMAT, "JXL file");
        assertRefused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), Reason.UNSUPPORTED_FORMAT, "PDF file");
    }

    @Test
    void aVideoIsNoPicture() {
        assertRefused(Pictures.isoMedia("mp42"), Reason.NOT_AN_IMAGE, "send a JPEG");
    }

    @Test
    void webPicturesDecode() {
        DecodedPhoto photo = decode(Pictures.webp(33, 21, 0x3366CC));
        assertThat(photo.facts().format()).isEqualTo("webp");
        assertThat(photo.facts().frames()).isEqualTo(1);
        assertThat(photo.facts().complete()).isTrue();
        assertNear(photo, Images.flat(33, 21, 0x3366CC), 0);
    }

    /** {@code draw-webp.sh} beside the pictures made both. */
    @ParameterizedTest
    @ValueSource(strings = {"gradient", "gradient-alpha"})
    void lossyWebPicturesHaveTheColoursOfTheReferenceDecoder(String name) throws IOException {
        DecodedPhoto photo = decode(resource(name + ".webp"));
        BufferedImage reference = onWhite(ImageIO.read(new ByteArrayInputStream(resource(name + ".png"))));
        assertThat(photo.width()).isEqualTo(reference.getWidth());
        assertThat(photo.height()).isEqualTo(reference.getHeight());
        long sum = 0;
        for (int i = 0; i < photo.rgb().length; i++) {
            sum += difference(photo.rgb()[i], reference.getRGB(i % photo.width(), i / photo.width()));
        }
        assertThat(sum / (3.0 * photo.rgb().length))
                .as("mean difference of a sample")
                .isLessThan(1);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PhotoDecoderTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = flat.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return flat;
    }

    private static int difference(int there, int here) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs((there >> shift & 255) - (here >> shift & 255));
        }
        return sum;
    }

    @Test
    void webPicturesAreInTheColoursOfTheirProfile() {
        byte[] plain = Pictures.webp(33, 21, 0x808080);
        DecodedPhoto photo = decode(Pictures.webpWithProfile(plain, 33, 21, Pictures.linearRgb()));
        // Half the light is 188 in sRGB.
        assertNear(photo, Images.flat(33, 21, 0xBCBCBC), 2);
        DecodedPhoto srgb =
                decode(Pictures.webpWithProfile(plain, 33, 21, ICC_Profile.getInstance(ColorSpace.CS_sRGB)));
        assertNear(srgb, Images.flat(33, 21, 0x808080), 0);
    }

    @Test
    void garbageAfterAKnownBeginningIsRefused() {
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, Reason.CORRUPT, "JPEG");
        assertRefused(Arrays.copyOf(Pictures.pngBomb(10, 10), 40), Reason.CORRUPT, "PNG");
        assertRefused("GIF89a".getBytes(StandardCharsets.US_ASCII), Reason.CORRUPT, "GIF");
        byte[] webp = "RIFF\30\0\0\0WEBPVP8 \14\0\0\0\0\0\0\235\1\52\20\0\20\0".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(webp, Reason.CORRUPT, "WEBP");
    }

    @Test
    void largePicturesAreReducedAndSayByHowMuch() {
        PhotoDecoder reducing = new PhotoDecoder(10_000_000, 1 << 20, 100);
        DecodedPhoto photo = reducing.decode(Pictures.photo(Pictures.png(Images.gradient(300, 400))));
        assertThat(photo.width()).isEqualTo(75);
        assertThat(photo.height()).isEqualTo(100);
        assertThat(photo.scale()).isEqualTo(0.25);
        assertThat(photo.facts().width()).isEqualTo(300);
        assertThat(photo.facts().height()).isEqualTo(400);
        assertNear(photo, Images.gradient(75, 100), 3);
    }

    @Test
    void programsThatWroteTheFileAreNamed() {
        byte[] jpeg = Pictures.withExif(Pictures.jpeg(Images.gradient(20, 20), 0.9f), 1, "Adobe Photoshop 24.0");
        byte[] png = Pictures.insert(
                Pictures.png(Images.gradient(20, 20)),
                33,
                Pictures.chunk("tEXt", "Software\0Meitu 9.1".getBytes(StandardCharsets.US_ASCII)));
        assertThat(decode(jpeg).facts().software()).containsExactly("Adobe Photoshop 24.0");
        assertThat(decode(png).facts().software()).containsExactly("Meitu 9.1");
    }

    @Test
    void anOrientationOutOfRangeCountsAsUpright() {
        byte[] jpeg = Pictures.withExif(Pictures.jpeg(Images.gradient(20, 30), 0.9f), 0, "camera");
        assertThat(decode(jpeg).facts().exifOrientation()).isEqualTo(1);
        assertThat(decode(jpeg).width()).isEqualTo(20);
    }

    @Test
    void bitmapsDecode() {
        assertNear(decode(Pictures.bmp(Images.gradient(33, 21))), Images.gradient(33, 21), 0);
    }

    private DecodedPhoto decode(byte[] bytes) {
        return decoder.decode(Pictures.photo(bytes));
    }

    private void assertRefused(byte[] bytes, Reason reason, String words) {
        assertThatThrownBy(() -> decode(bytes))
                .isInstanceOfSatisfying(UndecodableImageException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason))
                .hasMessageContaining(words);
    }

    static void assertNear(DecodedPhoto photo, BufferedImage wanted, int tolerance) {
        assertThat(photo.width()).isEqualTo(wanted.getWidth());
        assertThat(photo.height()).isEqualTo(wanted.getHeight());
        int worst = 0;
        for (int i = 0; i < photo.rgb().length; i++) {
            int there = photo.rgb()[i];
            int here = wanted.getRGB(i % photo.width(), i / photo.width());
            for (int shift = 0; shift <= 16; shift += 8) {
                worst = Math.max(worst, Math.abs((there >> shift & 255) - (here >> shift & 255)));
            }
        }
        assertThat(worst).as("largest difference of a sample").isLessThanOrEqualTo(tolerance);
    }
}
