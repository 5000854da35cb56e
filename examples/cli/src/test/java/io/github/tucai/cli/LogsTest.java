package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches everything that a process logged, on every level and from every library in it, for what nobody may read there. */
class LogsTest {
    @TempDir
    Path folder;

    @Test
    void noLogOfAnyFlowHoldsASecret() throws IOException, InterruptedException {
        String logs = logs();
        List<String> secrets = Files.readAllLines(folder.resolve("secrets.txt"));

        assertThat(secrets).hasSizeGreaterThan(30).allMatch(secret -> secret.length() >= 4);
        // The search finds what is there, and the flows were logged: keys, the database, the delivery and its failures.
        assertThat(found(logs, List.of(Files.readString(folder.resolve("planted.txt")))))
                .containsExactly(0);
        assertThat(logs)
                .contains(
                        "KeyRing - Key ",
                        "org.flywaydb",
                        "BundleDesk - Image",
                        "1 images at the registry",
                        "TransportException",
                        "failed; the next try is in PT5S")
                .contains("code issue ended with 0", "code issue ended with 3", "plan --data ended with ");
        assertThat(found(logs, secrets)).as("places in secrets.txt").isEmpty();
    }

    /** Which of the texts stand in the logs, in whatever case; by number, since a message is a log too. */
    private static List<Integer> found(String logs, List<String> texts) {
        String all = logs.toLowerCase(Locale.ROOT);
        return IntStream.range(0, texts.size())
                .filter(i -> all.contains(texts.get(i).toLowerCase(Locale.ROOT)))
                .boxed()
                .toList();
    }

    private String logs() throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        // The command line's own settings keep three libraries quiet; here they are to talk.
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-Dorg.slf4j.simpleLogger.log.org.flywaydb=trace",
                        "-Dorg.slf4j.simpleLogger.log.com.github.kagkarlsson=trace",
                        "-Dorg.slf4j.simpleLogger.log.org.bouncycastle.jsse=trace",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LoggedFlows.class.getName(),
                        folder.toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String logs = Files.readString(err, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(() -> tail(logs)).isZero();
        return logs;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 3000));
    }
}
