package io.github.tucai.schedule;

import java.time.LocalDate;
import java.util.List;

/**
 * A last day, counted in working days, and how it was counted. The start day itself does not count (民法典 §201).
 *
 * @param start the day whose event starts the count
 * @param workingDays how many working days were counted, at least 1
 * @param due the last day, inclusive
 * @param holidays weekdays that did not count, in order
 * @param madeUp weekend days that did count, in order
 * @param uncovered days that no published calendar covers, in order; they were counted by weekday
 */
public record Deadline(
        LocalDate start,
        int workingDays,
        LocalDate due,
        List<LocalDate> holidays,
        List<LocalDate> madeUp,
        List<LocalDate> uncovered) {
    public Deadline {
        if (workingDays < 1) {
            throw new IllegalArgumentException("workingDays must be at least 1, got " + workingDays);
        }
        if (!due.isAfter(start)) {
            throw new IllegalArgumentException("due must be after start, got " + start + " and " + due);
        }
        holidays = List.copyOf(holidays);
        madeUp = List.copyOf(madeUp);
        uncovered = List.copyOf(uncovered);
    }

    /** Whether it may still move, because a year's calendar is not published yet. */
    public boolean provisional() {
        return !uncovered.isEmpty();
    }

    /** Whether a day is too late. */
    public boolean isPassed(LocalDate today) {
        return today.isAfter(due);
    }
}
