package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureState;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    private Path folder;

    /** Where to keep the campaign: in a file of H2, unless a subclass says otherwise. */
    String newUrl() {
        return Desk.h2Url(folder);
    }

    @Test
    void aCollectorThatIsKilledWhileDeliveringLosesNothing() throws Exception {
        String url = newUrl();
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledCollector.class.getName(),
                        folder.toString(),
                        url))
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "child.txt"))
                .start();
        try {
            Path signal = folder.resolve("on-the-wire");
            for (int i = 0; i < 600 && !Files.exists(signal) && child.isAlive(); i++) {
                child.waitFor(100, TimeUnit.MILLISECONDS);
            }
            assertThat(signal).as(Files.readString(folder.resolve("child.txt"))).exists();
        } finally {
            child.destroyForcibly().waitFor();
        }
        Desk.Registry registry = new Desk.Registry();
        try (Desk desk = Desk.open(url, folder, registry)) {
            desk.tucai.startDelivery();
            assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(60))).isTrue();
            assertThat(desk.tucai
                            .capture()
                            .records(Samples.CENTRE, Samples.SCHOOL)
                            .orElseThrow())
                    .extracting(record -> record.state())
                    .containsExactly(CaptureState.DELIVERED, CaptureState.DELIVERED);
            assertThat(registry.valid).containsOnlyKeys("E1", "E2");
            assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
        }
    }
}
