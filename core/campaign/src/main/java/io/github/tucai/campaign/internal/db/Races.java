package io.github.tucai.campaign.internal.db;

import io.github.tucai.failure.TucaiException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Runs statements that may lose a race. */
public final class Races {
    private Races() {}

    /**
     * Runs one.
     *
     * @throws ConcurrentChangeException if somebody else was first
     */
    public static <T> T guarded(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (UnableToExecuteStatementException e) {
            if (SqlStates.isLostRace(e)) {
                throw new ConcurrentChangeException();
            }
            throw e;
        }
    }

    /** Has the caller's transaction lose what it would wait for a second or two; H2 waits no longer anyway. */
    public static void waitBriefly(Handle handle) {
        if (isPostgres(handle)) {
            handle.execute("set local lock_timeout = '1s'");
        }
    }

    /** The next number of a sequence; one that is drawn and not used is lost. */
    public static long next(Handle handle, String sequence) {
        return handle.createQuery(
                        isPostgres(handle) ? "select nextval('" + sequence + "')" : "select next value for " + sequence)
                .mapTo(Long.class)
                .one();
    }

    private static boolean isPostgres(Handle handle) {
        try {
            return handle.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new TucaiException("the database cannot be reached; check that it runs", e);
        }
    }
}
