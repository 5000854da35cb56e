package io.github.tucai.imaging.internal.model;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs something on a thread with a large stack that ends with it.
 *
 * <p>ONNX Runtime works on graphs by native recursion, and version 1.29.0 even on the program's command line, some 100 file
 * names of which overflow a megabyte of stack. A native overflow kills the whole program instead of throwing. The stack is only
 * reserved; what is not used costs nothing.
 */
final class DeepStack {
    private static final long STACK_BYTES = 256L << 20;

    private DeepStack() {}

    static <T> T call(String threadName, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, threadName, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return result(task);
    }

    /** Waits for the result; an interrupt of the caller is kept for later, since loading cannot be broken off. */
    private static <T> T result(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
