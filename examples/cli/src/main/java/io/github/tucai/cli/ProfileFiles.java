package io.github.tucai.cli;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.photo.PhotoProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Profiles as they are named on the command line: the id of a shipped one, or a file whose name ends in {@code .json}. */
final class ProfileFiles {
    private ProfileFiles() {}

    static PhotoProfile named(String name) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return PhotoProfiles.get(name);
        }
        try {
            return PhotoProfiles.parse(Files.readString(Path.of(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
