package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tucai.Campaigns;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.crypto.KeyRing;
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
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of two schools, written with SM3 and anchored with SM2. */
class AuditCommandTest {
    private static final Actor.Centre CENTRE = new Actor.Centre("centre");

    @TempDir
    Path folder;

    private String url = "";
    private String anchor = "";

    @BeforeEach
    void writeALog() {
        url = "jdbc:h2:file:" + folder.resolve("campaign") + ";WRITE_DELAY=0";
        Cli.run("keys", "new", "--keys", keys(), "--use", "AUDIT_SIGNING");
        try (KeyRing ring = Rings.open(keys());
                Tucai tucai = Tucai.builder()
                        .campaign(Campaigns.jiangsu2024())
                        .dataSource(database())
                        .keyEncryptionKey("test", new byte[32])
                        .photos(folder.resolve("vault"), "photos", new byte[32])
                        .keys(ring)
                        .transport(new NoWay())
                        .build()) {
            register(tucai, "10290");
            register(tucai, "10294");
            anchor = tucai.audit().anchor(CENTRE).orElseThrow().orElseThrow().hash();
        }
    }

    @Test
    void aLogThatHoldsIsCountedAndItsNewestAnchorNamed() throws SQLException {
        JsonNode report = Cli.run("audit", "--db", url, "--keys", keys(), "--seen", anchor)
                .isDone()
                .json()
                .get(0);
        assertThat(report.path("holds").asBoolean()).isTrue();
        assertThat(report.path("streams").asInt()).isEqualTo(2);
        assertThat(report.path("anchors").asInt()).isEqualTo(1);
        assertThat(report.path("unanchored").asInt()).isZero();
        assertThat(report.path("newest").path("hash").asText()).isEqualTo(anchor);
        assertThat(report.path("newest").path("signer").asText()).matches("[0-9a-f]{8}");
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct algorithm from event")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("SM3");
        }
    }

    @Test
    void itSaysWhetherSignaturesWereLookedAt() {
        JsonNode without = Cli.run("audit", "--db", url).isDone().json().get(0);
        JsonNode with =
                Cli.run("audit", "--db", url, "--keys", keys()).isDone().json().get(0);
        assertThat(without.path("signatures").asText()).isEqualTo("not checked");
        assertThat(with.path("signatures").asText()).isEqualTo("checked");
        Path codes = folder.resolve("codes-only");
        Cli.run("keys", "new", "--keys", codes, "--use", "CODE_SIGNING");
        assertThat(Cli.run("audit", "--db", url, "--keys", codes)
                        .ends(ExitStatus.USAGE)
                        .err())
                .contains("AUDIT_SIGNING");
    }

    @Test
    void theFirstBreakIsNamedByStreamAndEvent() throws SQLException {
        change("update event set actor = 'centre:somebody'");
        Cli.Run run = Cli.run("audit", "--db", url);
        assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
        assertThat(run.json().get(0).path("holds").asBoolean()).isFalse();
        assertThat(run.json().get(0).path("faults")).hasSize(2).allSatisfy(fault -> assertThat(fault.asText())
                .matches("stream [0-9a-f]+: event 1 was changed"));
    }

    @Test
    void anAnchorThatIsNoLongerThereIsMissed() throws SQLException {
        change("delete from anchor");
        change("delete from anchor_head");
        Cli.run("audit", "--db", url).isDone();
        assertThat(Cli.run("audit", "--db", url, "--seen", anchor).status()).isEqualTo(ExitStatus.FOUND);
        assertThat(Cli.run("audit", "--db", url, "--keys", keys()).status()).isEqualTo(ExitStatus.FOUND);
    }

    @Test
    void anotherDatabaseIsRefusedInWords() {
        assertThat(Cli.run("audit", "--db", "jdbc:oracle:x")
                        .ends(ExitStatus.USAGE)
                        .err())
                .contains("H2 or PostgreSQL");
        Cli.run("audit", "--db", "jdbc:postgresql://127.0.0.1:1/none").ends(ExitStatus.FAILURE);
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() throws IOException {
        Path mistyped = folder.resolve("campagin");
        Cli.Run run = Cli.run("audit", "--db", "jdbc:h2:file:" + mistyped + ";WRITE_DELAY=0")
                .ends(ExitStatus.FAILURE);
        assertThat(run.err()).contains("none at this URL");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("campagin"));
        }
    }

    @Test
    void whatTheDatabaseSaysIsTold() {
        String empty = "jdbc:h2:file:" + folder.resolve("empty");
        try (Connection connection = DriverManager.getConnection(empty)) {
            assertThat(connection.isValid(1)).isTrue();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        assertThat(Cli.run("audit", "--db", empty + ";WRITE_DELAY=0")
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("made by this library", "not found");
        assertThat(Cli.run("audit", "--db", "jdbc:postgresql://127.0.0.1:1/none")
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("127.0.0.1:1");
    }

    @Test
    void aDatabaseWithAUserOpensWithThePasswordFromTheEnvironment() throws Exception {
        change("create user auditor password 'of the auditor'");
        change("grant select on schema public to auditor");
        assertThat(process("wrong").err())
                .contains("Wrong user name or password")
                .doesNotContain("of the auditor");
        Cli.Run run = process("of the auditor");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.json().get(0).path("streams").asInt()).isEqualTo(2);
        assertThat(Cli.run("audit", "--db", url, "--user", "auditor")
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("TUCAI_DB_PASSWORD");
    }

    private Cli.Run process(String password) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder tucai = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "audit",
                        "--db",
                        // Only an administrator may set what a database of H2 writes when.
                        url.replace(";WRITE_DELAY=0", ""),
                        "--user",
                        "auditor")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        tucai.environment().put("TUCAI_DB_PASSWORD", password);
        Process process = tucai.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Cli.Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isNotNegative();
        }
    }

    private static void register(Tucai tucai, String code) {
        tucai.schools()
                .register(CENTRE, new School(new SchoolCode(code), "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                .orElseThrow();
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
