package io.github.tucai.print;

import io.github.tucai.photo.Rgb;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How prints look and how they lie on paper. Immutable.
 *
 * <p>The defaults are 33 × 48 mm prints: an image of 33 × 44 mm, which is exactly the 3:4 of the electronic photo, and 4 mm of
 * information. The size of Jiangsu's prints is not public (STANDARDS.md §8), so every length can be changed.
 */
public final class PrintProfile {
    private final String id;
    private final Paper paper;
    private final double widthMm;
    private final double imageHeightMm;
    private final double informationHeightMm;
    private final int copies;
    private final double gapMm;
    private final double marginMm;
    private final double bleedMm;
    private final Optional<Rgb> background;
    private final boolean studentOnOneSheet;
    private final Separators separators;
    private final List<PrintField> fields;
    private final double smallestTextPt;

    private PrintProfile(Builder builder) {
        id = builder.id;
        paper = builder.paper;
        widthMm = positive(builder.widthMm, "widthMm");
        imageHeightMm = positive(builder.imageHeightMm, "imageHeightMm");
        informationHeightMm = positive(builder.informationHeightMm, "informationHeightMm");
        copies = builder.copies;
        gapMm = notNegative(builder.gapMm, "gapMm");
        marginMm = notNegative(builder.marginMm, "marginMm");
        bleedMm = notNegative(builder.bleedMm, "bleedMm");
        background = builder.background;
        studentOnOneSheet = builder.studentOnOneSheet;
        separators = builder.separators;
        fields = List.copyOf(builder.fields);
        smallestTextPt = positive(builder.smallestTextPt, "smallestTextPt");
        requireOne();
        if (bleedMm > gapMm / 2) {
            throw new IllegalArgumentException(
                    "bleedMm must be at most half of gapMm, got " + bleedMm + " of " + gapMm);
        }
        if (copies < 1 || copies > 100) {
            throw new IllegalArgumentException("copies must be 1 to 100, got " + copies);
        }
        if (columns() < 1 || rows() < 1) {
            throw new IllegalArgumentException("no print of " + widthMm + " x " + heightMm() + " mm fits on "
                    + paper.name() + " with a margin of " + marginMm + " mm");
        }
    }

    /** The default prints on a paper, with a margin and a gap that put one student in a row where the paper is wide enough. */
    public static PrintProfile on(Paper paper) {
        return builder(paper).build();
    }

    /** Starts from the defaults for a paper. */
    public static Builder builder(Paper paper) {
        return new Builder(paper);
    }

    /** Starts from this profile. */
    public Builder toBuilder() {
        Builder copy = new Builder(paper);
        copy.id = id;
        copy.widthMm = widthMm;
        copy.imageHeightMm = imageHeightMm;
        copy.informationHeightMm = informationHeightMm;
        copy.copies = copies;
        copy.gapMm = gapMm;
        copy.marginMm = marginMm;
        copy.bleedMm = bleedMm;
        copy.background = background;
        copy.studentOnOneSheet = studentOnOneSheet;
        copy.separators = separators;
        copy.fields = fields;
        copy.smallestTextPt = smallestTextPt;
        return copy;
    }

    /** Names the profile in manifests. */
    public String id() {
        return id;
    }

    public Paper paper() {
        return paper;
    }

    /** Width of a print. */
    public double widthMm() {
        return widthMm;
    }

    /** Height of a print: image and information. */
    public double heightMm() {
        return imageHeightMm + informationHeightMm;
    }

    public double imageHeightMm() {
        return imageHeightMm;
    }

    public double informationHeightMm() {
        return informationHeightMm;
    }

    /** Prints per student (N3.1: 5). */
    public int copies() {
        return copies;
    }

    /** Between two prints, in both directions. */
    public double gapMm() {
        return gapMm;
    }

    /** Least distance of a print from the edge of the paper. */
    public double marginMm() {
        return marginMm;
    }

    /** How far the background colour reaches beyond the cut beside and above the image; the portrait itself never does. */
    public double bleedMm() {
        return bleedMm;
    }

