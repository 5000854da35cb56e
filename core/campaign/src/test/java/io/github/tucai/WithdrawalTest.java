package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.failure.SealException;
import io.github.tucai.failure.TransportException;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.spi.BundleSealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry is told of every photo that it has or may have and that must not stand. */
class WithdrawalTest extends WithDesk {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Registry registry = new Registry();

    @Test
    void aViolationAfterDeliveryIsToldToTheRegistry() throws Exception {
        CaptureRecord record = delivered();
        violate(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.LOCKED);
        assertThat(withdrawals()).singleElement().satisfies(item -> {
            assertThat(item.version()).isEqualTo(1);
            assertThat(item.status()).isEqualTo(DeliveryEntry.Status.ACCEPTED);
        });
        assertThat(events(record))
                .endsWith(
                        "Locked by school:10290:li",
                        "WithdrawalRequested by school:10290:li",
                        "WithdrawalSealed by system:sealing",
                        "WithdrawalTold by system:delivery");
        assertThat(desk.record(record)
                        .withdrawals()
                        .get(0)
                        .receipt()
                        .orElseThrow()
                        .key())
                .isEqualTo(DeliveryKey.ofWithdrawal(record.deliveries().get(0).key()));
    }

    @Test
    void theRetakeAfterAnUnlockTakesTheWithdrawnPhotosPlace() throws Exception {
        CaptureRecord record = delivered();
        violate(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        desk.tucai.capture().unlock(Samples.ADMINISTRATOR, record.id(), "已谈话").orElseThrow();
        desk.captured("E1", "ok-2");
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid.get("E1")).startsWith("2|").doesNotContain("withdrawn");
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        violate(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "2|withdrawn");
        assertThat(withdrawals()).hasSize(2);
    }

