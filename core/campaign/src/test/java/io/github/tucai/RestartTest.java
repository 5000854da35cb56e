package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureState;
import java.nio.file.Path;
import java.time.Duration;
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
        KilledChild.runUntil(folder.resolve("on-the-wire"), KilledCollector.class, folder, url);
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
