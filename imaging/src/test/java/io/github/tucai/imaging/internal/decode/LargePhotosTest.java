package io.github.tucai.imaging.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Images;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The full size of today's phones in a small heap. */
class LargePhotosTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"jpg,8160,6144", "jpg,9280,6944", "png,8160,6144", "png16,5600,4200", "webp,6000,4000"})
    void areReadWithin256MebibytesOfHeap(String format, int width, int height) throws Exception {
        Path photo = folder.resolve("photo." + format);
        write(format, width, height, photo);
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        photo.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).as(told).isZero();
        assertThat(told).contains(width + " x " + height);
    }

    @Test
    void aProgressiveOneOfMoreThanFortyMegapixelsIsRefusedFromItsHeader() {
        byte[] jpeg = Pictures.jpeg(Images.gradient(40, 30), 0.8f, true);
        int frame = indexOf(jpeg, 0xC2);
        byte[] large = jpeg.clone();
        ByteBuffer.wrap(large).putShort(frame + 5, (short) 6144).putShort(frame + 7, (short) 8160);
        assertThat(refusal(large)).contains("progressive").contains("40000000");
    }

    private static String refusal(byte[] file) {
        try {
            PhotoDecoder.standard().decode(Pictures.photo(file));
            return "read";
        } catch (UndecodableImageException e) {
            return Objects.requireNonNull(e.getMessage());
        }
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int at = 0; ; at++) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) marker) {
                return at;
            }
        }
    }

    private static void write(String format, int width, int height, Path to) throws IOException {
        switch (format) {
            case "webp" -> Files.write(to, padded(Pictures.webp(width, height, 0x4080C0)));
            case "png16" ->
                assertThat(ImageIO.write(deep(width, height), "png", to.toFile()))
                        .isTrue();
            default ->
                assertThat(ImageIO.write(striped(width, height), format, to.toFile()))
                        .isTrue();
        }
    }

    /** So long that its reader does not take it for a bomb. */
    private static byte[] padded(byte[] webp) {
        ByteBuffer file = ByteBuffer.allocate(webp.length + 100_000).order(ByteOrder.LITTLE_ENDIAN);
        file.put(webp).putInt(4, file.capacity() - 8).putInt(16, file.capacity() - 20);
        return file.array();
    }

    /** 16 bits a sample, and transparency. */
    private static BufferedImage deep(int width, int height) {
        ColorModel deep = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        return new BufferedImage(deep, deep.createCompatibleWritableRaster(width, height), false, null);
    }

    private static BufferedImage striped(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / 7);
        }
        return image;
    }

    /** Reads one photo and tells its size. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) throws IOException {
            PhotoImage photo = PhotoImage.copyOf(Files.readAllBytes(Path.of(arguments[0])));
            DecodedPhoto read = PhotoDecoder.standard().decode(photo);
            System.out.println(read.facts().width() + " x " + read.facts().height());
        }
    }
}
