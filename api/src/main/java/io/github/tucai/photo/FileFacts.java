package io.github.tucai.photo;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What the file itself says, before a pixel is looked at.
 *
 * @param format {@code jpeg}, {@code png}, {@code gif}, {@code webp}, {@code heic}, {@code bmp}, {@code tiff} …
 * @param sizeBytes of the file
 * @param width of the upright picture, pixels; 0 where it could not be decoded
 * @param height of the upright picture, pixels; 0 where it could not be decoded
 * @param frames pictures in the file; 1 for a still
 * @param components colour components as stored: 1 grey, 3 colour, 4 CMYK or with alpha
 * @param bitsPerComponent as stored
 * @param colourSpace as stored: {@code sRGB}, {@code grey}, {@code cmyk}, or the embedded profile's name
 * @param densityDpi horizontal density; empty where the file states none
 * @param jpegQuality libjpeg's 0 to 100 as estimated from the quantisation tables; empty for other formats
 * @param complete whether the file ends where its format says
 * @param exifOrientation 1 to 8; 1 where the file states none
 * @param software names of programs that wrote or edited the file, as it states them
 */
public record FileFacts(
        String format,
        int sizeBytes,
        int width,
        int height,
        int frames,
        int components,
        int bitsPerComponent,
        String colourSpace,
        OptionalInt densityDpi,
        OptionalInt jpegQuality,
        boolean complete,
        int exifOrientation,
        List<String> software) {
    public FileFacts {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(colourSpace, "colourSpace");
        Objects.requireNonNull(densityDpi, "densityDpi");
        Objects.requireNonNull(jpegQuality, "jpegQuality");
        software = List.copyOf(software);
        if (width < 0 || height < 0 || (width == 0) != (height == 0)) {
            throw new IllegalArgumentException("a picture has at least one pixel, got " + width + " x " + height);
        }
    }

    /** Of a file that no picture could be read from. */
    public static FileFacts undecodable(int sizeBytes) {
        return new FileFacts(
                "unknown", sizeBytes, 0, 0, 0, 0, 0, "", OptionalInt.empty(), OptionalInt.empty(), false, 1, List.of());
    }

    /** Whether there is a picture. */
    public boolean isDecoded() {
        return width > 0;
    }
}
