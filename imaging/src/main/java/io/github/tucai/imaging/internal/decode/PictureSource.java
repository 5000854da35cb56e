package io.github.tucai.imaging.internal.decode;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.failure.UndecodableImageException.Reason;
import io.github.tucai.photo.Advice;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** A picture before decoding: what its header says, and the bytes that a reader gets. */
final class PictureSource {
    /** Where phones of the usual makers keep it; those of 2024. */
    private static final Advice PHONE = new Advice(
            "请改用 JPG 重新拍摄：苹果手机在“设置 › 相机 › 格式”选“兼容性最佳”，其他手机在相机设置中关闭“高效图片格式（HEIF）”；" + "已有的照片可在相册中另存为 JPG 后上传。",
            "take it again as a JPEG: on an iPhone choose Settings › Camera › Formats › Most Compatible, on other phones"
                    + " switch high efficiency pictures (HEIF) off in the camera's settings; or save the photo as a JPEG and send that.");

    private static final Advice OTHER = new Advice("请另存为 JPG 后上传。", "save it as a JPEG and send that.");

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
        boolean isOfPhone = kind == FileKind.HEIC || kind == FileKind.AVIF;
        String name = kind.format().toUpperCase(Locale.ROOT);
        Advice advice = new Advice(
                "不支持 " + name + " 文件，" + (isOfPhone ? PHONE.zhCn() : OTHER.zhCn()),
                "The file is a " + name + " file, which nothing installed reads; "
                        + (isOfPhone ? PHONE.en() : OTHER.en()));
        return new UndecodableImageException(Reason.UNSUPPORTED_FORMAT, advice, null);
    }

    static UndecodableImageException corrupt(FileKind kind, @Nullable Throwable cause) {
        return new UndecodableImageException(
                Reason.CORRUPT, "The " + name(kind) + " is damaged or cut short; send the whole file", cause);
    }

    private static String name(FileKind kind) {
        return kind.format().toUpperCase(Locale.ROOT) + " file";
    }
}
