package io.github.tucai.cli;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads photos from disk with a bound on their size. */
final class Photos {
    /** More than any camera writes; a larger file is read no further. */
    private static final long MOST_BYTES = 64L << 20;

    private Photos() {}

    static PhotoImage read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new TucaiException(Texts.get("error.folder", file));
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new IOException("the file has " + size + " bytes; a photo has at most " + MOST_BYTES);
        }
        return PhotoImage.copyOf(Files.readAllBytes(file));
    }
}
