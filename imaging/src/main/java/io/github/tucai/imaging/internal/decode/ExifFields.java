package io.github.tucai.imaging.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few EXIF fields that matter here, read from the first directory of a TIFF structure. What is malformed reads as absent.
 *
 * @param orientation 1 to 8; 1 where absent or out of range
 * @param densityDpi horizontal density
 * @param software programs named
 */
record ExifFields(int orientation, OptionalInt densityDpi, List<String> software) {
    private static final int PROCESSING_SOFTWARE = 0x000B;
    private static final int ORIENTATION = 0x0112;
    private static final int X_RESOLUTION = 0x011A;
    private static final int RESOLUTION_UNIT = 0x0128;
    private static final int SOFTWARE = 0x0131;
    private static final int MOST_ENTRIES = 200;
    private static final int ENTRY_BYTES = 12;

    private static final Pattern XMP_PROGRAM =
            Pattern.compile("(?:CreatorTool|softwareAgent)\\s*(?:=\\s*[\"']([^\"'<]{1,200})[\"']|>([^<]{1,200})<)");

    /** Reads a TIFF structure: byte order, 42, offset of the first directory. */
    static ExifFields parse(Bytes tiff) {
        boolean little = tiff.startsWith("II");
        Directory directory = new Directory(tiff, little);
        int start = directory.i32(4);
        int entries = Math.min(directory.u16(start), MOST_ENTRIES);
        int orientation = 1;
        double resolution = 0;
        int unit = 2;
        List<String> software = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            int at = start + 2 + i * ENTRY_BYTES;
            switch (directory.u16(at)) {
                case ORIENTATION -> orientation = directory.u16(at + 8);
                case X_RESOLUTION -> resolution = directory.rational(directory.i32(at + 8));
                case RESOLUTION_UNIT -> unit = directory.u16(at + 8);
                case SOFTWARE, PROCESSING_SOFTWARE -> software.add(directory.text(at));
                default -> {}
            }
        }
        return new ExifFields(orientation >= 1 && orientation <= 8 ? orientation : 1, dpi(resolution, unit), software);
    }

    /** Programs that an XMP packet names; the packet is searched, not parsed, so nothing in it can expand. */
    static List<String> programsOfXmp(String xmp) {
        List<String> programs = new ArrayList<>();
        Matcher matcher = XMP_PROGRAM.matcher(xmp);
        while (matcher.find()) {
            programs.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return programs;
    }

    /** Density from a resolution in EXIF's and JFIF's units: 2 per inch, 3 per centimetre. */
    private static OptionalInt dpi(double resolution, int unit) {
        double dpi = unit == 3 ? resolution * 2.54 : resolution;
        return unit >= 2 && unit <= 3 && dpi >= 1 && dpi <= 100_000
                ? OptionalInt.of((int) Math.round(dpi))
                : OptionalInt.empty();
    }

    private record Directory(Bytes tiff, boolean little) {
        int u16(int at) {
            return little ? tiff.u16le(at) : tiff.u16(at);
        }

        int i32(int at) {
            return little ? tiff.i32le(at) : tiff.i32(at);
        }

        double rational(int at) {
            int denominator = i32(at + 4);
            return denominator == 0 ? 0 : (double) i32(at) / denominator;
        }

        String text(int entry) {
            int count = i32(entry + 4);
            Bytes value = tiff.slice(count <= 4 ? entry + 8 : i32(entry + 8), count);
            String text = value.utf8();
            int end = text.indexOf('\0');
            return end < 0 ? text : text.substring(0, end);
        }
    }
}
