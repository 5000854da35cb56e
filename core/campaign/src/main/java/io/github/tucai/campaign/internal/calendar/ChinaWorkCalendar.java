package io.github.tucai.campaign.internal.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DayKind;
import io.github.tucai.spi.WorkCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The calendars that the State Council published, from a file that names each paper. Immutable. */
public final class ChinaWorkCalendar implements WorkCalendar {
    private static final String BUNDLED = "china.json";

    private final Set<Integer> years;
    private final Map<LocalDate, DayKind> exceptions;

    private ChinaWorkCalendar(Set<Integer> years, Map<LocalDate, DayKind> exceptions) {
        this.years = Set.copyOf(years);
        this.exceptions = Map.copyOf(exceptions);
    }

    /** The years that came with the library. */
    public static ChinaWorkCalendar bundled() {
        try (InputStream in = ChinaWorkCalendar.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException(BUNDLED + " is missing from the jar");
            }
            return new ChinaWorkCalendar(Set.of(), Map.of()).and(in, BUNDLED);
        } catch (IOException e) {
            throw new TucaiException("cannot read " + BUNDLED + " from the jar", e);
        }
    }

    /**
     * The same calendar with the years of a file; its days take precedence, so that a special notice can overlay a year.
     *
     * @param json {@code {"years":[{"year":2027,"paper":"…","off":["2027-01-01","2027-02-05..2027-02-11"],"working":[…]}]}}
     * @param name of the file, for messages
     */
    public ChinaWorkCalendar and(InputStream json, String name) throws IOException {
        Set<Integer> moreYears = new HashSet<>(years);
        Map<LocalDate, DayKind> more = new HashMap<>(exceptions);
        try {
            for (JsonNode year : JsonMapper.builder().build().readTree(json).path("years")) {
                moreYears.add(year.path("year").intValue());
                read(year.path("off"), DayKind.OFF, more);
                read(year.path("working"), DayKind.WORKING, more);
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException | DateTimeException e) {
            throw new TucaiException("the calendar " + name + " is not of the expected form: " + e.getMessage(), e);
        }
        return new ChinaWorkCalendar(moreYears, more);
    }

    private static void read(JsonNode spans, DayKind kind, Map<LocalDate, DayKind> into) {
        for (JsonNode span : spans) {
            String text = span.textValue();
            CaptureWindow days = CaptureWindow.parse(text.contains("..") ? text : text + ".." + text);
            days.first().datesUntil(days.last().plusDays(1)).forEach(day -> into.put(day, kind));
        }
    }

    @Override
    public String id() {
        return "china";
    }

    @Override
    public DayKind kind(LocalDate day) {
        if (!years.contains(day.getYear())) {
            return DayKind.UNKNOWN;
        }
        DayKind exception = exceptions.get(day);
        return exception != null ? exception : isWeekend(day) ? DayKind.OFF : DayKind.WORKING;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
