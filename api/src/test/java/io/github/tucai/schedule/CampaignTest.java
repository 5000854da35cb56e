package io.github.tucai.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.payment.PaymentAccount;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

class CampaignTest {
    private static final PaymentAccount ACCOUNT = new PaymentAccount("省招就中心", "示例银行", "1234567890", "123456789012");

    @Test
    void paymentIsDueOnTheTwentiethOfNovemberOfItsYear() {
        assertThat(campaign().build().paymentDue()).isEqualTo(LocalDate.of(2024, 11, 20));
        assertThat(campaign().paymentDue(MonthDay.of(12, 1)).build().paymentDue())
                .isEqualTo(LocalDate.of(2024, 12, 1));
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> CaptureWindow.parse("2024-04-03..2024-03-15"))
                .hasMessageContaining("2024-04-03")
                .hasMessageContaining("2024-03-15");
    }

    @Test
    void refusesHoursThatCloseBeforeTheyOpen() {
        assertThatThrownBy(() -> new DailyHours(LocalTime.of(18, 0), LocalTime.of(8, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTheSameRegionTwice() {
        assertThatThrownBy(() -> campaign().region(new CaptureRegion("r", "地区")))
                .hasMessageContaining("there already");
    }

    @Test
    void refusesACampaignWithoutAnAccount() {
        assertThatThrownBy(() -> Campaign.builder("c", 2024)
                        .region(new CaptureRegion("r", "地区"))
                        .build())
                .hasMessageContaining("N3.3");
    }

    @Test
    void refusesACampaignWithoutARegion() {
        assertThatThrownBy(() -> Campaign.builder("c", 2024).account(ACCOUNT).build())
                .hasMessageContaining("no region");
    }

    private static Campaign.Builder campaign() {
        return Campaign.builder("c", 2024).region(new CaptureRegion("r", "地区")).account(ACCOUNT);
    }
}
