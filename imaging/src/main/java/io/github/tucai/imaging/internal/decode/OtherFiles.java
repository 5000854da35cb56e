package io.github.tucai.imaging.internal.decode;

/** Header facts of the formats whose bytes go to a decoder unchanged: GIF, BMP and WebP. */
final class OtherFiles {
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_IMAGE = 0x2C;
    private static final int GIF_TRAILER = 0x3B;
    private static final int OS2_HEADER_BYTES = 12;

    private OtherFiles() {}

    static PictureHeader gif(byte[] bytes) {
        Bytes file = Bytes.of(bytes);
        PictureHeader header = new PictureHeader(FileKind.GIF);
        header.width = file.u16le(6);
        header.height = file.u16le(8);
        header.components = 3;
        header.frames = 0;
        int at = 13 + colourTableBytes(file.u8(10));
        while (at < file.length() && !header.complete) {
            switch (file.u8(at)) {
                case GIF_EXTENSION -> at = afterBlocks(file, at + 2);
                case GIF_IMAGE -> {
                    header.frames++;
                    // A frame may be larger than the screen, and it is the frame that gets decoded.
                    header.width = Math.max(header.width, file.u16le(at + 5));
                    header.height = Math.max(header.height, file.u16le(at + 7));
                    at = afterBlocks(file, at + 11 + colourTableBytes(file.u8(at + 9)));
                }
                case GIF_TRAILER -> header.complete = true;
                default -> at = file.length();
            }
        }
        return header;
    }

    private static int colourTableBytes(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterBlocks(Bytes file, int from) {
        int at = from;
        while (file.u8(at) != 0) {
            at += 1 + file.u8(at);
        }
        return at + 1;
    }

    static PictureHeader bmp(byte[] bytes) {
        Bytes file = Bytes.of(bytes);
        PictureHeader header = new PictureHeader(FileKind.BMP);
        header.components = 3;
        header.complete = file.length() >= file.i32le(2);
        if (file.i32le(14) == OS2_HEADER_BYTES) {
            header.width = file.u16le(18);
            header.height = file.u16le(20);
            return header;
        }
        header.width = file.i32le(18);
        header.height = Math.abs(file.i32le(22));
        header.components = file.u16le(28) == 32 ? 4 : 3;
        // Compression 4 and 5 wrap a JPEG or PNG whose size nothing here has looked at.
        if (file.i32le(30) > 3) {
            header.width = 0;
        }
        return header;
    }

    static PictureHeader webp(byte[] bytes) {
        Bytes file = Bytes.of(bytes);
        PictureHeader header = new PictureHeader(FileKind.WEBP);
        header.components = 3;
        header.frames = 0;
        long end = (file.i32le(4) & 0xFFFFFFFFL) + 8;
        header.complete = file.length() >= end;
        long at = 12;
        while (at + 8 <= file.length()) {
            long length = file.i32le((int) at + 4) & 0xFFFFFFFFL;
            int most = (int) Math.min(length, file.length());
            webpChunk(header, file.slice((int) at, 4).latin1(), file.slice((int) at + 8, most));
            at += 8 + length + (length & 1);
        }
        header.frames = Math.max(1, header.frames);
        return header;
    }

    private static void webpChunk(PictureHeader header, String type, Bytes content) {
        switch (type) {
            case "VP8X" -> sides(header, 1 + u24le(content, 4), 1 + u24le(content, 7));
            case "VP8L" -> {
                int packed = content.i32le(1);
                sides(header, 1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF));
            }
            case "VP8 " -> sides(header, content.u16le(6) & 0x3FFF, content.u16le(8) & 0x3FFF);
            case "ANMF" -> header.frames++;
            case "EXIF" ->
                header.metadata.addExif(content.startsWith("Exif\0") ? content.slice(6, content.length()) : content);
            case "XMP " -> header.metadata.addXmp(content);
            case "C2PA" -> header.metadata.addManifest(content);
            default -> {}
        }
    }

    private static void sides(PictureHeader header, int width, int height) {
        header.width = Math.max(header.width, width);
        header.height = Math.max(header.height, height);
    }

    private static int u24le(Bytes content, int at) {
        return content.u8(at + 2) << 16 | content.u16le(at);
    }
}
