package io.github.tucai.spi;

import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;

/**
 * Makes the product photo of an accepted one: one crop, one resampling, the background filled where the product wants it.
 *
 * @implSpec Safe for concurrent use; equal input gives equal bytes; never mirrors, rotates or retouches (A2.3.6).
 */
public interface PhotoFinisher extends Plugin {
    /**
     * Finishes one photo.
     *
     * @throws io.github.tucai.failure.UndecodableImageException if the bytes are no picture that can be decoded
     */
    Finishing finish(PhotoImage original, ProductSpec spec);
}
