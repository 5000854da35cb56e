package io.github.tucai.campaign.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.Samples;
import io.github.tucai.WorkingDays;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CashbookEvent;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Statement;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.schedule.SpecialArrangement;
import io.github.tucai.school.School;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final Instant AT = Instant.parse("2024-03-18T01:00:00.123Z");
    private static final ImageDigest PHOTO = Samples.photo(1).digest();
    private static final DeliveryKey KEY = new DeliveryKey("ab".repeat(32));

    static Stream<CaptureEvent> captureEvents() {
        List<CheckId> checks = List.of(new CheckId("eyes-open"), new CheckId("glasses"));
        return Stream.of(
                new CaptureEvent.CodePresented(AT, Samples.claims("E1"), AT.plusSeconds(1800)),
                new CaptureEvent.SchoolMoved(AT, Samples.SCHOOL, Samples.INSTITUTE),
                new CaptureEvent.ConsentGiven(
                        AT,
                        "2024-1",
                        new Declarations(Optional.of(true), Set.of(new CheckId("earrings")), Optional.of(AT))),
                new CaptureEvent.ArrangementGranted(
                        AT,
                        Samples.SCHOOL,
                        new SpecialArrangement(
                                Optional.of(new EnrolmentNumber("E1")),
                                CaptureWindow.parse("2024-03-20..2024-03-21"),
                                DailyHours.OF_THE_NOTICE,
                                "病假",
                                AT)),
                new CaptureEvent.ExemptionGranted(AT, Exemption.medical(Set.of(new CheckId("ears-visible")))),
                new CaptureEvent.ExemptionsRevoked(AT, "误登记"),
                new CaptureEvent.PhotoRejected(AT, Samples.photo(1), checks),
                new CaptureEvent.PhotoSentToReview(AT, Samples.photo(2), checks),
                new CaptureEvent.PhotoAccepted(AT, Samples.photo(3)),
                new CaptureEvent.PhotoChecked(
                        AT, PHOTO, Stage.SUBMISSION, "CN-DEGREE", "ab".repeat(32), Verdict.REVIEW, findings()),
                new CaptureEvent.PersonAsked(AT, Samples.photo(1), "镜片没有反光"),
                new CaptureEvent.PhotoSeen(AT, PHOTO, "school:10290:li"),
                new CaptureEvent.Reset(AT, "闭眼", Optional.of(PHOTO)),
                new CaptureEvent.ReviewDecided(AT, ReviewOutcome.VIOLATION, "翻拍", Optional.of(PHOTO)),
                new CaptureEvent.ViolationSuspected(
                        AT, "疑似翻拍", Optional.of(PHOTO), Optional.of("centre:centre"), Optional.of(AT)),
                new CaptureEvent.SuspicionAnswered(AT, "现场拍摄", Optional.of(PHOTO)),
                new CaptureEvent.Locked(AT, "翻拍", Optional.of(PHOTO), Optional.of("school:10290:li")),
                new CaptureEvent.SecondLookOrdered(AT, "学生申诉"),
                new CaptureEvent.SecondLookDecided(AT, ReviewOutcome.ACCEPTED, "确为现场拍摄"),
                new CaptureEvent.Unlocked(AT, "已谈话"),
                new CaptureEvent.Finished(AT, Samples.photo(4), Optional.of(PHOTO)),
                new CaptureEvent.Paid(AT, new Payment(Fee.OF_THE_NOTICE, "P-1")),
                new CaptureEvent.PaymentUnmatched(
                        AT, new Payment(Fee.OF_THE_NOTICE, "P-2"), UnmatchedReason.PAID_ALREADY),
                new CaptureEvent.Refunded(AT, "重复", Optional.of("P-2")),
                new CaptureEvent.Billed(AT, Samples.SCHOOL),
                new CaptureEvent.Sealed(AT, 1, KEY),
                new CaptureEvent.Delivered(AT, 1, new Receipt(KEY, "R1", AT, false)),
                new CaptureEvent.DeliveryRefused(AT, 1, "unknown-enrolment", "no such enrolment"),
                new CaptureEvent.ResendOrdered(AT, 1, "密钥已补"),
                new CaptureEvent.DeliveryWaiting(AT, 1, "no answer"),
                new CaptureEvent.Superseded(AT, 1, 2),
                new CaptureEvent.DeliveryWithdrawn(AT, 1),
                new CaptureEvent.WithdrawalRequested(AT, 1, "翻拍"),
                new CaptureEvent.WithdrawalSealed(AT, 1),
                new CaptureEvent.WithdrawalTold(AT, 1, new Receipt(KEY, "R2", AT, true)),
                new CaptureEvent.WithdrawalRefused(AT, 1, "does-not-open", "the bundle does not open"),
                new CaptureEvent.WithdrawalWaiting(AT, 1, "no answer"),
                new CaptureEvent.WrongPersonConfirmed(AT, 1, Optional.of(PHOTO)),
                new CaptureEvent.Published(AT, 1),
                new CaptureEvent.ErratumRaised(AT, new Erratum(1, Erratum.Kind.WRONG_DATA, "班级"), Optional.of(PHOTO)),
                new CaptureEvent.ErratumResolved(AT, 1, "已更正"),
                new CaptureEvent.ProofConfirmed(AT, Optional.of(PHOTO)));
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        new CheckId("lenses-glare"),
                        Answer.UNSURE,
                        OptionalDouble.of(48.5),
                        OptionalDouble.of(0.015),
                        "",
                        "<= 0.01",
                        Severity.REVIEW,
                        new Region(120, 200, 60, 30),
                        "A2.3.3",
                        new Advice("请避免镜片反光", "avoid glare on the lenses"),
                        ""),
                new Finding(
                        new CheckId("ears-visible"),
                        Answer.SKIPPED,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "",
                        "",
                        Severity.ADVICE,
                        null,
                        "A2.3.2",
                        new Advice("露出双耳", "show both ears"),
                        "exempt"));
    }

    /** Logs of older versions name no photo in what was done about one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reset {'at':'2024-03-18T01:00:00Z','reason':'x'}",
                "ReviewDecided {'at':'2024-03-18T01:00:00Z','outcome':'ACCEPTED','reason':'x'}",
                "ViolationSuspected {'at':'2024-03-18T01:00:00Z','reason':'x'}",
                "Locked {'at':'2024-03-18T01:00:00Z','reason':'x'}",
                "ProofConfirmed {'at':'2024-03-18T01:00:00Z'}"
            })
    void whatOlderVersionsWroteIsRead(String line) {
        String[] parts = line.split(" ", 2);
        CaptureEvent event = new EventJson<>(CaptureEvent.class)
                .read(parts[0], 1, parts[1].replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(event).hasToString(event.toString()).extracting("photo").isEqualTo(Optional.empty());
    }

    static Stream<SchoolEvent> schoolEvents() {
        CaptureWindow window = CaptureWindow.parse("2024-03-20..2024-03-21");
        LocalDate day = LocalDate.of(2024, 4, 3);
        return Stream.of(
                new SchoolEvent.Registered(
                        AT, new School(Samples.INSTITUTE, "某研究所"), "xuzhou", PaymentMode.STUDENT_ONLINE),
                new SchoolEvent.OfficerNamed(AT, "人教处", "示例老师", "000-00000003"),
                new SchoolEvent.WindowSet(AT, window),
                new SchoolEvent.ArrangementGranted(
                        AT,
                        new SpecialArrangement(
                                Optional.of(new EnrolmentNumber("E1")), window, DailyHours.OF_THE_NOTICE, "病假", AT)),
                new SchoolEvent.ExpectedSet(AT, 120),
                new SchoolEvent.RoundPublished(
                        AT, new ProofingRound(1, day, 3, WorkingDays.china().deadline(day, 20), Optional.empty())),
                new SchoolEvent.FeedbackRecorded(AT, 1, day),
                new SchoolEvent.RoundReopened(AT, 1, WorkingDays.china().deadline(day, 20)),
                new SchoolEvent.StatementIssued(
                        AT,
                        new Statement(
                                Samples.SCHOOL,
                                day,
                                3,
                                Fee.OF_THE_NOTICE,
                                Samples.CAMPAIGN.account(),
                                day,
                                Optional.of(2),
                                Optional.of(1))),
                new SchoolEvent.PaymentReceived(AT, new Payment(Fee.of("45.00"), "T-1")),
                new SchoolEvent.TransferUnmatched(
                        AT, new Payment(Fee.of("45.00"), "T-2"), UnmatchedReason.NO_STATEMENT),
                new SchoolEvent.TransferRefunded(AT, "T-2", "多汇"),
                new SchoolEvent.ErasedCounted(AT));
    }

    static Stream<CashbookEvent> cashbookEvents() {
        Payment payment = new Payment(Fee.OF_THE_NOTICE, "P-3");
        return Stream.of(
                new CashbookEvent.MoneyKept(AT, payment, UnmatchedReason.ERASED),
                new CashbookEvent.MoneyReturned(AT, payment, "已删除"));
    }

    @ParameterizedTest
    @MethodSource("captureEvents")
    void everyEventOfARecordReadsBackEqual(CaptureEvent event) {
        EventJson<CaptureEvent> json = new EventJson<>(CaptureEvent.class);
        assertThat(json.read(event.getClass().getSimpleName(), EventJson.SCHEMA, json.write(event)))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("schoolEvents")
    void everyEventOfASchoolReadsBackEqual(SchoolEvent event) {
        EventJson<SchoolEvent> json = new EventJson<>(SchoolEvent.class);
        assertThat(json.read(event.getClass().getSimpleName(), EventJson.SCHEMA, json.write(event)))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("cashbookEvents")
    void everyEventOfTheCashbookReadsBackEqual(CashbookEvent event) {
        EventJson<CashbookEvent> json = new EventJson<>(CashbookEvent.class);
        assertThat(json.read(event.getClass().getSimpleName(), EventJson.SCHEMA, json.write(event)))
                .isEqualTo(event);
    }

    @Test
    void aRefundOfAnOlderVersionNamesNoReference() {
        byte[] json = "{\"at\":\"2024-03-18T01:00:00.123Z\",\"reason\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(new EventJson<>(CaptureEvent.class).read("Refunded", EventJson.SCHEMA, json))
                .isEqualTo(new CaptureEvent.Refunded(AT, "x", Optional.empty()));
    }

    /** What an older version stored of photos without naming one, and what it is about. */
    @ParameterizedTest
    @MethodSource("unnamed")
    void whatAnOlderVersionDidAboutAPhotoNamesNone(String json, CaptureEvent event) {
        assertThat(new EventJson<>(CaptureEvent.class)
                        .read(
                                event.getClass().getSimpleName(),
                                EventJson.SCHEMA,
                                json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(event);
    }

    static Stream<Arguments> unnamed() {
        String at = "{\"at\":\"2024-03-18T01:00:00.123Z\",";
        return Stream.of(
                Arguments.of(at + "\"reason\":\"x\"}", new CaptureEvent.Reset(AT, "x", Optional.empty())),
                Arguments.of(
                        at + "\"outcome\":\"REJECTED\",\"reason\":\"x\"}",
                        new CaptureEvent.ReviewDecided(AT, ReviewOutcome.REJECTED, "x", Optional.empty())),
                Arguments.of(
                        at + "\"reason\":\"x\"}",
                        new CaptureEvent.ViolationSuspected(
                                AT, "x", Optional.empty(), Optional.empty(), Optional.empty())),
                Arguments.of(at + "\"answer\":\"x\"}", new CaptureEvent.SuspicionAnswered(AT, "x", Optional.empty())),
                Arguments.of(
                        at + "\"reason\":\"x\"}", new CaptureEvent.Locked(AT, "x", Optional.empty(), Optional.empty())),
                Arguments.of(
                        at + "\"erratum\":{\"number\":1,\"kind\":\"WRONG_PERSON\",\"note\":\"x\"}}",
                        new CaptureEvent.ErratumRaised(
                                AT, new Erratum(1, Erratum.Kind.WRONG_PERSON, "x"), Optional.empty())),
                Arguments.of(at + "\"number\":1}", new CaptureEvent.WrongPersonConfirmed(AT, 1, Optional.empty())),
                Arguments.of(
                        "{\"at\":\"2024-03-18T01:00:00.123Z\"}",
                        new CaptureEvent.ProofConfirmed(AT, Optional.empty())));
    }

    @Test
    void aStatementOfAnOlderVersionHasNoNumber() {
        String json = "{\"at\":\"2024-03-18T01:00:00.123Z\",\"statement\":{\"school\":{\"value\":\"10290\"},"
                + "\"issued\":\"2024-06-30\",\"students\":3,\"fee\":{\"yuan\":15.00},"
                + "\"account\":{\"name\":\"示例中心\",\"bank\":\"示例银行\",\"number\":\"00000000\",\"bankCode\":\"000000000000\"},\"due\":\"2024-11-20\"}}";
        SchoolEvent read =
                new EventJson<>(SchoolEvent.class).read("StatementIssued", 1, json.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOfSatisfying(SchoolEvent.StatementIssued.class, issued -> {
            assertThat(issued.statement().students()).isEqualTo(3);
            assertThat(issued.statement().number()).isEmpty();
            assertThat(issued.statement().unreadable()).isEmpty();
        });
    }

    @Test
    void moneyThatCameIsStoredAsThis() {
        byte[] json = new EventJson<>(CaptureEvent.class)
                .write(new CaptureEvent.PaymentUnmatched(
                        AT, new Payment(Fee.OF_THE_NOTICE, "P-2"), UnmatchedReason.LOCKED));
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2024-03-18T01:00:00.123Z\",\"payment\":{\"amount\":{\"yuan\":15.00},"
                        + "\"reference\":\"P-2\"},\"reason\":\"LOCKED\"}");
    }

    @Test
    void noEventIsForgottenHere() {
        assertThat(cashbookEvents().map(Object::getClass))
                .containsExactlyInAnyOrder(CashbookEvent.class.getPermittedSubclasses());
        assertThat(captureEvents().map(Object::getClass))
                .containsExactlyInAnyOrder(CaptureEvent.class.getPermittedSubclasses());
        assertThat(schoolEvents().map(Object::getClass))
                .containsExactlyInAnyOrder(SchoolEvent.class.getPermittedSubclasses());
    }

    /** The form on disk: what was written once must be readable for good. */
    @Test
    void theStoredFormIsThis() {
        byte[] json = new EventJson<>(CaptureEvent.class).write(new CaptureEvent.Sealed(AT, 1, KEY));
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2024-03-18T01:00:00.123Z\",\"version\":1,\"key\":{\"value\":\"" + KEY.value()
                        + "\"}}");
    }

    @Test
    void anExemptionIsStoredAsThis() {
        Exemption exemption = Exemption.medical(Set.of(new CheckId("ears-visible")));
        byte[] json = new EventJson<>(CaptureEvent.class).write(new CaptureEvent.ExemptionGranted(AT, exemption));
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2024-03-18T01:00:00.123Z\",\"exemption\":{\"kind\":\"MEDICAL\","
                        + "\"suspended\":[{\"value\":\"ears-visible\"}]}}");
    }

    /** Logs that were written before such a one lay with the student. */
    @Test
    void anArrangementForOneStudentInTheLogOfASchoolIsStillRead() {
        String json = "{\"at\":\"2024-03-18T01:00:00.123Z\",\"arrangement\":{\"student\":{\"value\":\"E1\"},"
                + "\"window\":{\"first\":\"2024-03-20\",\"last\":\"2024-03-21\"},"
                + "\"hours\":{\"opens\":\"08:00:00\",\"closes\":\"18:00:00\"},"
                + "\"reason\":\"病假\",\"grantedAt\":\"2024-03-18T01:00:00.123Z\"}}";
        assertThat(new EventJson<>(SchoolEvent.class)
                        .read("ArrangementGranted", 1, json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new SchoolEvent.ArrangementGranted(
                        AT,
                        new SpecialArrangement(
                                Optional.of(new EnrolmentNumber("E1")),
                                CaptureWindow.parse("2024-03-20..2024-03-21"),
                                DailyHours.OF_THE_NOTICE,
                                "病假",
                                AT)));
    }

    @Test
    void anEventOfANewerLibraryIsNamedAndABrokenOneQuotesNothing() {
        EventJson<CaptureEvent> json = new EventJson<>(CaptureEvent.class);
        assertThatThrownBy(() -> json.read("Teleported", 1, new byte[0]))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("Teleported");
        assertThatThrownBy(() -> json.read("Reset", 1, "{\"secret\":\"李小明\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TucaiException.class)
                .hasNoCause()
                .message()
                .doesNotContain("李小明");
    }
}
