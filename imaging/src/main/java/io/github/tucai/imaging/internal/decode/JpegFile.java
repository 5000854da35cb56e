package io.github.tucai.imaging.internal.decode;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.failure.UndecodableImageException.Reason;
import io.github.tucai.photo.Advice;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG file: the header facts, and a bare copy for the platform's decoder that holds the picture only, with
 * its colour model spelt out.
 */
final class JpegFile {
    private static final int SOF0 = 0xC0;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int SOF15 = 0xCF;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int APP0 = 0xE0;
    private static final int APP11 = 0xEB;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final int TEM = 0x01;

    // A picture needs a few dozen scans at most; thousands of them only cost the decoder time.
    private static final int MOST_SCANS = 200;

    // The platform's decoder paints the whole picture once per scan.
    private static final long MOST_PIXELS_OF_ALL_SCANS = 400_000_000;
    // It also keeps the whole picture's coefficients, six bytes a pixel and outside the heap.
    private static final long MOST_PIXELS_IN_SCANS = 40_000_000;
    private static final int MOST_PROFILE_BYTES = 4 << 20;
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String RESOURCES = "Photoshop 3.0\0";
    private static final Pattern PROGRAM = Pattern.compile("CREATOR: |Created (?:with|by|using) ");
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final PictureHeader header = new PictureHeader(FileKind.JPEG);
    private final Bytes file;
    private final List<Bytes> pictureSegments = new ArrayList<>();
    private final TreeMap<Integer, Bytes> profileParts = new TreeMap<>();
    private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();
    private final int[][] quantisation = new int[4][];
    private int frameMarker = -1;
    private int luminanceTable;
    private String componentIds = "";
    private boolean jfif;
    private int adobeTransform = -1;
    private int scans;
    private int profilePartCount;

    private JpegFile(byte[] bytes) {
        this.file = Bytes.of(bytes);
    }

    /** Reads all segments up to the end of the picture; what follows it is no part of it. */
    static JpegFile parse(byte[] bytes) {
        JpegFile jpeg = new JpegFile(bytes);
        jpeg.readSegments();
        jpeg.finish();
        return jpeg;
    }

    PictureHeader header() {
        return header;
    }

    /** Whether the four components are stored as luminance, chroma and black. */
    boolean isYcck() {
        return header.components == 4 && adobeTransform == 2;
    }

    /** Whether ink values are stored inverted, as programs that write an Adobe marker do. */
    boolean isInverted() {
        return adobeTransform >= 0;
    }

    /** The picture without its metadata, its colour model stated by a marker, and its end marked. */
    byte[] bareBytes() {
        byte[] marker = colourMarker();
        int size = pictureSegments.stream().mapToInt(Bytes::length).sum() + marker.length + 4;
        ByteBuffer all = ByteBuffer.allocate(size);
        all.putShort((short) (0xFF00 | SOI)).put(marker);
        pictureSegments.forEach(segment -> all.put(segment.array(), segment.offset(), segment.length()));
        return all.putShort((short) (0xFF00 | EOI)).array();
    }

    private void readSegments() {
        int at = 2;
        while (at >= 0 && at < file.length()) {
            at = readSegment(at);
        }
    }

    /** Reads the segment at this place and returns the place of the next, or -1 at the end. */
    private int readSegment(int at) {
        if (file.u8(at) != 0xFF) {
            return at + 1;
        }
        int marker = file.u8(at + 1);
        if (marker == 0xFF) {
            return at + 1;
        }
        if (marker == EOI) {
            header.complete = scans > 0;
            return -1;
        }
        if (marker == 0 || marker == TEM || (marker >= RST0 && marker <= SOI)) {
            return at + 2;
        }
        int length = file.u16(at + 2);
        int next = at + 2 + length;
        if (length < 2 || next > file.length()) {
            return -1;
        }
        Bytes content = file.slice(at + 4, length - 2);
        if ((marker >= APP0 && marker <= APP15) || marker == COM) {
            readMetadata(marker, content);
            return next;
        }
        int end = marker == SOS ? endOfScan(next) : next;
        readTables(marker, content);
        pictureSegments.add(file.slice(at, end - at));
        return end;
    }

    private int endOfScan(int from) {
        scans++;
        if (scans > MOST_SCANS) {
            throw new UndecodableImageException(
                    Reason.CORRUPT,
                    "This JPEG has more than " + MOST_SCANS
                            + " scans, which no photo needs; save it again as a plain JPEG and send that",
                    null);
        }
        byte[] bytes = file.array();
        for (int at = from; at < bytes.length - 1; at++) {
            if (bytes[at] == (byte) 0xFF) {
                int marker = bytes[at + 1] & 0xFF;
                if (marker != 0 && marker != 0xFF && !(marker >= RST0 && marker <= RST7)) {
                    return at;
                }
            }
        }
        return bytes.length;
    }

