package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.RecordId;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.school.SchoolCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A newer code names another school: the record moves with its history. */
class MovingSchoolTest extends TwoSchools {
    /** In the windows of both regions, 徐州 and 南通. */
    private static final String BOTH_OPEN = "2024-04-02T09:00:00";

    private CaptureRecord captured(SchoolCode school, int day, String enrolment, String photo) {
        return desk.handIn(session(school, day, enrolment), photo).record();
    }

    private RecordId moved(String enrolment) {
        desk.at(BOTH_OPEN);
        RecordId id = captured(Samples.SCHOOL, 1, enrolment, "ok-" + enrolment).id();
        present(Samples.INSTITUTE, 2, enrolment).orElseThrow();
        return id;
    }

    private List<RecordId> listed(Actor actor, SchoolCode school) {
        return desk.tucai.capture().records(actor, school).orElseThrow().stream()
                .map(CaptureRecord::id)
                .toList();
    }

    private Coverage coverage(Actor actor, SchoolCode school) {
        return desk.tucai.reports().coverage(actor, school).orElseThrow();
    }

    private List<String> history(Actor actor, RecordId id) {
        return desk.tucai.capture().history(actor, id).orElseThrow().stream()
                .map(entry -> entry.event().getClass().getSimpleName())
                .toList();
    }