    /** The photos' background, for the bleed; without one nothing is painted outside the image. */
    public Optional<Rgb> background() {
        return background;
    }

    /** Whether a student's prints stay on one sheet where it can hold them. */
    public boolean studentOnOneSheet() {
        return studentOnOneSheet;
    }

    public Separators separators() {
        return separators;
    }

    /** What the information area shows, in reading order; the six required ones are among them (N4.3). */
    public List<PrintField> fields() {
        return fields;
    }

    /** Below this size a text counts as not legible and is shortened and reported instead. */
    public double smallestTextPt() {
        return smallestTextPt;
    }

    /** Prints beside each other. */
    public int columns() {
        return count(paper.widthMm(), widthMm);
    }

    /** Prints above each other; on a roll, in the longest piece. */
    public int rows() {
        return count(paper.heightMm(), heightMm());
    }

    private int count(double paperMm, double printMm) {
        // A micrometre forgives sums such as 5 × 33 + 4 × 2 that fill the paper exactly.
        return (int) Math.floor((paperMm - 2 * marginMm + gapMm + 1e-3) / (printMm + gapMm));
    }

    private void requireOne() {
        for (PrintField field : PrintField.REQUIRED) {
            if (fields.stream().filter(field::equals).count() != 1) {
                throw new IllegalArgumentException("fields must hold " + field.id() + " exactly once (N4.3)");
            }
        }
        if (fields.stream().map(PrintField::id).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("fields must have different ids");
        }
    }

    private static double positive(double value, String name) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and more than 0, got " + value);
        }
        return value;
    }

    private static double notNegative(double value, String name) {
        if (!(value >= 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, got " + value);
        }
        return value;
    }

    /** Collects what differs from the defaults; {@link #build()} checks that it fits together. */
    public static final class Builder {
        private final Paper paper;
        private String id;
        private double widthMm = 33;
        private double imageHeightMm = 44;
        private double informationHeightMm = 4;
        private int copies = 5;
        private double gapMm = 2;
        private double marginMm;
        private double bleedMm = 1;
        private Optional<Rgb> background = Optional.empty();
        private boolean studentOnOneSheet = true;
        private Separators separators = Separators.NONE;
        private List<PrintField> fields = PrintField.REQUIRED;
        private double smallestTextPt = 3;

        private Builder(Paper paper) {
            this.paper = Objects.requireNonNull(paper, "paper");
            id = "33x48-" + paper.name();
            // 5 × 33 + 4 × 2 mm leave 2.5 mm at each end of a 178 mm sheet, and labs trim 4R less than 2 mm.
            marginMm = paper.widthMm() >= 200 ? 5 : 2;
        }

        public Builder id(String name) {
            id = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Size of a print; the image should keep the 3:4 of the photo, which is never stretched or cropped. */
        public Builder print(double width, double imageHeight, double informationHeight) {
            widthMm = width;
            imageHeightMm = imageHeight;
            informationHeightMm = informationHeight;
            return this;
        }

        public Builder copies(int count) {
            copies = count;
            return this;
        }

        public Builder gapMm(double gap) {
            gapMm = gap;
            return this;
        }

        public Builder marginMm(double margin) {
            marginMm = margin;
            return this;
        }

        public Builder bleedMm(double bleed) {
            bleedMm = bleed;
            return this;
        }

        public Builder background(Rgb colour) {
            background = Optional.of(colour);
            return this;
        }

        public Builder studentOnOneSheet(boolean together) {
            studentOnOneSheet = together;
            return this;
        }

        public Builder separators(Separators kind) {
            separators = Objects.requireNonNull(kind, "kind");
            return this;
        }

        /** Shows further fields after the six required ones. */
        public Builder moreFields(List<PrintField> further) {
            List<PrintField> all = new ArrayList<>(PrintField.REQUIRED);
            all.addAll(further);
            fields = all;
            return this;
        }

        public Builder smallestTextPt(double points) {
            smallestTextPt = points;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @throws IllegalArgumentException if the lengths do not fit together
         */
        public PrintProfile build() {
            return new PrintProfile(this);
        }
    }
}
