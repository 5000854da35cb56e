package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.campaign.internal.calendar.ChinaWorkCalendar;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.schedule.DayKind;
import io.github.tucai.schedule.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    /** The vectors of STANDARDS.md §7. */
    @ParameterizedTest
    @CsvSource({
        "2024-04-03, 2024-05-06",
        "2024-04-16, 2024-05-15",
        "2024-05-08, 2024-06-04",
        "2024-05-20, 2024-06-18",
        "2024-09-10, 2024-10-14",
        "2025-01-10, 2025-02-13",
        "2025-09-15, 2025-10-17",
        "2026-02-05, 2026-03-11",
        "2026-04-20, 2026-05-20",
        "2026-09-10, 2026-10-14"
    })
    void twentyWorkingDays(LocalDate start, LocalDate due) {
        Deadline deadline = WorkingDays.china().deadline(start, 20);
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.provisional()).isFalse();
    }

    /** The yearly totals of STANDARDS.md §7. */
    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void workingDaysOfAYear(int year, long days) {
        ChinaWorkCalendar calendar = ChinaWorkCalendar.bundled();
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(day -> calendar.kind(day) == DayKind.WORKING)
                        .count())
                .isEqualTo(days);
    }

    @Test
    void saysHowItCounted() {
        Deadline deadline = WorkingDays.china().deadline(LocalDate.of(2024, 4, 3), 20);
        assertThat(deadline.holidays())
                .containsExactly(
                        LocalDate.of(2024, 4, 4),
                        LocalDate.of(2024, 4, 5),
                        LocalDate.of(2024, 5, 1),
                        LocalDate.of(2024, 5, 2),
                        LocalDate.of(2024, 5, 3));
        assertThat(deadline.madeUp()).containsExactly(LocalDate.of(2024, 4, 7), LocalDate.of(2024, 4, 28));
    }

    @Test
    void aYearThatIsNotPublishedGivesAProvisionalDeadline() {
        Deadline deadline = WorkingDays.china().deadline(LocalDate.of(2027, 3, 1), 20);
        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.due()).isEqualTo(LocalDate.of(2027, 3, 29));
    }

    @Test
    void theLastDaysOfTheLastYearMayStillMove() {
        assertThat(WorkingDays.china().deadline(LocalDate.of(2026, 12, 1), 18).provisional())
                .isFalse();
        assertThat(WorkingDays.china().deadline(LocalDate.of(2026, 12, 1), 19).provisional())
                .isTrue();
        assertThat(WorkingDays.china().deadline(LocalDate.of(2024, 12, 1), 22).provisional())
                .isFalse();
    }

    @Test
    void aFileBringsAnotherYearAndOverlaysASpecialNotice(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("more.json"),
                "{\"years\":[{\"year\":2027,\"off\":[\"2027-01-01..2027-01-03\"],\"working\":[\"2026-12-27\"]},"
                        + "{\"year\":2026,\"off\":[\"2026-11-23\"],\"working\":[]}]}");
        WorkingDays days = WorkingDays.china(file);
        assertThat(days.deadline(LocalDate.of(2026, 12, 25), 5))
                .extracting(Deadline::due, Deadline::provisional)
                .containsExactly(LocalDate.of(2026, 12, 31), false);
        assertThat(days.deadline(LocalDate.of(2026, 11, 20), 1).due()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void aCalendarFileOfAnotherFormIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"years\":[{\"year\":2027,\"off\":[\"soon\"]}]}");
        assertThatThrownBy(() -> WorkingDays.china(file))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("bad.json");
        assertThatThrownBy(() -> WorkingDays.china(folder.resolve("none.json")))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("none.json");
    }

    @Test
    void refusesNoDaysAndEndlessOnes() {
        WorkingDays days = WorkingDays.china();
        LocalDate start = LocalDate.of(2024, 1, 1);
        assertThatThrownBy(() -> days.deadline(start, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days.deadline(start, 5001)).isInstanceOf(IllegalArgumentException.class);
    }
}
