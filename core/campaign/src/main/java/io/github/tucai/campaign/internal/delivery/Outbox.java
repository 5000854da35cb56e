package io.github.tucai.campaign.internal.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.github.tucai.answer.Actor;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.db.TransactionDataSource;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.view.SealQueue;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.spi.ChsiTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is on its way to the registry (N2.2c). A row and its task are written in the transaction of the event, so none is lost
 * or sent unrecorded; the registry recognises the delivery key, so none is stored twice. Waiting between tries is real time,
 * whatever clock the campaign runs by.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String TASK = "tucai-delivery-";
    private static final Actor.SystemProcess WORKER = new Actor.SystemProcess("delivery");

    private final DataSource dataSource;
    private final Ledger ledger;
    private final ChsiTransport transport;
    private final OutboxPolicy policy;
    private final JdbcCustomization jdbc;
    private final Task<Void> task;
    private final FailsafeExecutor<DeliveryOutcome> guarded;
    private final Object progress = new Object();
    private volatile @Nullable Scheduler scheduler;

    /** Starts nothing. */
    public Outbox(DataSource dataSource, Ledger ledger, ChsiTransport transport, OutboxPolicy policy) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.transport = transport;
        this.policy = policy;
        this.jdbc = new AutodetectJdbcCustomization(dataSource);
        this.task = Tasks.custom(TASK + ledger.campaign().id(), Void.class)
                .onDeadExecutionRevive()
                // A database that was away for a moment; db-scheduler alone would wait five minutes.
                .onFailure(new FailureHandler.OnFailureRetryLater<>(policy.longPause()))
                .execute((instance, context) -> completion(attempt(instance.getId())));
        RetryPolicy<DeliveryOutcome> atOnce = RetryPolicy.<DeliveryOutcome>builder()
                .handleIf(Outbox::isFailure)
                .withMaxRetries(2)
                .withBackoff(policy.firstPause(), policy.firstPause().multipliedBy(10))
                .build();
        CircuitBreaker<DeliveryOutcome> breaker = CircuitBreaker.<DeliveryOutcome>builder()
                .handleIf(Outbox::isFailure)
                .withFailureThreshold(8)
                .withDelay(policy.breakerPause())
                .onOpen(event -> LOG.warn("the registry keeps failing: deliveries pause for {}", policy.breakerPause()))
                .onClose(event -> LOG.info("the registry takes deliveries again"))
                .build();
        this.guarded = Failsafe.with(atOnce, breaker);
    }

    /** A registry that only takes its time has not failed. */
    private static boolean isFailure(Throwable failure) {
        return failure instanceof TransportException t && t.retryable() && !t.awaitingAnswer();
    }

    /** Puts a sealed delivery into the outbox, in the caller's transaction. */
    public void put(Handle handle, RecordId record, int version, SealedBundle bundle) {
        handle.createUpdate("insert into delivery (stream, version, delivery_key, status, attempts, detail, bundle)"
                        + " values (:r, :v, :k, 'QUEUED', 0, '', :b)")
                .bind("r", record.value())
                .bind("v", version)
                .bind("k", bundle.key().value())
                .bind("b", bundle.bytes())
                .execute();
        schedule(handle, record, version);
    }

    /** Tries again what waits for a person, in the caller's transaction; false where nothing waits. */
    public boolean retry(Handle handle, RecordId record, int version) {
        int changed = handle.createUpdate("update delivery set status = 'QUEUED', attempts = 0 where stream = :r"
                        + " and version = :v and status = 'WAITING'")
                .bind("r", record.value())
                .bind("v", version)
                .execute();
        if (changed == 1) {
            schedule(handle, record, version);
        }
        return changed == 1;
    }

    private void schedule(Handle handle, RecordId record, int version) {
        SchedulerClient.Builder.create(new TransactionDataSource(handle.getConnection()), task)
                .jdbcCustomization(jdbc)
                .build()
                .scheduleIfNotExists(task.instance(instance(record, version)), Instant.now());
    }

    /** Each putting into the outbox is a task of its own: one that just ends must not swallow the one that tries again. */
    private static String instance(RecordId record, int version) {
        return record.value() + ":" + version + ":" + UUID.randomUUID();
    }

    /** Looks for work at once, after the caller's transaction. */
    public void wake() {
        // Without the lock: close() holds it while it waits for the worker, which wakes itself.
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    /** Starts the worker's threads, which also do these by the clock; does nothing when they run. */
    public synchronized void start(List<RecurringTask<Void>> recurring) {
        if (scheduler != null) {
            return;
        }
        Scheduler started = Scheduler.create(dataSource, task)
                .startTasks(recurring)
                .threads(policy.threads())
                .pollingInterval(policy.polling())
                // A killed worker's deliveries are taken over once it missed four of these.
                .heartbeatInterval(Duration.ofSeconds(2))
                .missedHeartbeatsLimit(4)
                // Campaigns may share a database: the tasks of another one are not ours to clear away.
                .deleteUnresolvedAfter(Duration.ofDays(36_500))
                .failureLogging(LogLevel.WARN, false)
                .enableImmediateExecution()
                .build();
        recurring.forEach(at -> startNow(started, at));
        started.start();
        scheduler = started;
    }

    /** What was due while nobody worked is not waited for. */
    private static void startNow(SchedulerClient client, RecurringTask<Void> recurring) {
        try {
            client.reschedule(recurring.getDefaultTaskInstance(), Instant.now());
        } catch (DbSchedulerException e) {
            LOG.debug("{} never ran before, or another process runs it now", recurring.getName());
        }
    }

    /** Stops the worker; what is on the wire is waited for a few seconds. */
    @Override
    public synchronized void close() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    /** How many deliveries are queued or wait to be sealed. */
    public int queued() {
        return ledger.read(work -> work.handle()
                        .createQuery("select count(*) from delivery d join stream s on s.id = d.stream"
                                + " where d.status = 'QUEUED' and s.campaign = :c")
                        .bind("c", ledger.campaign().id())
                        .mapTo(Integer.class)
                        .one()
                + SealQueue.count(work.handle(), ledger.campaign().id()));
    }

    /** Waits until nothing is queued or waits to be sealed; false when the time ran out first. */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (queued() > 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            synchronized (progress) {
                progress.wait(Math.min(left, 500));
            }
        }
        return true;
    }

    private CompletionHandler<Void> completion(Optional<Duration> again) {
        synchronized (progress) {
            progress.notifyAll();
        }
        return (complete, operations) -> again.ifPresentOrElse(
                pause -> operations.reschedule(complete, Instant.now().plus(pause)), operations::remove);
    }

    /** Tries once; says after which pause to try again, or nothing when the delivery has ended. */
    private Optional<Duration> attempt(String instance) {
        String[] parts = instance.split(":", -1);
        RecordId id = new RecordId(parts[0]);
        int version = Integer.parseInt(parts[1]);
        Optional<SealedBundle> bundle = ledger.inTransaction(work -> due(work, id, version));
        if (bundle.isEmpty()) {
            boolean ended = ledger.read(work -> row(work.handle(), id, version).isEmpty());
            return ended ? Optional.empty() : Optional.of(policy.holdPause());
        }
        DeliveryOutcome outcome;
        try {
            outcome = guarded.get(() -> transport.deliver(bundle.get()));
        } catch (CircuitBreakerOpenException e) {
            return Optional.of(policy.breakerPause());
        } catch (TransportException e) {
            if (e.awaitingAnswer()) {
                return awaiting(id, version, String.valueOf(e.getMessage()));
            }
            return failed(id, version, e.retryable(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("delivery {} of record {} failed in the transport", version, id, e);
            return failed(
                    id, version, false, "the transport failed: " + e.getClass().getSimpleName());
        }
        // Outside: a database that fails now is no fault of the transport, and the delivery is tried again.
        ledger.inTransaction(work -> answered(work, id, version, outcome));
        return Optional.empty();
    }

    private record Row(SealedBundle bundle, int attempts) {}

    private static Optional<Row> row(Handle handle, RecordId id, int version) {
        return handle.createQuery(
                        "select delivery_key, attempts, bundle from delivery where stream = :r and version = :v"
                                + " and status = 'QUEUED'")
                .bind("r", id.value())
                .bind("v", version)
                .map((r, context) ->
                        new Row(SealedBundle.copyOf(new DeliveryKey(r.getString(1)), r.getBytes(3)), r.getInt(2)))
                .findOne();
    }

    /** The bundle to send now; what was superseded, withdrawn or erased meanwhile leaves the outbox here. */
    private static Optional<SealedBundle> due(Ledger.Work work, RecordId id, int version) {
        Optional<CaptureRecord> found = work.record(id);
        if (found.isEmpty()) {
            // Erased, and its rows with it.
            return Optional.empty();
        }
        CaptureRecord record = found.get();
        if (record.mayDeliver(version)) {
            return row(work.handle(), id, version).map(Row::bundle);
        }
        record.deliveries().stream()
                .filter(d -> d.version() == version)
                .filter(d -> d.status() != DeliveryEntry.Status.QUEUED && d.status() != DeliveryEntry.Status.WAITING)
                .forEach(d -> end(work.handle(), id, version, d.status().name(), ""));
        return Optional.empty();
    }

    private static CaptureRecord answered(Ledger.Work work, RecordId id, int version, DeliveryOutcome outcome) {
        CaptureRecord record = work.give(id, new CaptureCommand.Answer(version, outcome), WORKER)
                .orElseThrow();
        String status = record.deliveries().get(version - 1).status().name();
        end(work.handle(), id, version, status, outcome.fold(ok -> "", no -> no.code() + ": " + no.detail()));
        return record;
    }

    private static void end(Handle handle, RecordId id, int version, String status, String detail) {
        handle.createUpdate(
                        "update delivery set status = :s, detail = :d, bundle = null where stream = :r and version = :v")
                .bind("s", status)
                .bind("d", shortened(detail))
                .bind("r", id.value())
                .bind("v", version)
                .execute();
    }

    private Optional<Duration> awaiting(RecordId id, int version, String detail) {
        return ledger.inTransaction(work -> {
            set(work.handle(), id, version, "QUEUED", detail, 0);
            return Optional.of(policy.longestPause());
        });
    }

    private Optional<Duration> failed(RecordId id, int version, boolean retryable, String detail) {
        int attempts = ledger.read(work ->
                        row(work.handle(), id, version).map(Row::attempts).orElse(0))
                + 1;
        // Without the detail, which stays in the database: a registry's words may name a student.
        if (!retryable || attempts >= policy.attempts()) {
            LOG.warn("delivery {} of record {} waits for a person after {} tries", version, id, attempts);
            return ledger.inTransaction(work -> {
                work.give(id, new CaptureCommand.GiveUp(version, shortened(detail)), WORKER)
                        .orElseThrow();
                set(work.handle(), id, version, "WAITING", detail, 0);
                return Optional.empty();
            });
        }
        Duration pause = policy.pauseAfter(attempts);
        LOG.info("delivery {} of record {} failed in try {}; the next is in {}", version, id, attempts, pause);
        return ledger.inTransaction(work -> {
            set(work.handle(), id, version, "QUEUED", detail, attempts);
            return Optional.of(pause);
        });
    }

    private static void set(Handle handle, RecordId id, int version, String status, String detail, int attempts) {
        handle.createUpdate(
                        "update delivery set status = :s, detail = :d, attempts = :a where stream = :r and version = :v")
                .bind("s", status)
                .bind("d", shortened(detail))
                .bind("a", attempts)
                .bind("r", id.value())
                .bind("v", version)
                .execute();
    }

    private static String shortened(String detail) {
        return detail.length() <= 500 ? detail : detail.substring(0, 500);
    }

    /** Records whose newest delivery the registry refused with this code, in the order of their ids. */
    public List<RecordId> refused(String code) {
        String cause = code + ": ";
        return ledger.read(work -> work
                .handle()
                .createQuery("select d.stream from delivery d join stream s on s.id = d.stream where s.campaign = :c"
                        + " and d.status = 'REFUSED' and left(d.detail, :n) = :p and not exists"
                        + " (select 1 from delivery n where n.stream = d.stream and n.version > d.version)"
                        + " order by d.stream")
                .bind("c", ledger.campaign().id())
                .bind("n", cause.length())
                .bind("p", cause)
                .mapTo(String.class)
                .list()
                .stream()
                .map(RecordId::new)
                .toList());
    }

    /** What the outbox knows of a record's deliveries, by version. */
    public static Map<Integer, Line> lines(Handle handle, RecordId record) {
        return handle
                .createQuery("select version, attempts, detail from delivery where stream = :r")
                .bind("r", record.value())
                .map((r, context) -> Map.entry(r.getInt(1), new Line(r.getInt(2), r.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Tries so far without an answer, and what the last one said. */
    public record Line(int attempts, String detail) {}
}
