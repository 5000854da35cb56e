package io.github.tucai.imaging.internal.decode;

import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Images;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encoded pictures for tests, made on the spot by the platform's writers and by hand. */
public final class Pictures {
    private Pictures() {}

    public static byte[] jpeg(BufferedImage image, float quality) {
        return jpeg(image, quality, false);
    }

    public static byte[] jpeg(BufferedImage image, float quality, boolean progressive) {
        return write("jpeg", new IIOImage(image, null, null), quality, progressive);
    }

    public static byte[] png(BufferedImage image) {
        return write("png", new IIOImage(image, null, null), 0, false);
    }

    public static byte[] bmp(BufferedImage image) {
        return write("bmp", new IIOImage(image, null, null), 0, false);
    }

    public static byte[] tiff(BufferedImage image) {
        return write("tiff", new IIOImage(image, null, null), 0, false);
    }

    /** A lossless WebP of one colour: each of its five codes has a single symbol, so that its pixels need no bits at all. */
    public static byte[] webp(int width, int height, int rgb) {
        BitSet bits = new BitSet();
        int at = put(bits, 0, width - 1, 14);
        at = put(bits, at, height - 1, 14);
        // No alpha, version 0, no transform, no colour cache, one group of codes.
        at = put(bits, at, 0, 1 + 3 + 1 + 1 + 1);
        for (int symbol : new int[] {rgb >> 8 & 255, rgb >> 16 & 255, rgb & 255, 255, 0}) {
            // A simple code of one symbol of eight bits.
            at = put(bits, at, 0b101 | symbol << 3, 11);
        }
        byte[] content = Arrays.copyOf(bits.toByteArray(), (at + 7) / 8 + 1);
        int chunkBytes = 1 + content.length + (1 + content.length) % 2;
        return ByteBuffer.allocate(20 + chunkBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + chunkBytes)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(1 + content.length)
                .put((byte) 0x2F)
                .put(content)
                .array();
    }

    /** The same WebP in a container that says in which colours its values are meant. */
    public static byte[] webpWithProfile(byte[] webp, int width, int height, ICC_Profile profile) {
        byte[] icc = profile.getData();
        byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
        int iccBytes = icc.length + icc.length % 2;
        ByteBuffer file = ByteBuffer.allocate(12 + 18 + 8 + iccBytes + picture.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.putInt(file.capacity() - 8).put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
        file.putInt(10).putInt(0x20);
        putThreeBytes(file, width - 1);
        putThreeBytes(file, height - 1);
        file.put("ICCP".getBytes(StandardCharsets.US_ASCII)).putInt(icc.length).put(icc);
        file.position(file.capacity() - picture.length);
        return file.put(picture).array();
    }

    private static void putThreeBytes(ByteBuffer file, int value) {
        file.putShort((short) value).put((byte) (value >> 16));
    }

    private static int put(BitSet bits, int at, int value, int count) {
        for (int i = 0; i < count; i++) {
            bits.set(at + i, (value >> i & 1) != 0);
        }
        return at + count;
    }

    /** The beginning of a file of the ISO base media family: HEIC, AVIF, a video. */
    public static byte[] isoMedia(String brand) {
        return ("\0\0\0\030ftyp" + brand + "\0\0\0\0mif1" + brand).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A JPEG of four inks as Photoshop writes it: Adobe marker, values inverted. */
    public static byte[] cmykJpeg(int width, int height, int cyan, int magenta, int yellow, int black) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        int[] inverted = {255 - cyan, 255 - magenta, 255 - yellow, 255 - black};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, inverted);
            }
        }
        byte[] plain = write("jpeg", new IIOImage(raster, null, null), 0.95f, false);
        return insert(plain, 2, segment(0xEE, "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The same JPEG whose Adobe marker says another transform. */
    public static byte[] withAdobeTransform(byte[] jpeg, int transform) {
        byte[] changed = jpeg.clone();
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("Adobe");
        changed[at + 11] = (byte) transform;
        return changed;
    }

    public static byte[] animatedGif(int frames) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(Images.flat(20, 30, 0x102030 * (i + 1)), null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A PNG whose header promises a size and whose body holds next to nothing. */
    public static byte[] pngBomb(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeBytes(chunk("IHDR", header.array()));
        out.writeBytes(chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 0x63, 0, 0, 0, 1, 0, 1}));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    public static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    public static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** A JPEG with an EXIF segment that states an orientation and a program. */
    public static byte[] withExif(byte[] jpeg, int orientation, String software) {
        byte[] name = (software + '\0').getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + name.length);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putShort((short) 0x0131).putShort((short) 2).putInt(name.length).putInt(38);
        exif.putInt(0).put(name);
        return insert(jpeg, 2, segment(0xE1, exif.array()));
    }

    public static byte[] withProfile(byte[] jpeg, ICC_Profile profile) {
        byte[] icc = profile.getData();
        ByteBuffer content = ByteBuffer.allocate(14 + icc.length);
        content.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 1)
                .put(icc);
        return insert(jpeg, 2, segment(0xE2, content.array()));
    }

    /** A profile of another colour space that every platform has: RGB with linear values. */
    public static ICC_Profile linearRgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
    }

    public static byte[] insert(byte[] bytes, int at, byte[] piece) {
        return ByteBuffer.allocate(bytes.length + piece.length)
                .put(bytes, 0, at)
                .put(piece)
                .put(bytes, at, bytes.length - at)
                .array();
    }

    public static byte[] cut(byte[] bytes, double share) {
        return Arrays.copyOf(bytes, (int) (bytes.length * share));
    }

    public static PhotoImage photo(byte[] bytes) {
        return PhotoImage.copyOf(bytes);
    }

    /** A JPEG with a density in its JFIF marker. */
    public static byte[] jpegWithDensity(BufferedImage image, int dpi) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
        String format = "javax_imageio_jpeg_image_1.0";
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode jfif =
                (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", Integer.toString(dpi));
        jfif.setAttribute("Ydensity", Integer.toString(dpi));
        try {
            metadata.setFromTree(format, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(writer, new IIOImage(image, null, metadata), param);
    }

    private static byte[] write(String format, IIOImage image, float quality, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (param instanceof JPEGImageWriteParam) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        }
        return write(writer, image, param);
    }

    private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam param) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, image, param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
