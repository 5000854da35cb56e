package io.github.tucai.spi;

import io.github.tucai.schedule.DayKind;
import java.time.LocalDate;

/**
 * Tells working days from days off (N2.4b). Says what it does not know: a year without a published calendar is
 * {@link DayKind#UNKNOWN}, never guessed by weekday.
 *
 * @implSpec Safe for concurrent use; equal questions get equal answers.
 */
public interface WorkCalendar extends Plugin {
    /** What kind of day it is, by civil date in China. */
    DayKind kind(LocalDate day);
}
