package io.github.tucai.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a demo keeps what. The page and what it shows lie on top; the database, the vault, the keys and the registry's store
 * lie in {@code system}.
 */
record Folders(Path out) {
    private static final List<String> OWN =
            List.of("system", "fonts", "codes", "checks", "products", "prints", "forms", "receipts");

    /** Removes what an earlier demo left, portraits aside, and nothing else. */
    void clear() {
        for (String name : OWN) {
            delete(out.resolve(name));
            make(out.resolve(name));
        }
    }

    Path system(String name) {
        return out.resolve("system").resolve(name);
    }

    Path portraits() {
        return out.resolve("portraits");
    }

    /** A file of the page, by its path relative to it. */
    Path file(String relative) {
        return out.resolve(relative);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
