package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A class of these tests in a process of its own, killed in the middle of its work. */
final class KilledChild {
    private KilledChild() {}

    /** Kills it as soon as a file is there, which it writes when it has come far enough. */
    static void runUntil(Path signal, Class<?> main, Path folder, String url) throws IOException, InterruptedException {
        Path output = folder.resolve("child.txt");
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        folder.toString(),
                        url))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            for (int i = 0; i < 600 && !Files.exists(signal) && child.isAlive(); i++) {
                child.waitFor(100, TimeUnit.MILLISECONDS);
            }
            assertThat(signal).as(Files.readString(output)).exists();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
