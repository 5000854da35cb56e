package io.github.tucai.portraits;

import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Draws each portrait once and keeps it in a folder. Any number of threads and processes may share the folder: files
 * appear whole, and a file that is damaged or foreign is drawn anew.
 */
public final class PortraitCache {
    /** Counts the changes of how portraits are drawn, so that older pictures are not taken for new ones. */
    private static final int EDITION = 8;

    private final Path folder;

    private PortraitCache(Path folder) {
        this.folder = folder;
    }

    /** Keeps portraits in a folder, which is made when the first is drawn. */
    public static PortraitCache in(Path folder) {
        return new PortraitCache(folder);
    }

    /** The stored portrait, or a freshly drawn one that is now stored. */
    public DrawnPortrait get(PortraitSpec spec) {
        return get(spec, 1);
    }

    /**
     * The stored portrait, or a freshly drawn one that is now stored.
     *
     * @param threads see {@link Portraits#draw(PortraitSpec, int)}
     * @throws UncheckedIOException if the folder cannot be written
     */
    public DrawnPortrait get(PortraitSpec spec, int threads) {
        Path file = file(spec);
        Optional<DrawnPortrait> stored = PortraitFile.read(file, spec);
        if (stored.isPresent()) {
            return stored.get();
        }
        DrawnPortrait drawn = Portraits.draw(spec, threads);
        store(file, drawn);
        return drawn;
    }

    /** Where a portrait is or would be stored. */
    Path file(PortraitSpec spec) {
        return folder.resolve(EDITION + "-" + spec.digest() + ".portrait");
    }

    private void store(Path file, DrawnPortrait drawn) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "half-", ".tmp");
            try {
                PortraitFile.write(half, drawn);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A portrait cannot be stored in " + folder, e);
        }
    }
}
