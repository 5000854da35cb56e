package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.proofing.ProofingRound;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** The feedback of a round says that all photos are right, so it never stands beside an open erratum (A3, N2.4c). */
@Clause({"A3", "N2.4c"})
class FeedbackAndErrataTest extends WithDesk {
    private static final LocalDate DAY = LocalDate.of(2024, 4, 3);

    private final PausedCommits pause = new PausedCommits();
    private CaptureRecord record;

    private void published() {
        record = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        desk.at("2024-04-03T18:00:00");
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
    }

    /** The same campaign over connections that can be held back. */
    private void holdingBack() {
        desk.close();
        desk = new Desk(
                pause.over(Desk.dataSource(url)), folder.resolve("photos"), new Desk.Registry(), builder -> builder);
        desk.at("2024-04-03T18:00:00");
    }

    private Outcome<CaptureRecord> raise() {
        return desk.tucai
                .proofing()
                .raiseErratum(Samples.student("E1"), record.id(), present(record), Erratum.Kind.WRONG_PERSON, "不是我");
    }

    private ImageDigest present(CaptureRecord one) {
        return desk.record(one).accepted().orElseThrow().digest();
    }

    private Outcome<SchoolRecord> feedback() {
        return desk.tucai.proofing().recordFeedback(Samples.CENTRE, Samples.SCHOOL, DAY);
    }

    private ProofingRound round() {
        return desk.tucai
                .schools()
                .school(Samples.CENTRE, Samples.SCHOOL)
                .orElseThrow()
                .round()
                .orElseThrow();
    }

    private int openErrata() {
        return desk.record(record).openErrata().size();
    }

    @Test
    void anErratumThatIsAboutToCommitRefusesTheFeedback() throws Exception {
        published();
        holdingBack();
        List<Outcome<SchoolRecord>> answers = new ArrayList<>();
        pause.overlap(this::raise, () -> answers.add(feedback()));
        assertThat(round().releasesPaper() && openErrata() > 0).as("both stand").isFalse();
        assertThat(reason(answers.get(0))).isEqualTo(Refusal.Reason.ERRATUM_OPEN);
        assertThat(openErrata()).isEqualTo(1);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    void aFeedbackThatIsAboutToCommitIsReopenedByTheErratum() throws Exception {
        published();
        holdingBack();
        List<Outcome<CaptureRecord>> answers = new ArrayList<>();
        pause.overlap(this::feedback, () -> answers.add(raise()));
        assertThat(round().releasesPaper() && openErrata() > 0).as("both stand").isFalse();
        assertThat(answers.get(0).orElseThrow().openErrata()).hasSize(1);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    void anErratumAfterTheFeedbackTakesItBackAndTheSchoolFilesAgain() {
        published();
        assertThat(feedback().orElseThrow().round().orElseThrow().releasesPaper())
                .isTrue();
        desk.at("2024-06-20T09:00:00");
        raise().orElseThrow();
        ProofingRound reopened = round();
        assertThat(reopened.releasesPaper()).isFalse();
        assertThat(reopened.deadline().due())
                .as("20 working days after 20 June")
                .isEqualTo(LocalDate.of(2024, 7, 18));
        ProofingService proofing = desk.tucai.proofing();
        assertThat(reason(feedback())).isEqualTo(Refusal.Reason.ERRATUM_OPEN);
        assertThat(proofing.isOverdue(Samples.ADMINISTRATOR, Samples.SCHOOL).orElseThrow())
                .as("it filed in time once")
                .isFalse();
        proofing.resolveErratum(Samples.CENTRE, record.id(), 1, "已核实").orElseThrow();
        assertThat(proofing.isOverdue(Samples.ADMINISTRATOR, Samples.SCHOOL).orElseThrow())
                .isFalse();
        assertThat(feedback().orElseThrow().round().orElseThrow().releasesPaper())
                .isTrue();
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    void aRoundThatWasNotAnsweredKeepsItsDeadline() {
        published();
        ProofingRound before = round();
        desk.at("2024-04-10T09:00:00");
        raise().orElseThrow();
        assertThat(round()).isEqualTo(before);
    }

    @Test
    void anErratumOfAnEarlierRoundTakesTheFeedbackOfThatAndLaterOnesBack() {
        published();
        feedback().orElseThrow();
        desk.tucai
                .capture()
                .suspectViolation(Samples.CENTRE, record.id(), present(record), "疑似翻拍")
                .orElseThrow();
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        feedback().orElseThrow();
        raise().orElseThrow();
        assertThat(desk.tucai
                        .schools()
                        .school(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow()
                        .rounds())
                .hasSize(2)
                .noneMatch(ProofingRound::releasesPaper);
    }

    @Test
    void aPhotoThatIsResetWhileItIsPublishedIsNotCounted() throws Exception {
        record = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        holdingBack();
        desk.at("2024-04-03T09:00:00");
        List<ProofingRound> rounds = new ArrayList<>();
        pause.overlap(
                () -> desk.tucai.capture().reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼"),
                () -> rounds.add(desk.tucai
                        .proofing()
                        .publish(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow()));
        assertThat(rounds.get(0).photos()).isEqualTo(1);
        assertThat(desk.record(record).publishedInRound()).isEmpty();
    }

    /** Eight students, errata raised and settled, feedback filed, all at once; whatever came last, the two never both stand. */
    @Test
    void underSixtyFourThreadsTheTwoNeverStandTogether() throws Exception {
        List<CaptureRecord> records = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            records.add(desk.captured("F" + i, "ok-f" + i));
        }
        published();
        if (desk.dataSource instanceof JdbcConnectionPool pool) {
            // Whoever looks holds the school and needs a connection more, which those that wait for it must not have
            // all.
            pool.setMaxConnections(80);
        }
        ProofingService proofing = desk.tucai.proofing();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            CaptureRecord one = records.get(i / 2 % 8);
            Callable<Object> act = i % 8 == 7
                    ? this::feedback
                    : i % 2 == 0
                            ? () -> proofing.raiseErratum(
                                    Samples.ADMINISTRATOR, one.id(), present(one), Erratum.Kind.QUALITY, "模糊")
                            : () -> resolveAll(one);
            all.add(threads.submit(() -> {
                go.await();
                return act.call();
            }));
        }
        go.countDown();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).get();
            if (i % 8 == 0) {
                assertNotBoth();
            }
        }
        threads.shutdown();
        assertNotBoth();
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    private Object resolveAll(CaptureRecord one) {
        return desk.record(one).openErrata().stream()
                .map(erratum -> desk.tucai.proofing().resolveErratum(Samples.CENTRE, one.id(), erratum.number(), "已核实"))
                .toList();
    }

    /** Holds the school as both do, so that neither commits between the two looks. */
    private void assertNotBoth() throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select id from stream where kind = 'school' for update");
            boolean answered = round().releasesPaper();
            boolean open = desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow().stream()
                    .anyMatch(one -> !one.openErrata().isEmpty());
            assertThat(answered && open).as("both stand").isFalse();
            connection.rollback();
        }
    }
}
