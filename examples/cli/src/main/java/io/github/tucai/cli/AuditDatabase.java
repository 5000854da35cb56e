package io.github.tucai.cli;

import io.github.tucai.failure.TucaiException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database whose log is verified: it is there already, or nothing is. The user's password comes from
 * {@code TUCAI_DB_PASSWORD}; without that, a terminal is asked.
 */
final class AuditDatabase {
    private static final String VARIABLE = "TUCAI_DB_PASSWORD";
    private static final String NEVER_CREATES = ";IFEXISTS=TRUE";

    private AuditDatabase() {}

    /**
     * Empty where the URL is of neither H2 nor PostgreSQL.
     *
     * @param user null for the URL's own, or none
     */
    static Optional<DataSource> of(String url, @Nullable String user) {
        if (url.startsWith("jdbc:h2:")) {
            return Optional.of(h2(url, user));
        }
        return url.startsWith("jdbc:postgresql:") ? Optional.of(postgresql(url, user)) : Optional.empty();
    }

    private static DataSource h2(String url, @Nullable String user) {
        JdbcDataSource h2 = new JdbcDataSource();
        boolean says = url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
        h2.setURL(says ? url : url + NEVER_CREATES);
        if (user != null) {
            h2.setUser(user);
            h2.setPasswordChars(password(user));
        }
        return h2;
    }

    private static DataSource postgresql(String url, @Nullable String user) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        if (user != null) {
            postgres.setUser(user);
            postgres.setPassword(String.valueOf(password(user)));
        }
        return postgres;
    }

    private static char[] password(String user) {
        String given = System.getenv(VARIABLE);
        return given != null
                ? given.toCharArray()
                : Terminal.console()
                        .map(console -> console.readPassword("%s", Texts.get("audit.ask", user)))
                        .orElseThrow(() -> new TucaiException(Texts.get("audit.noPassword", VARIABLE)));
    }
}
