package io.github.tucai.photo;

import java.util.Objects;

/**
 * A product photo with the proof of how it came about.
 *
 * @param product the encoded product
 * @param proof what was done
 */
public record FinishedPhoto(PhotoImage product, Proof proof) {
    public FinishedPhoto {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(proof, "proof");
    }

    /**
     * How a product was made from its original: a crop and one resampling, nothing else on the face. There is no mirror, no
     * rotation beyond the file's own orientation and no retouching, because the rules forbid them (A2.3.6).
     *
     * @param original digest of what was handed in
     * @param product digest of what came out
     * @param crop in pixels of the upright original; may reach outside it where the background was extended
     * @param scale product pixels per original pixel
     * @param background the colour filled in, as {@code #rrggbb}, or {@code keep}
     * @param quality JPEG quality factor used
     * @param facePixelsChanged pixels inside the face that differ from a plain resample, before JPEG: always 0
     */
    public record Proof(
            ImageDigest original,
            ImageDigest product,
            Region crop,
            double scale,
            String background,
            int quality,
            int facePixelsChanged) {
        public Proof {
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(crop, "crop");
            Objects.requireNonNull(background, "background");
        }
    }
}
