package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.contract.Clause;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists come in pages, of which only what is shown is decrypted. */
@Clause("N2.3b")
class PagesTest extends WithDesk {
    private Cut counted;

    /** The same database, whose statements are counted. */
    private void count() {
        desk.close();
        counted = new Cut(Desk.dataSource(url));
        desk = new Desk(counted, folder.resolve("photos"), new Desk.Registry());
        counted.statements.clear();
    }

    /** How many keys of records were asked for. */
    private long decrypted() {
        long streams = counted.statements.stream()
                .filter(sql -> sql.contains("from stream_key where stream"))
                .mapToLong(sql -> sql.chars().filter(c -> c == '?').count())
                .sum();
        counted.statements.clear();
        return streams;
    }

    @Test
    void allRecordsComeOncePageByPageAndNoMoreAreDecryptedThanAreShown() {
        List<RecordId> all = IntStream.range(0, 120)
                .mapToObj(i -> desk.present("E" + i).orElseThrow().record())
                .sorted()
                .toList();
        count();
        CaptureService capture = desk.tucai.capture();
        Page<CaptureRecord> first =
                capture.records(Samples.ADMINISTRATOR, Samples.SCHOOL).orElseThrow();
        assertThat(decrypted()).isEqualTo(Page.MOST);
        Page<CaptureRecord> second = capture.records(
                        Samples.ADMINISTRATOR, Samples.SCHOOL, first.next().orElseThrow())
                .orElseThrow();
        Page<CaptureRecord> third = capture.records(
                        Samples.ADMINISTRATOR, Samples.SCHOOL, second.next().orElseThrow())
                .orElseThrow();
        assertThat(List.of(first.size(), second.size(), third.size())).containsExactly(50, 50, 20);
        assertThat(third.next()).isEmpty();
        assertThat(Page.walk(key -> capture.records(Samples.CENTRE, Samples.SCHOOL, key)))
                .extracting(CaptureRecord::id)
                .isEqualTo(all);
        decrypted();
        assertThat(desk.tucai
                        .reports()
                        .coverage(Samples.ADMINISTRATOR, Samples.SCHOOL)
                        .orElseThrow()
                        .presented())
                .isEqualTo(120);
        assertThat(desk.tucai.proofing().overdue(Samples.CENTRE).orElseThrow()).isEmpty();
        assertThat(decrypted()).isZero();
        assertThatThrownBy(() -> capture.records(Samples.CENTRE, RecordList.TO_REVIEW, new PageKey("no key")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoWaitsLongestStandsFirstOnAList() {
        CaptureService capture = desk.tucai.capture();
        List<CaptureRecord> waiting = IntStream.range(0, 6)
                .mapToObj(i -> {
                    desk.at("2024-03-18T09:0" + i + ":00");
                    return desk.captured("E" + i, "doubt-" + i);
                })
                .toList();
        CaptureRecord accepted = desk.captured("E7", "ok-7");
        assertThat(toReview()).containsExactlyElementsOf(waiting);
        desk.at("2024-03-18T09:07:00");
        desk.decide(Samples.ADMINISTRATOR, waiting.get(0), ReviewOutcome.REJECTED, "闭眼")
                .orElseThrow();
        capture.suspectViolation(
                        Samples.CENTRE,
                        accepted.id(),
                        accepted.accepted().orElseThrow().digest(),
                        "疑似翻拍")
                .orElseThrow();
        assertThat(toReview())
                .extracting(CaptureRecord::id)
                .containsExactly(
                        waiting.get(1).id(),
                        waiting.get(2).id(),
                        waiting.get(3).id(),
                        waiting.get(4).id(),
                        waiting.get(5).id(),
                        accepted.id());
        assertThat(capture.records(Samples.ADMINISTRATOR, Samples.SCHOOL, RecordList.RETAKE, PageKey.FIRST)
                        .orElseThrow())
                .extracting(CaptureRecord::id)
                .containsExactly(waiting.get(0).id());
        assertThat(reason(capture.records(Samples.STRANGER, Samples.SCHOOL, RecordList.RETAKE, PageKey.FIRST)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(capture.records(Samples.ADMINISTRATOR, RecordList.RETAKE, PageKey.FIRST)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
    }

    /** Both ways, which have to say the same: the centre's, and page after page from the middle. */
    private List<CaptureRecord> toReview() {
        List<CaptureRecord> all = Page.walk(
                        key -> desk.tucai.capture().records(Samples.CENTRE, RecordList.TO_REVIEW, key))
                .toList();
        assertThat(desk.tucai
                        .capture()
                        .records(Samples.ADMINISTRATOR, Samples.SCHOOL, RecordList.TO_REVIEW, PageKey.FIRST)
                        .orElseThrow()
                        .items())
                .isEqualTo(all);
        return all;
    }

    @Test
    void aListLongerThanAPageGoesOnWhereItEndedThoughAllEnteredAtOneMoment() {
        List<RecordId> all = IntStream.range(0, 103)
                .mapToObj(i -> desk.captured("E" + i, "doubt-" + i).id())
                .sorted()
                .toList();
        assertThat(Page.walk(key -> desk.tucai.capture().records(Samples.CENTRE, RecordList.TO_REVIEW, key)))
                .extracting(CaptureRecord::id)
                .isEqualTo(all);
    }

    @Test
    void theCentreSeesAllSchools() {
        SchoolService schools = desk.tucai.schools();
        for (int i = 0; i < 60; i++) {
            schools.register(
                            Samples.CENTRE,
                            new School(new SchoolCode("2" + (1000 + i)), "示例大学"),
                            "xuzhou",
                            PaymentMode.SCHOOL_TRANSFER)
                    .orElseThrow();
        }
        desk.captured("E1", "ok-1");
        desk.handIn(desk.session("E2"), "bad-2");
        assertThat(Page.walk(key -> schools.schools(Samples.CENTRE, key)))
                .hasSize(61)
                .extracting(school -> school.code().value())
                .isSorted();
        List<Coverage> coverages = desk.tucai.reports().coverage(Samples.CENTRE).orElseThrow();
        assertThat(coverages).hasSize(61);
        for (Coverage coverage : coverages) {
            assertThat(desk.tucai
                            .reports()
                            .coverage(Samples.CENTRE, coverage.school())
                            .orElseThrow())
                    .isEqualTo(coverage);
        }
        Coverage ours = coverages.stream()
                .filter(coverage -> coverage.school().equals(Samples.SCHOOL))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(ours.presented(), ours.accepted(), ours.retake())).containsExactly(2, 1, 1);
        assertThat(reason(desk.tucai.reports().coverage(Samples.ADMINISTRATOR))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(desk.tucai.reports().coverage(Samples.CENTRE, new SchoolCode("99999"))))
                .isEqualTo(Refusal.Reason.UNKNOWN);
    }

    @Test
    void whoMissedTheDeadlineIsListedUnlessErrataRaisedInTimeAreOpen() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        ProofingService proofing = desk.tucai.proofing();
        desk.at("2024-04-10T09:00:00");
        proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertOverdue(false);
        desk.at("2024-06-10T09:00:00");
        assertOverdue(true);
        desk.at("2024-04-11T09:00:00");
        proofing.raiseErratum(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), Erratum.Kind.WRONG_DATA, "班级有误")
                .orElseThrow();
        desk.at("2024-06-10T09:00:00");
        assertOverdue(false);
        proofing.resolveErratum(Samples.CENTRE, record.id(), 1, "已更正").orElseThrow();
        assertOverdue(true);
        assertThat(reason(proofing.overdue(Samples.ADMINISTRATOR))).isEqualTo(Refusal.Reason.NOT_YOURS);
    }

    private void assertOverdue(boolean isOverdue) {
        ProofingService proofing = desk.tucai.proofing();
        assertThat(proofing.isOverdue(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .isEqualTo(isOverdue);
        assertThat(proofing.overdue(Samples.CENTRE).orElseThrow().contains(Samples.SCHOOL))
                .isEqualTo(isOverdue);
    }
}
