package io.github.tucai.campaign.internal.db;

import io.github.tucai.failure.TucaiException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The database: transactions, and what has to hold before the first one. */
public final class Database {
    private static final int TRIES = 8;

    private final Jdbi jdbi;

    private Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Checks the database and brings its tables up to date.
     *
     * @throws TucaiException if the database cannot be used, or it could lose what it committed
     */
    public static Database open(DataSource dataSource) {
        Database database = connect(dataSource);
        Migrations.run(dataSource);
        return database;
    }

    /** Checks the database and leaves its tables alone. */
    public static Database connect(DataSource dataSource) {
        refuseDelayedWrites(dataSource);
        return new Database(Jdbi.create(dataSource));
    }

    private static void refuseDelayedWrites(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            if (url != null && isDurableH2(url) && delaysWrites(connection)) {
                throw new TucaiException("this H2 database delays its writes and would lose committed rows when the"
                        + " machine stops; add ;WRITE_DELAY=0 to its URL");
            }
        } catch (SQLException e) {
            throw new TucaiException("the database cannot be reached; check URL, user and that it runs", e);
        }
    }

    private static boolean isDurableH2(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("jdbc:h2:") && !lower.startsWith("jdbc:h2:mem:");
    }

    private static boolean delaysWrites(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select setting_value from information_schema.settings"
                        + " where setting_name in ('WRITE_DELAY', 'info.WRITE_DELAY')")) {
            return !rows.next() || !"0".equals(rows.getString(1));
        }
    }

    /** Runs in one transaction; a race lost to somebody else is run again on what is there then. */
    public <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work);
            } catch (ConcurrentChangeException e) {
                if (attempt == TRIES) {
                    throw new TucaiException(
                            "the same record was changed by others " + TRIES + " times in a row; try again", e);
                }
            } catch (JdbiException e) {
                throw new TucaiException("the database refused a statement; see the cause", e);
            }
        }
    }

    /**
     * Runs in one transaction that is rolled back, for its locks alone.
     *
     * @throws ConcurrentChangeException if a lock is not to be had; it is not run again
     */
    public <T> T rolledBack(HandleCallback<T, RuntimeException> work) {
        return read(handle -> {
            handle.begin();
            try {
                return work.withHandle(handle);
            } finally {
                handle.rollback();
            }
        });
    }

    /** Reads as of one moment, whatever is written meanwhile. H2 takes a snapshot of all tables on this level only. */
    public <T> T snapshot(HandleCallback<T, RuntimeException> work) {
        return read(handle -> handle.inTransaction(TransactionIsolationLevel.SERIALIZABLE, work));
    }

    /** Runs without a transaction of its own, for reading. */
    public <T> T read(HandleCallback<T, RuntimeException> work) {
        try (Handle handle = jdbi.open()) {
            return work.withHandle(handle);
        } catch (JdbiException e) {
            throw new TucaiException("the database cannot be read; was it made by this library? See the cause", e);
        }
    }
}
