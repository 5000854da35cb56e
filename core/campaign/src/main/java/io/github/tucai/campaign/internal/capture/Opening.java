package io.github.tucai.campaign.internal.capture;

import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.schedule.SpecialArrangement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether capture is open (N2.1a, N2.1b, A1.2, A1.3). */
public final class Opening {
    private Opening() {}

    /**
     * Why it is closed for this student at this moment; empty when it is open.
     *
     * @param own arrangements of the student's record
     */
    public static Optional<Refusal> closed(
            Campaign campaign, SchoolRecord school, List<SpecialArrangement> own, EnrolmentNumber who, Instant now) {
        if (school.school().isEmpty()) {
            return Optional.of(Refusals.unknownSchool());
        }
        if (arrangements(school, own).anyMatch(a -> a.opens(who, now))) {
            return Optional.empty();
        }
        return closedBySchedule(campaign, school, now)
                .map(scheduled ->
                        beforeGrantedDays(campaign, school, own, who, now).orElse(scheduled));
    }

    private static Optional<Refusal> closedBySchedule(Campaign campaign, SchoolRecord school, Instant now) {
        Optional<CaptureRegion> region = campaign.region(school.region());
        if (region.isEmpty()) {
            return Optional.of(Refusals.unknownRegion(school.region()));
        }
        Optional<CaptureWindow> regions = campaign.window(region.get());
        if (regions.isEmpty()) {
            return Optional.of(Refusals.regionClosed(region.get()));
        }
        if (school.window().isEmpty()) {
            return Optional.of(Refusals.schoolClosed());
        }
        return closedAt(campaign, regions.get(), school.window().get(), now);
    }

    /** Where days that were granted come next, it is those that the student has to know. */
    private static Optional<Refusal> beforeGrantedDays(
            Campaign campaign, SchoolRecord school, List<SpecialArrangement> own, EnrolmentNumber who, Instant now) {
        Comparator<Span> byOpening =
                Comparator.comparing(span -> span.opensAfter(now).orElse(Instant.MAX));
        Optional<Span> scheduled = scheduled(campaign, school);
        return granted(school, own, who)
                .filter(span -> span.opensAfter(now).isPresent())
                .min(byOpening)
                .filter(span -> scheduled
                        .filter(other -> byOpening.compare(other, span) <= 0)
                        .isEmpty())
                .map(span -> span.whyClosed(now));
    }

    private static Optional<Refusal> closedAt(
            Campaign campaign, CaptureWindow regions, CaptureWindow schools, Instant now) {
        LocalDate day = now.atZone(Campaign.ZONE).toLocalDate();
        LocalTime time = now.atZone(Campaign.ZONE).toLocalTime();
        if (!schools.contains(day)) {
            return Optional.of(Refusals.outsideDays(schools, day));
        }
        // The centre may have moved the region's window after the school set its own.
        if (!regions.contains(day)) {
            return Optional.of(Refusals.outsideDays(regions, day));
        }
        return campaign.hours().contains(time)
                ? Optional.empty()
                : Optional.of(Refusals.outsideHours(campaign.hours(), time));
    }

    /** Whether there is a moment, this one or a later, at which it is open for this student as things stand. */
    public static boolean canStillCapture(
            Campaign campaign, SchoolRecord school, List<SpecialArrangement> own, EnrolmentNumber who, Instant now) {
        return spans(campaign, school, own, who).anyMatch(span -> now.isBefore(span.closes(span.days.last())));
    }

    /**
     * When it closes on the first day after that of {@code from} on which it is open for this student; where there is none,
     * the end of the calendar day after that of {@code from}.
     *
     * @return the first moment that is too late
     */
    public static Instant endOfNextCaptureDay(
            Campaign campaign, SchoolRecord school, List<SpecialArrangement> own, EnrolmentNumber who, Instant from) {
        LocalDate tomorrow = from.atZone(Campaign.ZONE).toLocalDate().plusDays(1);
        List<Span> spans = spans(campaign, school, own, who).toList();
        Optional<LocalDate> next = spans.stream()
                .flatMap(span -> span.firstDayFrom(tomorrow).stream())
                .min(LocalDate::compareTo);
        return next.flatMap(day -> spans.stream()
                        .filter(span -> span.days.contains(day))
                        .map(span -> span.closes(day))
                        .max(Instant::compareTo))
                .orElseGet(
                        () -> tomorrow.plusDays(1).atStartOfDay(Campaign.ZONE).toInstant());
    }

