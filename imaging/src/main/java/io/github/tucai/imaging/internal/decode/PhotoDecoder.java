package io.github.tucai.imaging.internal.decode;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.failure.UndecodableImageException.Reason;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.PhotoImage;

/**
 * Decodes a picture to upright sRGB. Safe for concurrent use.
 *
 * <p>What a file may cost is bounded: bytes and pixels are capped before anything is allocated, long sides are reduced, and
 * pictures of many megapixels are decoded one at a time in the whole process.
 */
public final class PhotoDecoder {
    // Phones of 64 megapixels store up to 9280 x 6944.
    private static final long STANDARD_MOST_PIXELS = 1 << 26;
    // Its reader leaves out no pixels while it reads.
    private static final long MOST_PIXELS_OF_WEBP = 24_000_000;
    private static final int STANDARD_MOST_BYTES = 40 << 20;
    private static final int STANDARD_LONG_SIDE = 3000;

    private final long mostPixels;
    private final int mostBytes;
    private final int longSide;

    /**
     * A decoder with limits of its own.
     *
     * @param mostPixels of the stored picture; more is refused
     * @param mostBytes of the file; more is refused
     * @param longSide pixels of the longer side to which larger pictures are reduced
     */
    public PhotoDecoder(long mostPixels, int mostBytes, int longSide) {
        if (mostPixels < 1 || mostBytes < 1 || longSide < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
        this.mostPixels = mostPixels;
        this.mostBytes = mostBytes;
        this.longSide = longSide;
    }

    /** 67 million pixels, 40 MiB, reduced to 3000 pixels. */
    public static PhotoDecoder standard() {
        return reducingTo(STANDARD_LONG_SIDE);
    }

    /** The standard limits, reduced to a long side of one's own. */
    public static PhotoDecoder reducingTo(int longSide) {
        return new PhotoDecoder(STANDARD_MOST_PIXELS, STANDARD_MOST_BYTES, longSide);
    }

    /**
     * Decodes the first picture in the file.
     *
     * @throws UndecodableImageException if there is none that can be decoded
     */
    public DecodedPhoto decode(PhotoImage image) {
        byte[] bytes = image.bytes();
        FileKind kind = kindOf(bytes);
        PictureSource source = PictureSource.of(kind, bytes);
        requireSize(source.header());
        StoredPixels stored = PictureReading.read(source, longSide);
        SrgbPixels srgb = SrgbPixels.of(stored, source.header());
        boolean swap = source.header().swapsSides();
        return new DecodedPhoto(
                swap ? stored.height() : stored.width(),
                swap ? stored.width() : stored.height(),
                Orientation.apply(srgb.pixels(), source.header().metadata.orientation()),
                source.header().facts(bytes.length, srgb.storedAs()));
    }

    private FileKind kindOf(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UndecodableImageException(Reason.EMPTY, "The file is empty; send it again", null);
        }
        if (bytes.length > mostBytes) {
            throw new UndecodableImageException(
                    Reason.TOO_LARGE,
                    new Advice(
                            "文件有 " + bytes.length + " 字节，超过可读取的 " + mostBytes + " 字节，请上传较小的文件。",
                            "The file has " + bytes.length + " bytes, more than the " + mostBytes
                                    + " that are read; send a smaller one."),
                    null);
        }
        return FileKind.of(bytes)
                .orElseThrow(() -> new UndecodableImageException(
                        Reason.NOT_AN_IMAGE, "The file is no picture of a known format; send a JPEG", null));
    }

    private static Advice tooManyPixels(PictureHeader header, long most) {
        String size = header.width + " x " + header.height;
        return new Advice(
                "图片有 " + size + " 像素，超过可读取的 " + most + " 像素，请上传较小的照片：在相机设置中选用较低的像素。",
                "The picture has " + size + " pixels, more than the " + most
                        + " that are read; send a smaller one: choose fewer megapixels in the camera's settings.");
    }

    private void requireSize(PictureHeader header) {
        if (header.width < 1 || header.height < 1) {
            throw PictureSource.corrupt(header.kind, null);
        }
        long most = header.kind == FileKind.WEBP ? Math.min(mostPixels, MOST_PIXELS_OF_WEBP) : mostPixels;
        if ((long) header.width * header.height > most) {
            throw new UndecodableImageException(Reason.TOO_LARGE, tooManyPixels(header, most), null);
        }
    }
}
