package io.github.tucai.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.contract.Clause;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.PaymentAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

class ScheduleProperties {
    private static final PaymentAccount ACCOUNT = new PaymentAccount("省招就中心", "示例银行", "1234567890", "123456789012");

    @Property
    @Clause("N2.1a")
    void aWindowContainsItsEndsAndNothingBeyondThem(@ForAll("windows") CaptureWindow window) {
        assertThat(window.contains(window.first())).isTrue();
        assertThat(window.contains(window.last())).isTrue();
        assertThat(window.contains(window.first().minusDays(1))).isFalse();
        assertThat(window.contains(window.last().plusDays(1))).isFalse();
    }

    @Property
    @Clause("N2.1b")
    void aWindowLiesInsideAnotherExactlyWhenEveryDayDoes(
            @ForAll("windows") CaptureWindow outer, @ForAll("windows") CaptureWindow inner) {
        boolean everyDay = inner.first().datesUntil(inner.last().plusDays(1)).allMatch(outer::contains);
        assertThat(outer.contains(inner)).isEqualTo(everyDay);
    }

    @Property
    void readingTheTextOfAWindowGivesTheSameWindow(@ForAll("windows") CaptureWindow window) {
        assertThat(CaptureWindow.parse(window.toString())).isEqualTo(window);
    }

    @Property
    void aWindowCountsItsDays(@ForAll("windows") CaptureWindow window) {
        assertThat(window.first().datesUntil(window.last().plusDays(1)).count()).isEqualTo(window.days());
    }

    @Property
    @Clause("A1.2")
    void hoursAreOpenFromEightInclusiveToEighteenExclusive(@ForAll @IntRange(min = 0, max = 86_399) int second) {
        LocalTime time = LocalTime.ofSecondOfDay(second);
        assertThat(DailyHours.OF_THE_NOTICE.contains(time)).isEqualTo(second >= 8 * 3600 && second < 18 * 3600);
    }

    @Property
    @Clause("N1.1")
    void theClassGraduatesTheYearAfterUnlessSaidOtherwise(@ForAll @IntRange(min = 2000, max = 2990) int year) {
        assertThat(campaign(year).build().graduatingClass()).isEqualTo(year + 1);
        assertThat(campaign(year).graduatingClass(year + 3).build().graduatingClass())
                .isEqualTo(year + 3);
        assertThatThrownBy(() -> campaign(year).graduatingClass(year - 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    @Clause("N2.1a")
    void aRegionWithoutAWindowHasNone(@ForAll("windows") CaptureWindow window) {
        CaptureRegion open = new CaptureRegion("open", "开");
        CaptureRegion closed = new CaptureRegion("closed", "关");
        Campaign campaign = Campaign.builder("two", 2024)
                .region(open, window)
                .region(closed)
                .account(ACCOUNT)
                .build();
        assertThat(campaign.window(open)).contains(window);
        assertThat(campaign.window(closed)).isEmpty();
        assertThat(campaign.regions()).containsExactly(open, closed);
    }

    @Property
    void anArrangementIsGrantedBeforeItStarts(
            @ForAll("windows") CaptureWindow window, @ForAll @IntRange(min = -100, max = 100) int seconds) {
        Instant start = SpecialArrangement.start(window, DailyHours.OF_THE_NOTICE);
        Instant granted = start.plusSeconds(seconds);
        if (seconds < 0) {
            assertThat(arrangement(window, granted).grantedAt()).isEqualTo(granted);
        } else {
            assertThatThrownBy(() -> arrangement(window, granted)).hasMessageContaining("A1.3");
        }
    }

    @Property
    void anArrangementForOneStudentOpensForNoOther(@ForAll("windows") CaptureWindow window) {
        EnrolmentNumber one = new EnrolmentNumber("one");
        Instant start = SpecialArrangement.start(window, DailyHours.OF_THE_NOTICE);
        SpecialArrangement arrangement =
                new SpecialArrangement(Optional.of(one), window, DailyHours.OF_THE_NOTICE, "病假", start.minusSeconds(1));
        assertThat(arrangement.opens(one, start)).isTrue();
        assertThat(arrangement.opens(new EnrolmentNumber("two"), start)).isFalse();
        assertThat(arrangement.opens(one, start.minusSeconds(1))).isFalse();
    }

    private static SpecialArrangement arrangement(CaptureWindow window, Instant granted) {
        return new SpecialArrangement(Optional.empty(), window, DailyHours.OF_THE_NOTICE, "设备故障", granted);
    }

    private static Campaign.Builder campaign(int year) {
        return Campaign.builder("c", year).region(new CaptureRegion("r", "地区")).account(ACCOUNT);
    }

    @Provide
    static Arbitrary<CaptureWindow> windows() {
        return Dates.dates()
                .between(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31))
                .flatMap(first -> Arbitraries.integers()
                        .between(0, 60)
                        .map(days -> new CaptureWindow(first, first.plusDays(days))));
    }
}
