package io.github.tucai.capture;

import io.github.tucai.photo.ImageDigest;
import java.util.Objects;

/**
 * A photo in the vault.
 *
 * @param vault where it lies
 * @param digest of its bytes, which binds it
 */
public record PhotoRef(VaultId vault, ImageDigest digest) {
    public PhotoRef {
        Objects.requireNonNull(vault, "vault");
        Objects.requireNonNull(digest, "digest");
    }
}
