package io.github.tucai.print;

import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import java.util.Optional;

/** Where a layout gets the product photos from, one at a time. */
@FunctionalInterface
public interface PrintPhotos {
    /**
     * The photo with this digest; empty if there is none.
     *
     * @throws io.github.tucai.failure.TucaiException if the place they are kept in fails
     */
    Optional<PhotoImage> find(ImageDigest digest);
}
