package io.github.tucai.campaign.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Samples;
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
import io.github.tucai.school.School;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is still open later, against an oracle that asks {@link Opening#closed} of every quarter of an hour. */
class RetakingProperties {
    private static final EnrolmentNumber WHO = new EnrolmentNumber("E1");
    private static final EnrolmentNumber ANOTHER = new EnrolmentNumber("E2");
    private static final LocalDate START = LocalDate.of(2024, 3, 1);
    private static final int DAYS = 14;
    /** China keeps no summer time in these years. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final int QUARTER_MINUTES = 15;

    /** A campaign, one of its schools, and what one student was granted alone. */
    record Scene(Campaign campaign, SchoolRecord school, List<SpecialArrangement> own) {
        boolean isOpen(Instant at) {
            return Opening.closed(campaign, school, own, WHO, at).isEmpty();
        }
    }

    @Property
    @Clause({"A1.1", "A1.2", "A1.3"})
    void aStudentCanStillCaptureWhileAMomentIsLeftThatIsOpen(
            @ForAll("scenes") Scene scene, @ForAll("moments") Instant now) {
        boolean left = false;
        Instant end = at(DAYS + 2, 0);
        // All hours begin and end at whole quarters, so what is open anywhere is open now or at a quarter.
        for (Instant at = now; at.isBefore(end) && !left; at = nextQuarter(at)) {
            left = scene.isOpen(at);
        }
        assertThat(Opening.canStillCapture(scene.campaign, scene.school, scene.own, WHO, now))
                .isEqualTo(left);
    }

    @Property
    @Clause({"A1.1", "A1.2", "A1.3"})
    void theNextDayOnWhichItIsOpenEndsWhereItClosesLast(
            @ForAll("scenes") Scene scene, @ForAll("moments") Instant from) {
        LocalDate today = from.atOffset(CHINA).toLocalDate();
        Instant expected = null;
        for (LocalDate day = today.plusDays(1); !day.isAfter(START.plusDays(DAYS + 2)) && expected == null; ) {
            for (int quarter = 95; quarter >= 0 && expected == null; quarter--) {
                Instant at =
                        day.atTime(quarter / 4, quarter % 4 * QUARTER_MINUTES).toInstant(CHINA);
                expected = scene.isOpen(at) ? at.plusSeconds(QUARTER_MINUTES * 60L) : null;
            }
            day = day.plusDays(1);
        }
        if (expected == null) {
            expected = today.plusDays(2).atStartOfDay().toInstant(CHINA);
        }
        assertThat(Opening.endOfNextCaptureDay(scene.campaign, scene.school, scene.own, WHO, from))
                .isEqualTo(expected)
                .isAfter(from);
    }

    @Property
    @Clause("A1.3")
    void whatAnotherStudentWasGrantedOpensNothing(
            @ForAll("arrangements") List<SpecialArrangement> granted, @ForAll("moments") Instant now) {
        Scene scene = new Scene(campaign(Optional.empty()), school(Optional.empty(), List.of()), others(granted));
        assertThat(Opening.canStillCapture(scene.campaign, scene.school, scene.own, WHO, now))
                .isFalse();
        assertThat(scene.isOpen(now)).isFalse();
    }

    private static List<SpecialArrangement> others(List<SpecialArrangement> granted) {
        return granted.stream()
                .map(a ->
                        new SpecialArrangement(Optional.of(ANOTHER), a.window(), a.hours(), a.reason(), a.grantedAt()))
                .toList();
    }

    private static Instant nextQuarter(Instant at) {
        long seconds = QUARTER_MINUTES * 60L;
        return Instant.ofEpochSecond((at.getEpochSecond() / seconds + 1) * seconds);
    }

    private static Instant at(int day, long second) {
        return START.plusDays(day).atStartOfDay().toInstant(CHINA).plusSeconds(second);
    }

    @Provide
    static Arbitrary<Instant> moments() {
        Arbitrary<Long> anywhere = Arbitraries.longs().between(0, DAYS * 86_400L);
        Arbitrary<Long> nearAQuarter = Arbitraries.longs()
                .between(0, DAYS * 96L)
                .flatMap(quarter -> Arbitraries.longs().between(-1, 1).map(s -> quarter * 900 + s));
        return Arbitraries.oneOf(anywhere, nearAQuarter).map(second -> at(0, second));
    }

    @Provide
    static Arbitrary<Scene> scenes() {
        return Combinators.combine(windows().optional(), windows().optional(), arrangements(), arrangements())
                .as((regions, schools, granted, own) -> new Scene(campaign(regions), school(schools, granted), own))
                .withoutEdgeCases();
    }

    @Provide
    static Arbitrary<List<SpecialArrangement>> arrangements() {
        Arbitrary<Optional<EnrolmentNumber>> whose =
                Arbitraries.of(Optional.empty(), Optional.of(WHO), Optional.of(ANOTHER));
        return Combinators.combine(whose, windows(), hours())
                .as((who, days, hours) -> new SpecialArrangement(who, days, hours, "病假", Instant.EPOCH))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<CaptureWindow> windows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, 4))
                .as((first, more) ->
                        new CaptureWindow(START.plusDays(first), START.plusDays(Math.min(DAYS - 1, first + more))));
    }

    private static Arbitrary<DailyHours> hours() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 94),
                        Arbitraries.integers().between(1, 20))
                .as((opens, more) -> new DailyHours(quarter(opens), quarter(Math.min(95, opens + more))));
    }

    private static LocalTime quarter(int number) {
        return LocalTime.of(number / 4, number % 4 * QUARTER_MINUTES);
    }

    private static Campaign campaign(Optional<CaptureWindow> window) {
        CaptureRegion region = new CaptureRegion("r", "徐州");
        Campaign.Builder builder = Campaign.builder("retaking", 2024).account(Samples.CAMPAIGN.account());
        window.ifPresentOrElse(days -> builder.region(region, days), () -> builder.region(region));
        return builder.build();
    }

    private static SchoolRecord school(Optional<CaptureWindow> window, List<SpecialArrangement> granted) {
        List<SchoolEvent> events = new ArrayList<>();
        events.add(new SchoolEvent.Registered(
                Instant.EPOCH, new School(Samples.SCHOOL, "示例大学"), "r", PaymentMode.SCHOOL_TRANSFER));
        window.ifPresent(days -> events.add(new SchoolEvent.WindowSet(Instant.EPOCH, days)));
        granted.forEach(a -> events.add(new SchoolEvent.ArrangementGranted(Instant.EPOCH, a)));
        return SchoolRecord.replay(Samples.SCHOOL, events);
    }
}
