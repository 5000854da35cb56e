package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.failure.TransportException;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.Statement;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.Verdict;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.proofing.ProofingRound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class TucaiTest extends WithDesk {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void anAcceptedPhotoIsFinishedSealedAndDelivered() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        assertThat(record.state()).isEqualTo(CaptureState.QUEUED);
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(desk.registry.valid.get("E1"))
                .isEqualTo("1|" + record.product().orElseThrow().digest().hex());
        assertThat(desk.tucai
                        .capture()
                        .product(Samples.student("E1"), record.id())
                        .orElseThrow())
                .isEqualTo(Desk.photo("product of ok-1"));
    }

    @Test
    void aRejectedPhotoIsTakenAgain() {
        CaptureSession session = desk.session("E1");
        PhotoAnswer no = desk.handIn(session, "bad-1");
        assertThat(no.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(no.record().lastFaults()).containsExactly(new CheckId("eyes-open"));
        assertThat(no.product()).isEmpty();
        PhotoAnswer yes = desk.handIn(session, "ok-2");
        assertThat(yes.verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(yes.record().attempts()).isEqualTo(2);
    }

    @Test
    void aPhotoThatCannotBeFinishedIsRejectedWithTheReason() {
        PhotoAnswer uncut = desk.handIn(desk.session("E1"), "ok-uncut");
        assertThat(uncut.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(uncut.notFinished()).extracting("en").containsExactly("step back");
        assertThat(uncut.record().lastFaults()).containsExactly(new CheckId("finishing"));
        PhotoAnswer spoilt = desk.handIn(desk.session("E1"), "ok-spoilt");
        assertThat(spoilt.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(spoilt.notFinished()).extracting("en").containsExactly("open your eyes");
    }

    @Test
    void aForgedCodeAnUnknownOneAndAWrongSecondFactorOpenNothing() {
        assertThat(reason(desk.present("forged"))).isEqualTo(Refusal.Reason.CODE_REFUSED);
        Actor holder = new Actor.CodeHolder();
        assertThat(reason(desk.tucai.capture().present(holder, new CollectionCode("XX:1"), Samples.LAST_FOUR)))
                .isEqualTo(Refusal.Reason.CODE_REFUSED);
        assertThat(reason(desk.tucai.capture().present(holder, Desk.code("E1"), new IdLastFour("0000"))))
                .isEqualTo(Refusal.Reason.SECOND_FACTOR);
        assertThat(reason(desk.tucai.capture().present(holder, Desk.code("E1"), null)))
                .isEqualTo(Refusal.Reason.SECOND_FACTOR);
    }

    @Test
    void wrongSecondFactorsCloseAnEnrolmentForAWhile() {
        Actor holder = new Actor.CodeHolder();
        desk.at("2024-03-15T10:00:00");
        for (int i = 0; i < 5; i++) {
            assertThat(reason(desk.tucai.capture().present(holder, Desk.code("E1"), null)))
                    .isEqualTo(Refusal.Reason.SECOND_FACTOR);
            assertThat(reason(desk.tucai.capture().present(holder, Desk.code("E1"), new IdLastFour("000" + i))))
                    .isEqualTo(Refusal.Reason.SECOND_FACTOR);
        }
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.TOO_MANY_TRIES);
        desk.present("E2").orElseThrow();
        desk.at("2024-03-15T10:14:59");
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.TOO_MANY_TRIES);
        desk.at("2024-03-15T10:15:00");
        desk.present("E1").orElseThrow();
    }

    @Test
    void aRestartForgivesNoWrongSecondFactor() {
        for (int i = 0; i < 4; i++) {
            assertThat(reason(guess("E1"))).isEqualTo(Refusal.Reason.SECOND_FACTOR);
        }
        reopen(new Desk.Registry());
        assertThat(reason(guess("E1"))).isEqualTo(Refusal.Reason.SECOND_FACTOR);
        reopen(new Desk.Registry());
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.TOO_MANY_TRIES);
        desk.present("E2").orElseThrow();
        desk.at("2024-03-18T09:15:00");
        desk.present("E1").orElseThrow();
        assertThat(reason(guess("E1"))).isEqualTo(Refusal.Reason.SECOND_FACTOR);
        desk.present("E1").orElseThrow();
    }

    private Outcome<CaptureSession> guess(String enrolment) {
        return desk.tucai.capture().present(new Actor.CodeHolder(), Desk.code(enrolment), new IdLastFour("0000"));
    }

    @Test
    void aCodeAtAnotherSchoolsDeskIsRefused() {
        assertThat(reason(desk.tucai.capture().present(Samples.STRANGER, Desk.code("E1"), Samples.LAST_FOUR)))
                .isEqualTo(Refusal.Reason.CODE_REFUSED);
    }

    @Test
    void theWindowOpensAndClosesToTheSecond() {
        desk.at("2024-03-15T07:59:59");
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.OUTSIDE_HOURS);
        desk.at("2024-03-15T08:00:00");
        desk.present("E1").orElseThrow();
        desk.at("2024-04-03T17:59:59");
        desk.present("E1").orElseThrow();
        desk.at("2024-04-03T18:00:00");
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.OUTSIDE_HOURS);
        desk.at("2024-04-04T10:00:00");
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.OUTSIDE_DAYS);
    }

    @Test
    void anExpiredCodeIsRefused() {
        desk.at("2025-03-18T10:00:00");
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.CODE_REFUSED);
    }

    @Test
    void aViolationLocksUntilTheSchoolUnlocks() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        CaptureService capture = desk.tucai.capture();
        desk.lock(record);
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.LOCKED);
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.LOCKED);
        assertThat(reason(capture.unlock(Samples.STRANGER, record.id(), "解锁"))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(capture.unlock(Samples.CENTRE, record.id(), "解锁"))).isEqualTo(Refusal.Reason.NOT_YOURS);
        capture.unlock(Samples.ADMINISTRATOR, record.id(), "已谈话，重新拍摄").orElseThrow();
        assertThat(desk.captured("E1", "ok-2").state()).isEqualTo(CaptureState.QUEUED);
    }

    @Test
    void aWithdrawnPhotoIsNeverSentAndTheRetakeIs() throws Exception {
        CaptureRecord first = desk.captured("E1", "ok-1");
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, first.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.registry.calls).isEmpty();
        desk.captured("E1", "ok-2");
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.registry.valid.get("E1")).startsWith("2|");
        assertThat(desk.tucai.delivery().items(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .extracting(DeliveryItem::status)
                .containsExactly(DeliveryEntry.Status.SUPERSEDED, DeliveryEntry.Status.ACCEPTED);
    }

    @Test
    void aPersonDecidesOnADoubtfulPhoto() throws Exception {
        CaptureRecord record = desk.captured("E1", "doubt-1");
        assertThat(record.state()).isEqualTo(CaptureState.IN_REVIEW);
        CaptureRecord after = desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.ACCEPTED, "清晰")
                .orElseThrow();
        assertThat(after.state()).isEqualTo(CaptureState.QUEUED);
    }

    @Test
    void aSuspectedPhotoIsHeldUntilItIsDecided() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai
                .capture()
                .suspectViolation(Samples.CENTRE, record.id(), Desk.digest("ok-1"), "疑似翻拍")
                .orElseThrow();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofMillis(300))).isFalse();
        assertThat(desk.registry.calls).isEmpty();
        desk.decide(Samples.CENTRE, record, ReviewOutcome.ACCEPTED, "正常").orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
    }

    @Test
    void proofreadingRunsFromPublicationToFeedback() {
        CaptureRecord one = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        desk.captured("E3", "bad-3");
        desk.at("2024-04-03T18:00:00");
        ProofingService proofing = desk.tucai.proofing();
        assertThat(reason(proofing.publish(Samples.ADMINISTRATOR, Samples.SCHOOL)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        ProofingRound round = proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(round.photos()).isEqualTo(2);
        assertThat(round.deadline().due()).isEqualTo(LocalDate.of(2024, 5, 6));
        proofing.raiseErratum(Samples.ADMINISTRATOR, one.id(), Desk.digest("ok-1"), Erratum.Kind.WRONG_DATA, "班级有误")
                .orElseThrow();
        assertThat(reason(proofing.feedbackForm(Samples.ADMINISTRATOR, Samples.SCHOOL)))
                .isEqualTo(Refusal.Reason.ERRATUM_OPEN);
        desk.at("2024-05-07T09:00:00");
        assertThat(proofing.isOverdue(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .isFalse();
        proofing.resolveErratum(Samples.CENTRE, one.id(), 1, "已更正").orElseThrow();
        assertThat(proofing.isOverdue(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .isTrue();
        assertThat(proofing.feedbackForm(Samples.ADMINISTRATOR, Samples.SCHOOL)
                        .orElseThrow()
                        .build()
                        .pictures())
                .isEqualTo(2);
        assertThat(proofing.recordFeedback(Samples.CENTRE, Samples.SCHOOL, LocalDate.of(2024, 5, 7))
                        .orElseThrow()
                        .round()
                        .orElseThrow()
                        .releasesPaper())
                .isTrue();
    }

    @Test
    void aStatementCountsStudentsAndNotPhotosAndStaysFrozen() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        desk.captured("E1", "ok-2");
        desk.captured("E2", "ok-3");
        desk.captured("E3", "bad-4");
        desk.captured("E4", "ok-5");
        desk.at("2024-04-03T18:00:00");
        Statement statement = desk.tucai
                .payment()
                .issueStatement(Samples.CENTRE, Samples.SCHOOL)
                .orElseThrow();
        assertThat(statement.students()).isEqualTo(3);
        assertThat(statement.total()).isEqualTo(Fee.of("45.00"));
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        assertThat(reason(desk.tucai.payment().issueStatement(Samples.CENTRE, Samples.SCHOOL)))
                .isEqualTo(Refusal.Reason.DONE_ALREADY);
        assertThat(desk.tucai
                        .payment()
                        .recordTransfer(Samples.CENTRE, Samples.SCHOOL, new Payment(Fee.of("45.00"), "T1"))
                        .orElseThrow()
                        .status())
                .isEqualTo(Booking.Status.MATCHED);
        assertThat(desk.tucai
                        .schools()
                        .school(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow()
                        .statement())
                .contains(statement);
    }

    @Test
    void coverageCountsWithoutNamingAnybody() {
        desk.tucai
                .schools()
                .setExpected(Samples.ADMINISTRATOR, Samples.SCHOOL, 5)
                .orElseThrow();
        desk.captured("E1", "ok-1");
        desk.captured("E2", "bad-2");
        desk.captured("E3", "doubt-3");
        Coverage coverage = desk.tucai
                .reports()
                .coverage(Samples.ADMINISTRATOR, Samples.SCHOOL)
                .orElseThrow();
        assertThat(coverage).isEqualTo(new Coverage(Samples.SCHOOL, OptionalInt.of(5), 3, 1, 1, 1, 0, 0, 0, 0));
        assertThat(coverage.missing()).hasValue(4);
    }

    @Test
    void aSchoolSeesItsOwnStudentsOnlyAndAStudentTheOwnRecord() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        CaptureService capture = desk.tucai.capture();
        assertThat(reason(capture.record(Samples.STRANGER, record.id()))).isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(reason(capture.product(Samples.student("E2"), record.id()))).isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(reason(capture.records(Samples.STRANGER, Samples.SCHOOL))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(desk.tucai.reports().coverage(Samples.STRANGER, Samples.SCHOOL)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(desk.tucai.schools().schools(Samples.ADMINISTRATOR))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(capture.records(Samples.ADMINISTRATOR, Samples.SCHOOL).orElseThrow())
                .hasSize(1);
        assertThat(desk.tucai.schools().schools(Samples.CENTRE).orElseThrow()).hasSize(1);
    }

    @Test
    void theHistorySaysWhoDidWhat() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        List<HistoryEntry> history =
                desk.tucai.capture().history(Samples.CENTRE, record.id()).orElseThrow();
        assertThat(history)
                .extracting(entry -> entry.event().getClass().getSimpleName() + " by " + entry.actor())
                .containsExactly(
                        "CodePresented by holder",
                        "ConsentGiven by student",
                        "PhotoAccepted by student",
                        "PhotoChecked by student",
                        "Finished by student",
                        "Sealed by system:sealing",
                        "Reset by school:10290:li",
                        "DeliveryWithdrawn by school:10290:li");
        assertThat(((CaptureEvent.ConsentGiven) history.get(1).event()).declarations())
                .isEqualTo(Declarations.NONE.withGlasses(false));
    }

    @Test
    @Clause("A2.3.4")
    void anExemptionIsGrantedByTheSchoolIsCheckedWithAndIsInTheHistory() {
        Exemption covering = Exemption.headCovering(Exemption.Kind.RELIGIOUS);
        CaptureService capture = desk.tucai.capture();
        CaptureSession session = desk.present("E1").orElseThrow();
        Declarations claimed = Declarations.NONE.withGlasses(false).withExemption(covering);
        assertThat(reason(capture.consent(session.student(), session, "2024-1", claimed)))
                .isEqualTo(Refusal.Reason.EXEMPTION_CLAIMED);
        assertThat(reason(capture.grantExemption(session.student(), session.record(), covering)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        capture.grantExemption(Samples.ADMINISTRATOR, session.record(), covering)
                .orElseThrow();
        desk.close();
        Set<Declarations> checkedWith = ConcurrentHashMap.newKeySet();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                new Desk.Registry(),
                builder -> builder.checker((photo, stage, declarations, used) -> {
                    checkedWith.add(declarations);
                    return Desk.check(photo, stage, declarations, used);
                }));
        CaptureRecord record = desk.captured("E1", "ok-1");
        assertThat(checkedWith).containsExactly(claimed);
        assertThat(record.exemptions()).containsExactly(covering);
        assertThat(desk.tucai.capture().history(Samples.CENTRE, record.id()).orElseThrow())
                .filteredOn(entry -> entry.event() instanceof CaptureEvent.ExemptionGranted)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("school:10290:li");
                    assertThat(entry.event()).isEqualTo(new CaptureEvent.ExemptionGranted(Samples.MORNING, covering));
                });
    }

    @Test
    void whatIsQueuedAtTheEndGoesOutAfterTheNextStart() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
    }

    @Test
    void aRegistryThatIsDownForAWhileIsTriedAgain() throws Exception {
        Desk.Registry flaky = new Desk.Registry() {
            private int left = 4;

            @Override
            public synchronized io.github.tucai.delivery.DeliveryOutcome deliver(
                    io.github.tucai.delivery.SealedBundle bundle) {
                if (left-- > 0) {
                    throw new TransportException("connection refused", true, null);
                }
                return super.deliver(bundle);
            }
        };
        reopen(flaky);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(flaky.calls.values()).containsExactly(1);
    }

    /** A folder that is carried to the registry brings its answer back days later: nobody need be asked meanwhile. */
    @Test
    void anAnswerThatTakesItsTimeIsAwaited() throws Exception {
        Desk.Registry slow = new Desk.Registry() {
            private int left = 12;

            @Override
            public synchronized io.github.tucai.delivery.DeliveryOutcome deliver(
                    io.github.tucai.delivery.SealedBundle bundle) {
                if (left-- > 0) {
                    throw TransportException.awaitingAnswer("handed over");
                }
                return super.deliver(bundle);
            }
        };
        reopen(slow);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(slow.calls.values()).containsExactly(1);
    }

    @Test
    void aRegistryThatStaysDownLeavesTheDeliveryToAPersonWhoTriesAgain() throws Exception {
        Desk.Registry down = new Desk.Registry() {
            private volatile boolean up;

            @Override
            public io.github.tucai.delivery.DeliveryOutcome deliver(io.github.tucai.delivery.SealedBundle bundle) {
                if (!up) {
                    up = true;
                    throw new TransportException("the certificate is not known there", false, null);
                }
                return super.deliver(bundle);
            }
        };
        reopen(down);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERY_WAITING);
        assertThat(desk.tucai
                        .delivery()
                        .items(Samples.ADMINISTRATOR, Samples.SCHOOL)
                        .orElseThrow())
                .extracting(DeliveryItem::detail)
                .containsExactly("the certificate is not known there");
        assertThat(reason(desk.tucai.delivery().retry(Samples.ADMINISTRATOR, record.id(), 1)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        desk.tucai.delivery().retry(Samples.CENTRE, record.id(), 1).orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
    }

    @Test
    void refusesAnH2FileThatDelaysItsWrites() {
        String url = "jdbc:h2:" + folder.resolve("slow");
        assertThatThrownBy(() ->
                        new Desk(org.h2.jdbcx.JdbcConnectionPool.create(url, "sa", ""), folder, new Desk.Registry()))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("WRITE_DELAY=0");
    }

    @Test
    void aBuilderThatLacksSomethingSaysWhat() {
        assertThatThrownBy(() -> Tucai.builder().build()).hasMessageContaining("campaign");
        assertThatThrownBy(() -> Tucai.builder().campaign(Samples.CAMPAIGN).build())
                .hasMessageContaining("dataSource");
        assertThatThrownBy(() -> Tucai.builder().keyEncryptionKey("k", new byte[16]))
                .hasMessageContaining("32 bytes");
    }
}
