package io.github.tucai.campaign.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.Samples;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is asked, what counts, and what may be sent. */
@Clause({"N3.3", "N3.4"})
class PaymentRulesProperties {
    private static final Instant NOW = Samples.MORNING;
    private static final DeliveryKey KEY = new DeliveryKey("ab".repeat(32));

    private static Campaign campaign(boolean paidFirst, Fee fee) {
        return Campaign.builder("pay", 2024)
                .region(new CaptureRegion("xuzhou", "徐州"), CaptureWindow.parse("2024-03-15..2024-04-03"))
                .account(Samples.CAMPAIGN.account())
                .paymentBeforeDelivery(paidFirst)
                .fee(fee)
                .build();
    }

    private static Facts facts(boolean paidFirst, Fee fee, PaymentMode mode) {
        return new Facts(NOW, Samples.SYSTEM, campaign(paidFirst, fee), Samples.school(mode));
    }

    private static CaptureRecord record(CaptureEvent... more) {
        List<CaptureEvent> events = new ArrayList<>(List.of(
                new CaptureEvent.CodePresented(NOW, Samples.claims("E1"), NOW.plusSeconds(1800)),
                new CaptureEvent.PhotoAccepted(NOW, Samples.photo(1)),
                new CaptureEvent.Finished(NOW, Samples.photo(2), Optional.empty()),
                new CaptureEvent.Sealed(NOW, 1, KEY)));
        events.addAll(List.of(more));
        return CaptureRecord.replay(RecordId.random(new Random(1)), events);
    }

    @Test
    void nothingIsAskedWhereTheSchoolPaysOrTheCampaignIsFree() {
        assertThat(CaptureRules.notAsked(record(), facts(true, Fee.OF_THE_NOTICE, PaymentMode.SCHOOL_TRANSFER)))
                .contains(UnmatchedReason.SCHOOL_PAYS);
        Facts free = facts(true, Fee.ZERO, PaymentMode.STUDENT_ONLINE);
        assertThat(CaptureRules.notAsked(record(), free)).contains(UnmatchedReason.NO_FEE);
        assertThat(CaptureRules.maySend(record(), free, 1))
                .as("nobody can pay nothing, so nothing waits for it")
                .isTrue();
    }

    @Test
    void aStudentWhomAnotherSchoolsStatementCountsOwesNothingMore() {
        Facts facts = facts(true, Fee.OF_THE_NOTICE, PaymentMode.STUDENT_ONLINE);
        CaptureRecord billed = record(new CaptureEvent.Billed(NOW, Samples.INSTITUTE));
        assertThat(CaptureRules.notAsked(billed, facts)).contains(UnmatchedReason.SCHOOL_PAYS);
        assertThat(CaptureRules.isBillable(billed)).isFalse();
        assertThat(CaptureRules.maySend(billed, facts, 1)).isTrue();
    }

    @Test
    void whoPaidIsNotBilledAndWhatTheRegistryRefusedNeither() {
        assertThat(CaptureRules.isBillable(record())).isTrue();
        assertThat(CaptureRules.isBillable(record(new CaptureEvent.Paid(NOW, new Payment(Fee.OF_THE_NOTICE, "P1")))))
                .isFalse();
        CaptureRecord refused = record(new CaptureEvent.DeliveryRefused(NOW, 1, "does-not-open", ""));
        assertThat(CaptureRules.isBillable(refused)).isFalse();
        assertThat(CaptureRules.notAsked(refused, facts(false, Fee.OF_THE_NOTICE, PaymentMode.STUDENT_ONLINE)))
                .contains(UnmatchedReason.DELIVERY_REFUSED);
    }

    @Test
    void aRefundOfAnOlderLogTakesTheOnlyPaymentThereWas() {
        CaptureRecord record = record(
                new CaptureEvent.Paid(NOW, new Payment(Fee.OF_THE_NOTICE, "P1")),
                new CaptureEvent.Refunded(NOW, "x", Optional.empty()));
        assertThat(record.payment()).isEmpty();
    }

    @Property(tries = 2000)
    void nothingUnpaidIsSentWherePaymentComesFirst(@ForAll("histories") List<CaptureEvent> events) {
        Facts facts = facts(true, Fee.OF_THE_NOTICE, PaymentMode.STUDENT_ONLINE);
        CaptureRecord record = record(events.toArray(CaptureEvent[]::new));
        if (CaptureRules.maySend(record, facts, 1)) {
            assertThat(record.payment().isPresent() || record.billed().isPresent())
                    .isTrue();
            assertThat(record.mayDeliver(1)).isTrue();
        }
    }

    @Property(tries = 2000)
    void nobodyIsAskedForMoneyThatASchoolIsBilledFor(@ForAll("histories") List<CaptureEvent> events) {
        CaptureRecord record = record(events.toArray(CaptureEvent[]::new));
        boolean asked = CaptureRules.notAsked(record, facts(true, Fee.OF_THE_NOTICE, PaymentMode.STUDENT_ONLINE))
                .isEmpty();
        if (asked) {
            assertThat(record.billed()).isEmpty();
            assertThat(record.payment()).isEmpty();
            assertThat(record.lock()).isEmpty();
            assertThat(record.inReview()).isEmpty();
            assertThat(record.accepted()).isPresent();
        }
        if (CaptureRules.isBillable(record)) {
            assertThat(record.payment()).isEmpty();
            assertThat(record.accepted()).isPresent();
        }
    }

    @Provide
    static Arbitrary<List<CaptureEvent>> histories() {
        Payment payment = new Payment(Fee.OF_THE_NOTICE, "P1");
        Payment other = new Payment(Fee.OF_THE_NOTICE, "P2");
        return Arbitraries.<CaptureEvent>of(
                        new CaptureEvent.Paid(NOW, payment),
                        new CaptureEvent.PaymentUnmatched(NOW, other, UnmatchedReason.PAID_ALREADY),
                        new CaptureEvent.Refunded(NOW, "x", Optional.of("P1")),
                        new CaptureEvent.Refunded(NOW, "x", Optional.of("P2")),
                        new CaptureEvent.Refunded(NOW, "x", Optional.empty()),
                        new CaptureEvent.Billed(NOW, Samples.INSTITUTE),
                        new CaptureEvent.ViolationSuspected(
                                NOW, "x", Optional.empty(), Optional.empty(), Optional.empty()),
                        new CaptureEvent.ReviewDecided(
                                NOW, io.github.tucai.capture.ReviewOutcome.ACCEPTED, "x", Optional.empty()),
                        new CaptureEvent.Locked(NOW, "x", Optional.empty(), Optional.empty()),
                        new CaptureEvent.Unlocked(NOW, "x"),
                        new CaptureEvent.Reset(NOW, "x", Optional.empty()),
                        new CaptureEvent.DeliveryWaiting(NOW, 1, "x"),
                        new CaptureEvent.DeliveryRefused(NOW, 1, "x", "x"))
                .list()
                .ofMaxSize(12);
    }
}
