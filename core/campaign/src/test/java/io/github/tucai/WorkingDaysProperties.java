package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.campaign.internal.calendar.ChinaWorkCalendar;
import io.github.tucai.contract.Clause;
import io.github.tucai.schedule.DayKind;
import io.github.tucai.schedule.Deadline;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

@Clause("N2.4b")
class WorkingDaysProperties {
    private static final ChinaWorkCalendar CALENDAR = ChinaWorkCalendar.bundled();
    private static final WorkingDays DAYS = WorkingDays.of(CALENDAR);

    @Property
    void exactlyAsManyWorkingDaysLieAfterTheStartUpToTheDeadline(
            @ForAll("covered") LocalDate start, @ForAll @IntRange(min = 1, max = 60) int days) {
        Deadline deadline = DAYS.deadline(start, days);
        assertThat(start.plusDays(1)
                        .datesUntil(deadline.due().plusDays(1))
                        .filter(day -> CALENDAR.kind(day) == DayKind.WORKING)
                        .count())
                .isEqualTo(days);
    }

    @Property
    void aDeadlineEndsOnAWorkingDay(@ForAll("covered") LocalDate start, @ForAll @IntRange(min = 1, max = 60) int days) {
        assertThat(CALENDAR.kind(DAYS.deadline(start, days).due())).isEqualTo(DayKind.WORKING);
    }

    @Property
    void aLaterStartOrAnotherDayNeverEndsSooner(
            @ForAll("covered") LocalDate start, @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDate due = DAYS.deadline(start, days).due();
        assertThat(DAYS.deadline(start.plusDays(1), days).due()).isAfterOrEqualTo(due);
        assertThat(DAYS.deadline(start, days + 1).due()).isAfter(due);
    }

    @Property
    void aDeadlineIsProvisionalExactlyWhenItTouchesWhatNoPaperCovers(
            @ForAll("any") LocalDate start, @ForAll @IntRange(min = 1, max = 30) int days) {
        Deadline deadline = DAYS.deadline(start, days);
        boolean touches = start.plusDays(1)
                .datesUntil(deadline.due().plusDays(1))
                .anyMatch(day -> day.getYear() < 2024 || !day.isBefore(LocalDate.of(2026, 12, 26)));
        assertThat(deadline.provisional()).isEqualTo(touches);
    }

    @Provide
    static Arbitrary<LocalDate> covered() {
        return Dates.dates().between(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 8, 31));
    }

    @Provide
    static Arbitrary<LocalDate> any() {
        return Dates.dates().between(LocalDate.of(2023, 6, 1), LocalDate.of(2027, 12, 31));
    }
}
