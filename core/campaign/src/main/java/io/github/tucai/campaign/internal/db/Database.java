package io.github.tucai.campaign.internal.db;

import io.github.tucai.failure.TucaiException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The database: transactions, and what has to hold before the first one. */
public final class Database {
    private static final int TRIES = 8;
    private static final List<Duration> LOOKS =
            List.of(Duration.ZERO, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3));

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
        refuseDelayedWrites(dataSource);
        Migrations.run(dataSource);
        return new Database(Jdbi.create(dataSource));
    }

    /** The database as it is, for who only reads. */
    public static Database connect(DataSource dataSource) {
        try {
            connection(dataSource).close();
            return new Database(Jdbi.create(dataSource));
        } catch (SQLException e) {
            throw new TucaiException("the connection to the database could not be closed", e);
        }
    }

    private static Connection connection(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new TucaiException("the database cannot be reached; check URL, user and that it runs", e);
        }
    }

    private static void refuseDelayedWrites(DataSource dataSource) {
        try (Connection connection = connection(dataSource)) {
            String url = connection.getMetaData().getURL();
            if (url != null && isDurableH2(url) && delaysWrites(connection)) {
                throw new TucaiException("this H2 database delays its writes and would lose committed rows when the"
                        + " machine stops; add ;WRITE_DELAY=0 to its URL");
            }
        } catch (SQLException e) {
            throw new TucaiException("the database does not tell how it writes", e);
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

    /**
     * Runs in one transaction; where the connection failed, so that nobody was told whether it committed, looks whether it did.
     *
     * @param recorded finds what the transaction left; empty where it is not there
     * @throws TucaiException if it is not there, or the database stays away and nobody can tell
     */
    public <T> T inTransaction(
            HandleCallback<T, RuntimeException> work, HandleCallback<Optional<T>, RuntimeException> recorded) {
        try {
            return inTransaction(work);
        } catch (TucaiException e) {
            if (!(e.getCause() instanceof JdbiException)) {
                throw e;
            }
            return found(recorded, e).orElseThrow(() -> e);
        }
    }

    private <T> Optional<T> found(HandleCallback<Optional<T>, RuntimeException> recorded, TucaiException failure) {
        for (Duration pause : LOOKS) {
            try {
                Thread.sleep(pause.toMillis());
                return jdbi.inTransaction(recorded);
            } catch (JdbiException | ConcurrentChangeException e) {
                failure.addSuppressed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new TucaiException(
                "the connection to the database was cut, and whether this was recorded is not known; look before trying"
                        + " again",
                failure);
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
