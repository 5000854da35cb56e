package io.github.tucai.imaging.internal.decode;

import io.github.tucai.photo.FileFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a format's parser found before any pixel is decoded. Mutable while it is being read; then only read. */
final class PictureHeader {
    private static final int MOST_PROGRAMS = 16;
    private static final int LONGEST_NAME = 100;

    final FileKind kind;
    int width;
    int height;
    int frames = 1;
    int components;
    int bitsPerComponent = 8;
    OptionalInt densityDpi = OptionalInt.empty();
    OptionalInt jpegQuality = OptionalInt.empty();
    boolean complete;
    int orientation = 1;
    byte @Nullable [] iccProfile;
    private final Set<String> software = new LinkedHashSet<>();

    PictureHeader(FileKind kind) {
        this.kind = kind;
    }

    /** Remembers a program's name as the file states it, without control characters and of bounded length. */
    void addSoftware(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (!clean.isEmpty() && software.size() < MOST_PROGRAMS) {
            software.add(clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean);
        }
    }

    /** Takes over what EXIF says; a density that the format itself states wins. */
    void addExif(ExifFields exif) {
        orientation = exif.orientation();
        exif.software().forEach(this::addSoftware);
        if (densityDpi.isEmpty()) {
            densityDpi = exif.densityDpi();
        }
    }

    boolean swapsSides() {
        return orientation >= 5;
    }

    FileFacts facts(int sizeBytes, String colourSpace) {
        return new FileFacts(
                kind.format(),
                sizeBytes,
                swapsSides() ? height : width,
                swapsSides() ? width : height,
                frames,
                components,
                bitsPerComponent,
                colourSpace,
                densityDpi,
                jpegQuality,
                complete,
                orientation,
                List.copyOf(software));
    }
}
