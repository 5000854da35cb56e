package io.github.tucai.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFilesTest {
    @TempDir
    private Path real;

    private final List<String> heard = new ArrayList<>();
    private boolean shows = true;

    private Path watched() {
        return WatchedFiles.watched(real, new WatchedFiles.Ear() {
            @Override
            public void writing(Path file) {
                assertThat(file).doesNotExist();
                heard.add("writing " + file.getFileName());
            }

            @Override
            public void placed(Path file) {
                assertThat(file).exists();
                heard.add("placed " + file.getFileName());
            }

            @Override
            public void deleted(Path file) {
                assertThat(file).doesNotExist();
                heard.add("deleted " + file.getFileName());
            }

            @Override
            public boolean listing(Path folder) {
                heard.add("listing " + folder.getFileName());
                return shows;
            }
        });
    }

    @Test
    void hearsBeforeAFileIsWrittenAndAfterItIsThereOrGone() throws Exception {
        Path folder = Files.createDirectories(watched().resolve("ab"));
        Path part = Files.write(folder.resolve("x.part"), new byte[] {1, 2});
        Path file = Files.move(part, part.resolveSibling("x"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2);
        Files.deleteIfExists(file);
        Files.deleteIfExists(file);
        assertThat(heard).containsExactly("writing x.part", "placed x", "deleted x");
    }

    @Test
    void listsWhatIsThereOrHidesIt() throws Exception {
        Files.createDirectory(real.resolve("ab"));
        Files.writeString(real.resolve("ab").resolve("x"), "x", StandardCharsets.UTF_8);
        assertThat(names()).containsExactly("ab", "x");
        shows = false;
        assertThat(names()).isEmpty();
    }

    private List<String> names() throws Exception {
        Path folder = watched();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }
}