    /** The days and hours on which it is open for this student; together the moments at which {@link #closed} is empty. */
    private static Stream<Span> spans(
            Campaign campaign, SchoolRecord school, List<SpecialArrangement> own, EnrolmentNumber who) {
        if (school.school().isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(granted(school, own, who), scheduled(campaign, school).stream());
    }

    private static Stream<Span> granted(SchoolRecord school, List<SpecialArrangement> own, EnrolmentNumber who) {
        return arrangements(school, own)
                .filter(a -> a.student().map(who::equals).orElse(true))
                .map(a -> new Span(a.window(), a.hours()));
    }

    private static Stream<SpecialArrangement> arrangements(SchoolRecord school, List<SpecialArrangement> own) {
        return Stream.concat(school.arrangements().stream(), own.stream());
    }

    private static Optional<Span> scheduled(Campaign campaign, SchoolRecord school) {
        return campaign.region(school.region())
                .flatMap(campaign::window)
                .flatMap(regions -> school.window().flatMap(schools -> common(regions, schools)))
                .map(days -> new Span(days, campaign.hours()));
    }

    private static Optional<CaptureWindow> common(CaptureWindow one, CaptureWindow other) {
        LocalDate first = one.first().isAfter(other.first()) ? one.first() : other.first();
        LocalDate last = one.last().isBefore(other.last()) ? one.last() : other.last();
        return last.isBefore(first) ? Optional.empty() : Optional.of(new CaptureWindow(first, last));
    }

    /** The same hours on each of these days. */
    private record Span(CaptureWindow days, DailyHours hours) {
        Instant closes(LocalDate day) {
            return day.atTime(hours.closes()).atZone(Campaign.ZONE).toInstant();
        }

        /** When it opens next; empty where it does not any more. */
        Optional<Instant> opensAfter(Instant now) {
            LocalDate today = now.atZone(Campaign.ZONE).toLocalDate();
            LocalDate from = now.isBefore(opens(today)) ? today : today.plusDays(1);
            return firstDayFrom(from).map(this::opens);
        }

        private Instant opens(LocalDate day) {
            return day.atTime(hours.opens()).atZone(Campaign.ZONE).toInstant();
        }

        Refusal whyClosed(Instant now) {
            LocalDate today = now.atZone(Campaign.ZONE).toLocalDate();
            return days.contains(today)
                    ? Refusals.outsideHours(hours, now.atZone(Campaign.ZONE).toLocalTime())
                    : Refusals.outsideDays(days, today);
        }

        Optional<LocalDate> firstDayFrom(LocalDate day) {
            LocalDate first = day.isAfter(days.first()) ? day : days.first();
            return first.isAfter(days.last()) ? Optional.empty() : Optional.of(first);
        }
    }

    /**
     * The first moment at which nobody of the school can be captured any more: after its own window, its region's, within which
     * it may still move its own, and its arrangements, hours included. Empty where there is none of the three, so that capture
     * never began. A school that set no window is over with its region's.
     */
    public static Optional<Instant> end(Campaign campaign, SchoolRecord school) {
        return end(campaign, school, List.of());
    }

    /** The same with the arrangements of its students. */
    public static Optional<Instant> end(Campaign campaign, SchoolRecord school, List<SpecialArrangement> own) {
        Optional<CaptureWindow> regions = campaign.region(school.region()).flatMap(campaign::window);
        Stream<Instant> windows =
                Stream.concat(regions.stream(), school.window().stream()).map(window -> end(window, campaign.hours()));
        Stream<Instant> arrangements = arrangements(school, own).map(a -> end(a.window(), a.hours()));
        return Stream.concat(windows, arrangements).max(Comparator.naturalOrder());
    }

    private static Instant end(CaptureWindow window, DailyHours hours) {
        return window.last().atTime(hours.closes()).atZone(Campaign.ZONE).toInstant();
    }

    /** Whether the school's capture has ended (N2.4a, N3.3). */
    public static boolean ended(Campaign campaign, SchoolRecord school, Instant now) {
        return end(campaign, school).filter(end -> !now.isBefore(end)).isPresent();
    }
}
