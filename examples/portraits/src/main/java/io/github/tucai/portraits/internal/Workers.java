package io.github.tucai.portraits.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs independent steps on a fixed number of threads, none of which outlives {@link #close()}. */
final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    /**
     * Prepares threads; with one, everything runs on the caller's.
     *
     * @param threads the caller's included
     */
    Workers(int threads) {
        this.threads = threads;
        pool = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "portrait");
            thread.setDaemon(true);
            return thread;
        });
    }

    void forEach(int steps, IntConsumer step) {
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < steps; i = next.getAndIncrement()) {
                step.accept(i);
            }
        };
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            others.add(pool.submit(work));
        }
        work.run();
        others.forEach(Workers::await);
    }

    private static void await(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("drawing failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
