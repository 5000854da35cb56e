package io.github.tucai.imaging.internal.decode;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.failure.UndecodableImageException.Reason;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** A picture before decoding: what its header says, and the bytes that a reader gets. */
final class PictureSource {
    private final PictureHeader header;
    private final byte[] bytes;
    private final @Nullable JpegFile jpeg;

    private PictureSource(PictureHeader header, byte[] bytes, @Nullable JpegFile jpeg) {
        this.header = header;
        this.bytes = bytes;
        this.jpeg = jpeg;
    }

    PictureHeader header() {
        return header;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The JPEG that the bytes come from, or null for another format. */
    @Nullable
    JpegFile jpeg() {
        return jpeg;
    }

    static PictureSource of(FileKind kind, byte[] bytes) {
        return switch (kind) {
            case JPEG -> {
                JpegFile jpeg = JpegFile.parse(bytes);
                yield new PictureSource(jpeg.header(), jpeg.bareBytes(), jpeg);
            }
            case PNG -> {
                PngFile png = PngFile.parse(bytes);
                yield new PictureSource(png.header(), png.bareBytes(), null);
            }
            case GIF -> new PictureSource(OtherFiles.gif(bytes), bytes, null);
            case BMP -> new PictureSource(OtherFiles.bmp(bytes), bytes, null);
            case WEBP -> new PictureSource(OtherFiles.webp(bytes), bytes, null);
            case HEIC, AVIF -> new PictureSource(headerFromPlugin(kind, bytes), bytes, null);
            case TIFF, JXL, PDF -> throw unsupported(kind);
        };
    }

    private static PictureHeader headerFromPlugin(FileKind kind, byte[] bytes) {
        ImageReader reader = PlatformReaders.create(kind).orElseThrow(() -> unsupported(kind));
        try (BytesInput input = new BytesInput(bytes)) {
            reader.setInput(input);
            PictureHeader header = new PictureHeader(kind);
            header.width = reader.getWidth(0);
            header.height = reader.getHeight(0);
            header.frames = Math.max(1, reader.getNumImages(true));
            header.components = 3;
            header.complete = true;
            return header;
        } catch (IOException | RuntimeException e) {
            throw corrupt(kind, e);
        } finally {
            reader.dispose();
        }
    }

    static UndecodableImageException unsupported(FileKind kind) {
        String advice = kind == FileKind.HEIC
                ? "send a JPEG (iPhone: Settings, Camera, Formats, Most Compatible) or install an ImageIO reader for HEIC"
                : "send a JPEG";
        return new UndecodableImageException(
                Reason.UNSUPPORTED_FORMAT,
                "The file is a " + name(kind) + ", which nothing installed reads; " + advice,
                null);
    }

    static UndecodableImageException corrupt(FileKind kind, @Nullable Throwable cause) {
        return new UndecodableImageException(
                Reason.CORRUPT, "The " + name(kind) + " is damaged or cut short; send the whole file", cause);
    }

    private static String name(FileKind kind) {
        return kind.format().toUpperCase(Locale.ROOT) + " file";
    }
}
