package io.github.tucai.spi;

import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;

/**
 * Measures a photo. Judging the numbers is the library's work, so two analyzers can be compared.
 *
 * @implSpec Safe for concurrent use; keeps no reference to the image; uses the calling thread only.
 */
public interface ImageAnalyzer extends Plugin {
    /**
     * Measures one photo.
     *
     * @param image the encoded photo
     * @param mode how much to measure
     * @return lengths in pixels of the upright picture; what could not be measured is absent
     * @throws io.github.tucai.failure.UndecodableImageException if the bytes are no picture that can be decoded
     */
    Measurements analyze(PhotoImage image, AnalysisMode mode);
}
