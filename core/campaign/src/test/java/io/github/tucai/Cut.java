package io.github.tucai;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database whose connections are cut when a test says so, and that counts what is asked of it. */
final class Cut implements DataSource, AutoCloseable {
    /** Where the connection of the next commit is cut. */
    enum At {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    final List<String> statements = new CopyOnWriteArrayList<>();
    private final DataSource real;
    private final AtomicReference<At> commit = new AtomicReference<>();
    private final AtomicInteger refusals = new AtomicInteger();

    Cut(DataSource real) {
        this.real = real;
    }

    /** The next commit of any connection is cut; nobody is told how it ended. */
    void nextCommit(At at) {
        commit.set(at);
    }

    /** From now on so many statements fail. */
    void nextStatements(int howMany) {
        refusals.set(howMany);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Cut.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> invoke(connection, method, args));
    }

    private Object invoke(Connection connection, Method method, Object[] args) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            statements.add((String) args[0]);
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new SQLException("the connection is cut", "08006");
            }
        }
        At at = method.getName().equals("commit") ? commit.getAndSet(null) : null;
        if (at == At.BEFORE_COMMIT) {
            connection.rollback();
        } else if (at == At.AFTER_COMMIT) {
            connection.commit();
        }
        if (at != null) {
            throw new SQLException("the connection is cut", "08006");
        }
        try {
            return method.invoke(connection, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        if (real instanceof JdbcConnectionPool pool) {
            pool.dispose();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
