package io.github.tucai.imaging.internal.decode;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The threads on which the platform decodes progressive JPEGs, one for each processor; they stay as long as the program.
 *
 * <p>The platform's decoder holds all coefficients of such a picture in native memory, up to six bytes for each pixel, and of
 * others a few rows. The allocator of glibc keeps what was freed in the arena of the thread that took it, of which there are
 * up to eight for each processor. On callers' threads, which come and go, that added up: with two processors to 50 MiB for
 * pictures of a million pixels.
 */
final class DecodingThreads {
    private static final Executor THREADS =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), DecodingThreads::thread);

    private DecodingThreads() {}

    /** Does the work on one of the threads and waits for it, through interrupts; what it throws comes as it is. */
    static <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, THREADS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tucai-decode");
        thread.setDaemon(true);
        // Else the thread would hold for good what the application that came first has loaded.
        thread.setContextClassLoader(null);
        return thread;
    }
}
