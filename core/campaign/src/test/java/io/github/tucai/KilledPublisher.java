package io.github.tucai;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Publishes the photos of a school and hangs after some of them, until it is killed. */
final class KilledPublisher {
    static final int PUBLISHED = 7;

    private KilledPublisher() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        DataSource real = Desk.dataSource(args[1]);
        DataSource hanging = (DataSource) Proxy.newProxyInstance(
                KilledPublisher.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(real, arguments);
                    return result instanceof Connection connection ? hanging(connection, left, folder) : result;
                });
        Desk desk = new Desk(hanging, folder.resolve("photos"), new Desk.Registry());
        desk.at("2024-04-10T09:00:00");
        left.set(PUBLISHED);
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL);
    }

    private static Connection hanging(Connection real, AtomicInteger left, Path folder) {
        return (Connection) Proxy.newProxyInstance(
                KilledPublisher.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && left.getAndDecrement() == 0) {
                        Files.writeString(folder.resolve("half-published"), "");
                        new CountDownLatch(1).await();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
