package io.github.tucai.cli;

import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Photos as people send them: good ones of a drawn student, and odd and broken ones made from it. */
final class Samples {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final float QUALITY = 0.95f;
    private static final int BOMB_SIDE = 60_000;

    private Samples() {}

    /** A student whose photo every check accepts. */
    static BufferedImage portrait() {
        return PortraitCache.in(Path.of("target/portraits"))
                .get(PortraitSpec.registration(3), 2)
                .image();
    }

    static byte[] jpeg(BufferedImage image) {
        return Jpeg.bytes(image, QUALITY);
    }

    static BufferedImage sized(BufferedImage image, int width, int height) {
        BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = other.createGraphics();
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return other;
    }

    static BufferedImage upsideDown(BufferedImage image) {
        BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.rotate(Math.PI, image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return turned;
    }

    static BufferedImage grey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int light = (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
                grey.setRGB(x, y, light * 0x010101);
            }
        }
        return grey;
    }

    /** The photo as it stands on an identity card: small, at the right of lines of print. */
    static BufferedImage card(BufferedImage portrait) {
        BufferedImage card = new BufferedImage(1280, 810, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = card.createGraphics();
        graphics.setColor(new Color(0xdfe8ee));
        graphics.fillRect(0, 0, 1280, 810);
        graphics.setColor(Color.DARK_GRAY);
        for (int line = 0; line < 6; line++) {
            graphics.fillRect(80, 110 + 105 * line, 420 - 30 * (line % 3), 34);
        }
        graphics.drawImage(portrait, 820, 120, 360, 480, null);
        graphics.dispose();
        return card;
    }

    static byte[] truncated(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    /** A phone held upright writes the sensor's rows and says in EXIF how to turn them. */
    static byte[] turnedByExif(BufferedImage upright) {
        BufferedImage sensor = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                sensor.setRGB(y, upright.getWidth() - 1 - x, upright.getRGB(x, y));
            }
        }
        byte[] plain = jpeg(sensor);
        byte[] exif = ByteBuffer.allocate(36)
                .put(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34})
                .put("Exif\0\0MM\0*\0\0\0\b".getBytes(StandardCharsets.ISO_8859_1))
                .put(new byte[] {0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0})
                .array();
        return ByteBuffer.allocate(plain.length + exif.length)
                .put(plain, 0, 2)
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    static byte[] cmyk(BufferedImage image) {
        WritableRaster inks =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                inks.setPixel(x, y, new int[] {255 - (rgb >> 16 & 255), 255 - (rgb >> 8 & 255), 255 - (rgb & 255), 0});
            }
        }
        return Jpeg.bytes(new IIOImage(inks, null, null), QUALITY);
    }

    static byte[] png16(BufferedImage image) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(image.getWidth(), image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                raster.setPixel(x, y, new int[] {(rgb >> 16 & 255) * 257, (rgb >> 8 & 255) * 257, (rgb & 255) * 257});
            }
        }
        BufferedImage deep = new BufferedImage(model, raster, false, null);
        return written("png", (writer, out) -> writer.write(deep));
    }

    static byte[] bmp(BufferedImage image) {
        return written("bmp", (writer, out) -> writer.write(image));
    }

    static byte[] tiff(BufferedImage image) {
        return written("tiff", (writer, out) -> writer.write(image));
    }

    /** The beginning of a file of the family that HEIC and AVIF belong to. */
    static byte[] isoMedia(String brand) {
        return ("\0\0\0\030ftyp" + brand + "\0\0\0\0mif1" + brand).getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] animatedGif(BufferedImage image) {
        BufferedImage small = sized(image, 300, 400);
        return written("gif", (writer, out) -> {
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(small, null, null), null);
            writer.writeToSequence(new IIOImage(small, null, null), null);
            writer.endWriteSequence();
        });
    }

    /** Few bytes that would fill ten gigabytes if someone believed the header. */
    static byte[] pngBomb() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PNG_SIGNATURE);
        file.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(BOMB_SIDE)
                        .putInt(BOMB_SIDE)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        file.writeBytes(chunk("IDAT", deflated(new byte[1 << 20])));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] room = new byte[data.length];
        int size = deflater.deflate(room);
        deflater.end();
        return Arrays.copyOf(room, size);
    }

    @FunctionalInterface
    private interface Writing {
        void write(ImageWriter writer, ImageOutputStream out) throws IOException;
    }

    private static byte[] written(String format, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writing.write(writer, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
