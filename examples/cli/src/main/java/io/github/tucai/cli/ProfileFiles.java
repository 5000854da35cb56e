package io.github.tucai.cli;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.photo.PhotoProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Profiles as they are named on the command line: the id of a shipped one, or a file whose name ends in {@code .json}. */
final class ProfileFiles {
    private ProfileFiles() {}

    static PhotoProfile named(String name) {
        return file(name).map(ProfileFiles::read).orElseGet(() -> PhotoProfiles.get(name));
    }

    /** The file that is meant; empty where it is a shipped one. */
    static Optional<Path> file(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? Optional.of(Path.of(name)) : Optional.empty();
    }

    private static PhotoProfile read(Path file) {
        try {
            return PhotoProfiles.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
