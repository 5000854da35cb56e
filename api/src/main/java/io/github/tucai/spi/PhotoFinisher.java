package io.github.tucai.spi;

import io.github.tucai.photo.Crop;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;

/**
 * Makes the product photo of an accepted one: one resampling of a crop, the background filled where the product wants it.
 * Which crop is not its choice: {@code io.github.tucai.check.ProductMaker} plans it from what was measured in the photo.
 *
 * @implSpec Safe for concurrent use; equal input gives equal bytes; never mirrors, rotates or retouches (A2.3.6).
 */
public interface PhotoFinisher extends Plugin {
    /**
     * Finishes one photo.
     *
     * @param crop of the upright original; a finisher may round it to whole pixels, and the proof tells what it took
     * @throws io.github.tucai.failure.UndecodableImageException if the bytes are no picture that can be decoded
     * @throws IllegalArgumentException if the crop reaches out of the photo beside or below it: it is another photo's
     */
    Finishing finish(PhotoImage original, Crop crop, ProductSpec spec);
}
