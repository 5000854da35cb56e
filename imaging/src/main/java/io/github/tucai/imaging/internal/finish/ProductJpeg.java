package io.github.tucai.imaging.internal.finish;

import io.github.tucai.photo.ProductSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes the product as baseline JPEG with a density and nothing else about it, at the best quality that fits. */
final class ProductJpeg {
    private static final int BEST_QUALITY = 100;
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    private final BufferedImage image;
    private final ProductSpec spec;

    ProductJpeg(int[] rgb, ProductSpec spec) {
        this.image = new BufferedImage(spec.width(), spec.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, spec.width(), spec.height(), rgb, 0, spec.width());
        this.spec = spec;
    }

    /** The highest quality whose file is not too large; the lowest allowed where none is. */
    int bestQuality() {
        int low = spec.leastQuality();
        int high = BEST_QUALITY;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (encode(middle).length <= spec.mostBytes()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The file at a quality of libjpeg's scale. */
    byte[] encode(int quality) {
        ImageWriter writer = writer();
        ByteArrayOutputStream out = new ByteArrayOutputStream(spec.mostBytes() * 2);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            JPEGImageWriteParam parameters = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            parameters.setCompressionMode(JPEGImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            parameters.setOptimizeHuffmanTables(true);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata(writer, parameters)), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be written", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private IIOMetadata metadata(ImageWriter writer, JPEGImageWriteParam parameters) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        IIOMetadataNode jfif =
                (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", Integer.toString(spec.densityDpi()));
        jfif.setAttribute("Ydensity", Integer.toString(spec.densityDpi()));
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    /** The platform's own writer, so that equal input gives equal bytes whatever else is installed. */
    private static ImageWriter writer() {
        Iterator<ImageWriterSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, true);
        while (providers.hasNext()) {
            ImageWriterSpi provider = providers.next();
            if (provider.getClass().getModule() == ImageWriter.class.getModule()
                    && Arrays.asList(provider.getFormatNames()).contains("jpeg")) {
                return create(provider);
            }
        }
        throw new IllegalStateException("every Java platform writes JPEG");
    }

    private static ImageWriter create(ImageWriterSpi provider) {
        try {
            return provider.createWriterInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("the platform's JPEG writer does not start", e);
        }
    }
}
