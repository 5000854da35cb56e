package io.github.tucai.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersTest {
    @TempDir
    Path out;

    private Folders folders;

    @BeforeEach
    void name() {
        folders = new Folders(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"products/2021001.jpg", "codes/code-0001.png", "system/campaign.mv.db", "index.html"})
    void whatNoDemoLeftIsNeverRemoved(String name) throws IOException {
        Path own = out.resolve(name);
        Files.createDirectories(own.getParent());
        Files.writeString(own, "own");

        assertThatThrownBy(folders::clear).isInstanceOf(TucaiException.class).hasMessageContaining("empty folder");
        assertThat(own).hasContent("own");
    }

    @Test
    void whatAnEarlierDemoLeftGivesWayAndNothingElse() throws IOException {
        folders.clear();
        Path stale = Files.writeString(out.resolve("products/1.jpg"), "stale");
        Path page = Files.writeString(out.resolve("index.html"), "page");
        Path own = Files.writeString(out.resolve("notes.txt"), "own");

        folders.clear();

        assertThat(stale).doesNotExist();
        assertThat(page).exists();
        assertThat(own).hasContent("own");
    }

    @Test
    void photosAreNotTakenFromWhatIsEmptied() throws IOException {
        folders.clear();
        Path inside = Files.createDirectory(out.resolve("products/photos"));

        assertThatThrownBy(() -> folders.keep(inside))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("Move them");
        folders.keep(out);
    }
}
