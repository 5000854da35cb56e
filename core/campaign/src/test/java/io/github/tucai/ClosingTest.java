package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.DeliveryPolicy;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.spi.ChsiTransport;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing while the registry sleeps. */
class ClosingTest extends WithDesk {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    @Timeout(120)
    void aSleepingRegistryIsInterruptedAndWhatItHadGoesOutAfterTheNextStart() throws Exception {
        Sleeping registry = new Sleeping(true);
        CaptureRecord record = closeWhileSleeping(registry);
        assertThat(registry.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
    }

    @Test
    @Timeout(120)
    void oneThatCannotBeInterruptedHoldsNobodyUp() throws Exception {
        Sleeping registry = new Sleeping(false);
        CaptureRecord record = closeWhileSleeping(registry);
        registry.go.countDown();
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
    }

    private CaptureRecord closeWhileSleeping(Sleeping registry) throws InterruptedException {
        desk.close();
        DeliveryPolicy hasty =
                Desk.IMPATIENT.toBuilder().stopPause(Duration.ofMillis(300)).build();
        desk = new Desk(
                Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry(), builder -> builder.transport(
                                registry)
                        .deliveryPolicy(hasty));
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(registry.asleep.await(20, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        desk.tucai.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        return record;
    }

    /** Never answers. */
    private static final class Sleeping implements ChsiTransport {
        private final boolean wakes;
        private final CountDownLatch asleep = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        Sleeping(boolean wakes) {
            this.wakes = wakes;
        }

        @Override
        public String id() {
            return "sleeping";
        }

        @Override
        public DeliveryOutcome deliver(SealedBundle bundle) {
            asleep.countDown();
            while (go.getCount() > 0) {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    if (wakes) {
                        Thread.currentThread().interrupt();
                        throw new TransportException("interrupted", true, e);
                    }
                }
            }
            throw new TransportException("late", true, null);
        }
    }
}
