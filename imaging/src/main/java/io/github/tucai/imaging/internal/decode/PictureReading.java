package io.github.tucai.imaging.internal.decode;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Reads the stored pixels of a picture whose header was found acceptable. */
final class PictureReading {
    // Above this only every second pixel is read, which still leaves more than the reduction afterwards keeps.
    private static final double MOST_BYTES_READ = 75_000_000;

    // Pictures of many pixels are read one at a time in the whole process, so that the heap need not hold two.
    private static final long MANY_PIXELS = 6_000_000;
    private static final Semaphore ONE_LARGE_PICTURE = new Semaphore(1);

    private final PictureSource source;
    private final PictureHeader header;

    private PictureReading(PictureSource source) {
        this.source = source;
        this.header = source.header();
    }

    /** The first picture's pixels, reduced to this long side. */
    static StoredPixels read(PictureSource source, int longSide) {
        PictureReading reading = new PictureReading(source);
        if (reading.pixels() <= MANY_PIXELS) {
            return reading.read().reduced(longSide);
        }
        ONE_LARGE_PICTURE.acquireUninterruptibly();
        try {
            return reading.read().reduced(longSide);
        } finally {
            ONE_LARGE_PICTURE.release();
        }
    }

    private long pixels() {
        return (long) header.width * header.height;
    }

    private StoredPixels read() {
        ImageReader reader =
                PlatformReaders.create(header.kind).orElseThrow(() -> PictureSource.unsupported(header.kind));
        try (BytesInput input = new BytesInput(source.bytes())) {
            reader.addIIOReadWarningListener((from, warning) -> noteWarning(warning));
            reader.setInput(input, true, true);
            JpegFile jpeg = source.jpeg();
            return jpeg != null && header.components == 4
                    ? readInks(reader, jpeg)
                    : StoredPixels.of(reader.read(0, parameters(reader)));
        } catch (IOException | RuntimeException e) {
            // Readers answer corrupt data with any exception there is.
            throw PictureSource.corrupt(header.kind, e);
        } finally {
            reader.dispose();
        }
    }

    private ImageReadParam parameters(ImageReader reader) {
        ImageReadParam parameters = reader.getDefaultReadParam();
        int bytesOfPixel = Math.max(3, header.components * header.bitsPerComponent / 8);
        int step = (int) Math.ceil(Math.sqrt(pixels() * bytesOfPixel / MOST_BYTES_READ));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    private StoredPixels readInks(ImageReader reader, JpegFile jpeg) throws IOException {
        Raster raster = reader.readRaster(0, parameters(reader));
        byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
        Inks.normalize(samples, jpeg.isYcck(), jpeg.isInverted());
        return new StoredPixels(raster.getWidth(), raster.getHeight(), 4, samples);
    }

    /** A JPEG whose end marker stands too early looks complete from outside; its decoder knows better. */
    private void noteWarning(String warning) {
        if (warning.toLowerCase(Locale.ROOT).contains("premature")) {
            header.complete = false;
        }
    }
}
