package io.github.tucai.schedule;

import java.time.LocalTime;

/**
 * The hours of a day in which capture is open (A1.2): from {@code opens} inclusive to {@code closes} exclusive.
 *
 * @param opens first moment
 * @param closes first moment that is too late, after {@code opens}
 */
public record DailyHours(LocalTime opens, LocalTime closes) {
    /** 08:00 to 18:00, the hours of the notice (A1.2). */
    public static final DailyHours OF_THE_NOTICE = new DailyHours(LocalTime.of(8, 0), LocalTime.of(18, 0));

    public DailyHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("opens must be before closes, got " + opens + " and " + closes);
        }
    }

    /** Whether a time of day lies inside. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(opens) && time.isBefore(closes);
    }

    @Override
    public String toString() {
        return opens + "-" + closes;
    }
}
