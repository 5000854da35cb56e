package io.github.tucai.cli;

import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Holds what a command is told to write against what it reads and what else it writes: no file it reads is written over, and
 * none is written twice, by whatever path, link or spelling it is named. Any other file is replaced, so that a script can run
 * again.
 */
final class OutputFiles {
    private final CommandSpec spec;
    private final Set<Object> read;
    private final Set<Object> written = new HashSet<>();

    private OutputFiles(CommandSpec spec, Set<Object> read) {
        this.spec = spec;
        this.read = read;
    }

    /** For a command that reads these files; those that are not there are none of its concern. */
    static OutputFiles of(CommandSpec spec, Collection<Path> read) {
        return new OutputFiles(
                spec, read.stream().flatMap(file -> identity(file).stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * A file that is to be written.
     *
     * @param endings the names that tell truly what is in it, in lower case; none where any name will do
     */
    OutputFiles write(Path file, String... endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (endings.length > 0 && Stream.of(endings).noneMatch(name::endsWith)) {
            throw new ParameterException(
                    spec.commandLine(), Texts.get("error.ending", file, String.join(", ", endings)));
        }
        Optional<Object> older = identity(file);
        if (older.filter(read::contains).isPresent()) {
            throw new ParameterException(spec.commandLine(), Texts.get("error.overInput", file));
        }
        if (Files.isDirectory(file)) {
            throw new TucaiException(Texts.get("error.outFolder", file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new TucaiException(Texts.get("error.noFolder", folder));
        }
        if (!written.add(older.orElseGet(() -> place(folder, name)))) {
            throw new ParameterException(spec.commandLine(), Texts.get("error.twice", file));
        }
        return this;
    }

    /** Of a file to be. The name is in lower case: some file systems tell no capitals from small letters. */
    private static Path place(@Nullable Path folder, String name) {
        try {
            return folder == null ? Path.of(name) : folder.toRealPath().resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Equal for all names of one file; empty where there is none. */
    private static Optional<Object> identity(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? file.toRealPath() : key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
