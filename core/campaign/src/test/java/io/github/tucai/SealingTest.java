package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.spi.BundleSealer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A photo that is recorded is sealed, whatever fails on the way. */
class SealingTest extends WithDesk {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<Cut> cuts = new ArrayList<>();

    @AfterEach
    void dispose() {
        cuts.forEach(Cut::close);
    }

    @Test
    void whatTheSealerThrowsReachesNobodyAndTheWorkerSealsIt() throws Exception {
        Sealer sealer = reopenWith(content -> true);
        desk.tucai.startDelivery();
        CaptureRecord record = desk.captured("E1", "ok-1");
        assertThat(record.state()).isEqualTo(CaptureState.FINISHED);
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(DeliveryEntry.Status.TO_SEAL);
            assertThat(item.record()).isEqualTo(record.id());
            assertThat(item.version()).isEqualTo(1);
            assertThat(item.attempts()).isPositive();
            assertThat(item.detail()).isEqualTo("IllegalStateException");
        });
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofMillis(300))).isFalse();
        sealer.fails = content -> false;
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(items()).extracting(DeliveryItem::status).containsExactly(DeliveryEntry.Status.ACCEPTED);
    }

    @Test
    void aRecordThatCannotBeSealedKeepsNobodyElseFromIt() throws Exception {
        Sealer sealer =
                reopenWith(content -> content.claims().enrolment().value().equals("E2") || content.version() > 100);
        List<CaptureRecord> records = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            records.add(desk.captured("E" + i, "ok-" + i));
        }
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(1))).isFalse();
        assertThat(records)
                .extracting(record -> desk.record(record).state())
                .containsExactly(
                        CaptureState.DELIVERED, CaptureState.FINISHED, CaptureState.DELIVERED, CaptureState.DELIVERED);
        // Every 50 ms in a second would be twenty; the pauses grow to 50 ms only.
        assertThat(sealer.calls.get()).isGreaterThan(4).isLessThan(40);
    }

    @Test
    void aDatabaseThatIsCutAtSealingLosesNothing() throws Exception {
        Cut cut = cut();
        Sealer sealer = new Sealer(desk.sealer());
        reopen(cut, sealer);
        desk.tucai.startDelivery();
        for (int i = 1; i <= 3; i++) {
            CaptureSession session = desk.session("E" + i);
            // The statements after sealing fail, then those that would note the failure.
            Thread caller = Thread.currentThread();
            int many = i;
            sealer.fails = content -> {
                if (Thread.currentThread().equals(caller)) {
                    cut.nextStatements(many);
                }
                return false;
            };
            assertThat(desk.handIn(session, "ok-" + i).record().accepted()).isPresent();
            sealer.fails = content -> false;
            cut.nextStatements(0);
        }
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .extracting(CaptureRecord::state)
                .containsExactly(CaptureState.DELIVERED, CaptureState.DELIVERED, CaptureState.DELIVERED);
    }

    @Test
    void whatACommitThatWasCutSealedIsSealedOnce() throws Exception {
        Cut cut = cut();
        Sealer sealer = new Sealer(desk.sealer());
        reopen(cut, sealer);
        sealer.fails = content -> {
            cut.nextCommit(Cut.At.AFTER_COMMIT);
            return false;
        };
        CaptureRecord record = desk.captured("E1", "ok-1");
        sealer.fails = content -> false;
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).deliveries()).hasSize(1);
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
    }

    @Test
    void aDatabaseOfAnOlderVersionIsLookedAtOnce() throws Exception {
        reopenWith(content -> content.claims().enrolment().value().equals("E1"));
        CaptureRecord left = desk.captured("E1", "ok-1");
        CaptureRecord queued = desk.captured("E2", "ok-2");
        CaptureRecord rejected = desk.captured("E3", "bad-3");
        execute("drop table to_seal");
        execute("drop table unanswered_delivery");
        execute("drop table withdrawal");
        execute("alter table delivery drop column handed");
        execute("delete from \"tucai_schema_history\" where \"version\" = '7'");
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(left).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(desk.record(queued).deliveries()).hasSize(1);
        assertThat(desk.record(rejected).state()).isEqualTo(CaptureState.RETAKE);
    }

    @Test
    void theStartReplaysNoRecordThatHasNothingToSeal() throws Exception {
        desk.captured("E1", "ok-1");
        desk.captured("E2", "bad-2");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        Cut cut = cut();
        reopen(cut, new Sealer(desk.sealer()));
        cut.statements.clear();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().sealPending(Samples.CENTRE).orElseThrow())
                .isZero();
        Thread.sleep(300);
        assertThat(cut.statements).noneMatch(sql -> sql.contains("payload"));
        assertThat(cut.statements).anyMatch(sql -> sql.contains("from to_seal"));
    }

    @Test
    void aLostRowOfWhatWaitsLeavesNothingUnsealed() throws Exception {
        reopenWith(content -> true);
        CaptureRecord record = desk.captured("E1", "ok-1");
        execute("delete from to_seal");
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        await(() -> desk.record(record).state() == CaptureState.DELIVERED);
        assertThat(desk.record(record).deliveries()).hasSize(1);
    }

    @Test
    void whatIsQueuedGoesOutThoughItsTaskIsLost() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        execute("delete from scheduled_tasks where task_instance like '" + one.id() + "%'");
        Desk.Registry registry = new Desk.Registry();
        reopen(registry);
        desk.tucai.startDelivery();
        await(() -> desk.record(one).state() == CaptureState.DELIVERED);
        await(() -> desk.record(two).state() == CaptureState.DELIVERED);
        assertThat(registry.calls).as("each once").hasSize(2);
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 400 && !holds.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void theCentreDoesNotWaitForThePause() {
        Sealer sealer = reopenWith(content -> true);
        CaptureRecord record = desk.captured("E1", "ok-1");
        sealer.fails = content -> false;
        assertThat(reason(desk.tucai.delivery().sealPending(Samples.ADMINISTRATOR)))
                .isEqualTo(io.github.tucai.answer.Refusal.Reason.NOT_YOURS);
        assertThat(desk.tucai.delivery().sealPending(Samples.CENTRE).orElseThrow())
                .isEqualTo(1);
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.QUEUED);
    }

    @Test
    void anErasedRecordWaitsNoMore() throws Exception {
        Sealer sealer = reopenWith(content -> true);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        sealer.fails = content -> false;
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.registry.calls).isEmpty();
    }

    @Test
    void ofSixtyFourAtOnceUnderAFailingSealerEachIsSealedOnce() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        reopenWith(content -> turn.incrementAndGet() % 3 != 0);
        desk.tucai.startDelivery();
        List<CaptureSession> sessions = new ArrayList<>();
        for (int i = 1; i <= 64; i++) {
            sessions.add(desk.session("E" + i));
        }
        ExecutorService pool = Executors.newFixedThreadPool(64);
        List<Future<PhotoAnswer>> answers = new ArrayList<>();
        try {
            for (CaptureSession session : sessions) {
                answers.add(pool.submit(() -> desk.handIn(session, "ok-" + session.record())));
            }
            for (Future<PhotoAnswer> answer : answers) {
                assertThat(answer.get().record().accepted()).isPresent();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.registry.valid).hasSize(64);
        assertThat(items()).hasSize(64).extracting(DeliveryItem::status).containsOnly(DeliveryEntry.Status.ACCEPTED);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    private Sealer reopenWith(Predicate<DeliveryContent> fails) {
        Sealer sealer = new Sealer(desk.sealer());
        sealer.fails = fails;
        desk.close();
        desk = new Desk(
                Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry(), builder -> builder.sealer(sealer));
        return sealer;
    }

    private Cut cut() {
        Cut cut = new Cut(Desk.dataSource(url));
        cuts.add(cut);
        return cut;
    }

    private void reopen(Cut cut, Sealer sealer) {
        desk.close();
        desk = new Desk(cut, folder.resolve("photos"), new Desk.Registry(), builder -> builder.sealer(sealer));
    }

    private List<DeliveryItem> items() {
        return Page.walk(key -> desk.tucai.delivery().items(Samples.CENTRE, Samples.SCHOOL, key))
                .toList();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Fails as a plug-in may: with an exception of its own that quotes what it should not. */
    private static final class Sealer implements BundleSealer {
        final AtomicInteger calls = new AtomicInteger();
        volatile Predicate<DeliveryContent> fails = content -> false;
        private final BundleSealer real;

        Sealer(BundleSealer real) {
            this.real = real;
        }

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public SealedBundle seal(DeliveryContent content) {
            calls.incrementAndGet();
            if (fails.test(content)) {
                throw new IllegalStateException(
                        "no key for " + content.claims().enrolment().value());
            }
            return real.seal(content);
        }

        @Override
        public SealedBundle seal(Withdrawal withdrawal) {
            return real.seal(withdrawal);
        }
    }
}
