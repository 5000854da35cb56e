package io.github.tucai.cli;

import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Holds what a command is told to write against what it reads: no file it reads is written over, by whatever path, link or
 * spelling it is named. A file that it does not read is replaced, so that a script can run again.
 */
final class OutputFiles {
    private final CommandSpec spec;
    private final Set<Object> read;

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
        if (identity(file).filter(read::contains).isPresent()) {
            throw new ParameterException(spec.commandLine(), Texts.get("error.overInput", file));
        }
        if (Files.isDirectory(file)) {
            throw new TucaiException(Texts.get("error.outFolder", file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new TucaiException(Texts.get("error.noFolder", folder));
        }
        return this;
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
