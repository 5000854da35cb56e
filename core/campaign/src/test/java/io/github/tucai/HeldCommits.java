package io.github.tucai;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A data source that can stop a thread right before it commits, or in the middle, so that two transactions really overlap. */
final class HeldCommits {
    private final String statement;
    private final ThreadLocal<Boolean> holds = ThreadLocal.withInitial(() -> false);
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldCommits() {
        this("");
    }

    private HeldCommits(String statement) {
        this.statement = statement;
    }

    /** Stops the thread before the first statement that contains this instead. */
    static HeldCommits before(String statement) {
        return new HeldCommits(statement);
    }

    /** What both gave, and whether the second ended while the first had not committed. */
    record Overlap<A, B>(A first, B second, boolean secondWaited) {}

    DataSource over(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                HeldCommits.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = invoke(real, method, arguments);
                    return result instanceof Connection connection ? held(connection) : result;
                });
    }

    private Connection held(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                HeldCommits.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (holds.get() && isPlace(method, arguments)) {
                        holds.set(false);
                        arrived.countDown();
                        released.await(20, TimeUnit.SECONDS);
                    }
                    return invoke(real, method, arguments);
                });
    }

    private boolean isPlace(Method method, Object[] arguments) {
        return statement.isEmpty()
                ? method.getName().equals("commit")
                : method.getName().equals("prepareStatement")
                        && arguments[0].toString().contains(statement);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Runs the first until it would commit, then the second for a while, then lets the first commit. */
    <A, B> Overlap<A, B> overlap(Callable<A> first, Callable<B> second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<A> one = threads.submit(() -> {
                holds.set(true);
                return first.call();
            });
            if (!arrived.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the first never came to where it is held: " + one.get());
            }
            Future<B> two = threads.submit(second);
            boolean waited = !endsWithin(two, 400);
            released.countDown();
            return new Overlap<>(one.get(30, TimeUnit.SECONDS), two.get(30, TimeUnit.SECONDS), waited);
        } finally {
            released.countDown();
            threads.shutdownNow();
        }
    }

    private static boolean endsWithin(Future<?> future, long millis) throws InterruptedException {
        for (long i = 0; i < millis / 20 && !future.isDone(); i++) {
            Thread.sleep(20);
        }
        return future.isDone();
    }
}
