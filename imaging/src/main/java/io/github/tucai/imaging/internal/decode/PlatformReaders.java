package io.github.tucai.imaging.internal.decode;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Readers by instance. JPEG, PNG, GIF and BMP are always read by the platform's own, whatever else an application has
 * registered, so that the same file gives the same pixels everywhere; HEIC and AVIF by whatever is registered.
 */
final class PlatformReaders {
    private PlatformReaders() {}

    static Optional<ImageReader> create(FileKind kind) {
        try {
            return switch (kind) {
                case WEBP -> Optional.of(new WebPImageReaderSpi().createReaderInstance());
                case JPEG, PNG, GIF, BMP -> registered(kind.format(), true);
                case HEIC -> registered("heic", false).or(() -> registered("heif", false));
                case AVIF -> registered("avif", false);
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ImageReader> registered(String format, boolean platformOnly) {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            boolean platform = provider.getClass().getModule() == ImageReader.class.getModule();
            if ((platform || !platformOnly)
                    && Arrays.asList(provider.getFormatNames()).contains(format)) {
                return create(provider);
            }
        }
        return Optional.empty();
    }

    private static Optional<ImageReader> create(ImageReaderSpi provider) {
        try {
            return Optional.of(provider.createReaderInstance());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
