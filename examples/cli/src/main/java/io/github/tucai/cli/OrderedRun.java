package io.github.tucai.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many items with several threads and hands the results on in the order of the items, as soon as it can. */
final class OrderedRun {
    private OrderedRun() {}

    /**
     * Runs over all items. At most a few more items than threads are under way, so memory does not grow with their number.
     *
     * @param work called from the threads; its exceptions end the run
     * @param each called from the calling thread, in order
     */
    static <T, R> void over(List<T> items, int threads, Function<? super T, ? extends R> work, Consumer<? super R> each)
            throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<R>> underWay = new ArrayDeque<>();
            for (T item : items) {
                underWay.add(executor.submit(() -> work.apply(item)));
                if (underWay.size() > threads * 2) {
                    each.accept(result(underWay.remove()));
                }
            }
            while (!underWay.isEmpty()) {
                each.accept(result(underWay.remove()));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
