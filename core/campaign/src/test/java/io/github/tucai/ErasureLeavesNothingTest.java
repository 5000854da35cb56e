package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Exemption;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A student with whom everything happened that can, erased: tables, files and what keys still open hold no word of them. */
@Clause("N0.3")
class ErasureLeavesNothingTest extends TwoSchools {
    private static final String GONE = "Z-GONE-20250001";
    private static final CodeClaims CLAIMS = claims(Samples.INSTITUTE, 3, GONE);

    /** What somebody wrote about the student; each is stored with an event. */
    private static final List<String> REASONS = List.of(
            "阑尾炎手术住院",
            "误登记豁免一",
            "眼睛半闭二",
            "照片模糊三",
            "疑似翻拍四",
            "像是本人五",
            "翻拍属实六",
            "已谈话七",
            "重复缴费八",
            "班级有误九",
            "已更正十",
            "P-GONE-77",
            "我没有闭眼十二",
            "确实闭眼十三",
            "又像翻拍十四",
            "是现场拍的十五",
            "学生申诉十六",
            "复核仍是十七");

    private final List<String> digests = new ArrayList<>();

    @BeforeEach
    void registryThatRefusesWithWords() {
        if (desk == null) {
            return;
        }
        desk.close();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                new Desk.Registry() {
                    @Override
                    public DeliveryOutcome deliver(SealedBundle bundle) {
                        DeliveryOutcome accepted = super.deliver(bundle);
                        return valid.getOrDefault(GONE, "").startsWith("1|")
                                ? new DeliveryOutcome.Refused("unknown-enrolment", "no enrolment " + GONE)
                                : accepted;
                    }
                },
                builder -> builder.decoder(new SchoolDecoder()));
    }

    @Test
    void nothingIsLeftInTablesFilesOrUnderKeys() throws Exception {
        desk.at("2024-04-02T09:00:00");
        desk.captured("E1", "ok-other");
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        Set<Path> others = photos();
        RecordId id = liveThroughEverything();
        CaptureRecord before = desk.tucai.capture().record(Samples.CENTRE, id).orElseThrow();
        List<String> words = words(before);
        assertThat(words).as("the search finds what is there").allSatisfy(word -> assertThat(
                        Dump.holding(dump().readable(), word))
                .isNotEmpty());
        assertThat(photos()).hasSizeGreaterThan(others.size());
        desk.tucai.protection().erase(Samples.CENTRE, id).orElseThrow();
        assertThat(photos()).isEqualTo(others);
        for (String word : words) {
            assertThat(Dump.holding(dump().cells(), word)).as(word).isEmpty();
            assertThat(Dump.holding(dump().readable(), word)).as(word).isEmpty();
        }
        assertThat(Dump.holding(dump().cells(), id.value()))
                .as(
                        "the chain, money that can go back, and a task that finds nothing to send, know the random number alone")
                .isSubsetOf(names(
                        "stream.id",
                        "event.stream",
                        "anchor_head.stream",
                        "scheduled_tasks.task_instance",
                        "payment_booking.stream"));
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    private RecordId liveThroughEverything() throws InterruptedException {
        CaptureService capture = desk.tucai.capture();
        desk.tucai
                .schools()
                .grantArrangement(
                        Samples.CENTRE,
                        Samples.INSTITUTE,
                        new EnrolmentNumber(GONE),
                        CaptureWindow.parse("2024-06-03..2024-06-04"),
                        DailyHours.OF_THE_NOTICE,
                        REASONS.get(0))
                .orElseThrow();
        CaptureSession session = session(Samples.INSTITUTE, 3, GONE);
        RecordId id = session.record();
        capture.grantExemption(NEW, id, Exemption.medical(Set.of(new CheckId("ears-visible"))))
                .orElseThrow();
        capture.revokeExemptions(NEW, id, REASONS.get(1)).orElseThrow();
        handIn(session, "bad-gone-1");
        handIn(session, "doubt-gone-2");
        decide(NEW, id, "doubt-gone-2", ReviewOutcome.REJECTED, REASONS.get(3));
        capture.askForPerson(session.student(), id, Desk.digest("bad-gone-1"), REASONS.get(12))
                .orElseThrow();
        decide(Samples.CENTRE, id, "bad-gone-1", ReviewOutcome.REJECTED, REASONS.get(13));
        handIn(session, "ok-gone-3");
        capture.reset(NEW, id, Desk.digest("ok-gone-3"), REASONS.get(2)).orElseThrow();
        handIn(session, "ok-gone-4");
        suspect(id, REASONS.get(4));
        decide(Samples.CENTRE, id, "ok-gone-4", ReviewOutcome.ACCEPTED, REASONS.get(5));
        suspect(id, REASONS.get(14));
        capture.answerSuspicion(session.student(), id, Desk.digest("ok-gone-4"), REASONS.get(15))
                .orElseThrow();
        desk.at("2024-04-03T18:00:00");
        decide(Samples.CENTRE, id, "ok-gone-4", ReviewOutcome.VIOLATION, REASONS.get(6));
        capture.orderSecondLook(Samples.CENTRE, id, REASONS.get(16)).orElseThrow();
        Actor.SchoolAdministrator colleague = new Actor.SchoolAdministrator("zhao", Samples.INSTITUTE);
        capture.evidence(colleague, id, Desk.digest("ok-gone-4")).orElseThrow();
        capture.decideSecondLook(colleague, id, ReviewOutcome.VIOLATION, REASONS.get(17))
                .orElseThrow();
        capture.unlock(NEW, id, REASONS.get(7)).orElseThrow();
        desk.at("2024-06-03T09:00:00");
        session = session(Samples.INSTITUTE, 3, GONE);
        handIn(session, "ok-gone-5");
        PaymentService payment = desk.tucai.payment();
        payment.recordStudentPayment(Samples.SYSTEM, id, new Payment(Fee.OF_THE_NOTICE, REASONS.get(11)))
                .orElseThrow();
        payment.recordRefund(Samples.CENTRE, REASONS.get(11), REASONS.get(8)).orElseThrow();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        ProofingService proofing = desk.tucai.proofing();
        proofing.publish(Samples.CENTRE, Samples.INSTITUTE).orElseThrow();
        proofing.raiseErratum(session.student(), id, Desk.digest("ok-gone-5"), Erratum.Kind.WRONG_DATA, REASONS.get(9))
                .orElseThrow();
        proofing.resolveErratum(Samples.CENTRE, id, 1, REASONS.get(10)).orElseThrow();
        return id;
    }

    private void suspect(RecordId id, String reason) {
        desk.tucai
                .capture()
                .suspectViolation(NEW, id, Desk.digest("ok-gone-4"), reason)
                .orElseThrow();
    }

    private void decide(Actor actor, RecordId id, String photo, ReviewOutcome outcome, String reason) {
        CaptureService capture = desk.tucai.capture();
        capture.evidence(actor, id, Desk.digest(photo)).orElseThrow();
        capture.decideReview(actor, id, Desk.digest(photo), outcome, reason).orElseThrow();
    }

    private void handIn(CaptureSession session, String photo) {
        desk.handIn(session, photo);
        digests.add(Desk.photo(photo).digest().hex());
    }

    private List<String> words(CaptureRecord record) {
        List<String> words = new ArrayList<>(REASONS);
        words.addAll(digests);
        words.add(record.product().orElseThrow().digest().hex());
        words.add(record.product().orElseThrow().vault().value());
        words.add(GONE);
        words.add(CLAIMS.name().value());
        words.add(CLAIMS.id().value());
        words.add(CLAIMS.studentNumber().value());
        words.add(CLAIMS.serial());
        words.add(record.delivery().orElseThrow().key().value());
        return words;
    }

    private Dump dump() {
        return new Dump(desk.dataSource);
    }

    /** H2 writes names of tables and columns in capitals. */
    private static List<String> names(String... columns) {
        return Stream.of(columns)
                .flatMap(c -> Stream.of(c, c.toUpperCase(java.util.Locale.ROOT)))
                .toList();
    }

    private Set<Path> photos() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("photos"))) {
            return new TreeSet<>(files.filter(Files::isRegularFile).toList());
        }
    }
}
