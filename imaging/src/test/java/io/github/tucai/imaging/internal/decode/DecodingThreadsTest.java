package io.github.tucai.imaging.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecodingThreadsTest {
    @Test
    void callersThatComeAndGoShareTheThreadsAndNoneIsTheirOwn() throws InterruptedException {
        Set<Thread> callers = ConcurrentHashMap.newKeySet();
        Set<Thread> decoders = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 50; i++) {
            Thread caller = new Thread(() -> decoders.add(DecodingThreads.call(Thread::currentThread)));
            callers.add(caller);
            caller.start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(decoders).hasSizeBetween(1, Runtime.getRuntime().availableProcessors());
        assertThat(decoders).doesNotContainAnyElementsOf(callers).allMatch(Thread::isDaemon);
    }

    @Test
    void manyAtOnceGetTheirOwnResults() {
        assertThat(IntStream.range(0, 1000).parallel().map(i -> DecodingThreads.call(() -> i)))
                .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
    }

    @Test
    void aFailureComesBackAsItWas() {
        IllegalArgumentException failure = new IllegalArgumentException("why");
        assertThatThrownBy(() -> DecodingThreads.call(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        OutOfMemoryError error = new OutOfMemoryError("not a picture's fault");
        assertThatThrownBy(() -> DecodingThreads.call(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void anInterruptIsKeptForTheCaller() {
        Thread.currentThread().interrupt();
        assertThat(DecodingThreads.call(() -> "done")).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }
}
