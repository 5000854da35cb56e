package io.github.tucai.benchmarks.faults;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * In the collector: a thread that comes to the window aimed at says so to the driver and waits until it may go on, which it
 * may never.
 */
final class Points {
    /** What the collector's thread is about. */
    enum Doing {
        /** Work of the collector's own: start, sweep, delivery. */
        OWN,
        /** An act of somebody. */
        ACT,
        /** Erasing a record. */
        ERASING
    }

    private final ThreadLocal<Doing> doing = ThreadLocal.withInitial(() -> Doing.OWN);
    private final ThreadLocal<Boolean> answered = ThreadLocal.withInitial(() -> false);
    private final Map<Integer, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Consumer<String> driver;
    private volatile String aim = "";

    /** Says where it is by lines to the driver. */
    Points(Consumer<String> driver) {
        this.driver = driver;
    }

    /** Which window to tell of; empty for none. */
    void aim(String label) {
        aim = label;
    }

    Doing doing() {
        return doing.get();
    }

    <T> T during(Doing what, Callable<T> work) throws Exception {
        doing.set(what);
        try {
            return work.call();
        } finally {
            doing.set(Doing.OWN);
        }
    }

    /** The registry's answer has come to this thread, and what it records next is the answer. */
    void answered() {
        answered.set(true);
    }

    /** Whether this thread records an answer; asked once. */
    boolean recordsAnAnswer() {
        boolean records = answered.get();
        answered.set(false);
        return records;
    }

    void at(Window window) {
        at(window, 0);
    }

    /** At a window, with a number that the driver needs there. */
    void at(Window window, int detail) {
        if (!aim.equals(window.label())) {
            return;
        }
        int number = numbers.incrementAndGet();
        CountDownLatch go = new CountDownLatch(1);
        waiting.put(number, go);
        driver.accept("at " + number + " " + window.label() + " " + detail);
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The driver lets one go on. */
    void go(int number) {
        CountDownLatch go = waiting.remove(number);
        if (go != null) {
            go.countDown();
        }
    }
}
