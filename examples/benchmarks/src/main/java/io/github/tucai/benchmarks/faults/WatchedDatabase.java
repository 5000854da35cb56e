package io.github.tucai.benchmarks.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose commits are heard before and after, where they commit an event. */
final class WatchedDatabase {
    private WatchedDatabase() {}

    static DataSource watched(DataSource real, Points points) {
        return (DataSource) Proxy.newProxyInstance(
                WatchedDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    return result instanceof Connection connection ? watched(connection, points) : result;
                });
    }

    private static Connection watched(Connection real, Points points) {
        boolean[] isRecording = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                WatchedDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && isEvent(arguments)) {
                        isRecording[0] = true;
                    }
                    boolean isCommit = method.getName().equals("commit") && isRecording[0];
                    if (isCommit) {
                        before(points);
                    }
                    Object result = call(real, method, arguments);
                    if (isCommit) {
                        after(points);
                    }
                    isRecording[0] &= !method.getName().equals("commit")
                            && !method.getName().equals("rollback");
                    return result;
                });
    }

    private static boolean isEvent(Object @Nullable [] arguments) {
        return arguments != null
                && arguments.length > 0
                && String.valueOf(arguments[0]).toLowerCase(Locale.ROOT).contains("insert into event");
    }

    private static void before(Points points) {
        if (points.doing() != Points.Doing.OWN) {
            points.at(Window.BEFORE_COMMIT);
        }
    }

    private static void after(Points points) {
        if (points.doing() != Points.Doing.OWN) {
            points.at(Window.AFTER_COMMIT);
        } else if (points.recordsAnAnswer()) {
            points.at(Window.AFTER_RECORD);
        }
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
