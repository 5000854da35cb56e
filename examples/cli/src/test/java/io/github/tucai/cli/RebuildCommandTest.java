package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Campaigns;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.ChsiTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign with one school whose row says something else than its log. */
class RebuildCommandTest {
    @TempDir
    Path folder;

    private String url = "";

    @BeforeEach
    void writeALog() throws IOException, SQLException {
        url = "jdbc:h2:file:" + folder.resolve("campaign") + ";WRITE_DELAY=0";
        byte[] key = new byte[32];
        Files.write(folder.resolve("kek"), key);
        Files.write(folder.resolve("short"), new byte[31]);
        key[0] = 1;
        Files.write(folder.resolve("other"), key);
        Cli.run("keys", "new", "--keys", folder.resolve("keys"), "--use", "CODE_SIGNING");
        try (var ring = Rings.open(folder.resolve("keys"));
                Tucai tucai = Tucai.builder()
                        .campaign(Campaigns.jiangsu2024())
                        .dataSource(database())
                        .keyEncryptionKey("test", new byte[32])
                        .photos(folder.resolve("vault"), "photos", new byte[32])
                        .keys(ring)
                        .transport(new NoWay())
                        .build()) {
            tucai.schools()
                    .register(
                            new Actor.Centre("centre"),
                            new School(new SchoolCode("10290"), "示例大学"),
                            "xuzhou",
                            PaymentMode.SCHOOL_TRANSFER)
                    .orElseThrow();
        }
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update tucai_school set region = 'nowhere'");
        }
    }

    @Test
    void theRowsAreMadeAnew() throws SQLException {
        var report = Cli.run("rebuild", "--db", url, "--kek", "test=" + folder.resolve("kek"))
                .isDone()
                .json()
                .get(0);
        assertThat(report.path("campaign").asText()).isEqualTo("jiangsu-2024");
        assertThat(report.path("streams").asInt()).isEqualTo(1);
        assertThat(region()).isEqualTo("xuzhou");
    }

    @Test
    void withoutTheRightKeyNothingIsTouched() throws SQLException {
        assertThat(Cli.run("rebuild", "--db", url, "--kek", "test=" + folder.resolve("other"))
                        .status())
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(Cli.run("rebuild", "--db", url, "--kek", "another=" + folder.resolve("kek"))
                        .status())
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(Cli.run("rebuild", "--db", url, "--kek", "test=" + folder.resolve("short"))
                        .ends(ExitStatus.USAGE)
                        .err())
                .contains("31");
        assertThat(region()).isEqualTo("nowhere");
    }

    @Test
    void aMistypedUrlMakesNoDatabase() {
        assertThat(Cli.run(
                                "rebuild",
                                "--db",
                                "jdbc:h2:file:" + folder.resolve("typo"),
                                "--kek",
                                "test=" + folder.resolve("kek"))
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("none is made");
        assertThat(folder.resolve("typo.mv.db")).doesNotExist();
    }

    private String region() throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select region, damaged from tucai_school")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(2)).isFalse();
            return row.getString(1);
        }
    }

    private JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    private static final class NoWay implements ChsiTransport {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public DeliveryOutcome deliver(SealedBundle bundle) {
            throw new AssertionError("nothing is delivered here");
        }
    }
}
