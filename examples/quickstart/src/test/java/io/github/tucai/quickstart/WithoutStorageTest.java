package io.github.tucai.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jars of who only checks photos: they hold no storage and need none, on either path. */
class WithoutStorageTest {
    private static final PortraitCache PORTRAITS = PortraitCache.in(Path.of("target/portraits"));

    @TempDir
    Path folder;

    @Test
    void noJarOfACampaignComesAlong() throws IOException {
        assertThat(Arrays.stream(path().split(File.pathSeparator))
                        .map(jar -> Path.of(jar).getFileName().toString()))
                .anyMatch(jar -> jar.startsWith("tucai-check-"))
                .noneMatch(jar ->
                        jar.matches("(tucai-campaign|jdbi|flyway|db-scheduler|failsafe|geantyref|h2|postgresql)-.*"));
    }

    @Test
    void aPhotoIsCheckedOnTheModulePath() throws IOException, InterruptedException {
        assertThat(said(
                        "--module-path",
                        path(),
                        "--module",
                        "io.github.tucai.quickstart/" + Quickstart.class.getName()))
                .contains("ACCEPT");
    }

    @Test
    void aPhotoIsCheckedOnTheClassPath() throws IOException, InterruptedException {
        assertThat(said("--class-path", path(), Quickstart.class.getName())).contains("ACCEPT");
    }

    private List<String> said(String... java) throws IOException, InterruptedException {
        Path photo = folder.resolve("photo.jpg");
        Path product = folder.resolve("product.jpg");
        Files.write(
                photo, Jpeg.bytes(PORTRAITS.get(PortraitSpec.registration(3), 2).image(), 0.95f));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(java));
        command.addAll(List.of(photo.toString(), product.toString()));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        assertThat(product).isNotEmptyFile();
        return Files.readAllLines(said);
    }

    private static String path() throws IOException {
        return System.getProperty("tucai.programJar")
                + File.pathSeparator
                + Files.readString(Path.of(System.getProperty("tucai.runtimePath")))
                        .strip();
    }
}
