package io.github.tucai.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("out.txt");
    }

    @Test
    void whatFailsHalfwayLeavesTheOlderFileAndNothingElse() throws IOException {
        WholeFile.write(file, "older");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(file).hasContent("older");
        assertAlone();
    }

    @Test
    void whatFailsHalfwayLeavesNoNewFile() throws IOException {
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLinkStaysOneAndWhatItStandsForIsReplaced() throws IOException {
        WholeFile.write(file, "older");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WholeFile.write(link, "newer");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("newer");
    }

    @Test
    void anotherNameOfTheOlderFileKeepsWhatItHolds() throws IOException {
        WholeFile.write(file, "older");
        Path other = Files.createLink(folder.resolve("other"), file);

        WholeFile.write(file, "newer");

        assertThat(file).hasContent("newer");
        assertThat(other).hasContent("older");
    }

    /** By root too, who may write everything. */
    @Test
    void aProtectedFileIsLeftAlone() throws IOException {
        WholeFile.write(file, "older");
        assertThat(file.toFile().setReadOnly()).isTrue();

        assertThatThrownBy(() -> WholeFile.write(file, "newer")).isInstanceOf(AccessDeniedException.class);
        assertThat(file).hasContent("older");
        assertAlone();
    }

    @Test
    void aSecretIsItsOwnersAlone() throws IOException {
        WholeFile.secret(file, "secret");

        assertThat(file).hasContent("secret");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private void assertAlone() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }
}
