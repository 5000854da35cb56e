package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.schedule.Campaign;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes that many present at one instant. */
class PresentTogetherTest extends WithDesk {
    @Test
    void nobodyGetsAnException() throws Exception {
        reopenWithoutFactor();
        for (int round = 0; round < 3; round++) {
            List<Outcome<CaptureSession>> answers = AtOnce.of(64, i -> present("E1"));
            assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Outcome.Done.class));
        }
        assertThat(present("E1").orElseThrow().number()).isEqualTo(3 * 64 + 1);
    }

    @Test
    void eachStudentGetsOneRecord() throws Exception {
        reopenWithoutFactor();
        AtOnce.of(64, i -> present("E" + i % 8));
        assertThat(desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .hasSize(8)
                .allSatisfy(record ->
                        assertThat(record.session().orElseThrow().number()).isEqualTo(8));
    }

    @Test
    void whoseSecondFactorIsCountedIsServedOrAskedToWait() throws Exception {
        List<Outcome<CaptureSession>> answers = AtOnce.of(64, i -> desk.present("E1"));
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Outcome.Refused)
                .allSatisfy(answer -> assertThat(reason(answer)).isEqualTo(Refusal.Reason.TOO_MANY_TRIES));
    }

    private Outcome<CaptureSession> present(String enrolment) {
        return desk.tucai.capture().present(Samples.ADMINISTRATOR, Desk.code(enrolment), null);
    }

    private void reopenWithoutFactor() {
        Campaign campaign = Samples.CAMPAIGN;
        Campaign.Builder open = Campaign.builder(campaign.id(), campaign.year())
                .account(campaign.account())
                .secondFactor(false);
        campaign.regions().forEach(region -> campaign.window(region).ifPresent(window -> open.region(region, window)));
        desk.close();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                new Desk.Registry(),
                builder -> builder.campaign(open.build()));
    }
}
