package io.github.tucai.campaign.internal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of H2 keeps what it committed when its process is killed: the file as it lies on disk has it. */
class H2DurabilityTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsCommittedIsInTheFile() throws Exception {
        Random random = new Random(1);
        // Freed space is used again at once, not after 45 seconds.
        try (Connection connection = open("db", ";WRITE_DELAY=0;RETENTION_TIME=0");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id integer primary key, v integer, filling varchar(100000))");
            statement.execute("insert into t select x, 0, '' from system_range(1, 50)");
            for (int i = 1; i <= 40; i++) {
                try (PreparedStatement update =
                        connection.prepareStatement("update t set v = ?, filling = ? where id = ?")) {
                    update.setInt(1, i);
                    update.setString(2, "x".repeat(random.nextInt(20_000)));
                    update.setInt(3, 1 + random.nextInt(50));
                    update.execute();
                }
                assertThat(asAKillLeavesIt()).isEqualTo(i);
            }
        }
    }

    private int asAKillLeavesIt() throws Exception {
        Files.copy(folder.resolve("db.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Connection copy = open("copy", "");
                Statement statement = copy.createStatement();
                ResultSet newest = statement.executeQuery("select max(v) from t")) {
            newest.next();
            return newest.getInt(1);
        }
    }

    private Connection open(String name, String options) throws Exception {
        return DriverManager.getConnection("jdbc:h2:" + folder.resolve(name) + options, "sa", "");
    }
}
