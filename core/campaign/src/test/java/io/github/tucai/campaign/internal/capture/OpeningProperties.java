package io.github.tucai.campaign.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Samples;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.campaign.internal.school.SchoolCommand;
import io.github.tucai.campaign.internal.school.SchoolRules;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.contract.Clause;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.schedule.SpecialArrangement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OpeningProperties {
    private static final EnrolmentNumber WHO = new EnrolmentNumber("E1");

    @Property
    @Clause({"A1.0", "A1.2", "N2.1a"})
    void openExactlyInTheHoursOfTheDaysOfTheWindow(
            @ForAll("regions") CaptureRegion region, @ForAll("moments") Instant now) {
        CaptureWindow window = Samples.CAMPAIGN.window(region).orElseThrow();
        // The oracle counts in UTC, eight hours behind, without the rules' own types.
        LocalDateTime china = LocalDateTime.ofInstant(now, ZoneOffset.ofHours(8));
        boolean open = !china.toLocalDate().isBefore(window.first())
                && !china.toLocalDate().isAfter(window.last())
                && china.getHour() >= 8
                && china.getHour() < 18;
        assertThat(closed(region.id(), window, now).isEmpty()).isEqualTo(open);
    }

    @Property
    @Clause("A1.2")
    void theEdgesAreSharpToTheSecond(@ForAll("regions") CaptureRegion region) {
        CaptureWindow window = Samples.CAMPAIGN.window(region).orElseThrow();
        Instant opens = window.first().atTime(8, 0).atZone(Campaign.ZONE).toInstant();
        Instant closes = window.last().atTime(18, 0).atZone(Campaign.ZONE).toInstant();
        assertThat(closed(region.id(), window, opens.minusSeconds(1))).isPresent();
        assertThat(closed(region.id(), window, opens)).isEmpty();
        assertThat(closed(region.id(), window, closes.minusSeconds(1))).isEmpty();
        assertThat(closed(region.id(), window, closes)).isPresent();
    }

    @Property
    @Clause("A1.0")
    void windowsOfDifferentRegionsMayOverlap(
            @ForAll("regions") CaptureRegion one, @ForAll("regions") CaptureRegion other) {
        CaptureWindow first = Samples.CAMPAIGN.window(one).orElseThrow();
        CaptureWindow second = Samples.CAMPAIGN.window(other).orElseThrow();
        Instant now = second.first().atTime(12, 0).atZone(Campaign.ZONE).toInstant();
        assertThat(closed(one.id(), first, now).isEmpty()).isEqualTo(first.contains(second.first()));
        assertThat(closed(other.id(), second, now)).isEmpty();
    }

    /** Whoever has days of the own is told those, where they come before the school's. */
    @Property
    @Clause("N2.5")
    void theDaysThatComeNextAreTold(@ForAll("moments") Instant now) {
        CaptureWindow schools = CaptureWindow.parse("2024-03-15..2024-04-03");
        CaptureWindow own = CaptureWindow.parse("2024-04-22..2024-04-24");
        SpecialArrangement granted = new SpecialArrangement(
                Optional.of(WHO),
                own,
                new DailyHours(LocalTime.of(9, 0), LocalTime.of(11, 0)),
                "病假",
                Samples.local("2024-03-01T00:00:00"));
        SchoolRecord school = Samples.school(PaymentMode.SCHOOL_TRANSFER, "xuzhou", schools);
        Optional<Refusal> closed = Opening.closed(Samples.CAMPAIGN, school, List.of(granted), WHO, now);
        Optional<Refusal> others =
                Opening.closed(Samples.CAMPAIGN, school, List.of(granted), new EnrolmentNumber("E2"), now);
        LocalDateTime china = LocalDateTime.ofInstant(now, ZoneOffset.ofHours(8));
        boolean betweenBoth = !china.isBefore(LocalDateTime.of(2024, 4, 3, 8, 0))
                && china.isBefore(LocalDateTime.of(2024, 4, 24, 9, 0));
        // Whoever has days of the own loses none of the school's.
        assertThat(others.isPresent() || closed.isEmpty()).isTrue();
        if (betweenBoth && closed.isPresent()) {
            assertThat(closed.get().en()).containsAnyOf("2024-04-22 to 2024-04-24", "from 09:00 until before 11:00");
        } else {
            assertThat(closed.isEmpty() || closed.equals(others)).isTrue();
        }
        others.ifPresent(told -> assertThat(told.en()).doesNotContain("2024-04-22 to", "09:00 until"));
    }

    @Property
    @Clause("N2.1a")
    void aRegionWithoutAWindowIsClosedAndSaysSo(@ForAll("moments") Instant now) {
        Campaign campaign = Campaign.builder("closed", 2024)
                .region(new CaptureRegion("r", "淮安"))
                .account(Samples.CAMPAIGN.account())
                .build();
        SchoolRecord school =
                Samples.school(PaymentMode.SCHOOL_TRANSFER, "r", CaptureWindow.parse("2024-03-15..2024-04-03"));
        assertThat(Opening.closed(campaign, school, List.of(), WHO, now)).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.REGION_CLOSED);
            assertThat(refusal.zhCn()).contains("淮安");
        });
    }

    @Property
    @Clause("N2.1b")
    void aSchoolsWindowIsSetExactlyWhenItLiesInsideItsRegions(
            @ForAll("regions") CaptureRegion region, @ForAll("windows") CaptureWindow asked) {
        CaptureWindow allowed = Samples.CAMPAIGN.window(region).orElseThrow();
        SchoolRecord school = Samples.school(PaymentMode.SCHOOL_TRANSFER, region.id(), allowed);
        var outcome = SchoolRules.decide(
                new SchoolCommand.SetWindow(asked),
                new Facts(Samples.MORNING, Samples.ADMINISTRATOR, Samples.CAMPAIGN, school));
        boolean done = outcome.<Boolean>fold(
                event -> ((SchoolEvent.WindowSet) event).window().equals(asked), refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.WINDOW_OUTSIDE_REGION);
                    for (Object day : List.of(asked.first(), asked.last(), allowed.first(), allowed.last())) {
                        assertThat(refusal.en()).contains(day.toString());
                    }
                    assertThat(refusal.zhCn()).contains(region.name());
                    return false;
                });
        assertThat(done).isEqualTo(allowed.contains(asked));
    }

    @Property
    @Clause({"N2.4a", "N3.3"})
    void onceCaptureEndedNobodyIsCapturedAnyMoreAndUntilThenSomebodyIs(
            @ForAll("regions") CaptureRegion region,
            @ForAll("windows") CaptureWindow own,
            @ForAll("windows") CaptureWindow arranged,
            @ForAll("moments") Instant now) {
        SpecialArrangement evening = new SpecialArrangement(
                Optional.of(WHO),
                arranged,
                new DailyHours(LocalTime.of(18, 0), LocalTime.of(20, 0)),
                "补拍",
                Samples.local("2024-03-01T10:00:00"));
        SchoolRecord school = Samples.school(PaymentMode.SCHOOL_TRANSFER, region.id(), own)
                .after(new SchoolEvent.ArrangementGranted(now, evening));
        Instant end = Opening.end(Samples.CAMPAIGN, school).orElseThrow();
        assertThat(Opening.ended(Samples.CAMPAIGN, school, now)).isEqualTo(!now.isBefore(end));
        if (Opening.ended(Samples.CAMPAIGN, school, now)) {
            assertThat(Opening.closed(Samples.CAMPAIGN, school, List.of(), WHO, now))
                    .isPresent();
        }
        CaptureWindow regions = Samples.CAMPAIGN.window(region).orElseThrow();
        SchoolRecord moved = school.after(new SchoolEvent.WindowSet(now, regions));
        assertThat(Opening.end(Samples.CAMPAIGN, moved).orElseThrow())
                .as("a window that the school moves within its region's never begins anew")
                .isBeforeOrEqualTo(end);
        boolean isArranged =
                end.equals(arranged.last().atTime(20, 0).atZone(Campaign.ZONE).toInstant());
        boolean isOwn = regions.contains(own.last())
                && end.equals(own.last().atTime(18, 0).atZone(Campaign.ZONE).toInstant());
        if (isArranged || isOwn) {
            assertThat(Opening.closed(Samples.CAMPAIGN, school, List.of(), WHO, end.minusSeconds(1)))
                    .isEmpty();
        }
    }

    private static Optional<Refusal> closed(String region, CaptureWindow window, Instant now) {
        SchoolRecord school = Samples.school(PaymentMode.SCHOOL_TRANSFER, region, window);
        return Opening.closed(Samples.CAMPAIGN, school, List.of(), WHO, now);
    }

    @Provide
    static Arbitrary<CaptureRegion> regions() {
        return Arbitraries.of(Samples.CAMPAIGN.regions());
    }

    @Provide
    static Arbitrary<Instant> moments() {
        long first = Samples.local("2024-03-10T00:00:00").getEpochSecond();
        long last = Samples.local("2024-05-25T00:00:00").getEpochSecond();
        Arbitrary<Long> anywhere = Arbitraries.longs().between(first, last);
        Arbitrary<Long> nearAnEdge = Arbitraries.longs()
                .between(0, (last - first) / 3600)
                .flatMap(hour -> Arbitraries.longs().between(-2, 2).map(s -> first + hour * 3600 + s));
        return Arbitraries.oneOf(anywhere, nearAnEdge).map(Instant::ofEpochSecond);
    }

    @Provide
    static Arbitrary<CaptureWindow> windows() {
        return Arbitraries.integers()
                .between(0, 80)
                .flatMap(start -> Arbitraries.integers().between(0, 30).map(days -> {
                    var first = java.time.LocalDate.of(2024, 3, 10).plusDays(start);
                    return new CaptureWindow(first, first.plusDays(days));
                }));
    }
}
