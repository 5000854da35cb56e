package io.github.tucai.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was tried, with figures, belongs to the pages of {@code examples/calibration}. */
class PackagePagesTest {
    private static final int MOST_WORDS = 250;
    /** Describes every byte of its formats. */
    private static final Path FORMATS = Path.of("crypto/src/main/java/io/github/tucai/crypto/package-info.java");

    @Test
    void packagePagesAreShort() {
        Path root = Jars.projectRoot();
        List<Path> pages = Stream.of("api", "core/check", "core/campaign", "imaging", "crypto", "print")
                .flatMap(module -> pages(root.resolve(module).resolve("src/main/java")))
                .filter(page -> !page.equals(root.resolve(FORMATS)))
                .toList();
        assertThat(pages)
                .hasSizeGreaterThan(20)
                .allSatisfy(page -> assertThat(words(page)).as(page.toString()).isLessThanOrEqualTo(MOST_WORDS));
    }

    private static Stream<Path> pages(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int words(Path page) {
        try {
            return Files.readString(page).split("\\s+").length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