    @Test
    void aViolationFoundInReviewIsToldToo() throws Exception {
        CaptureRecord record = delivered();
        desk.suspectAndLook(record);
        desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.VIOLATION, "翻拍")
                .orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
    }

    @Test
    void aLockOnTopOfALockTellsOnce() throws Exception {
        CaptureRecord record = delivered();
        violate(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        desk.tucai.close();
        desk.tucai.capture().unlock(Samples.ADMINISTRATOR, record.id(), "已谈话").orElseThrow();
        desk.captured("E1", "ok-never-sent");
        violate(record);
        assertThat(events(record))
                .filteredOn(event -> event.startsWith("WithdrawalRequested"))
                .hasSize(1);
    }

    @Test
    void aResetTellsNothing() throws Exception {
        CaptureRecord record = delivered();
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid.get("E1")).doesNotContain("withdrawn");
        assertThat(withdrawals()).isEmpty();
    }

    @Test
    void whatNeverLeftIsNotWithdrawnAtTheRegistry() throws Exception {
        reopen(registry);
        CaptureRecord record = desk.captured("E1", "ok-1");
        violate(record);
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.calls).isEmpty();
        assertThat(withdrawals()).isEmpty();
    }

    @Test
    void whatTheRegistryMayHaveIsWithdrawn() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        Registry lossy = new Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                DeliveryOutcome outcome = super.deliver(bundle);
                if (text(bundle).endsWith("withdrawn")) {
                    return outcome;
                }
                sent.countDown();
                throw new TransportException("the answer got lost", true, null);
            }
        };
        reopen(lossy);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
        violate(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(lossy.valid).containsEntry("E1", "1|withdrawn");
    }

    @Test
    void anotherPersonsPhotoIsWithdrawnAndTakenAgain() throws Exception {
        CaptureRecord record = delivered();
        ProofingService proofing = desk.tucai.proofing();
        proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        proofing.raiseErratum(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), Erratum.Kind.QUALITY, "模糊")
                .orElseThrow();
        proofing.raiseErratum(
                        Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), Erratum.Kind.WRONG_PERSON, "不是本人")
                .orElseThrow();
        assertThat(reason(proofing.confirmWrongPerson(Samples.ADMINISTRATOR, record.id(), 2, "确非本人")))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(proofing.confirmWrongPerson(Samples.CENTRE, record.id(), 1, "确非本人")))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        CaptureRecord after = proofing.confirmWrongPerson(Samples.CENTRE, record.id(), 2, "确非本人")
                .orElseThrow();
        assertThat(after.state()).isEqualTo(CaptureState.RETAKE);
        assertThat(after.openErrata()).extracting(Erratum::number).containsExactly(1);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
        desk.captured("E1", "ok-2");
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid.get("E1")).startsWith("2|").doesNotContain("withdrawn");
    }

    /** What an erratum says of one photo withdraws no other that took its place. */
    @Test
    void anErratumAboutAnEarlierPhotoNeverWithdrawsTheRetake() throws Exception {
        CaptureRecord record = said();
        desk.captured("E1", "ok-2");
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        CaptureRecord after = confirmed(record);
        assertThat(after.accepted().orElseThrow().digest()).isEqualTo(Desk.digest("ok-2"));
        assertThat(after.state()).isEqualTo(CaptureState.PUBLISHED);
        assertThat(after.openErrata()).isEmpty();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid.get("E1")).startsWith("2|").doesNotContain("withdrawn");
        assertThat(withdrawals()).as("the registry holds it no more").isEmpty();
    }

    @Test
    void anotherPersonsPhotoIsWithdrawnThoughItWasReset() throws Exception {
        CaptureRecord record = said();
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "确非本人，重拍")
                .orElseThrow();
        assertThat(confirmed(record).state()).isEqualTo(CaptureState.RETAKE);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
    }

    /** The retake waits to be sent, so the registry still holds the photo before it. */
    @Test
    void anotherPersonsPhotoIsWithdrawnThoughARetakeIsOnItsWay() throws Exception {
        CaptureRecord record = said();
        reopen(registry);
        desk.captured("E1", "ok-2");
        CaptureRecord after = confirmed(record);
        assertThat(after.accepted().orElseThrow().digest()).isEqualTo(Desk.digest("ok-2"));
        assertThat(withdrawals())
                .singleElement()
                .extracting(DeliveryItem::version)
                .isEqualTo(1);
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(withdrawals()).extracting(DeliveryItem::status).containsExactly(DeliveryEntry.Status.ACCEPTED);
        assertThat(registry.valid.get("E1")).startsWith("2|").doesNotContain("withdrawn");
    }

    @Test
    void anotherPersonsPhotoIsWithdrawnThoughALockOnItWasVoid() throws Exception {
        CaptureRecord record = said();
        violate(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
        desk.clear(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid.get("E1")).startsWith("2|").doesNotContain("withdrawn");
        assertThat(confirmed(record).state()).isEqualTo(CaptureState.RETAKE);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "2|withdrawn");
    }

    @Test
    void anotherPersonsPhotoIsWithdrawnThoughAnotherPhotoIsInReview() throws Exception {
        CaptureRecord record = said();
        desk.captured("E1", "doubt-2");
        CaptureRecord after = confirmed(record);
        assertThat(after.accepted()).isEmpty();
        assertThat(after.inReview().map(PhotoRef::digest)).contains(Desk.digest("doubt-2"));
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
    }

    @Test
    void aSuspicionOfThatPhotoIsDecidedFirst() throws Exception {
        CaptureRecord record = said();
        desk.suspectAndLook(record);
        assertThat(reason(desk.tucai.proofing().confirmWrongPerson(Samples.CENTRE, record.id(), 1, "确非本人")))
                .isEqualTo(Refusal.Reason.IN_REVIEW);
        desk.decide(Samples.ADMINISTRATOR, record, ReviewOutcome.REJECTED, "确非本人")
                .orElseThrow();
        confirmed(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
    }

    /** Also where the worker is not running: what is to be told is in the outbox when the lock is answered. */
    @Test
    void aConfirmedViolationIsSealedForTheRegistryAtOnce() throws Exception {
        CaptureRecord record = delivered();
        reopen(registry);
        ImageDigest photo = desk.suspectAndLook(record);
        desk.tucai
                .capture()
                .confirmViolation(Samples.ADMINISTRATOR, record.id(), photo, "翻拍")
                .orElseThrow();
        assertThat(withdrawals()).extracting(DeliveryItem::status).containsExactly(DeliveryEntry.Status.QUEUED);
    }

    @Test
    void anErratumThatTurnsOutToBeNoneWithdrawsNothing() throws Exception {
        CaptureRecord record = delivered();
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        desk.tucai
                .proofing()
                .raiseErratum(
                        Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), Erratum.Kind.WRONG_PERSON, "不是本人")
                .orElseThrow();
        desk.tucai
                .proofing()
                .resolveErratum(Samples.CENTRE, record.id(), 1, "是本人")
                .orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.PUBLISHED);
        assertThat(withdrawals()).isEmpty();
    }

    @Test
    void aSealerThatFailsDelaysTheWordAndNotTheLock() throws Exception {
        CaptureRecord record = delivered();
        FailingSealer sealer = new FailingSealer(desk.sealer());
        desk.close();
        desk = new Desk(Desk.dataSource(url), folder.resolve("photos"), registry, builder -> builder.sealer(sealer));
        desk.tucai.startDelivery();
        violate(record);
        RecallTest.until(() -> withdrawals().get(0).attempts() > 0);
        assertThat(withdrawals()).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(DeliveryEntry.Status.TO_SEAL);
            assertThat(item.detail()).isEqualTo("SealException");
        });
        sealer.isDown = false;
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
    }

    @Test
    void whatWasNotToldBeforeTheEndIsToldAfterTheNextStart() throws Exception {
        CaptureRecord record = delivered();
        reopen(registry);
        violate(record);
        reopen(registry);
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
    }

    @Test
    void aRegistryThatRefusesToHearItIsToldOnceMoreWhenTheCentreSaysSo() throws Exception {
        CaptureRecord record = delivered();
        registry.refusal = "does-not-open";
        violate(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(withdrawals()).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(DeliveryEntry.Status.REFUSED);
            assertThat(item.detail()).isEqualTo("does-not-open: no");
        });
        DeliveryService delivery = desk.tucai.delivery();
        assertThat(reason(delivery.retryWithdrawal(Samples.ADMINISTRATOR, record.id(), 1, "密钥已补")))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        registry.refusal = "";
        delivery.retryWithdrawal(Samples.CENTRE, record.id(), 1, "密钥已补").orElseThrow();
        assertThat(delivery.awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
        assertThat(reason(delivery.retryWithdrawal(Samples.CENTRE, record.id(), 1, "再次")))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
    }

    @Test
    void aRegistryThatCannotBeToldLeavesItToAPersonWhoTriesAgain() throws Exception {
        CaptureRecord record = delivered();
        registry.isDown = true;
        violate(record);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(withdrawals()).extracting(DeliveryItem::status).containsExactly(DeliveryEntry.Status.WAITING);
        registry.isDown = false;
        desk.tucai
                .delivery()
                .retryWithdrawal(Samples.CENTRE, record.id(), 1, "已恢复")
                .orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    /** Refused with words about the student, not reached, or given up: the word stays until it is heard. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsErasedBeforeTheRegistryHeardOfTheirViolationIsWithdrawnAllTheSame(boolean isGivenUp) throws Exception {
        CaptureRecord record = delivered();
        registry.isDown = true;
        registry.isRetryable = !isGivenUp;
        violate(record);
        if (isGivenUp) {
            RecallTest.until(() -> withdrawals().get(0).status() == DeliveryEntry.Status.WAITING);
        }
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofMillis(700))).isFalse();
        assertThat(Dump.holding(new Dump(desk.dataSource).cells(), "李小明"))
                .as("nothing in clear; what waits is sealed for the registry")
                .isEmpty();
        reopen(registry);
        registry.isDown = false;
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
        assertThat(Dump.holding(
                        new Dump(desk.dataSource).cells(),
                        DeliveryKey.ofWithdrawal(record.deliveries().get(0).key())
                                .value()))
                .isEmpty();
        // The chain knows the random number; the task ends right after what it did.
        RecallTest.until(() -> Dump.holding(
                        new Dump(desk.dataSource).cells(), record.id().value())
                .stream()
                .allMatch(column ->
                        column.toLowerCase(Locale.ROOT).matches("stream.id|event.stream|anchor_head.stream")));
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    @Test
    void nobodyIsErasedWhileTheWordToTheRegistryCannotBeSealed() throws Exception {
        CaptureRecord record = delivered();
        FailingSealer sealer = new FailingSealer(desk.sealer());
        desk.close();
        desk = new Desk(Desk.dataSource(url), folder.resolve("photos"), registry, builder -> builder.sealer(sealer));
        violate(record);
        assertThat(reason(desk.tucai.protection().erase(Samples.CENTRE, record.id())))
                .isEqualTo(Refusal.Reason.FAILED);
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.LOCKED);
        sealer.isDown = false;
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).containsEntry("E1", "1|withdrawn");
    }

    @Test
    void aRegistryThatRefusesTheWordAboutAnErasedRecordIsNotAskedAgain() throws Exception {
        CaptureRecord record = delivered();
        registry.isDown = true;
        violate(record);
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        registry.refusal = "unknown-enrolment";
        registry.isDown = false;
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(Dump.holding(
                        new Dump(desk.dataSource).cells(),
                        DeliveryKey.ofWithdrawal(record.deliveries().get(0).key())
                                .value()))
                .isEmpty();
    }

    private CaptureRecord delivered() throws InterruptedException {
        reopen(registry);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        return record;
    }

    /** Delivered, published, and said to be another person's. */
    private CaptureRecord said() throws InterruptedException {
        CaptureRecord record = delivered();
        ProofingService proofing = desk.tucai.proofing();
        proofing.publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        return proofing.raiseErratum(
                        Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), Erratum.Kind.WRONG_PERSON, "不是本人")
                .orElseThrow();
    }

    private CaptureRecord confirmed(CaptureRecord record) {
        return desk.tucai
                .proofing()
                .confirmWrongPerson(Samples.CENTRE, record.id(), 1, "确非本人")
                .orElseThrow();
    }

    private void violate(CaptureRecord record) {
        desk.lock(record);
    }

    private List<DeliveryItem> withdrawals() {
        return desk.tucai.delivery().items(Samples.CENTRE, Samples.SCHOOL).orElseThrow().stream()
                .filter(item -> item.kind() == DeliveryItem.Kind.WITHDRAWAL)
                .toList();
    }

    private List<String> events(CaptureRecord record) {
        return desk.tucai.capture().history(Samples.CENTRE, record.id()).orElseThrow().stream()
                .filter(entry -> !(entry.event() instanceof CaptureEvent.CodePresented))
                .map(entry -> entry.event().getClass().getSimpleName() + " by " + entry.actor())
                .toList();
    }

    /** A registry that may not want to hear of withdrawals. */
    private static class Registry extends Desk.Registry {
        volatile String refusal = "";
        volatile boolean isDown;
        volatile boolean isRetryable;

        static String text(SealedBundle bundle) {
            return new String(bundle.bytes(), StandardCharsets.UTF_8);
        }

        @Override
        public DeliveryOutcome deliver(SealedBundle bundle) {
            if (isDown) {
                throw new TransportException("the certificate for 李小明 is not known there", isRetryable, null);
            }
            return refusal.isEmpty() ? super.deliver(bundle) : new DeliveryOutcome.Refused(refusal, "no");
        }
    }

    private static final class FailingSealer implements BundleSealer {
        volatile boolean isDown = true;
        private final BundleSealer real;

        FailingSealer(BundleSealer real) {
            this.real = real;
        }

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public SealedBundle seal(DeliveryContent content) {
            return real.seal(content);
        }

        @Override
        public SealedBundle seal(Withdrawal withdrawal) {
            if (isDown) {
                throw new SealException("the key is missing");
            }
            return real.seal(withdrawal);
        }
    }
}
