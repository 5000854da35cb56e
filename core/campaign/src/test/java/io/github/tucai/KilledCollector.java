package io.github.tucai;

import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Captures a photo and hangs in the middle of its delivery, until it is killed. */
final class KilledCollector {
    private KilledCollector() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Desk desk = Desk.open(args[1], folder, new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                try {
                    Files.writeString(
                            folder.resolve("on-the-wire"), bundle.key().value());
                    new CountDownLatch(1).await();
                    throw new IllegalStateException("nobody counts down");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        desk.tucai.startDelivery();
        desk.tucai.delivery().awaitIdle(Duration.ofMinutes(5));
    }
}
