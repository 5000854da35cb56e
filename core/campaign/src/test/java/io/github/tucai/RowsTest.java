package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.failure.TucaiException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Rows that lists read: lost, made up, damaged, and made anew from the log. */
@Clause("N0.3")
class RowsTest extends WithDesk {
    private static final String MADE_UP = "ffffffffffffffffffffffffffffffff";

    @Test
    void whatAnOlderVersionHadIsMadeAtTheStart() throws Exception {
        desk.captured("E1", "ok-1");
        desk.handIn(desk.session("E2"), "bad-2");
        List<String> rows = rows();
        execute("insert into tucai_row_to_make (stream, campaign, kind) select id, campaign, kind from stream");
        loseAll();
        reopen(new Desk.Registry());
        assertThat(rows()).isEqualTo(rows).hasSize(5);
        assertThat(count("tucai_row_to_make")).isZero();
    }

    @Test
    void rowsThatWereLostOrMadeUpAreAsTheLogSaysAfterARebuild() throws Exception {
        desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "doubt-2");
        List<String> rows = rows();
        execute("update tucai_record set state = 'LOCKED', billed = '99999'");
        execute("delete from tucai_record_list where stream = '" + two.id() + "'");
        execute("update tucai_school set expected = 7000");
        execute("insert into tucai_record select '" + MADE_UP
                + "', campaign, school, events, state, presented, accepted,"
                + " accepted_day, delivered, refused, undecided, publishable, billable, attempts, faults, delivery, errata,"
                + " errata_millis, round, paid_fen, unmatched_fen, billed, arranged_millis, damaged from tucai_record where stream = '"
                + two.id() + "'");
        assertThat(rows()).isNotEqualTo(rows);
        assertThat(desk.tucai.audit().rebuildRows(Samples.SYSTEM).orElseThrow()).isEqualTo(3);
        assertThat(rows()).isEqualTo(rows);
        assertThat(reason(desk.tucai.audit().rebuildRows(Samples.ADMINISTRATOR)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
    }

    @Test
    void whoHasTheKeyRebuildsWithoutARunningCampaign() throws Exception {
        desk.captured("E1", "ok-1");
        List<String> rows = rows();
        loseAll();
        assertThatThrownBy(() -> RowRebuild.run(desk.dataSource, Samples.CAMPAIGN, Map.of("another", new byte[32])))
                .isInstanceOf(TucaiException.class);
        assertThat(RowRebuild.run(desk.dataSource, Samples.CAMPAIGN, Map.of("test", Desk.KEK)))
                .isEqualTo(2);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aRebuildThatWasKilledIsGoneOnWithAtTheNextStart() throws Exception {
        desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "doubt-2");
        List<String> rows = rows();
        loseAll();
        Ledgers.open(desk.dataSource).makeAllRows();
        execute("delete from tucai_row_to_make where stream <> '" + two.id() + "'");
        assertThat(rows()).isEmpty();
        reopen(new Desk.Registry());
        assertThat(rows())
                .isEqualTo(rows.stream()
                        .filter(row -> row.contains(two.id().value()))
                        .toList())
                .hasSize(2);
    }

    @Test
    void aLostRowIsMadeWithTheNextEvent() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        execute("delete from tucai_record where stream = '" + one.id() + "'");
        execute("delete from tucai_record_list where stream = '" + one.id() + "'");
        for (CaptureRecord record : List.of(one, two)) {
            desk.tucai
                    .capture()
                    .suspectViolation(
                            Samples.CENTRE,
                            record.id(),
                            record.accepted().orElseThrow().digest(),
                            "疑似翻拍")
                    .orElseThrow();
        }
        assertAsTheLogSays();
    }

    @Test
    void aRebuildRunsBesideHandInsAndErasures() throws Exception {
        for (int i = 0; i < 12; i++) {
            desk.captured("E" + i, "ok-" + i);
        }
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            for (int i = 12; i < 30; i++) {
                CaptureRecord record = desk.captured("E" + i, "ok-" + i);
                if (i % 3 == 0) {
                    desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
                }
            }
        });
        Ledger ledger = Ledgers.open(desk.dataSource);
        do {
            ledger.makeAllRows();
            ledger.makeRows();
        } while (!work.isDone());
        work.get();
        assertThat(rows()).filteredOn(row -> row.startsWith("state")).hasSize(24);
        assertAsTheLogSays();
    }

    @Test
    void whatWasFoundDamagedSaysSoUntilItIsMended() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        String head = value("select head_hash from stream where id = '" + one.id() + "'");
        execute("update stream set head_hash = 'none' where id = '" + one.id() + "'");
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow()).hasSize(1);
        assertThat(count("tucai_record where damaged = true")).isEqualTo(1);
        desk.tucai.audit().rebuildRows(Samples.CENTRE).orElseThrow();
        assertThat(count("tucai_record where damaged = true and state = 'QUEUED'"))
                .as("what was known before")
                .isEqualTo(1);
        loseAll();
        desk.tucai.audit().rebuildRows(Samples.CENTRE).orElseThrow();
        assertThat(count("tucai_record where damaged = true and school = '10290'"))
                .isEqualTo(1);
        execute("update stream set head_hash = '" + head + "' where id = '" + one.id() + "'");
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow()).isEmpty();
        assertThat(count("tucai_record where damaged = true")).isZero();
        desk.tucai.audit().rebuildRows(Samples.CENTRE).orElseThrow();
        assertThat(count("tucai_record where state = 'QUEUED'")).isEqualTo(2);
    }

    private void assertAsTheLogSays() throws SQLException {
        List<String> rows = rows();
        desk.tucai.audit().rebuildRows(Samples.SYSTEM).orElseThrow();
        assertThat(rows()).isEqualTo(rows);
    }

    private void loseAll() throws SQLException {
        execute("delete from tucai_record");
        execute("delete from tucai_record_list");
        execute("delete from tucai_school");
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String query : List.of(
                "select 'state', r.* from tucai_record r order by stream",
                "select 'list', l.* from tucai_record_list l order by stream, list",
                "select 'school', s.* from tucai_school s order by stream")) {
            try (Connection connection = desk.dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(row.getString(i)).append(' ');
                    }
                    rows.add(text.toString());
                }
            }
        }
        return rows;
    }

    private int count(String what) throws SQLException {
        return Integer.parseInt(value("select count(*) from " + what));
    }

    private String value(String query) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
