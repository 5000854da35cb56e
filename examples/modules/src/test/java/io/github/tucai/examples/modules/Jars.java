package io.github.tucai.examples.modules;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The jars a user of all modules has at run time, as this build made and resolved them. */
final class Jars {
    static final List<String> MODULES = List.of("api", "check", "campaign", "imaging", "crypto", "print");

    private Jars() {}

    static List<Path> runtime() {
        try {
            String text =
                    Files.readString(Path.of(property("tucai.runtimePath"))).strip();
            return Arrays.stream(text.split(File.pathSeparator)).map(Path::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path program() {
        return Path.of(property("tucai.programJar"));
    }

    /** The folders of that name ({@code classes} or {@code test-classes}) below the targets of all modules of the build. */
    static List<Path> compiled(String name) {
        return Stream.of("", "core", "examples")
                .flatMap(parent -> folders(projectRoot().resolve(parent)))
                // A folder that was a module in an older checkout may still hold what was built there.
                .filter(module -> Files.isDirectory(module.resolve("src")))
                .map(module -> module.resolve("target").resolve(name))
                .filter(Files::isDirectory)
                .toList();
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path projectRoot() {
        return Path.of(property("tucai.root"));
    }

    /** The jar of one of our modules, by its short name. */
    static Path of(String module) {
        return runtime().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("tucai-" + module + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar of tucai-" + module + " on the runtime path"));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set; these tests run in mvn verify");
        }
        return value;
    }
}
