package io.github.tucai.portraits;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as the JPEG files in which cameras and phones hand them over. */
public final class Jpeg {
    private static final float PHONE = 0.92f;

    private Jpeg() {}

    /** The picture as a phone would hand it in. */
    public static byte[] bytes(BufferedImage picture) {
        return bytes(picture, PHONE);
    }

    /**
     * The picture as a file.
     *
     * @param quality above 0 to 1, on the scale of {@link ImageWriteParam}
     */
    public static byte[] bytes(BufferedImage picture, float quality) {
        return bytes(new IIOImage(picture, null, null), quality);
    }

    /**
     * An image as a file; one made of a raster is written channel by channel as it stands.
     *
     * @param quality above 0 to 1, on the scale of {@link ImageWriteParam}
     */
    public static byte[] bytes(IIOImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, image, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
