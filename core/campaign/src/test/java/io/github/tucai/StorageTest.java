package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Verdict;
import io.github.tucai.schedule.Campaign;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest extends WithDesk {
    @Test
    void aRecordReadsBackEqual() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        assertThat(desk.record(record)).isEqualTo(record);
    }

    @Test
    void theDatabaseNamesNoStudent() throws SQLException {
        desk.captured("ENROLMENT-77", "ok-1");
        guess("ENROLMENT-77");
        List<String> dump = dump();
        assertThat(dump)
                .noneMatch(line -> line.contains("ENROLMENT-77") || line.contains("李**") || line.contains("123X"));
        assertThat(dump).anyMatch(line -> line.contains("CodePresented"));
    }

    @Test
    void aDatabaseThatIsNotOursIsNoAuditLog() {
        assertThatThrownBy(() -> AuditLog.verify(Desk.dataSource(Desk.h2Url(folder.resolve("empty")))))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("was it made by this library");
    }

    @Test
    void twoCampaignsShareADatabaseAndDeliverTheirOwn() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        Desk.Registry other = new Desk.Registry();
        try (Tucai second = Tucai.builder()
                .campaign(Campaign.builder("other", 2024)
                        .region(Samples.CAMPAIGN.region("xuzhou").orElseThrow())
                        .account(Samples.CAMPAIGN.account())
                        .build())
                .dataSource(desk.dataSource)
                .keyEncryptionKey("test", Desk.KEK)
                .photos(folder, "photos", Desk.KEK)
                .checker((photo, stage, declarations, used) -> {
                    throw new AssertionError("nothing is checked here");
                })
                .finisher(desk.finisher())
                .decoder(desk.decoder())
                .sealer(desk.sealer())
                .transport(other)
                .deliveryPolicy(Desk.IMPATIENT)
                .build()) {
            second.startDelivery();
            assertThat(second.delivery().awaitIdle(Duration.ofSeconds(5))).isTrue();
            assertThat(second.capture().record(Samples.CENTRE, record.id())).isInstanceOf(Outcome.Refused.class);
            desk.tucai.startDelivery();
            assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(other.calls).isEmpty();
        assertThat(desk.registry.calls).hasSize(1);
    }

    @Test
    void anUntouchedLogHolds() {
        desk.captured("E1", "ok-1");
        desk.captured("E2", "bad-2");
        AuditLog.Report report = AuditLog.verify(desk.dataSource);
        assertThat(report.holds()).isTrue();
        assertThat(report.streams()).isEqualTo(3);
        assertThat(report.events()).isEqualTo(3 + 6 + 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set actor = 'centre:x' where sequence = 2",
                "update event set happened = '2024-03-18T01:00:01Z' where sequence = 2",
                "update event set type = 'Unlocked' where sequence = 2",
                "update event set payload = (select e.payload from event e where e.stream = event.stream and e.sequence = 1) where sequence = 2",
                "update event set algorithm = 'none' where sequence = 2",
                "delete from event where sequence = 2",
                "delete from event where sequence = 5",
                "delete from stream where kind = 'capture'",
                "update event set sequence = sequence + 10 where sequence = 3"
            })
    void aLogThatSomebodyTouchedDoesNotHold(String touch) throws SQLException {
        desk.captured("E1", "ok-1");
        execute(touch);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isFalse();
    }

    @Test
    void aRecordWhoseKeyIsGoneCannotBeReadAndItsChainStillHolds() throws SQLException {
        CaptureRecord record = desk.captured("E1", "ok-1");
        execute("delete from stream_key where stream = '" + record.id() + "'");
        assertThatThrownBy(() -> desk.tucai.capture().record(Samples.CENTRE, record.id()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("its key is missing");
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    @Test
    void anotherKeyEncryptionKeyOpensNothing() {
        byte[] other = Desk.KEK.clone();
        other[0] ^= 1;
        assertThatThrownBy(() -> new Desk(
                        desk.dataSource, folder, desk.registry, builder -> builder.keyEncryptionKey("test", other)))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("does not decrypt");
    }

    @Test
    void manyAtOnceOnOneRecordLoseNothing() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(pool.submit(() -> desk.present("E1").orElseThrow()));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        List<CaptureRecord> records = desk.tucai
                .capture()
                .records(Samples.CENTRE, Samples.SCHOOL)
                .orElseThrow()
                .items();
        assertThat(records).hasSize(1);
        assertThat(records.get(0).events()).isEqualTo(8);
        assertThat(records.get(0).session().orElseThrow().number()).isEqualTo(8);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    @Test
    void guessesAtOneInstantAreCountedOneAfterTheOther() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Refusal.Reason> reasons = new ArrayList<>();
        try {
            List<Future<Outcome<CaptureSession>>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(pool.submit(() -> guess("E1")));
            }
            for (Future<Outcome<CaptureSession>> one : all) {
                reasons.add(reason(one.get()));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(reasons).filteredOn(Refusal.Reason.SECOND_FACTOR::equals).hasSize(5);
        assertThat(reasons).filteredOn(Refusal.Reason.TOO_MANY_TRIES::equals).hasSize(3);
    }

    private Outcome<CaptureSession> guess(String enrolment) {
        return desk.tucai.capture().present(new Actor.CodeHolder(), Desk.code(enrolment), new IdLastFour("0000"));
    }

    @Test
    void aPhotoThatAnotherStudentUsedIsFoundAgainHoweverItWasSaved() throws SQLException {
        assertThat(verdict("E1", "ok-#00000000ffffffff")).isEqualTo(Verdict.ACCEPT);
        assertThat(verdict("E2", "ok-#00000000ffffffff")).isEqualTo(Verdict.REVIEW);
        assertThat(verdict("E3", "ok-saved-again-#00000000fffffffe")).isEqualTo(Verdict.REVIEW);
        assertThat(verdict("E4", "ok-#0f0f0f0f33333333")).isEqualTo(Verdict.ACCEPT);
        assertThat(dump())
                .doesNotContain(Desk.photo("ok-#00000000ffffffff").digest().hex());
    }

    @Test
    void aRetakeOfTheSameStudentIsNoDuplicateAndARejectedPhotoIs() {
        CaptureSession session = desk.session("E1");
        assertThat(desk.handIn(session, "ok-#00000000ffffffff").verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(desk.handIn(desk.session("E1"), "ok-again-#00000000fffffffe").verdict())
                .isEqualTo(Verdict.ACCEPT);

        CaptureRecord doubtful = desk.captured("E2", "doubt-#5555555500000000");
        desk.decide(Samples.CENTRE, doubtful, ReviewOutcome.REJECTED, "blurred").orElseThrow();
        PhotoAnswer retake = desk.handIn(desk.session("E2"), "ok-retake-#5555555500000000");
        assertThat(retake.verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(verdict("E3", "ok-#5555555500000000")).isEqualTo(Verdict.REVIEW);
    }

    /** Both compare before either is recorded; photo by photo alike, saved again, and no alike. */
    @ParameterizedTest
    @CsvSource({"ok-#00000000ffffffff, 1", "ok-again-#00000000fffffffe, 1", "ok-#0f0f0f0f33333333, 0"})
    void ofTwoStudentsWhoHandInOnePhotoAtTheSameInstantOneGoesToAPerson(String second, int inReview) throws Exception {
        CaptureSession one = desk.session("E1");
        CaptureSession other = desk.session("E2");
        CountDownLatch compared = new CountDownLatch(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (Desk slow = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                desk.registry,
                builder -> builder.checker((photo, stage, declarations, used) -> {
                    PhotoCheckResult result = Desk.check(photo, stage, declarations, used);
                    compared.countDown();
                    awaited(compared);
                    return result;
                }))) {
            Future<PhotoAnswer> first = pool.submit(() -> slow.handIn(one, "ok-#00000000ffffffff"));
            Future<PhotoAnswer> last = pool.submit(() -> slow.handIn(other, second));
            first.get();
            last.get();
            assertThat(Page.walk(key -> slow.tucai.capture().records(Samples.CENTRE, RecordList.TO_REVIEW, key)))
                    .hasSize(inReview);
        } finally {
            pool.shutdownNow();
        }
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Verdict verdict(String enrolment, String photo) {
        return desk.handIn(desk.session(enrolment), photo).verdict();
    }

    /** Every value of every table of ours, bytes as Latin letters. */
    private List<String> dump() throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "stream",
                    "stream_key",
                    "service_key",
                    "event",
                    "delivery",
                    "handed_in_photo",
                    "wrong_factor",
                    "scheduled_tasks")) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            values.add(
                                    rows.getObject(i) instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                                            : String.valueOf(rows.getObject(i)));
                        }
                    }
                }
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
