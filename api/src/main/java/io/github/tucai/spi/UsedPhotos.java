package io.github.tucai.spi;

import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PictureHash;
import java.util.Optional;

/**
 * The photos that one student's photo must not repeat: those of other students, and those that were rejected, the student's
 * own among them (A2.3.6). Another picture of the same student is none of them.
 *
 * @implSpec Safe for concurrent use. A rejected photo of the student's own counts by its bytes alone: a retake looks much
 *     like it. Failures of the store are {@link io.github.tucai.failure.TucaiException}s.
 */
@FunctionalInterface
public interface UsedPhotos {
    /**
     * How near the nearest of them is.
     *
     * @param digest of the photo's bytes
     * @param hash of its picture; empty where the analyzer makes none
     * @return bits of {@link PictureHash#distance}, 0 for the very bytes, {@link PictureHash#BITS} where nothing can be
     *     compared
     */
    int nearest(ImageDigest digest, Optional<PictureHash> hash);
}
