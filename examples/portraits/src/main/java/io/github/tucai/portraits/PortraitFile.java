package io.github.tucai.portraits;

import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.Landmark;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A stored portrait: a mark, then deflated pixels, classes and landmarks, then a checksum. Its sizes come from the
 * specification, so that a file cannot ask for more memory than its picture needs.
 */
final class PortraitFile {
    private static final byte[] MARK = "TUCAI PORTRAIT 1".getBytes(StandardCharsets.US_ASCII);
    private static final int LANDMARKS = 478;

    private PortraitFile() {}

    static void write(Path file, DrawnPortrait portrait) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(MARK);
            Deflater fast = new Deflater(Deflater.BEST_SPEED);
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, fast, 1 << 16)) {
                CheckedOutputStream checked = new CheckedOutputStream(deflated, new CRC32());
                DataOutputStream data = new DataOutputStream(checked);
                data.write(planes(portrait.pixels()));
                data.write(portrait.classes());
                for (Landmark point : portrait.landmarks()) {
                    data.writeDouble(point.x());
                    data.writeDouble(point.y());
                    data.writeDouble(point.z());
                }
                data.flush();
                data.writeLong(checked.getChecksum().getValue());
                data.flush();
            } finally {
                fast.end();
            }
        }
    }

    /** Red, green and blue one after the other deflate better than pixels do. */
    private static byte[] planes(int[] pixels) {
        byte[] planes = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            planes[i] = (byte) (pixels[i] >> 16);
            planes[pixels.length + i] = (byte) (pixels[i] >> 8);
            planes[2 * pixels.length + i] = (byte) pixels[i];
        }
        return planes;
    }

    /** Empty if there is no such file, or it does not hold a whole portrait of that size. */
    static Optional<DrawnPortrait> read(Path file, PortraitSpec spec) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DataInputStream raw = new DataInputStream(Files.newInputStream(file))) {
            byte[] mark = new byte[MARK.length];
            raw.readFully(mark);
            if (!Arrays.equals(mark, MARK)) {
                return Optional.empty();
            }
            CheckedInputStream checked = new CheckedInputStream(new InflaterInputStream(raw), new CRC32());
            return read(checked, spec);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // A damaged file is as good as none: the portrait is drawn again and takes its place.
            return Optional.empty();
        }
    }

    private static Optional<DrawnPortrait> read(CheckedInputStream checked, PortraitSpec spec) throws IOException {
        DataInputStream data = new DataInputStream(checked);
        int size = spec.width() * spec.height();
        byte[] planes = new byte[3 * size];
        data.readFully(planes);
        byte[] classes = new byte[size];
        data.readFully(classes);
        List<Landmark> landmarks = new ArrayList<>();
        for (int i = 0; i < LANDMARKS; i++) {
            landmarks.add(new Landmark(data.readDouble(), data.readDouble(), data.readDouble()));
        }
        long expected = checked.getChecksum().getValue();
        if (data.readLong() != expected) {
            return Optional.empty();
        }
        return Optional.of(new DrawnPortrait(spec, pixels(planes), landmarks, classes));
    }

    private static int[] pixels(byte[] planes) {
        int n = planes.length / 3;
        int[] pixels = new int[n];
        for (int i = 0; i < n; i++) {
            pixels[i] = (planes[i] & 255) << 16 | (planes[n + i] & 255) << 8 | (planes[2 * n + i] & 255);
        }
        return pixels;
    }
}
