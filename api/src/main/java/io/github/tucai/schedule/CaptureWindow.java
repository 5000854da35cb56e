package io.github.tucai.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A span of days, inclusive at both ends (N2.1a).
 *
 * @param first first day
 * @param last last day, not before the first
 */
public record CaptureWindow(LocalDate first, LocalDate last) {
    public CaptureWindow {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before first, got " + first + " and " + last);
        }
    }

    /** Reads {@code 2024-03-15..2024-04-03}, what {@link #toString()} writes. */
    public static CaptureWindow parse(String text) {
        String[] ends = text.strip().split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("a window is written 2024-03-15..2024-04-03");
        }
        return new CaptureWindow(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
    }

    /** Whether a day lies inside. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether every day of the other window lies inside this one. */
    public boolean contains(CaptureWindow other) {
        return contains(other.first) && contains(other.last);
    }

    /** How many days, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
