package io.github.tucai.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RelayTest {
    @Test
    void carriesBothWaysUntilAnAnswerIsHeldBack() throws Exception {
        try (ServerSocket behind = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Relay relay = new Relay(behind.getLocalPort());
                Socket collector = new Socket(InetAddress.getLoopbackAddress(), relay.port());
                Socket registry = behind.accept()) {
            collector.getOutputStream().write(new byte[] {1, 2, 3});
            assertThat(registry.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            registry.getOutputStream().write(4);
            assertThat(collector.getInputStream().read()).isEqualTo(4);

            CountDownLatch held = new CountDownLatch(1);
            relay.holdAnswerAfter(5, held::countDown);
            collector.getOutputStream().write(new byte[] {1, 2, 3, 4});
            assertThat(registry.getInputStream().readNBytes(4)).hasSize(4);
            registry.getOutputStream().write(6);
            assertThat(collector.getInputStream().read())
                    .as("not all was sent yet")
                    .isEqualTo(6);
            collector.getOutputStream().write(5);
            assertThat(registry.getInputStream().read()).isEqualTo(5);
            registry.getOutputStream().write(7);
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(collector.getInputStream().available()).isZero();
        }
    }
}
