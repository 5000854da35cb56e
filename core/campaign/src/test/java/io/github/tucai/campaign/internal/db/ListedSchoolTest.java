package io.github.tucai.campaign.internal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of before records could move are brought up to date with what they hold. */
class ListedSchoolTest {
    @TempDir
    private Path folder;

    DataSource newDataSource() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + folder.resolve("db") + ";WRITE_DELAY=0");
        return h2;
    }

    @Test
    void recordsOfOlderTablesAreListedWhereTheyBegan() {
        DataSource dataSource = newDataSource();
        Database.open(dataSource);
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.useHandle(handle -> {
            handle.execute("drop index stream_listed");
            handle.execute("alter table stream drop column listed");
            handle.execute("create index stream_school on stream (campaign, kind, school)");
            handle.execute("delete from \"tucai_schema_history\" where \"version\" = '9'");
            handle.execute("insert into stream (id, campaign, kind, lookup, school, head_sequence, head_hash)"
                    + " values ('s', 'c', 'capture', 'l', '10290', 0, 'h')");
        });
        Database.open(dataSource);
        assertThat(jdbi.<String, RuntimeException>withHandle(handle -> handle.createQuery("select listed from stream")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("10290");
    }
}
