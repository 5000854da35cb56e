package io.github.tucai.photo;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** What the file itself says, before a pixel is looked at. */
public final class FileFacts {
    private final String format;
    private final int sizeBytes;
    private final int width;
    private final int height;
    private final int frames;
    private final int components;
    private final int bitsPerComponent;
    private final String colourSpace;
    private final OptionalInt densityDpi;
    private final OptionalInt jpegQuality;
    private final boolean complete;
    private final int exifOrientation;
    private final List<String> software;
    private final List<String> generationMarks;

    private FileFacts(Builder from) {
        this.format = from.format;
        this.sizeBytes = from.sizeBytes;
        this.width = from.width;
        this.height = from.height;
        this.frames = from.frames;
        this.components = from.components;
        this.bitsPerComponent = from.bitsPerComponent;
        this.colourSpace = from.colourSpace;
        this.densityDpi = from.densityDpi;
        this.jpegQuality = from.jpegQuality;
        this.complete = from.complete;
        this.exifOrientation = from.exifOrientation;
        this.software = from.software;
        this.generationMarks = from.generationMarks;
    }

    /**
     * A still 8-bit sRGB picture of three components, complete and upright, that states no density, no quality and no program,
     * until told otherwise.
     *
     * @param format {@code jpeg}, {@code png}, {@code gif}, {@code webp}, {@code heic}, {@code bmp}, {@code tiff} …
     * @param sizeBytes of the file
     * @param width of the upright picture, pixels; 0 where it could not be decoded
     * @param height of the upright picture, pixels; 0 where it could not be decoded
     */
    public static Builder builder(String format, int sizeBytes, int width, int height) {
        return new Builder(format, sizeBytes, width, height);
    }

    /** Of a file that no picture could be read from. */
    public static FileFacts undecodable(int sizeBytes) {
        return new Builder("unknown", sizeBytes, 0, 0)
                .frames(0)
                .components(0)
                .bitsPerComponent(0)
                .colourSpace("")
                .complete(false)
                .build();
    }

    /** {@code jpeg}, {@code png}, {@code gif}, {@code webp}, {@code heic}, {@code bmp}, {@code tiff} … */
    public String format() {
        return format;
    }

    /** Of the file. */
    public int sizeBytes() {
        return sizeBytes;
    }

    /** Of the upright picture, pixels; 0 where it could not be decoded. */
    public int width() {
        return width;
    }

    /** Of the upright picture, pixels; 0 where it could not be decoded. */
    public int height() {
        return height;
    }

    /** Pictures in the file; 1 for a still. */
    public int frames() {
        return frames;
    }

    /** Colour components as stored: 1 grey, 3 colour, 4 CMYK or with alpha. */
    public int components() {
        return components;
    }

    /** As stored. */
    public int bitsPerComponent() {
        return bitsPerComponent;
    }

    /** As stored: {@code sRGB}, {@code grey}, {@code cmyk}, or the embedded profile's name. */
    public String colourSpace() {
        return colourSpace;
    }

    /** Horizontal density; empty where the file states none. */
    public OptionalInt densityDpi() {
        return densityDpi;
    }

    /** libjpeg's 0 to 100 as estimated from the quantisation tables; empty for other formats. */
    public OptionalInt jpegQuality() {
        return jpegQuality;
    }

    /** Whether the file ends where its format says. */
    public boolean complete() {
        return complete;
    }

    /** 1 to 8; 1 where the file states none. */
    public int exifOrientation() {
        return exifOrientation;
    }

    /** Names of programs that wrote or edited the file, as it states them. */
    public List<String> software() {
        return software;
    }

    /**
     * Where the file declares itself generated or composed by a program, what it says, such as {@code AIGC Label=1}
     * (GB 45438-2025) or {@code digitalSourceType=trainedAlgorithmicMedia} (IPTC); never a prompt.
     */
    public List<String> generationMarks() {
        return generationMarks;
    }

    /** Whether there is a picture. */
    public boolean isDecoded() {
        return width > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileFacts that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "FileFacts[" + format + ", " + sizeBytes + " bytes, " + width + " x " + height + "]";
    }

    private List<Object> parts() {
        return List.of(
                format,
                sizeBytes,
                width,
                height,
                frames,
                components,
                bitsPerComponent,
                colourSpace,
                densityDpi,
                jpegQuality,
                complete,
                exifOrientation,
                software,
                generationMarks);
    }

    /** What differs from a plain picture. Not safe for concurrent use. */
    public static final class Builder {
        private final String format;
        private final int sizeBytes;
        private final int width;
        private final int height;
        private int frames = 1;
        private int components = 3;
        private int bitsPerComponent = 8;
        private String colourSpace = "sRGB";
        private OptionalInt densityDpi = OptionalInt.empty();
        private OptionalInt jpegQuality = OptionalInt.empty();
        private boolean complete = true;
        private int exifOrientation = 1;
        private List<String> software = List.of();
        private List<String> generationMarks = List.of();

        private Builder(String format, int sizeBytes, int width, int height) {
            if (width < 0 || height < 0 || (width == 0) != (height == 0)) {
                throw new IllegalArgumentException("a picture has at least one pixel, got " + width + " x " + height);
            }
            this.format = Objects.requireNonNull(format, "format");
            this.sizeBytes = sizeBytes;
            this.width = width;
            this.height = height;
        }

        /** See {@link FileFacts#frames()}. */
        public Builder frames(int number) {
            this.frames = number;
            return this;
        }

        /** See {@link FileFacts#components()}. */
        public Builder components(int number) {
            this.components = number;
            return this;
        }

        /** See {@link FileFacts#bitsPerComponent()}. */
        public Builder bitsPerComponent(int bits) {
            this.bitsPerComponent = bits;
            return this;
        }

        /** See {@link FileFacts#colourSpace()}. */
        public Builder colourSpace(String name) {
            this.colourSpace = Objects.requireNonNull(name, "name");
            return this;
        }

        /** See {@link FileFacts#densityDpi()}. */
        public Builder densityDpi(OptionalInt dpi) {
            this.densityDpi = Objects.requireNonNull(dpi, "dpi");
            return this;
        }

        /** See {@link FileFacts#jpegQuality()}. */
        public Builder jpegQuality(OptionalInt quality) {
            this.jpegQuality = Objects.requireNonNull(quality, "quality");
            return this;
        }

        /** See {@link FileFacts#complete()}. */
        public Builder complete(boolean isComplete) {
            this.complete = isComplete;
            return this;
        }

        /** See {@link FileFacts#exifOrientation()}. */
        public Builder exifOrientation(int orientation) {
            this.exifOrientation = orientation;
            return this;
        }

        /** See {@link FileFacts#software()}. */
        public Builder software(List<String> names) {
            this.software = List.copyOf(names);
            return this;
        }

        /** See {@link FileFacts#generationMarks()}. */
        public Builder generationMarks(List<String> marks) {
            this.generationMarks = List.copyOf(marks);
            return this;
        }

        /** The facts. */
        public FileFacts build() {
            return new FileFacts(this);
        }
    }
}
