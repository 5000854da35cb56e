package io.github.tucai;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Holds one transaction back right before its commit, with all it wrote and locked, while another one runs. */
final class PausedCommits {
    private final ThreadLocal<Boolean> armed = ThreadLocal.withInitial(() -> false);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    /** The same database, whose connections stop before a commit of the thread that was armed. */
    DataSource over(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                (method, result) -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, (name, value) -> value)
                        : result);
    }

    private interface Wrapping {
        Object wrap(String method, Object result);
    }

    private <T> T proxy(Class<T> type, T target, Wrapping wrapping) {
        return type.cast(Proxy.newProxyInstance(
                PausedCommits.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    if (method.getName().equals("commit") && armed.get()) {
                        armed.set(false);
                        reached.countDown();
                        go.await(60, TimeUnit.SECONDS);
                    }
                    try {
                        return wrapping.wrap(method.getName(), method.invoke(target, args));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /**
     * Runs the first up to its commit, then the second; lets the first commit when the second has ended, or has had time to
     * come to where it waits.
     */
    void overlap(Callable<?> first, Callable<?> second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = threads.submit(() -> {
                armed.set(true);
                return first.call();
            });
            if (!reached.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the first never came to its commit");
            }
            Future<?> other = threads.submit(second);
            try {
                other.get(1500, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                // As it should.
            }
            go.countDown();
            one.get(60, TimeUnit.SECONDS);
            other.get(60, TimeUnit.SECONDS);
        } finally {
            go.countDown();
            threads.shutdown();
        }
    }
}