    /** A log of a version that did not move records: a later code names another school, and the record stayed. */
    @Test
    void aRecordOfAnOlderLogIsOfTheSchoolThatListsIt() throws Exception {
        Desk.Registry refusing = new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                return new DeliveryOutcome.Refused("does-not-open", "no key");
            }
        };
        desk.close();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                refusing,
                builder -> builder.decoder(new SchoolDecoder()));
        desk.at(BOTH_OPEN);
        CaptureRecord record = captured(Samples.SCHOOL, 1, "E1", "ok-1");
        present(Samples.SCHOOL, 2, "E1").orElseThrow();
        int last = desk.record(record).events();
        StoredEvents.rewrite(
                desk.dataSource,
                record.id().value(),
                last,
                "CodePresented",
                json -> json.replace(Samples.SCHOOL.value(), Samples.INSTITUTE.value()));
        assertThat(desk.record(record).claims().orElseThrow().school()).isEqualTo(Samples.INSTITUTE);
        assertThat(desk.record(record).school()).contains(Samples.SCHOOL);

        assertThat(desk.tucai.payment().asked(Samples.CENTRE, record.id()).fold(fee -> "asked", Refusal::en))
                .as("its school pays")
                .contains("school");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        DeliveryService delivery = desk.tucai.delivery();
        assertThat(delivery.resendAll(Samples.CENTRE, Samples.INSTITUTE, "does-not-open", ProductChoice.SAME, "密钥已补")
                        .orElseThrow()
                        .sent())
                .isEmpty();
        assertThat(delivery.resendAll(Samples.CENTRE, Samples.SCHOOL, "does-not-open", ProductChoice.SAME, "密钥已补")
                        .orElseThrow()
                        .sent())
                .containsExactly(record.id());
        desk.tucai.close();
        CaptureRecord captured = captured(Samples.SCHOOL, 3, "E2", "ok-2");
        present(Samples.SCHOOL, 4, "E2").orElseThrow();
        StoredEvents.rewrite(
                desk.dataSource,
                captured.id().value(),
                desk.record(captured).events(),
                "CodePresented",
                json -> json.replace(Samples.SCHOOL.value(), Samples.INSTITUTE.value()));
        desk.tucai.protection().erase(Samples.CENTRE, captured.id()).orElseThrow();
        assertThat(desk.tucai
                        .schools()
                        .school(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow()
                        .erasedBeforeStatement())
                .isEqualTo(1);
    }

    @Test
    @Clause({"N2.3b", "N4.4", "N0.3"})
    void theOldSchoolSeesItNoMoreAndTheNewOneAllOfIt() {
        RecordId id = moved("E1");
        desk.captured("E2", "ok-stays");
        CaptureService capture = desk.tucai.capture();
        assertThat(listed(OLD, Samples.SCHOOL)).hasSize(1).doesNotContain(id);
        assertThat(listed(NEW, Samples.INSTITUTE)).containsExactly(id);
        assertThat(listed(Samples.CENTRE, Samples.INSTITUTE)).containsExactly(id);
        assertThat(coverage(OLD, Samples.SCHOOL).presented()).isEqualTo(1);
        assertThat(coverage(OLD, Samples.SCHOOL).accepted()).isEqualTo(1);
        assertThat(coverage(NEW, Samples.INSTITUTE).presented()).isEqualTo(1);
        assertThat(coverage(NEW, Samples.INSTITUTE).accepted()).isEqualTo(1);
        assertThat(desk.tucai.delivery().items(OLD, Samples.SCHOOL).orElseThrow())
                .extracting(DeliveryItem::record)
                .hasSize(1)
                .doesNotContain(id);
        assertThat(desk.tucai.delivery().items(NEW, Samples.INSTITUTE).orElseThrow())
                .extracting(DeliveryItem::record)
                .containsExactly(id);
        assertThat(reason(capture.record(OLD, id))).isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(reason(capture.history(OLD, id))).isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(reason(capture.product(OLD, id))).isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(reason(capture.suspectViolation(OLD, id, Desk.digest("ok-E1"), "疑似")))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        PhotoImage product = capture.product(NEW, id).orElseThrow();
        assertThat(product).isEqualTo(Desk.photo("product of ok-E1"));
        assertThat(history(NEW, id))
                .containsExactly(
                        "CodePresented",
                        "ConsentGiven",
                        "PhotoAccepted",
                        "PhotoChecked",
                        "Finished",
                        "Sealed",
                        "SchoolMoved",
                        "CodePresented");
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    void anotherPersonsPhotoIsWithdrawnThoughTheStudentMoved() throws Exception {
        desk.at(BOTH_OPEN);
        RecordId id = captured(Samples.SCHOOL, 1, "E1", "ok-1").id();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(60))).isTrue();
        ProofingService proofing = desk.tucai.proofing();
        proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        proofing.raiseErratum(OLD, id, Desk.digest("ok-1"), Erratum.Kind.WRONG_PERSON, "不是本人")
                .orElseThrow();
        present(Samples.INSTITUTE, 2, "E1").orElseThrow();
        assertThat(proofing.confirmWrongPerson(Samples.CENTRE, id, 1, "确非本人")
                        .orElseThrow()
                        .state())
                .isEqualTo(CaptureState.RETAKE);
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(60))).isTrue();
        assertThat(desk.registry.valid).containsEntry("E1", "1|withdrawn");
    }

    @Test
    @Clause("N3.3")
    void whoMovedIsBilledAtTheNewSchoolAndNotAtTheOld() {
        moved("E1");
        desk.captured("E2", "ok-stays");
        PaymentService payment = desk.tucai.payment();
        desk.at("2024-05-30T09:00:00");
        assertThat(payment.issueStatement(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow()
                        .students())
                .isEqualTo(1);
        assertThat(coverage(Samples.CENTRE, Samples.INSTITUTE).accepted()).isEqualTo(1);
    }

    @Test
    @Clause("N2.4b")
    void whatWasPublishedForTheOldSchoolEndsAndAnOpenErratumGoesAlong() {
        desk.at(BOTH_OPEN);
        RecordId id = captured(Samples.SCHOOL, 1, "E1", "ok-1").id();
        desk.captured("E2", "ok-2");
        ProofingService proofing = desk.tucai.proofing();
        proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        proofing.raiseErratum(OLD, id, Desk.digest("ok-1"), Erratum.Kind.WRONG_PERSON, "不是本人")
                .orElseThrow();
        present(Samples.INSTITUTE, 2, "E1").orElseThrow();
        CaptureRecord record = desk.tucai.capture().record(NEW, id).orElseThrow();
        assertThat(record.publishedInRound()).isEmpty();
        assertThat(record.state()).isEqualTo(CaptureState.QUEUED);
        assertThat(record.openErrata()).hasSize(1);
        assertThat(reason(proofing.confirm(NEW, id, Desk.digest("ok-1")))).isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(reason(proofing.confirm(OLD, id, Desk.digest("ok-1")))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(proofing.recordFeedback(Samples.CENTRE, Samples.SCHOOL, LocalDate.of(2024, 4, 2))
                        .orElseThrow()
                        .round()
                        .orElseThrow()
                        .releasesPaper())
                .as("the old school waits for nothing that it cannot see")
                .isTrue();
    }

    @Test
    @Clause("N2.4b")
    void anErratumThatCameAlongHoldsTheNewSchoolsFeedbackOnceThePhotoIsPublishedThere() {
        desk.at(BOTH_OPEN);
        RecordId id = captured(Samples.SCHOOL, 1, "E1", "ok-1").id();
        captured(Samples.INSTITUTE, 1, "E3", "ok-3");
        ProofingService proofing = desk.tucai.proofing();
        proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        proofing.publish(Samples.CENTRE, Samples.INSTITUTE).orElseThrow();
        LocalDate day = LocalDate.of(2024, 4, 2);
        proofing.recordFeedback(Samples.CENTRE, Samples.INSTITUTE, day).orElseThrow();
        proofing.raiseErratum(OLD, id, Desk.digest("ok-1"), Erratum.Kind.WRONG_PERSON, "不是本人")
                .orElseThrow();
        present(Samples.INSTITUTE, 2, "E1").orElseThrow();
        assertThat(desk.tucai
                        .schools()
                        .school(NEW, Samples.INSTITUTE)
                        .orElseThrow()
                        .round()
                        .orElseThrow()
                        .releasesPaper())
                .as("its own round did not hold this photo")
                .isTrue();
        proofing.publish(Samples.CENTRE, Samples.INSTITUTE).orElseThrow();
        assertThat(reason(proofing.recordFeedback(Samples.CENTRE, Samples.INSTITUTE, day)))
                .isEqualTo(Refusal.Reason.ERRATUM_OPEN);
        proofing.resolveErratum(Samples.CENTRE, id, 1, "已核实").orElseThrow();
        proofing.recordFeedback(Samples.CENTRE, Samples.INSTITUTE, day).orElseThrow();
    }

    @Test
    @Clause({"N2.1b", "A1.3"})
    void theWindowsOfTheNewSchoolCount() {
        CaptureSession before = session(Samples.SCHOOL, 1, "E1");
        assertThat(reason(present(Samples.INSTITUTE, 2, "E1"))).isEqualTo(Refusal.Reason.OUTSIDE_DAYS);
        assertThat(listed(OLD, Samples.SCHOOL))
                .as("a refused code moves nothing")
                .containsExactly(before.record());
        desk.at("2024-04-10T09:00:00");
        assertThat(captured(Samples.INSTITUTE, 2, "E1", "ok-1").state()).isEqualTo(CaptureState.QUEUED);
        assertThat(reason(present(Samples.SCHOOL, 3, "E1"))).isEqualTo(Refusal.Reason.OUTSIDE_DAYS);
        assertThat(listed(NEW, Samples.INSTITUTE)).containsExactly(before.record());
    }

    @Test
    void itMovesBackByAnEvenNewerCodeAndNeverByAnOlderOne() {
        desk.at(BOTH_OPEN);
        RecordId id = session(Samples.SCHOOL, 1, "E1").record();
        present(Samples.INSTITUTE, 2, "E1").orElseThrow();
        assertThat(reason(present(Samples.SCHOOL, 1, "E1"))).isEqualTo(Refusal.Reason.CODE_REFUSED);
        assertThat(listed(NEW, Samples.INSTITUTE)).containsExactly(id);
        present(Samples.SCHOOL, 3, "E1").orElseThrow();
        assertThat(reason(present(Samples.INSTITUTE, 2, "E1"))).isEqualTo(Refusal.Reason.CODE_REFUSED);
        assertThat(listed(OLD, Samples.SCHOOL)).containsExactly(id);
        assertThat(listed(NEW, Samples.INSTITUTE)).isEmpty();
        assertThat(history(OLD, id)).filteredOn("SchoolMoved"::equals).hasSize(2);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    @Clause("N3.4")
    void whatTheStudentPaidStaysTheirs() {
        desk.at(BOTH_OPEN);
        RecordId id = captured(Samples.INSTITUTE, 1, "E1", "ok-1").id();
        Payment paid = new Payment(Fee.OF_THE_NOTICE, "P-1");
        desk.tucai.payment().recordStudentPayment(Samples.SYSTEM, id, paid).orElseThrow();
        present(Samples.SCHOOL, 2, "E1").orElseThrow();
        assertThat(desk.tucai.capture().record(OLD, id).orElseThrow().payment()).contains(paid);
        present(Samples.INSTITUTE, 3, "E1").orElseThrow();
        assertThat(reason(desk.tucai.payment().recordStudentPayment(Samples.SYSTEM, id, paid)))
                .isEqualTo(Refusal.Reason.PAID_ALREADY);
    }

    @Test
    @Clause("A2.3.6")
    void aLockedRecordStaysWhereItIsUntilItsSchoolUnlocksIt() {
        desk.at(BOTH_OPEN);
        CaptureService capture = desk.tucai.capture();
        RecordId id = captured(Samples.SCHOOL, 1, "E1", "ok-1").id();
        desk.lock(capture.record(Samples.CENTRE, id).orElseThrow());
        Refusal locked = present(Samples.INSTITUTE, 2, "E1").fold(done -> null, refusal -> refusal);
        assertThat(locked.reason()).isEqualTo(Refusal.Reason.LOCKED);
        assertThat(locked.en()).contains("the school before").contains("present the code of the new school again");
        assertThat(locked.zhCn()).contains("原院校");
        assertThat(listed(OLD, Samples.SCHOOL)).containsExactly(id);
        assertThat(reason(capture.unlock(NEW, id, "解锁"))).isEqualTo(Refusal.Reason.NOT_YOURS);
        capture.unlock(OLD, id, "已谈话").orElseThrow();
        present(Samples.INSTITUTE, 2, "E1").orElseThrow();
        assertThat(listed(NEW, Samples.INSTITUTE)).containsExactly(id);
        assertThat(reason(capture.record(OLD, id))).isEqualTo(Refusal.Reason.UNKNOWN);
    }

    @Test
    @Clause("N0.3")
    void aRecordThatMovedIsErasedWhollyAndTheChainHolds() throws Exception {
        RecordId id = moved("Z-MOVED");
        desk.tucai.audit().anchor(Samples.CENTRE).orElseThrow();
        desk.tucai.protection().erase(Samples.CENTRE, id).orElseThrow();
        assertThat(listed(OLD, Samples.SCHOOL)).isEmpty();
        assertThat(listed(NEW, Samples.INSTITUTE)).isEmpty();
        assertThat(reason(present(Samples.INSTITUTE, 4, "Z-MOVED"))).isEqualTo(Refusal.Reason.ERASED);
        Dump dump = new Dump(desk.dataSource);
        for (String word : List.of("Z-MOVED", "诸葛")) {
            assertThat(Dump.holding(dump.cells(), word)).isEmpty();
            assertThat(Dump.holding(dump.readable(), word)).isEmpty();
        }
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    void whatIsOnItsWayArrivesThoughTheStudentMoved() throws Exception {
        RecordId id = moved("E1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        assertThat(desk.tucai.capture().record(NEW, id).orElseThrow().state()).isEqualTo(CaptureState.DELIVERED);
    }

    @Test
    @Clause("N0.3")
    void aRecordThatNoEventMovedIsShownToNoOtherSchoolAndTold() throws SQLException {
        RecordId id = session(Samples.SCHOOL, 1, "E1").record();
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update stream set listed = '" + Samples.INSTITUTE.value() + "' where id = '" + id + "'");
        }
        assertThat(listed(NEW, Samples.INSTITUTE)).isEmpty();
        assertThat(AuditLog.verify(desk.dataSource).faults())
                .containsExactly(
                        "stream " + id + ": it is listed at another school than it began at, and no event moved it");
    }

    /** Whatever the order, the newest code wins; a list shows each record at one school at any moment. */
    @Test
    void codesOfTwoSchoolsPresentedAtTheSameTimeLeaveTheRecordAtTheSchoolOfTheNewest() throws Exception {
        desk.at(BOTH_OPEN);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String enrolment = "E" + i;
            for (int day = 1; day <= 4; day++) {
                int issued = day;
                SchoolCode school = day % 2 == 0 ? Samples.INSTITUTE : Samples.SCHOOL;
                all.add(threads.submit(() -> {
                    go.await();
                    return present(school, issued, enrolment);
                }));
            }
        }
        go.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
        assertThat(listed(OLD, Samples.SCHOOL)).isEmpty();
        assertThat(listed(NEW, Samples.INSTITUTE)).hasSize(8);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }
}
