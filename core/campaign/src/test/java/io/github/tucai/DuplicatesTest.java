package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.contract.Clause;
import io.github.tucai.photo.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos that others used before, or at the very moment, in this process or in another one. */
@Clause("A2.3.6")
class DuplicatesTest extends WithDesk {
    private static final String ONE = "ok-#00000000ffffffff";
    private static final String SAVED_AGAIN = "ok-again-#00000000fffffffe";

    /** One has its number and is not committed, while the other comes, is checked and is committed. */
    @ParameterizedTest
    @ValueSource(strings = {ONE, SAVED_AGAIN})
    void theLaterOfTwoGoesToAPersonThoughItWasCommittedFirst(String second) throws Exception {
        desk.close();
        var pool = Desk.dataSource(url);
        HeldCommits held = HeldCommits.before("insert into handed_in_photo");
        desk = new Desk(held.over(pool), folder.resolve("photos"), new Desk.Registry());
        CaptureSession first = desk.session("E1");
        CaptureSession last = desk.session("E2");
        var both = held.overlap(() -> desk.handIn(first, ONE), () -> desk.handIn(last, second));
        // Who had waited for the first one had seen it.
        assertThat(both.second().verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(toReview()).containsExactly(last.record());
        assertThat(desk.record(both.second().record()).suspicion()).isPresent();
        assertThat(desk.record(both.first().record()).suspicion()).isEmpty();
        if (pool instanceof org.h2.jdbcx.JdbcConnectionPool h2) {
            desk.close();
            h2.dispose();
        }
    }

    @Test
    void ofManyWhoHandInOnePictureAtOnceAllButOneGoToAPerson() throws Exception {
        int students = 8;
        List<CaptureSession> sessions = new ArrayList<>();
        for (int i = 0; i < students; i++) {
            sessions.add(desk.session("E" + i));
        }
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(students);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < students; i++) {
                String photo = "ok-" + i + "-#00000000ffffffff";
                CaptureSession session = sessions.get(i);
                all.add(pool.submit(() -> {
                    go.await();
                    return desk.handIn(session, photo);
                }));
            }
            go.countDown();
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(toReview()).hasSize(students - 1);
        assertThat(value("select min(number) from handed_in_photo"))
                .as("the first one stays")
                .isEqualTo(value("select p.number from handed_in_photo p join tucai_record r on r.stream = p.stream"
                        + " where r.undecided = false"));
    }

    @Test
    void twoProcessesFindEachOthersPhotos() {
        try (Desk other = new Desk(Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry())) {
            desk.captured("E1", ONE);
            assertThat(other.handIn(other.session("E2"), SAVED_AGAIN).verdict()).isEqualTo(Verdict.REVIEW);
            other.captured("E3", "ok-#0f0f0f0f33333333");
            assertThat(desk.handIn(desk.session("E4"), "ok-x-#0f0f0f0f33333333").verdict())
                    .isEqualTo(Verdict.REVIEW);
            other.tucai
                    .protection()
                    .erase(
                            Samples.CENTRE,
                            desk.record(other.captured("E5", "ok-#3333333300000000"))
                                    .id())
                    .orElseThrow();
            assertThat(desk.handIn(desk.session("E6"), "ok-y-#3333333300000000").verdict())
                    .isEqualTo(Verdict.ACCEPT);
        }
    }

    /** What the comparing after the commit would have told is told at the next start, and nothing is told twice. */
    @Test
    void whatAKillLeftUncomparedIsComparedAtTheNextStart() throws Exception {
        CaptureRecord one = desk.captured("E1", ONE);
        CaptureRecord two = desk.captured("E2", "ok-#0f0f0f0f33333333");
        execute("update handed_in_photo set hash = (select o.hash from handed_in_photo o where o.stream = '" + one.id()
                + "') where stream = '" + two.id() + "'");
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        awaitReview(two.id());
        desk.decide(Samples.ADMINISTRATOR, two, ReviewOutcome.ACCEPTED, "为双胞胎").orElseThrow();
        CaptureRecord three = desk.captured("E3", "ok-#3333333300000000");
        execute("update handed_in_photo set hash = (select o.hash from handed_in_photo o where o.stream = '" + one.id()
                + "') where stream = '" + three.id() + "'");
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        awaitReview(three.id());
    }

    private void awaitReview(RecordId id) throws InterruptedException {
        for (int i = 0; i < 600 && !toReview().contains(id); i++) {
            Thread.sleep(50);
        }
        assertThat(toReview()).containsExactly(id);
    }

    private List<RecordId> toReview() {
        return Page.walk(key -> desk.tucai.capture().records(Samples.CENTRE, RecordList.TO_REVIEW, key))
                .map(CaptureRecord::id)
                .toList();
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
