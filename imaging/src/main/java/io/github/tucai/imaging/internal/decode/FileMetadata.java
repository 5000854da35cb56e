package io.github.tucai.imaging.internal.decode;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDescriptor;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.photoshop.PhotoshopDirectory;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file's metadata say that matters here: how the picture is to be turned, its density, which programs wrote it, and whether
 * it declares itself generated. What is malformed reads as absent; a container alone says nothing. Mutable while it is being read.
 */
final class FileMetadata {
    private static final int PROCESSING_SOFTWARE = 0x000B;
    private static final int MOST_PROGRAMS = 16;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PACKET_BYTES = 1 << 20;
    private static final int MOST_PROPERTIES = 5_000;

    private final Set<String> programs = new LinkedHashSet<>();
    private final GenerationMarks marks = new GenerationMarks();
    private int orientation = 1;
    private OptionalInt densityDpi = OptionalInt.empty();

    /** 1 to 8; 1 where none is stated. */
    int orientation() {
        return orientation;
    }

    /** As EXIF states it. */
    OptionalInt densityDpi() {
        return densityDpi;
    }

    /** Programs, as named. */
    List<String> programs() {
        return List.copyOf(programs);
    }

    /** See {@link io.github.tucai.photo.FileFacts#generationMarks()}. */
    List<String> generationMarks() {
        return List.copyOf(marks.found());
    }

    /** Remembers a program's name as the file states it, without control characters and of bounded length. */
    void addProgram(@Nullable String name) {
        String clean = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
        if (!clean.isEmpty() && programs.size() < MOST_PROGRAMS) {
            programs.add(clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean);
        }
    }

    /** A TIFF structure: byte order, 42, offset of the first directory. */
    void addExif(Bytes tiff) {
        // Some writers leave out the pointer to a next directory, which the library wants.
        byte[] padded = Arrays.copyOf(tiff.copy(), tiff.length() + 4);
        Metadata read = reading(into -> new ExifReader().extract(new ByteArrayReader(padded), into));
        for (ExifIFD0Directory main : read.getDirectoriesOfType(ExifIFD0Directory.class)) {
            orient(main.getInteger(ExifDirectoryBase.TAG_ORIENTATION));
            density(main);
            addProgram(main.getString(ExifDirectoryBase.TAG_SOFTWARE));
            addProgram(main.getString(PROCESSING_SOFTWARE));
            addText(main.getString(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION));
        }
        for (ExifSubIFDDirectory more : read.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            addText(new ExifSubIFDDescriptor(more).getUserCommentDescription());
        }
    }

    /** An XMP packet. */
    void addXmp(Bytes packet) {
        // A packet declares no entities; one that does wants them expanded.
        if (packet.length() > MOST_PACKET_BYTES
                || packet.latin1().replace("\0", "").contains("<!")) {
            return;
        }
        Metadata read = reading(into -> new XmpReader().extract(packet.copy(), into));
        read.getDirectoriesOfType(XmpDirectory.class).forEach(found -> addProperties(found.getXMPMeta()));
    }

    /** Photoshop's container of resources, which cameras write too: only a program that it names counts. */
    void addResources(Bytes resources) {
        Metadata read = reading(into -> new PhotoshopReader()
                .extract(new SequentialByteArrayReader(resources.copy()), resources.length(), into));
        for (PhotoshopDirectory found : read.getDirectoriesOfType(PhotoshopDirectory.class)) {
            addProgram(found.getDescription(PhotoshopDirectory.TAG_VERSION));
        }
        for (IptcDirectory found : read.getDirectoriesOfType(IptcDirectory.class)) {
            addProgram(found.getString(IptcDirectory.TAG_ORIGINATING_PROGRAM));
        }
    }

    /** A text that the format keeps under a name, such as PNG's. */
    void addNamed(String name, String text) {
        switch (name) {
            case "Software" -> addProgram(text);
            case "AIGC" -> marks.addLabel(text);
            case "XML:com.adobe.xmp" -> addXmp(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
            default -> addText(text);
        }
    }

    /** A text without a name. */
    void addText(@Nullable String text) {
        if (text != null) {
            marks.addText(text);
        }
    }

    /** The boxes of a C2PA manifest. */
    void addManifest(Bytes boxes) {
        marks.addManifest(boxes.latin1());
    }

    private void addProperties(XMPMeta packet) {
        try {
            XMPIterator properties = packet.iterator();
            for (int i = 0; i < MOST_PROPERTIES && properties.hasNext(); i++) {
                XMPPropertyInfo property = (XMPPropertyInfo) properties.next();
                addProperty(
                        Objects.requireNonNullElse(property.getPath(), ""),
                        Objects.requireNonNullElse(property.getValue(), ""));
            }
        } catch (XMPException e) {
            // What was read so far stands.
        }
    }

    private void addProperty(String path, String value) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
        switch (name.toLowerCase(Locale.ROOT)) {
            case "creatortool", "softwareagent" -> addProgram(value);
            case "digitalsourcetype" -> marks.addSource(value);
            case "aigc" -> marks.addLabel(value);
            case "label" -> {
                if (path.contains("AIGC")) {
                    marks.addLabel("Label=" + value);
                }
            }
            default -> marks.addText(value);
        }
    }

    private void orient(@Nullable Integer stated) {
        if (stated != null && stated >= 1 && stated <= 8) {
            orientation = stated;
        }
    }

    /** In EXIF's units: 2 per inch, which is the default, 3 per centimetre. */
    private void density(Directory main) {
        Double resolution = main.getDoubleObject(ExifDirectoryBase.TAG_X_RESOLUTION);
        int unit = Objects.requireNonNullElse(main.getInteger(ExifDirectoryBase.TAG_RESOLUTION_UNIT), 2);
        double dpi = resolution == null ? 0 : unit == 3 ? resolution * 2.54 : resolution;
        if (unit >= 2 && unit <= 3 && dpi >= 1 && dpi <= 100_000) {
            densityDpi = OptionalInt.of((int) Math.round(dpi));
        }
    }

    /** The library answers malformed parts with an error in its result, or now and then with an exception. */
    private static Metadata reading(Reading reading) {
        Metadata read = new Metadata();
        try {
            reading.into(read);
        } catch (Exception e) {
            // What was read so far stands.
        }
        return read;
    }

    private interface Reading {
        void into(Metadata read) throws Exception;
    }
}
