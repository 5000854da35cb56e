package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.proofing.ProofingRound;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Publishing goes photo by photo: killed in the middle, beside students, and two at once. */
@Clause("N2.4a")
class PublishTest extends WithDesk {
    private static final int STUDENTS = 15;

    @Test
    void aKilledPublicationIsGoneOnWith() throws Exception {
        capture(STUDENTS);
        desk.close();
        KilledChild.runUntil(folder.resolve("half-published"), KilledPublisher.class, folder, url);
        desk = Desk.open(url, folder, new Desk.Registry());
        desk.at("2024-04-10T09:00:00");
        assertThat(published()).hasSize(KilledPublisher.PUBLISHED);
        assertThat(school().rounds()).isEmpty();
        ProofingRound round = publish();
        assertThat(round.number()).isEqualTo(1);
        assertThat(round.photos()).isEqualTo(STUDENTS);
        assertThat(published()).hasSize(STUDENTS).allSatisfy(record -> {
            assertThat(record.publishedInRound()).contains(1);
            assertThat(desk.tucai.capture().history(Samples.CENTRE, record.id()).orElseThrow())
                    .filteredOn(line -> line.event() instanceof CaptureEvent.Published)
                    .hasSize(1);
        });
        assertThat(publish().number()).as("what comes next is another round").isEqualTo(2);
    }

    @Test
    void studentsHandInMeanwhileAndTheRoundCountsWhatIsPublished() throws Exception {
        capture(STUDENTS);
        CompletableFuture<Void> students = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < STUDENTS; i++) {
                assertThat(desk.handIn(desk.session("L" + i), "ok-late-" + i)
                                .verdict()
                                .name())
                        .isEqualTo("ACCEPT");
            }
        });
        ProofingRound round = publish();
        students.get();
        assertThat(round.photos()).isBetween(STUDENTS, 2 * STUDENTS);
        assertThat(published()).hasSize(round.photos());
        assertThat(Page.walk(key -> desk.tucai
                        .capture()
                        .records(Samples.ADMINISTRATOR, Samples.SCHOOL, RecordList.UNPUBLISHED, key)))
                .hasSize(2 * STUDENTS - round.photos());
        assertThat(publish().photos()).isEqualTo(2 * STUDENTS);
    }

    @Test
    void twoWhoPublishAtOncePublishOneRound() throws Exception {
        capture(STUDENTS);
        List<CompletableFuture<ProofingRound>> both =
                List.of(CompletableFuture.supplyAsync(this::publish), CompletableFuture.supplyAsync(this::publish));
        for (CompletableFuture<ProofingRound> one : both) {
            assertThat(one.get().photos()).isEqualTo(STUDENTS);
        }
        assertThat(school().rounds()).hasSizeBetween(1, 2);
        assertThat(school().rounds()).extracting(ProofingRound::photos).containsOnly(STUDENTS);
    }

    @Test
    void nothingIsPublishedWhereNothingIsFinished() {
        desk.handIn(desk.session("E1"), "doubt-1");
        assertThat(reason(desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL)))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(reason(desk.tucai.proofing().publish(Samples.ADMINISTRATOR, Samples.SCHOOL)))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(school().rounds()).isEmpty();
    }

    private void capture(int students) {
        for (int i = 0; i < students; i++) {
            desk.captured("E" + i, "ok-" + i);
        }
    }

    private ProofingRound publish() {
        return desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
    }

    private List<CaptureRecord> published() {
        return Page.walk(key -> desk.tucai.capture().records(Samples.CENTRE, RecordList.PUBLISHED, key))
                .toList();
    }

    private SchoolRecord school() {
        return desk.tucai.schools().school(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
    }
}
