package io.github.tucai.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.photo.ImageDigest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that must not be is told, and nothing else. */
class JudgeTest {
    private static final String RECORD = "0".repeat(32);
    private static final String FILE = "1".repeat(32);

    @TempDir
    private Path vault;

    private final List<Registry.Image> stored = new ArrayList<>();
    private Student student = new Student(2, "CODE", "NEWER", 1);
    private String photo = "";

    /** A student of a school that pays by transfer whose photo was accepted; says how the record stands. */
    private Standing accepted() {
        student = new Student(2, "CODE", "NEWER", 1);
        told(standing(2, Standing.NONE, "CODE_PRESENTED"));
        String order = student.next();
        while (!order.startsWith("hand-in")) {
            order = student.next();
        }
        photo = SpokenPhotos.photo(order.substring(order.lastIndexOf(' ') + 1))
                .digest()
                .hex();
        Standing now = standing(5, photo, "DELIVERED");
        told(now);
        return now;
    }

    private void told(Standing standing) {
        student.took(new Answer(Answer.Kind.DONE, standing.word()));
    }

    private static Standing standing(int events, String accepted, String state) {
        return new Standing(
                RECORD,
                events,
                state,
                accepted,
                Standing.NONE,
                Standing.NONE,
                false,
                false,
                true,
                1,
                "ACCEPTED",
                0,
                Standing.NONE);
    }

    private void store(String name, int version, boolean valid) {
        String enrolment = Invented.claims(2).enrolment().value();
        stored.add(new Registry.Image(
                "R" + stored.size(),
                ImageDigest.of(enrolment.getBytes(StandardCharsets.UTF_8)).hex(),
                "key of " + name,
                version,
                valid,
                SpokenPhotos.product(SpokenPhotos.photo(name)).digest().hex(),
                name));
    }

    private String name() {
        return student.photos().getOrDefault(photo, "");
    }

    private Judge judged(Standing now, String withdrawn) throws Exception {
        return judged(
                now,
                String.join(";", student.told().stream().map(Standing::word).toList()),
                withdrawn);
    }

    private Judge judged(Standing now, String history, String withdrawn) throws Exception {
        Files.createDirectories(vault.resolve("11"));
        Files.writeString(vault.resolve("11").resolve(FILE), "");
        Files.writeString(vault.resolve("11").resolve(FILE + ".key"), "");
        Judge judge = new Judge(stored);
        String answer = String.join(" ", now.word(), "=" + history, "=" + FILE, "=" + photo, "=" + withdrawn, "true");
        judge.judge(student, new Answer(Answer.Kind.DONE, answer));
        judge.judgeVault(vault, Set.of(FILE));
        return judge;
    }

    private static String faults(Judge judge) {
        List<String> counts = new ArrayList<>();
        for (Judge.Fault fault : Judge.Fault.values()) {
            if (judge.count(fault) > 0) {
                counts.add(fault + "=" + judge.count(fault));
            }
        }
        return String.join(" ", counts);
    }

    @Test
    void whereAllIsWellNothingIsTold() throws Exception {
        Standing now = accepted();
        store(name(), 1, true);
        assertThat(faults(judged(now, ""))).isEmpty();
    }

    @Test
    void anAcceptedPhotoThatTheRegistryLacksIsLost() throws Exception {
        assertThat(faults(judged(accepted(), ""))).isEqualTo("LOST=1");
    }

    @Test
    void whatWasToldAndStandsInNoHistoryIsLost() throws Exception {
        Standing now = accepted();
        store(name(), 1, true);
        assertThat(faults(judged(now, now.word(), ""))).isEqualTo("LOST=1");
    }

    @Test
    void aRecordThatIsGoneIsLost() {
        accepted();
        Judge judge = new Judge(stored);
        judge.judge(student, new Answer(Answer.Kind.REFUSED, "UNKNOWN"));
        assertThat(faults(judge)).isEqualTo("LOST=1");
    }

    @Test
    void aDeliveryThatWasStoredTwiceIsDoubled() throws Exception {
        Standing now = accepted();
        store(name(), 1, false);
        store(name(), 2, true);
        assertThat(faults(judged(now, ""))).isEqualTo("DOUBLED=1");
        store("ok-2-7", 2, true);
        assertThat(judged(now, "").count(Judge.Fault.DOUBLED)).isEqualTo(3);
    }

    @Test
    void aPictureThatNobodyAcceptedIsWrong() throws Exception {
        Standing now = accepted();
        store(name(), 1, true);
        store("ok-4-1", 2, false);
        assertThat(judged(now, "").found(Judge.Fault.WRONG)).anyMatch(what -> what.contains("ok-4-1"));
    }

    @Test
    void anOlderPictureThatIsValidIsWrongAndTheNewOneLost() throws Exception {
        Standing now = accepted();
        store("ok-2-9", 1, true);
        assertThat(judged(now, "").count(Judge.Fault.LOST)).isEqualTo(1);
        assertThat(judged(now, "").count(Judge.Fault.WRONG)).isPositive();
    }

    @Test
    void aWithdrawnPictureThatIsValidIsWrong() throws Exception {
        accepted();
        Standing locked = standing(7, Standing.NONE, "LOCKED");
        told(locked);
        store(name(), 1, true);
        assertThat(faults(judged(locked, photo))).isEqualTo("WRONG=1");
    }

    @Test
    void filesAndNamesThatDoNotMeetAreOrphans() throws Exception {
        Standing now = accepted();
        store(name(), 1, true);
        Files.createDirectories(vault.resolve("22"));
        Files.writeString(vault.resolve("22").resolve("2".repeat(32) + ".key.part"), "");
        assertThat(faults(judged(now, ""))).isEqualTo("ORPHANS=1");
        Files.delete(vault.resolve("22").resolve("2".repeat(32) + ".key.part"));
        Judge judge = judged(now, "");
        Files.delete(vault.resolve("11").resolve(FILE));
        judge.judgeVault(vault, Set.of(FILE));
        assertThat(faults(judge)).isEqualTo("ORPHANS=1");
        judge.judgeVault(vault, Set.of("3".repeat(32)));
        // Once more no file; no row for the photo, and no record for the row.
        assertThat(faults(judge)).isEqualTo("ORPHANS=4");
    }
}
