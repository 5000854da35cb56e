package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.photo.ImageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What must not be sent is not sent, leaves the folder where it lies, and its answer is read all the same. */
class RecallTest extends WithDesk {
    private final FolderRegistry folderOfRegistry = new FolderRegistry();

    @Test
    void aQuickRetrySendsNothingAfterALock() throws Exception {
        assertThat(sentAfterTheFirstTry(record -> desk.lock(record))).isZero();
    }

    @Test
    void aQuickRetrySendsNothingWhileAPersonDecides() throws Exception {
        assertThat(sentAfterTheFirstTry(record -> desk.tucai
                        .capture()
                        .suspectViolation(Samples.CENTRE, record.id(), Desk.digest("ok-1"), "疑似翻拍")
                        .orElseThrow()))
                .isZero();
    }

    /** How often the photo was sent after the first try, in the middle of which something happens, failed. */
    private int sentAfterTheFirstTry(Consumer<CaptureRecord> happens) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);
        CaptureRecord[] record = new CaptureRecord[1];
        reopen(new Desk.Registry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                if (!bundle.key().equals(record[0].deliveries().get(0).key())) {
                    return super.deliver(bundle);
                }
                if (tries.incrementAndGet() == 1) {
                    happens.accept(record[0]);
                    failed.countDown();
                    throw new TransportException("connection reset", true, null);
                }
                return super.deliver(bundle);
            }
        });
        record[0] = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(500);
        return tries.get() - 1;
    }

    @Test
    void aLockedPhotoLeavesTheFolderAndItsLateReceiptIsRecorded() throws Exception {
        CaptureRecord record = lying();
        desk.lock(record);
        until(() -> !folderOfRegistry.lying.contains(key(record)));
        folderOfRegistry.answer(key(record));
        until(() -> delivery(record).receipt().isPresent());
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.LOCKED);
        until(() -> count("unanswered_delivery") == 0);
    }

    @Test
    void aResetPhotoLeavesTheFolderAndALateRefusalIsRecorded() throws Exception {
        CaptureRecord record = lying();
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        until(() -> folderOfRegistry.lying.isEmpty());
        folderOfRegistry.answers.put(key(record), new DeliveryOutcome.Refused("unknown-enrolment", "none"));
        until(() -> delivery(record).status() == DeliveryEntry.Status.REFUSED);
        assertThat(desk.record(record).withdrawals()).isEmpty();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.RETAKE);
    }

    @Test
    void aSupersededPhotoLeavesTheFolderAndTheNewerOneStays() throws Exception {
        CaptureRecord record = lying();
        CaptureRecord after = desk.handIn(desk.session("E1"), "ok-2").record();
        DeliveryKey newer = after.delivery().orElseThrow().key();
        until(() -> folderOfRegistry.lying.equals(Set.of(newer)));
        folderOfRegistry.answer(key(record));
        until(() -> delivery(record).receipt().isPresent());
        assertThat(delivery(record).status()).isEqualTo(DeliveryEntry.Status.SUPERSEDED);
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.QUEUED);
    }

    @Test
    void anErasedPhotoLeavesTheFolderToo() throws Exception {
        CaptureRecord record = lying();
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        until(() -> folderOfRegistry.lying.isEmpty());
        assertThat(count("delivery")).isZero();
        folderOfRegistry.answer(key(record));
        until(() -> count("unanswered_delivery") == 0);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    @Test
    void aSuspectedPhotoLeavesTheFolderAndComesBackWhenItIsCleared() throws Exception {
        CaptureRecord record = lying();
        desk.tucai
                .capture()
                .suspectViolation(Samples.CENTRE, record.id(), Desk.digest("ok-1"), "疑似翻拍")
                .orElseThrow();
        until(() -> folderOfRegistry.lying.isEmpty());
        desk.decide(Samples.CENTRE, record, ReviewOutcome.ACCEPTED, "正常").orElseThrow();
        until(() -> folderOfRegistry.lying.contains(key(record)));
        folderOfRegistry.answer(key(record));
        until(() -> desk.record(record).state() == CaptureState.DELIVERED);
    }

    /** The try was asked for before the reset, and puts the file there after it was taken back. */
    @Test
    void whatATryPutsThereAfterItWasTakenBackLeavesTheFolder() throws Exception {
        CountDownLatch onTheWire = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch put = new CountDownLatch(1);
        FolderRegistry slow = new FolderRegistry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                onTheWire.countDown();
                awaited(goOn);
                try {
                    return super.deliver(bundle);
                } finally {
                    put.countDown();
                }
            }
        };
        reopen(slow);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        assertThat(onTheWire.await(20, TimeUnit.SECONDS)).isTrue();
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        until(() -> slow.recalls.get() > 0);
        goOn.countDown();
        awaited(put);
        until(() -> slow.lying.isEmpty());
    }

    @Test
    void whatWasNotTakenBackBeforeTheEndIsTakenBackAfterTheNextStart() throws Exception {
        CaptureRecord record = lying();
        reopen(folderOfRegistry);
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        reopen(folderOfRegistry);
        assertThat(folderOfRegistry.lying).hasSize(1);
        desk.tucai.startDelivery();
        until(() -> folderOfRegistry.lying.isEmpty());
    }

    @Test
    void oneThatCannotBeTakenBackNowIsTakenBackLater() throws Exception {
        CaptureRecord record = lying();
        folderOfRegistry.isBroken = true;
        desk.tucai
                .capture()
                .reset(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        until(() -> folderOfRegistry.recalls.get() > 2);
        assertThat(folderOfRegistry.lying).hasSize(1);
        folderOfRegistry.isBroken = false;
        until(() -> folderOfRegistry.lying.isEmpty());
    }

    @Test
    void theAnswerOfOneThatWaitsForAPersonIsReadAndItsFileStays() throws Exception {
        FolderRegistry lost = new FolderRegistry() {
            @Override
            public DeliveryOutcome deliver(SealedBundle bundle) {
                lying.add(bundle.key());
                throw new TransportException("the answer is not genuine", false, null);
            }
        };
        reopen(lost);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        until(() -> desk.record(record).state() == CaptureState.DELIVERY_WAITING);
        Thread.sleep(300);
        assertThat(lost.lying).hasSize(1);
        lost.answer(key(record));
        until(() -> desk.record(record).state() == CaptureState.DELIVERED);
        assertThat(lost.recalls).hasValue(0);
    }

    /** The asking has the record's lock first: who locks the record for a violation sees that the registry may have it. */
    @Test
    void aViolationThatIsConfirmedWhileAPhotoIsHandedOverIsToldToTheRegistry() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        ImageDigest photo = desk.suspectAndLook(record);
        overlapped(
                ledger -> ledger.inTransaction(work -> {
                    work.locked(record.id());
                    return work.handle().execute("update delivery set handed = true");
                }),
                () -> desk.tucai
                        .capture()
                        .confirmViolation(Samples.ADMINISTRATOR, record.id(), photo, "翻拍")
                        .orElseThrow());
        assertThat(desk.record(record).withdrawals()).hasSize(1);
    }

    /** The suspicion comes first: who asks whether to send waits for it and sends nothing. */
    @Test
    void aPhotoIsNotHandedOverWhileItIsSuspected() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        overlapped(
                ledger -> ledger.inTransaction(work -> work.give(
                                record.id(),
                                new CaptureCommand.SuspectViolation(Desk.digest("ok-1"), "疑似翻拍"),
                                Samples.CENTRE)
                        .orElseThrow()),
                () -> desk.tucai.startDelivery());
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofMillis(500))).isFalse();
        assertThat(desk.registry.calls).isEmpty();
        assertThat(desk.record(record).withdrawals()).isEmpty();
        assertThat(count("delivery where handed = true")).isZero();
    }

    /** Runs the first in a transaction that is held open while the second begins. */
    private void overlapped(Consumer<Held> first, Runnable second) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (Cut own = new Cut(Desk.dataSource(url))) {
            Ledger ledger = Ledgers.open(own);
            Future<?> held = pool.submit(() -> first.accept(work -> ledger.inTransaction(there -> {
                Object result = work.apply(there);
                done.countDown();
                awaited(commit);
                return result;
            })));
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            Future<?> other = pool.submit(second);
            Thread.sleep(500);
            commit.countDown();
            held.get();
            other.get();
        } finally {
            pool.shutdownNow();
        }
    }

    /** A ledger that keeps its transaction open for a while. */
    private interface Held {
        Object inTransaction(Function<Ledger.Work, Object> work);
    }

    private CaptureRecord lying() throws Exception {
        reopen(folderOfRegistry);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        until(() -> folderOfRegistry.lying.contains(key(record)));
        return record;
    }

    private static DeliveryKey key(CaptureRecord record) {
        return record.deliveries().get(0).key();
    }

    private DeliveryEntry delivery(CaptureRecord record) {
        return desk.record(record).deliveries().get(0);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private int count(String rows) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getInt(1);
        }
    }
}
