package io.github.tucai;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many who do something at the same instant. */
final class AtOnce {
    private AtOnce() {}

    /** What each of them got, in order; one that failed fails all. */
    static <T> List<T> of(int threads, IntFunction<T> each) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                answers.add(all.submit(() -> {
                    start.await();
                    return each.apply(number);
                }));
            }
            start.countDown();
            List<T> got = new ArrayList<>();
            for (Future<T> answer : answers) {
                got.add(answer.get(120, TimeUnit.SECONDS));
            }
            return got;
        } finally {
            all.shutdownNow();
        }
    }
}
