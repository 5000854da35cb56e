package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.contract.Clause;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.school.SchoolCode;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Days and hours that the centre grants to one student, who may not have presented any code yet (A1.3, N2.5). */
class OwnArrangementTest extends TwoSchools {
    private static final CaptureWindow LATER = CaptureWindow.parse("2024-06-03..2024-06-04");
    private static final DailyHours EVENING = new DailyHours(LocalTime.of(18, 0), LocalTime.of(20, 0));
    private static final String REASON = "阑尾炎手术住院";

    private Outcome<CaptureRecord> grant(Actor actor, SchoolCode school, String enrolment) {
        return desk.tucai
                .schools()
                .grantArrangement(actor, school, new EnrolmentNumber(enrolment), LATER, EVENING, REASON);
    }

    @Test
    @Clause("A1.3")
    void itOpensCaptureForThisStudentAndNobodyElse() {
        CaptureRecord known = desk.captured("E1", "ok-1");
        assertThat(grant(Samples.CENTRE, Samples.SCHOOL, "E1").orElseThrow().id())
                .isEqualTo(known.id());
        desk.at("2024-06-03T18:00:00");
        assertThat(desk.captured("E1", "ok-2").attempts()).isEqualTo(2);
        assertThat(reason(desk.present("E2"))).isEqualTo(Refusal.Reason.OUTSIDE_DAYS);
        desk.at("2024-06-03T20:00:00");
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.OUTSIDE_HOURS);
        desk.at("2024-06-04T20:00:00");
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.OUTSIDE_DAYS);
    }

    @Test
    @Clause({"A1.3", "N2.3b"})
    void aStudentWithoutACodeHasARecordThatCountsNowhereUntilOneIsPresented() {
        CaptureRecord fresh = grant(Samples.CENTRE, Samples.SCHOOL, "E1").orElseThrow();
        assertThat(fresh.state()).isEqualTo(CaptureState.NEW);
        assertThat(fresh.claims()).isEmpty();
        assertThat(fresh.session()).isEmpty();
        assertThat(desk.tucai.capture().records(OLD, Samples.SCHOOL).orElseThrow())
                .containsExactly(fresh);
        assertThat(desk.tucai.reports().coverage(OLD, Samples.SCHOOL).orElseThrow())
                .satisfies(c -> assertThat(List.of(c.presented(), c.accepted(), c.retake(), c.locked()))
                        .containsOnly(0));
        assertThat(desk.tucai.delivery().items(OLD, Samples.SCHOOL).orElseThrow())
                .isEmpty();
        assertThat(desk.tucai.delivery().sealPending(Samples.CENTRE).orElseThrow())
                .isZero();
        desk.at("2024-06-03T18:00:00");
        CaptureRecord presented = desk.captured("E1", "ok-1");
        assertThat(presented.id()).isEqualTo(fresh.id());
        assertThat(presented.state()).isEqualTo(CaptureState.QUEUED);
        assertThat(desk.tucai
                        .reports()
                        .coverage(OLD, Samples.SCHOOL)
                        .orElseThrow()
                        .presented())
                .isEqualTo(1);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    @Clause("A1.3")
    void aCodeOfAnotherSchoolTakesTheRecordThereAndTheArrangementAlong() {
        CaptureRecord fresh = grant(Samples.CENTRE, Samples.SCHOOL, "E1").orElseThrow();
        desk.at("2024-06-03T18:00:00");
        assertThat(present(Samples.INSTITUTE, 1, "E1").orElseThrow().record()).isEqualTo(fresh.id());
        assertThat(desk.tucai.capture().records(OLD, Samples.SCHOOL).orElseThrow())
                .isEmpty();
        CaptureRecord moved = desk.tucai.capture().record(NEW, fresh.id()).orElseThrow();
        assertThat(moved.school()).contains(Samples.INSTITUTE);
        assertThat(moved.arrangements()).isEqualTo(fresh.arrangements());
        assertThat(desk.tucai.capture().history(NEW, fresh.id()).orElseThrow())
                .extracting(entry -> entry.event().getClass().getSimpleName())
                .containsExactly("ArrangementGranted", "SchoolMoved", "CodePresented");
        assertThat(desk.tucai.capture().records(NEW, Samples.INSTITUTE).orElseThrow())
                .containsExactly(moved);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    @Clause("N0.3")
    void beforeACodeIsPresentedItsSchoolTheCentreAndTheStudentSeeItAndNothingElseCanBeDone() {
        CaptureRecord fresh = grant(Samples.CENTRE, Samples.SCHOOL, "E1").orElseThrow();
        CaptureService capture = desk.tucai.capture();
        for (Actor actor : List.of(OLD, Samples.CENTRE, Samples.student("E1"))) {
            assertThat(capture.record(actor, fresh.id()).orElseThrow()).isEqualTo(fresh);
            assertThat(capture.history(actor, fresh.id()).orElseThrow()).hasSize(1);
        }
        for (Actor actor : List.of(NEW, Samples.student("E2"), new Actor.CodeHolder())) {
            assertThat(reason(capture.record(actor, fresh.id()))).isEqualTo(Refusal.Reason.UNKNOWN);
        }
        assertThat(reason(capture.product(OLD, fresh.id()))).isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(reason(desk.tucai.delivery().retry(Samples.CENTRE, fresh.id(), 1)))
                .isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(reason(desk.tucai.payment().recordRefund(Samples.CENTRE, "P-1", "重复")))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
    }

    @Test
    @Clause("A1.3")
    void itIsTheCentresAloneForAKnownSchoolNeverRetroactiveAndNamesTheStudentsSchool() {
        assertThat(reason(grant(OLD, Samples.SCHOOL, "E1"))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(grant(Samples.CENTRE, new SchoolCode("99999"), "E1"))).isEqualTo(Refusal.Reason.UNKNOWN);
        CaptureRecord known = desk.captured("E1", "ok-1");
        Outcome<CaptureRecord> elsewhere = grant(Samples.CENTRE, Samples.INSTITUTE, "E1");
        assertThat(reason(elsewhere)).isEqualTo(Refusal.Reason.OTHER_SCHOOL);
        desk.at("2024-06-03T18:00:00");
        assertThat(reason(grant(Samples.CENTRE, Samples.SCHOOL, "E1"))).isEqualTo(Refusal.Reason.RETROACTIVE);
        assertThat(desk.record(known)).isEqualTo(known);
    }

    @Test
    @Clause("N0.3")
    void anErasedStudentIsGrantedNothingAndNothingIsLeft() throws SQLException {
        CaptureRecord fresh = grant(Samples.CENTRE, Samples.SCHOOL, "E-GONE").orElseThrow();
        desk.tucai.protection().erase(Samples.CENTRE, fresh.id()).orElseThrow();
        assertThat(reason(grant(Samples.CENTRE, Samples.SCHOOL, "E-GONE"))).isEqualTo(Refusal.Reason.ERASED);
        assertThat(reason(grant(OLD, Samples.SCHOOL, "E-GONE"))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(desk.present("E-GONE"))).isEqualTo(Refusal.Reason.ERASED);
        assertThat(desk.tucai.capture().records(OLD, Samples.SCHOOL).orElseThrow())
                .isEmpty();
        assertNothingOf("E-GONE", REASON);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    /** Sixteen students, each granted, presented and erased by four threads at the same time. */
    @Test
    @Clause("N0.3")
    void underSixtyFourThreadsEachStudentHasOneRecordAndErasingLeavesNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Object>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String enrolment = "Z-CROWD-" + i;
            for (Callable<Object> act : List.<Callable<Object>>of(
                    () -> grant(Samples.CENTRE, Samples.SCHOOL, enrolment),
                    () -> grant(Samples.CENTRE, Samples.SCHOOL, enrolment),
                    () -> present(Samples.SCHOOL, 1, enrolment),
                    () -> eraseAll(enrolment))) {
                all.add(threads.submit(() -> {
                    go.await();
                    return act.call();
                }));
            }
        }
        go.countDown();
        for (Future<Object> each : all) {
            each.get();
        }
        threads.shutdown();
        assertThat(desk.tucai.capture().records(OLD, Samples.SCHOOL).orElseThrow())
                .doesNotHaveDuplicates()
                .extracting(record -> record.enrolment().orElseThrow())
                .doesNotHaveDuplicates();
        for (CaptureRecord record :
                desk.tucai.capture().records(OLD, Samples.SCHOOL).orElseThrow()) {
            desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        }
        assertNothingOf("Z-CROWD-", "诸葛", REASON);
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    private Object eraseAll(String enrolment) {
        return desk.tucai.capture().records(OLD, Samples.SCHOOL).orElseThrow().stream()
                .filter(record -> record.enrolment().orElseThrow().value().equals(enrolment))
                .map(record -> desk.tucai.protection().erase(Samples.CENTRE, record.id()))
                .toList();
    }

    private void assertNothingOf(String... words) throws SQLException {
        Dump dump = new Dump(desk.dataSource);
        for (String word : words) {
            assertThat(Dump.holding(dump.cells(), word)).isEmpty();
            assertThat(Dump.holding(dump.readable(), word)).isEmpty();
        }
    }
}
