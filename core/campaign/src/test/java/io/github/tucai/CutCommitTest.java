package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.Exemption;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether something was recorded is found out where the connection was cut at the commit. */
class CutCommitTest extends WithDesk {
    private static final Exemption EXEMPTION = Exemption.headCovering(Exemption.Kind.RELIGIOUS);

    private Cut cut;
    private Ledger ledger;
    private CaptureRecord record;

    @BeforeEach
    void openLedger() {
        record = desk.captured("E1", "ok-1");
        desk.close();
        desk = null;
        cut = new Cut(Desk.dataSource(url));
        ledger = Ledgers.open(cut);
    }

    @AfterEach
    void dispose() {
        cut.close();
    }

    @Test
    void whatWasCommittedBeforeTheCutIsAnswered() {
        Outcome<CaptureRecord> outcome = grant(Cut.At.AFTER_COMMIT);
        assertThat(outcome.orElseThrow().exemptions()).containsExactly(EXEMPTION);
        assertThat(stored().exemptions()).containsExactly(EXEMPTION);
    }

    @Test
    void whatWasNotCommittedBeforeTheCutIsAnException() {
        assertThatThrownBy(() -> grant(Cut.At.BEFORE_COMMIT))
                .isInstanceOf(TucaiException.class)
                .hasMessageNotContaining("not known");
        assertThat(stored().exemptions()).isEmpty();
    }

    @Test
    void aDatabaseThatStaysAwayForAMomentIsAskedAgain() {
        Outcome<CaptureRecord> outcome = ledger.inTransaction(
                work -> {
                    Outcome<CaptureRecord> done =
                            work.give(record.id(), new CaptureCommand.GrantExemption(EXEMPTION), Samples.CENTRE);
                    cut.nextCommit(Cut.At.AFTER_COMMIT);
                    return done;
                },
                work -> {
                    cut.nextStatements(cut.statements.contains("looked") ? 0 : 1);
                    cut.statements.add("looked");
                    return granted(work);
                });
        assertThat(outcome.orElseThrow().exemptions()).containsExactly(EXEMPTION);
    }

    @Test
    void aDatabaseThatStaysAwayIsSaidSo() {
        assertThatThrownBy(() -> ledger.inTransaction(
                        work -> {
                            Outcome<CaptureRecord> done = work.give(
                                    record.id(), new CaptureCommand.GrantExemption(EXEMPTION), Samples.CENTRE);
                            cut.nextCommit(Cut.At.AFTER_COMMIT);
                            return done;
                        },
                        work -> {
                            cut.nextStatements(1);
                            return granted(work);
                        }))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("not known");
    }

    /** The answer got lost while the other side is still about to commit: looking waits for it. */
    @Test
    void aCommitThatIsStillOnItsWayIsWaitedFor() throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch commits = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> slow = pool.submit(() -> ledger.inTransaction(work -> {
                work.give(record.id(), new CaptureCommand.GrantExemption(EXEMPTION), Samples.CENTRE)
                        .orElseThrow();
                appended.countDown();
                await(commits);
                return work;
            }));
            assertThat(appended.await(20, TimeUnit.SECONDS)).isTrue();
            Future<Outcome<CaptureRecord>> lost = pool.submit(() -> ledger.inTransaction(
                    work -> {
                        cut.nextStatements(1);
                        return work.give(record.id(), new CaptureCommand.GrantExemption(EXEMPTION), Samples.CENTRE);
                    },
                    this::granted));
            Thread.sleep(300);
            assertThat(lost.isDone()).isFalse();
            commits.countDown();
            slow.get();
            assertThat(lost.get().orElseThrow().exemptions()).containsExactly(EXEMPTION);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome<CaptureRecord> grant(Cut.At at) {
        return ledger.inTransaction(
                work -> {
                    Outcome<CaptureRecord> done =
                            work.give(record.id(), new CaptureCommand.GrantExemption(EXEMPTION), Samples.CENTRE);
                    cut.nextCommit(at);
                    return done;
                },
                this::granted);
    }

    private Optional<Outcome<CaptureRecord>> granted(Ledger.Work work) {
        return work.recordWith(record.id(), event -> event instanceof CaptureEvent.ExemptionGranted)
                .map(Outcome::done);
    }

    private CaptureRecord stored() {
        return ledger.read(work -> work.record(record.id())).orElseThrow();
    }
}