    private void readTables(int marker, Bytes content) {
        if (marker == DQT) {
            readQuantisation(content);
        } else if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC) {
            readFrame(marker, content);
        }
    }

    private void readQuantisation(Bytes content) {
        int at = 0;
        while (at < content.length()) {
            boolean wide = content.u8(at) >> 4 != 0;
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[i] = wide ? content.u16(at + 1 + 2 * i) : content.u8(at + 1 + i);
            }
            quantisation[content.u8(at) & 3] = table;
            at += wide ? 129 : 65;
        }
    }

    private void readFrame(int marker, Bytes content) {
        if (frameMarker >= 0) {
            return;
        }
        frameMarker = marker;
        header.bitsPerComponent = content.u8(0);
        header.height = content.u16(1);
        header.width = content.u16(3);
        header.components = content.u8(5);
        luminanceTable = content.u8(8) & 3;
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < header.components && i < 4; i++) {
            ids.append((char) content.u8(6 + 3 * i));
        }
        componentIds = ids.toString();
    }

    private void readMetadata(int marker, Bytes content) {
        if (content.startsWith("JFIF\0")) {
            jfif = true;
            header.densityDpi = jfifDensity(content);
        } else if (content.startsWith("Exif\0")) {
            header.metadata.addExif(content.slice(6, content.length()));
        } else if (content.startsWith(XMP)) {
            header.metadata.addXmp(content.slice(XMP.length(), content.length()));
        } else if (content.startsWith("ICC_PROFILE\0")) {
            profileParts.put(content.u8(12), content.slice(14, content.length()));
            profilePartCount = content.u8(13);
        } else if (marker == 0xEE && content.startsWith("Adobe")) {
            adobeTransform = content.u8(11);
        } else if (content.startsWith(RESOURCES)) {
            header.metadata.addResources(content.slice(RESOURCES.length(), content.length()));
        } else if (marker == APP11 && content.startsWith("JP")) {
            // Every part but the first repeats the head of the box behind its number.
            manifest.writeBytes(
                    content.slice(content.i32(4) > 1 ? 16 : 8, content.length()).copy());
        } else if (marker == COM) {
            readComment(content.utf8());
        }
    }

    private void readComment(String text) {
        Matcher program = PROGRAM.matcher(text);
        if (program.lookingAt()) {
            header.metadata.addProgram(text.substring(program.end()));
        }
        header.metadata.addText(text);
    }

    private static OptionalInt jfifDensity(Bytes content) {
        int density = content.u16(8);
        return switch (content.u8(7)) {
            case 1 -> density > 0 ? OptionalInt.of(density) : OptionalInt.empty();
            case 2 -> density > 0 ? OptionalInt.of((int) Math.round(density * 2.54)) : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private void finish() {
        if (frameMarker < 0 || scans == 0 || header.width == 0 || header.height == 0) {
            throw new UndecodableImageException(
                    Reason.CORRUPT, "This JPEG ends before its picture begins; send the whole file", null);
        }
        boolean baselineOrProgressive = frameMarker <= 0xC2;
        boolean usualComponents = header.components == 1 || header.components == 3 || header.components == 4;
        if (!baselineOrProgressive || header.bitsPerComponent != 8 || !usualComponents) {
            throw new UndecodableImageException(
                    Reason.UNSUPPORTED_FORMAT,
                    "This JPEG uses a rare coding (lossless, arithmetic or 12 bit); send it saved as a plain 8-bit JPEG",
                    null);
        }
        long pixels = (long) header.width * header.height;
        if (scans > 1 && (pixels > MOST_PIXELS_IN_SCANS || pixels * scans > MOST_PIXELS_OF_ALL_SCANS)) {
            throw new UndecodableImageException(Reason.TOO_LARGE, tooManyScans(pixels), null);
        }
        int[] luminance = quantisation[luminanceTable];
        if (luminance != null) {
            header.jpegQuality = OptionalInt.of(JpegQuality.estimate(luminance));
        }
        header.iccProfile = joinProfile();
        header.metadata.addManifest(Bytes.of(manifest.toByteArray()));
    }

    private Advice tooManyScans(long pixels) {
        String what = scans + " x " + pixels;
        return new Advice(
                "该 JPEG 为渐进式（扫描次数 x 像素：" + what + "），超过可读取的 " + MOST_PIXELS_OF_ALL_SCANS + "（每次至多 "
                        + MOST_PIXELS_IN_SCANS + "），请上传相机直接拍摄的原照片，或另存为非渐进式 JPEG。",
                "This JPEG is progressive (scans x pixels: " + what + "), more than the " + MOST_PIXELS_OF_ALL_SCANS
                        + " that are read (" + MOST_PIXELS_IN_SCANS
                        + " a scan); send the photo as the camera took it, or saved as a baseline JPEG.");
    }

    private byte @Nullable [] joinProfile() {
        if (profileParts.isEmpty()) {
            return null;
        }
        int size = profileParts.values().stream().mapToInt(Bytes::length).sum();
        boolean isWhole = profileParts.size() == profilePartCount
                && profileParts.firstKey() == 1
                && profileParts.lastKey() == profilePartCount;
        if (!isWhole || size > MOST_PROFILE_BYTES) {
            return null;
        }
        ByteBuffer profile = ByteBuffer.allocate(size);
        profileParts.values().forEach(part -> profile.put(part.array(), part.offset(), part.length()));
        return profile.array();
    }

    /** The rules of libjpeg, which every other viewer follows, made explicit. */
    private byte[] colourMarker() {
        boolean isRgb = header.components == 3
                && !jfif
                && (adobeTransform == 0 || (adobeTransform < 0 && componentIds.equals("RGB")));
        if (isRgb) {
            return adobeMarker(0);
        }
        return header.components == 4 ? adobeMarker(isYcck() ? 2 : 0) : JFIF;
    }

    private static byte[] adobeMarker(int transform) {
        return new byte[] {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        };
    }
}
