package io.github.tucai.imaging.internal.decode;

import io.github.tucai.photo.FileFacts;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a format's parser found before any pixel is decoded. Mutable while it is being read; then only read. */
final class PictureHeader {
    final FileKind kind;
    int width;
    int height;
    int frames = 1;
    int components;
    int bitsPerComponent = 8;
    OptionalInt densityDpi = OptionalInt.empty();
    OptionalInt jpegQuality = OptionalInt.empty();
    boolean complete;
    byte @Nullable [] iccProfile;
    final FileMetadata metadata = new FileMetadata();

    PictureHeader(FileKind kind) {
        this.kind = kind;
    }

    boolean swapsSides() {
        return metadata.orientation() >= 5;
    }

    FileFacts facts(int sizeBytes, String colourSpace) {
        return FileFacts.builder(kind.format(), sizeBytes, swapsSides() ? height : width, swapsSides() ? width : height)
                .frames(frames)
                .components(components)
                .bitsPerComponent(bitsPerComponent)
                .colourSpace(colourSpace)
                // A density that the format itself states wins.
                .densityDpi(densityDpi.isPresent() ? densityDpi : metadata.densityDpi())
                .jpegQuality(jpegQuality)
                .complete(complete)
                .exifOrientation(metadata.orientation())
                .software(metadata.programs())
                .generationMarks(metadata.generationMarks())
                .build();
    }
}
