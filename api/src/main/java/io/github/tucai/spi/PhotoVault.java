package io.github.tucai.spi;

import io.github.tucai.capture.VaultId;
import io.github.tucai.photo.PhotoImage;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps photos outside the database, encrypted, under random ids that say nothing about the person (N0.3). A vault belongs to
 * one database: what that database does not name is swept out of it.
 *
 * @implSpec Safe for concurrent use with different ids; nobody puts and deletes one id at the same time. What {@link #put} has
 *     kept survives a crash right after it. Failures of the store are {@link io.github.tucai.failure.TucaiException}s.
 */
public interface PhotoVault {
    /**
     * Keeps a photo. Again with the same id and photo it changes nothing, and completes what a crash left half written.
     *
     * @param id chosen at random by the caller
     * @throws io.github.tucai.failure.TucaiException if another photo lies there, which is left alone
     */
    void put(VaultId id, PhotoImage photo);

    /** The photo, byte for byte; empty where there is none under this id. */
    Optional<PhotoImage> get(VaultId id);

    /** Forgets the photo for good, and all that a crash left of it; does nothing where there is none. */
    void delete(VaultId id);

    /**
     * Every id of which anything lies here, once, in any order; what a crash left half written too. What is put or deleted
     * meanwhile may be missing or not.
     *
     * @return to be closed by the caller
     */
    Stream<VaultId> list();

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
