package io.github.tucai.imaging.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeepStackTest {
    /** Loads all networks from a thread with hardly any stack: run in a program of its own, since failing kills it. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread small = new Thread(null, Networks::shared, "small", 256 << 10);
        small.start();
        small.join();
        System.exit(Networks.shared().digests().size() == 5 ? 0 : 1);
    }

    @Test
    void networksLoadFromAThreadWithHardlyAnyStackAndUnderALongCommandLine() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeepStackTest.class.getName(),
                        "one of very many file names ".repeat(2_000))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aFailureComesBackAsItWas() {
        IllegalArgumentException failure = new IllegalArgumentException("why");
        assertThatThrownBy(() -> DeepStack.call("test", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void anInterruptIsKeptForTheCaller() {
        Thread.currentThread().interrupt();
        assertThat(DeepStack.call("test", () -> "done")).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }
}
