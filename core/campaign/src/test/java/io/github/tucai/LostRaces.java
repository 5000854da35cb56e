package io.github.tucai;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** A data source whose database says of some statements that somebody else was first. */
final class LostRaces {
    private LostRaces() {}

    /** Asks before each statement whether it is lost. */
    static DataSource over(DataSource real, Predicate<String> isLost) {
        return (DataSource) Proxy.newProxyInstance(
                LostRaces.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = invoke(real, method, arguments);
                    return result instanceof Connection connection ? losing(connection, isLost) : result;
                });
    }

    private static Connection losing(Connection real, Predicate<String> isLost) {
        return (Connection) Proxy.newProxyInstance(
                LostRaces.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = invoke(real, method, arguments);
                    return method.getName().equals("prepareStatement") && isLost.test((String) arguments[0])
                            ? lost((PreparedStatement) result)
                            : result;
                });
    }

    private static PreparedStatement lost(PreparedStatement real) {
        return (PreparedStatement) Proxy.newProxyInstance(
                LostRaces.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        throw new SQLException("somebody else was first", "40001");
                    }
                    return invoke(real, method, arguments);
                });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
