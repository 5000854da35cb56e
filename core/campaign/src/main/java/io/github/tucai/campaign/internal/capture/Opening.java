package io.github.tucai.campaign.internal.capture;

import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** Whether capture is open (N2.1a, N2.1b, A1.2, A1.3). */
public final class Opening {
    private Opening() {}

    /** Why it is closed for this student at this moment; empty when it is open. */
    public static Optional<Refusal> closed(Campaign campaign, SchoolRecord school, EnrolmentNumber who, Instant now) {
        if (school.school().isEmpty()) {
            return Optional.of(Refusals.unknownSchool());
        }
        if (school.arrangements().stream().anyMatch(a -> a.opens(who, now))) {
            return Optional.empty();
        }
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
}
