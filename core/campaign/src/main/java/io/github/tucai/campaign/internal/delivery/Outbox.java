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
import io.github.tucai.campaign.internal.db.TransactionDataSource;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.view.SealQueue;
import io.github.tucai.campaign.internal.view.Unanswered;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.spi.ChsiTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
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
        put(handle, new Parcel(Parcel.Kind.PHOTO, record, version), bundle);
    }

    /** Puts a sealed withdrawal into the outbox, in the caller's transaction, in place of one that was refused or waits. */
    public void putWithdrawal(Handle handle, RecordId record, int version, SealedBundle bundle) {
        Parcel parcel = new Parcel(Parcel.Kind.WITHDRAWAL, record, version);
        update(handle, parcel, "delete from " + parcel.kind().table() + " where stream = :r and version = :v")
                .execute();
        put(handle, parcel, bundle);
    }

    private void put(Handle handle, Parcel parcel, SealedBundle bundle) {
        update(
                        handle,
                        parcel,
                        "insert into " + parcel.kind().table()
                                + " (stream, version, delivery_key, status, attempts, detail, bundle, handed)"
                                + " values (:r, :v, :k, 'QUEUED', 0, '', :b, false)")
                .bind("k", bundle.key().value())
                .bind("b", bundle.bytes())
                .execute();
        schedule(handle, parcel);
    }

    private static Update update(Handle handle, Parcel parcel, String sql) {
        return handle.createUpdate(sql).bind("r", parcel.record().value()).bind("v", parcel.version());
    }

    /** Tries again what waits for a person, in the caller's transaction; false where nothing waits. */
    public boolean retry(Handle handle, RecordId record, int version) {
        Parcel parcel = new Parcel(Parcel.Kind.PHOTO, record, version);
        int changed = update(
                        handle,
                        parcel,
                        "update delivery set status = 'QUEUED', attempts = 0 where stream = :r and version = :v"
                                + " and status = 'WAITING'")
                .execute();
        if (changed == 1) {
            schedule(handle, parcel);
        }
        return changed == 1;
    }

    private void schedule(Handle handle, Parcel parcel) {
        SchedulerClient.Builder.create(new TransactionDataSource(handle.getConnection()), task)
                .jdbcCustomization(jdbc)
                .build()
                .scheduleIfNotExists(task.instance(parcel.newTask()), Instant.now());
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

    /** How many deliveries and withdrawals are queued or wait to be sealed. */
    public int queued() {
        return ledger.read(work -> {
            int count = SealQueue.count(work.handle(), ledger.campaign().id());
            for (Parcel.Kind kind : Parcel.Kind.values()) {
                count += work.handle()
                        .createQuery("select count(*) from " + kind.table() + " d join stream s on s.id = d.stream"
                                + " where d.status = 'QUEUED' and s.campaign = :c")
                        .bind("c", ledger.campaign().id())
                        .mapTo(Integer.class)
                        .one();
            }
            return count;
        });
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
        Parcel parcel = Parcel.ofTask(instance);
        if (ledger.read(work ->
                work.exists(parcel.record()) && work.readable(parcel.record()).isEmpty())) {
            // Set aside until somebody mends its rows.
            return Optional.of(policy.longestPause());
        }
        DeliveryOutcome outcome;
        try {
            outcome = guarded.get(() -> send(parcel));
        } catch (NotToBeSentException e) {
            boolean ended = ledger.read(work -> row(work.handle(), parcel).isEmpty());
            return ended ? Optional.empty() : Optional.of(policy.holdPause());
        } catch (UnreadableException e) {
            return Optional.of(policy.longestPause());
        } catch (CircuitBreakerOpenException e) {
            return Optional.of(policy.breakerPause());
        } catch (TransportException e) {
            if (e.awaitingAnswer()) {
                return awaiting(parcel, String.valueOf(e.getMessage()));
            }
            return failed(parcel, e.retryable(), String.valueOf(e.getMessage()));
        } catch (BrokenTransportException e) {
            LOG.warn("{} failed in the transport", parcel, e.getCause());
            return failed(parcel, false, "the transport failed: " + e.failure);
        }
        ledger.inTransaction(work -> answered(work, parcel, outcome));
        return Optional.empty();
    }

    /** Asks and sends: a quick retry too is a sending that a lock of this moment must hold back. */
    private DeliveryOutcome send(Parcel parcel) {
        SealedBundle bundle = ledger.inTransaction(work -> due(work, parcel)).orElseThrow(NotToBeSentException::new);
        try {
            return transport.deliver(bundle);
        } catch (TransportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BrokenTransportException(e);
        }
    }

    /** It is held back, or has ended. */
    private static final class NotToBeSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Another exception than a transport may throw. A database that fails is no fault of the transport and is none of these. */
    private static final class BrokenTransportException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String failure;

        BrokenTransportException(RuntimeException cause) {
            super(cause);
            this.failure = cause.getClass().getSimpleName();
        }
    }

    private record Row(SealedBundle bundle, int attempts) {}

    private static Optional<Row> row(Handle handle, Parcel parcel) {
        return handle.createQuery("select delivery_key, attempts, bundle from "
                        + parcel.kind().table() + " where stream = :r and version = :v and status = 'QUEUED'")
                .bind("r", parcel.record().value())
                .bind("v", parcel.version())
                .map((r, context) ->
                        new Row(SealedBundle.copyOf(new DeliveryKey(r.getString(1)), r.getBytes(3)), r.getInt(2)))
                .findOne();
    }

    /**
     * The bundle to send now, marked as handed over; what was superseded, withdrawn or erased meanwhile leaves the outbox here.
     * Holds the record's lock, so that who locks the record sees either the mark or keeps the bundle here.
     */
    private static Optional<SealedBundle> due(Ledger.Work work, Parcel parcel) {
        Optional<CaptureRecord> found = work.locked(parcel.record());
        if (found.isEmpty()) {
            // Erased, and its rows with it.
            return Optional.empty();
        }
        CaptureRecord record = found.get();
        if (parcel.kind() == Parcel.Kind.WITHDRAWAL || work.maySend(record, parcel.version())) {
            Optional<SealedBundle> bundle = row(work.handle(), parcel).map(Row::bundle);
            bundle.ifPresent(going -> markHanded(work.handle(), parcel));
            return bundle;
        }
        work.noteUnansweredOf(record, false);
        parcel.status(record)
                .filter(status -> status != DeliveryEntry.Status.QUEUED && status != DeliveryEntry.Status.WAITING)
                .ifPresent(status -> end(work.handle(), parcel, status.name(), ""));
        return Optional.empty();
    }

    private static void markHanded(Handle handle, Parcel parcel) {
        update(
                        handle,
                        parcel,
                        "update " + parcel.kind().table()
                                + " set handed = true where stream = :r and version = :v and handed = false")
                .execute();
    }

    /** The registry's answer, whenever and however it came. */
    static Optional<CaptureRecord> answered(Ledger.Work work, Parcel parcel, DeliveryOutcome outcome) {
        Optional<CaptureRecord> record = work.record(parcel.record());
        if (record.isEmpty()) {
            // Erased while it was on the wire: the answer came, and nobody need look for it.
            if (parcel.kind() == Parcel.Kind.PHOTO) {
                Unanswered.remove(work.handle(), parcel.record().value(), parcel.version());
            }
            return Optional.empty();
        }
        CaptureRecord after =
                work.give(record.get(), parcel.answer(outcome), WORKER).orElseThrow();
        String status = parcel.status(after).orElseThrow().name();
        end(work.handle(), parcel, status, outcome.fold(ok -> "", no -> no.code() + ": " + no.detail()));
        return Optional.of(after);
    }

    private static void end(Handle handle, Parcel parcel, String status, String detail) {
        update(
                        handle,
                        parcel,
                        "update " + parcel.kind().table()
                                + " set status = :s, detail = :d, bundle = null where stream = :r and version = :v")
                .bind("s", status)
                .bind("d", shortened(detail))
                .execute();
    }

    private Optional<Duration> awaiting(Parcel parcel, String detail) {
        return ledger.inTransaction(work -> {
            set(work, parcel, "QUEUED", detail, 0);
            return Optional.of(policy.longestPause());
        });
    }

    private Optional<Duration> failed(Parcel parcel, boolean retryable, String detail) {
        int attempts = ledger.read(
                        work -> row(work.handle(), parcel).map(Row::attempts).orElse(0))
                + 1;
        // Without the detail, which stays in the database: a registry's words may name a student.
        if (!retryable || attempts >= policy.attempts()) {
            LOG.warn("{} waits for a person after {} tries", parcel, attempts);
            return ledger.inTransaction(work -> {
                work.record(parcel.record())
                        .ifPresent(record -> work.give(record, parcel.giveUp(shortened(detail)), WORKER)
                                .orElseThrow());
                set(work, parcel, "WAITING", detail, 0);
                return Optional.empty();
            });
        }
        Duration pause = policy.pauseAfter(attempts);
        LOG.info("{} failed in try {}; the next is in {}", parcel, attempts, pause);
        return ledger.inTransaction(work -> {
            set(work, parcel, "QUEUED", detail, attempts);
            return Optional.of(pause);
        });
    }

    /** After a try without an answer; what is not to be sent any more is taken back from where this try put it. */
    private static void set(Ledger.Work work, Parcel parcel, String status, String detail, int attempts) {
        Optional<CaptureRecord> record = work.locked(parcel.record());
        update(
                        work.handle(),
                        parcel,
                        "update " + parcel.kind().table()
                                + " set status = :s, detail = :d, attempts = :a where stream = :r and version = :v"
                                + " and status in ('QUEUED', 'WAITING')")
                .bind("s", status)
                .bind("d", shortened(detail))
                .bind("a", attempts)
                .execute();
        record.ifPresentOrElse(
                there -> work.noteUnansweredOf(there, true), () -> work.noteAgain(parcel.record(), parcel.version()));
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
        return lines(handle, record, Parcel.Kind.PHOTO);
    }

    /** What the outbox knows of a record's withdrawals, by version. */
    public static Map<Integer, Line> withdrawalLines(Handle handle, RecordId record) {
        return lines(handle, record, Parcel.Kind.WITHDRAWAL);
    }

    private static Map<Integer, Line> lines(Handle handle, RecordId record, Parcel.Kind kind) {
        return handle
                .createQuery("select version, attempts, detail from " + kind.table() + " where stream = :r")
                .bind("r", record.value())
                .map((r, context) -> Map.entry(r.getInt(1), new Line(r.getInt(2), r.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Tries so far without an answer, and what the last one said. */
    public record Line(int attempts, String detail) {}
}
