package io.github.tucai.imaging.internal.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a PNG file: the header facts, and a bare copy for the platform's decoder with the chunks of the picture only,
 * since compressed text may unpack to any size.
 */
final class PngFile {
    private static final int SIGNATURE_BYTES = 8;
    private static final int CHUNK_OVERHEAD = 12;
    private static final int MOST_PROFILE_BYTES = 4 << 20;
    private static final double INCH_M = 0.0254;
    private static final Set<String> PICTURE_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final PictureHeader header = new PictureHeader(FileKind.PNG);
    private final Bytes file;
    private final List<Bytes> pictureChunks = new ArrayList<>();

    private PngFile(byte[] bytes) {
        this.file = Bytes.of(bytes);
    }

    static PngFile parse(byte[] bytes) {
        PngFile png = new PngFile(bytes);
        png.readChunks();
        return png;
    }

    PictureHeader header() {
        return header;
    }

    byte[] bareBytes() {
        int size =
                SIGNATURE_BYTES + pictureChunks.stream().mapToInt(Bytes::length).sum();
        ByteBuffer bare = ByteBuffer.allocate(size).put(file.array(), 0, SIGNATURE_BYTES);
        pictureChunks.forEach(chunk -> bare.put(chunk.array(), chunk.offset(), chunk.length()));
        return bare.array();
    }

    private void readChunks() {
        int at = SIGNATURE_BYTES;
        while (!header.complete && at + CHUNK_OVERHEAD <= file.length()) {
            int length = file.i32(at);
            String type = file.slice(at + 4, 4).latin1();
            if (PICTURE_CHUNKS.contains(type)) {
                pictureChunks.add(file.slice(at, whole(length)));
            }
            if (length < 0 || length > file.length() - at - CHUNK_OVERHEAD) {
                return;
            }
            readChunk(type, file.slice(at + 8, length));
            at += whole(length);
        }
    }

    private static int whole(int length) {
        return length < 0 || length > Integer.MAX_VALUE - CHUNK_OVERHEAD ? Integer.MAX_VALUE : length + CHUNK_OVERHEAD;
    }

    private void readChunk(String type, Bytes content) {
        switch (type) {
            case "IHDR" -> readHeader(content);
            case "IEND" -> header.complete = true;
            case "acTL" -> header.frames = Math.max(1, content.i32(0));
            case "pHYs" -> header.densityDpi = density(content);
            case "eXIf" -> header.metadata.addExif(content);
            case "iCCP" -> header.iccProfile = profile(content);
            case "tEXt", "zTXt", "iTXt" ->
                PngText.read(type, content).ifPresent(text -> header.metadata.addNamed(text.keyword(), text.text()));
            case "caBX" -> header.metadata.addManifest(content);
            default -> {}
        }
    }

    private void readHeader(Bytes content) {
        header.width = content.i32(0);
        header.height = content.i32(4);
        header.bitsPerComponent = content.u8(8);
        header.components = switch (content.u8(9)) {
            case 0 -> 1;
            case 4 -> 2;
            case 6 -> 4;
            default -> 3;
        };
    }

    private static OptionalInt density(Bytes content) {
        boolean perMetre = content.u8(8) == 1;
        long dpi = Math.round(content.i32(0) * INCH_M);
        return perMetre && dpi > 0 ? OptionalInt.of((int) dpi) : OptionalInt.empty();
    }

    private static byte @Nullable [] profile(Bytes content) {
        int nameEnd = content.slice(0, 80).latin1().indexOf('\0');
        if (nameEnd < 0) {
            return null;
        }
        Bytes packed = content.slice(nameEnd + 2, content.length());
        try (InflaterInputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(packed.copy()))) {
            byte[] profile = unpacked.readNBytes(MOST_PROFILE_BYTES + 1);
            return profile.length > MOST_PROFILE_BYTES ? null : profile;
        } catch (IOException e) {
            // A broken profile is no reason to refuse a picture; its colours are then taken as sRGB.
            return null;
        }
    }
}
