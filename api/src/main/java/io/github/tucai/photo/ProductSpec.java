package io.github.tucai.photo;

import java.util.Objects;
import java.util.Optional;

/**
 * What a finished photo has to be. Lengths are pixels of the product, measured from its upper edge where they are heights.
 *
 * @param width of the product
 * @param height of the product
 * @param densityDpi written into the file
 * @param leastBytes smallest file
 * @param mostBytes largest file
 * @param leastQuality libjpeg quality factor that is never gone below
 * @param background fills the background; empty keeps it
 * @param headTop allowed distance of the top of the hair
 * @param eyeLine allowed height of the eyes
 * @param faceWidth allowed width from cheek to cheek
 */
public record ProductSpec(
        int width,
        int height,
        int densityDpi,
        int leastBytes,
        int mostBytes,
        int leastQuality,
        Optional<Rgb> background,
        Range headTop,
        Range eyeLine,
        Range faceWidth) {
    public ProductSpec {
        if (width < 1 || height < 1 || densityDpi < 1) {
            throw new IllegalArgumentException("width, height and density must be positive");
        }
        if (leastBytes < 0 || mostBytes < leastBytes) {
            throw new IllegalArgumentException(
                    "leastBytes must be 0 or more and not above mostBytes, got " + leastBytes + " and " + mostBytes);
        }
        if (leastQuality < 1 || leastQuality > 100) {
            throw new IllegalArgumentException("leastQuality must be 1 to 100, got " + leastQuality);
        }
        Objects.requireNonNull(background, "background");
        Objects.requireNonNull(headTop, "headTop");
        Objects.requireNonNull(eyeLine, "eyeLine");
        Objects.requireNonNull(faceWidth, "faceWidth");
    }

    /** The same product on another background; empty keeps the photo's own. */
    public ProductSpec withBackground(Optional<Rgb> other) {
        return new ProductSpec(
                width, height, densityDpi, leastBytes, mostBytes, leastQuality, other, headTop, eyeLine, faceWidth);
    }

    /**
     * An allowed range, inclusive at both ends.
     *
     * @param least smallest allowed value
     * @param most largest allowed value
     */
    public record Range(double least, double most) {
        public Range {
            if (!(least <= most)) {
                throw new IllegalArgumentException("least must not be above most, got " + least + " and " + most);
            }
        }

        /** Whether a value lies inside. */
        public boolean contains(double value) {
            return value >= least && value <= most;
        }

        /** The middle. */
        public double middle() {
            return (least + most) / 2;
        }
    }
}
