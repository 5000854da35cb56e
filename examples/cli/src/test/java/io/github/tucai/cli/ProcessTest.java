package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tucai.cli.output.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: streams, charsets, and whether anything else talks. */
class ProcessTest {
    @TempDir
    Path folder;

    @Test
    void underAnyLocaleOutputIsUtf8AndNothingElseTalks() throws IOException, InterruptedException {
        Path photo = Files.write(folder.resolve("photo.jpg"), Samples.jpeg(Samples.portrait()));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder tucai = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=zh",
                        "-Duser.country=CN",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "--json",
                        photo.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        tucai.environment().put("LC_ALL", "POSIX");

        Process process = tucai.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).isEqualTo(ExitStatus.DONE);
        String text = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        JsonNode line = Json.MAPPER.readTree(text);
        assertThat(line.path("checks").get(0).path("message").path("zh-CN").asText())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("?");
        // Without the jar's manifest a newer JDK warns that native code was loaded, with blank lines between its
        // warnings.
        assertThat(Files.readString(err, StandardCharsets.UTF_8)
                        .lines()
                        .filter(said -> !said.isBlank() && !said.startsWith("WARNING:")))
                .isEmpty();
    }
}
