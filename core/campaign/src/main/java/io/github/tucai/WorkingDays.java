package io.github.tucai;

import io.github.tucai.campaign.internal.calendar.ChinaWorkCalendar;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.schedule.DayKind;
import io.github.tucai.schedule.Deadline;
import io.github.tucai.spi.WorkCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Counts deadlines in working days (N2.4b). Works without a database. Immutable.
 *
 * <pre>{@code
 * Deadline due = WorkingDays.china().deadline(LocalDate.of(2024, 4, 3), 20);   // 2024-05-06
 * }</pre>
 */
public final class WorkingDays {
    private static final int MOST = 5000;
    // The paper of a year may touch the last days of the year before: a New Year's holiday or a day made up for it.
    private static final MonthDay NEXT_PAPER_MAY_TOUCH = MonthDay.of(Month.DECEMBER, 26);

    private final WorkCalendar calendar;

    private WorkingDays(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** By the calendars that came with the library: 2024, 2025 and 2026. */
    public static WorkingDays china() {
        return new WorkingDays(ChinaWorkCalendar.bundled());
    }

    /**
     * By the bundled calendars and those of a file of the same form, whose days take precedence.
     *
     * @throws TucaiException if the file cannot be read or has another form
     */
    public static WorkingDays china(Path more) {
        try (InputStream in = Files.newInputStream(more)) {
            return new WorkingDays(
                    ChinaWorkCalendar.bundled().and(in, more.getFileName().toString()));
        } catch (IOException e) {
            throw new TucaiException("cannot read the calendar " + more.getFileName() + "; check path and rights", e);
        }
    }

    /** By another calendar. */
    public static WorkingDays of(WorkCalendar calendar) {
        return new WorkingDays(Objects.requireNonNull(calendar, "calendar"));
    }

    /**
     * The last day of a time in working days. The start day does not count. Days that no calendar covers are counted by
     * weekday and make the deadline provisional.
     *
     * @param workingDays 1 to 5000
     */
    public Deadline deadline(LocalDate start, int workingDays) {
        if (workingDays < 1 || workingDays > MOST) {
            throw new IllegalArgumentException("workingDays must be 1 to " + MOST + ", got " + workingDays);
        }
        List<LocalDate> holidays = new ArrayList<>();
        List<LocalDate> madeUp = new ArrayList<>();
        List<LocalDate> uncovered = new ArrayList<>();
        LocalDate day = start;
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (!isSettled(day)) {
                uncovered.add(day);
            }
            boolean works = works(day);
            if (works) {
                left--;
            }
            if (works && isWeekend(day)) {
                madeUp.add(day);
            } else if (!works && !isWeekend(day)) {
                holidays.add(day);
            }
        }
        return new Deadline(start, workingDays, day, holidays, madeUp, uncovered);
    }

    private boolean works(LocalDate day) {
        return switch (calendar.kind(day)) {
            case WORKING -> true;
            case OFF -> false;
            case UNKNOWN -> !isWeekend(day);
        };
    }

    private boolean isSettled(LocalDate day) {
        boolean nextPaperMatters = !MonthDay.from(day).isBefore(NEXT_PAPER_MAY_TOUCH);
        return calendar.kind(day) != DayKind.UNKNOWN
                && !(nextPaperMatters && calendar.kind(LocalDate.of(day.getYear() + 1, 1, 1)) == DayKind.UNKNOWN);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
