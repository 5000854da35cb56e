package io.github.tucai.spi;

import io.github.tucai.capture.VaultId;
import io.github.tucai.photo.PhotoImage;
import java.util.Optional;

/**
 * Keeps photos outside the database, encrypted, under random ids that say nothing about the person (N0.3).
 *
 * @implSpec Safe for concurrent use. What {@link #put} returned survives a crash right after. Failures of the store are
 *     {@link io.github.tucai.failure.TucaiException}s.
 */
public interface PhotoVault {
    /** Keeps a photo under a fresh id. */
    VaultId put(PhotoImage photo);

    /** The photo, byte for byte; empty where there is none under this id. */
    Optional<PhotoImage> get(VaultId id);

    /** Forgets the photo for good; does nothing where there is none. */
    void delete(VaultId id);

    /**
     * Wraps the keys of photos anew under the vault's newest key-encryption key and leaves the photos alone. May be killed at
     * any moment and run again; every photo stays readable meanwhile.
     *
     * @return how many keys were moved; 0 also from a vault without such keys
     */
    default long rewrap() {
        return 0;
    }
}
