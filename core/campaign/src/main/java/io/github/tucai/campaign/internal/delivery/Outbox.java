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
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.campaign.internal.db.TransactionDataSource;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.view.SealQueue;
import io.github.tucai.campaign.internal.view.Unanswered;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.DeliveryPolicy;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.ChsiTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
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
    private final DeliveryPolicy policy;
    private final JdbcCustomization jdbc;
    private final Task<Void> task;
    private final FailsafeExecutor<DeliveryOutcome> guarded;
    private final Object progress = new Object();
    private volatile @Nullable Scheduler scheduler;

    /** Starts nothing. */
    public Outbox(DataSource dataSource, Ledger ledger, ChsiTransport transport, DeliveryPolicy policy) {
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
        update(handle, parcel, "delete from " + parcel.kind().table() + " where stream = :r and version = :v");
        put(handle, parcel, bundle);
    }

    private void put(Handle handle, Parcel parcel, SealedBundle bundle) {
        update(
                handle,
                parcel,
                "insert into " + parcel.kind().table()
                        + " (stream, version, delivery_key, status, attempts, detail, bundle, handed)"
                        + " values (:r, :v, :k, 'QUEUED', 0, '', :b, false)",
                insert -> insert.bind("k", bundle.key().value()).bind("b", bundle.bytes()));
        schedule(handle, parcel);
    }

    private static int update(Handle handle, Parcel parcel, String sql) {
        return update(handle, parcel, sql, bare -> bare);
    }

    private static int update(Handle handle, Parcel parcel, String sql, UnaryOperator<Update> more) {
        Update update =
                handle.createUpdate(sql).bind("r", parcel.record().value()).bind("v", parcel.version());
        return Races.guarded(more.apply(update)::execute);
    }

    /**
     * The record is erased, and its photos go nowhere. What the registry was not told yet, that a photo counts no more, stays
     * here, sealed for the registry alone, until it is answered.
     */
    public void erase(Handle handle, RecordId record) {
        noteHanded(handle, record);
        ofErased(handle, record, "delete from delivery where stream = :r");
        ofErased(
                handle,
                record,
                "delete from withdrawal where stream = :r and (bundle is null or status not in ('QUEUED', 'WAITING'))");
        // Nobody is left to be asked.
        List<Integer> waiting = handle.createQuery(
                        "select version from withdrawal where stream = :r and status = 'WAITING'")
                .bind("r", record.value())
                .mapTo(Integer.class)
                .list();
        // A registry's words may name the student.
        ofErased(
                handle, record, "update withdrawal set status = 'QUEUED', attempts = 0, detail = '' where stream = :r");
        waiting.forEach(version -> schedule(handle, new Parcel(Parcel.Kind.WITHDRAWAL, record, version)));
    }

    /** What the registry may have of a record that cannot be read, whose deliveries nobody else can name, is taken back too. */
    private void noteHanded(Handle handle, RecordId record) {
        Races.guarded(() -> handle.createUpdate("insert into unanswered_delivery"
                        + " (stream, version, campaign, delivery_key, since_millis, due_millis, looks)"
                        + " select d.stream, d.version, s.campaign, d.delivery_key, 0, 0, 0"
                        + " from delivery d join stream s on s.id = d.stream"
                        + " where d.stream = :r and d.handed = true and d.bundle is not null and not exists"
                        + " (select 1 from unanswered_delivery u where u.stream = d.stream and u.version = d.version)")
                .bind("r", record.value())
                .execute());
    }

    private static void ofErased(Handle handle, RecordId record, String sql) {
        Races.guarded(() -> handle.createUpdate(sql).bind("r", record.value()).execute());
    }

    /** Tries again what waits for a person, in the caller's transaction; false where nothing waits. */
    public boolean retry(Handle handle, RecordId record, int version) {
        Parcel parcel = new Parcel(Parcel.Kind.PHOTO, record, version);
        int changed = update(
                handle,
                parcel,
                "update delivery set status = 'QUEUED', attempts = 0 where stream = :r and version = :v"
                        + " and status = 'WAITING'");
        if (changed == 1) {
            schedule(handle, parcel);
        }
        return changed == 1;
    }

    /** Schedules what is queued and whose task was lost. */
    void scheduleForgotten() {
        for (Parcel parcel : ledger.snapshot(work -> withoutTask(work.handle()))) {
            ledger.inTransaction(work -> {
                if (isQueued(work.handle(), parcel)) {
                    schedule(work.handle(), parcel);
                }
                return parcel;
            });
            LOG.warn("the task of {} was lost; it is sent all the same", parcel);
        }
    }

    private Set<Parcel> withoutTask(Handle handle) {
        Set<Parcel> queued = new LinkedHashSet<>();
        for (Parcel.Kind kind : Parcel.Kind.values()) {
            handle.createQuery("select d.stream, d.version from " + kind.table()
                            + " d join stream s on s.id = d.stream where s.campaign = :c and d.status = 'QUEUED'")
                    .bind("c", ledger.campaign().id())
                    .map((row, context) -> Parcel.of(kind, row.getString(1), row.getInt(2)))
                    .forEach(parcel -> parcel.ifPresent(queued::add));
        }
        handle.createQuery("select task_instance from scheduled_tasks where task_name = :n")
                .bind("n", task.getName())
                .mapTo(String.class)
                .forEach(instance -> Parcel.ofTask(instance).ifPresent(queued::remove));
        return queued;
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
                .shutdownMaxWait(policy.stopPause())
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

    /** Stops the worker; what is on the wire is waited for, then interrupted, and goes out after the next start. */
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
        Optional<Parcel> named = Parcel.ofTask(instance);
        if (named.isEmpty()) {
            LOG.warn("a task of the worker names no delivery; restore the row of scheduled_tasks from a backup");
            return Optional.of(policy.longestPause());
        }
        return attempt(named.get());
    }

    private Optional<Duration> attempt(Parcel parcel) {
        if (ledger.read(work ->
                work.exists(parcel.record()) && work.readable(parcel.record()).isEmpty())) {
            // Set aside until somebody mends its rows.
            return Optional.of(policy.longestPause());
        }
        DeliveryOutcome outcome;
        try {
            outcome = guarded.get(() -> send(parcel));
        } catch (NotToBeSentException e) {
            boolean ended = ledger.read(work -> !isQueued(work.handle(), parcel));
            return ended ? Optional.empty() : Optional.of(policy.holdPause());
        } catch (DamagedRowException e) {
            return setAside(parcel);
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
            // Without the exception, which may quote anything.
            LOG.warn("{} failed in the transport: {}", parcel, e.failure);
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
            this.failure = cause.getClass().getName();
        }
    }

    /** Its row holds no bundle or no key. */
    private static final class DamagedRowException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static boolean isQueued(Handle handle, Parcel parcel) {
        return attempts(handle, parcel).isPresent();
    }

    private static Optional<Integer> attempts(Handle handle, Parcel parcel) {
        return queued(handle, parcel, "attempts").mapTo(Integer.class).findOne();
    }

    private static Optional<SealedBundle> bundle(Handle handle, Parcel parcel) {
        return queued(handle, parcel, "delivery_key, bundle")
                .map((row, context) -> bundle(row.getString(1), row.getBytes(2)))
                .findOne();
    }

    private static Query queued(Handle handle, Parcel parcel, String columns) {
        return handle.createQuery("select " + columns + " from " + parcel.kind().table()
                        + " where stream = :r and version = :v and status = 'QUEUED'")
                .bind("r", parcel.record().value())
                .bind("v", parcel.version());
    }

    private static SealedBundle bundle(@Nullable String key, byte @Nullable [] bytes) {
        if (key == null || bytes == null || !isKey(key)) {
            throw new DamagedRowException();
        }
        return SealedBundle.copyOf(new DeliveryKey(key), bytes);
    }

    private static boolean isKey(String text) {
        try {
            return new DeliveryKey(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The bundle to send now, marked as handed over; what was superseded, withdrawn or erased meanwhile leaves the outbox here.
     * Holds the record's lock, so that who locks the record sees either the mark or keeps the bundle here.
     */
    private static Optional<SealedBundle> due(Ledger.Work work, Parcel parcel) {
        Optional<CaptureRecord> found = work.locked(parcel.record());
        if (parcel.kind() == Parcel.Kind.WITHDRAWAL
                || found.filter(record -> work.maySend(record, parcel.version()))
                        .isPresent()) {
            Optional<SealedBundle> bundle = bundle(work.handle(), parcel);
            bundle.ifPresent(going -> markHanded(work.handle(), parcel));
            return bundle;
        }
        if (found.isEmpty()) {
            // Erased, and its rows with it.
            return Optional.empty();
        }
        CaptureRecord record = found.get();
        work.noteUnansweredOf(record, false);
        parcel.status(record)
                .filter(status -> !status.isOpen())
                .ifPresent(status -> end(work.handle(), parcel, status.name(), ""));
        return Optional.empty();
    }

    private static void markHanded(Handle handle, Parcel parcel) {
        update(
                handle,
                parcel,
                "update " + parcel.kind().table()
                        + " set handed = true where stream = :r and version = :v and handed = false");
    }

    /** The registry's answer, whenever and however it came. */
    static Optional<CaptureRecord> answered(Ledger.Work work, Parcel parcel, DeliveryOutcome outcome) {
        Optional<CaptureRecord> record = work.record(parcel.record());
        if (record.isEmpty()) {
            answeredErased(work.handle(), parcel, outcome);
            return Optional.empty();
        }
        CaptureRecord after =
                work.give(record.get(), parcel.answer(outcome), WORKER).orElseThrow();
        String status = parcel.status(after).orElseThrow().name();
        end(work.handle(), parcel, status, outcome.fold(ok -> "", no -> no.code() + ": " + no.detail()));
        return Optional.of(after);
    }

    /** Erased before it was answered: the answer came, and nothing of it is kept. */
    private static void answeredErased(Handle handle, Parcel parcel, DeliveryOutcome outcome) {
        if (parcel.kind() == Parcel.Kind.PHOTO) {
            Unanswered.remove(handle, parcel.record().value(), parcel.version());
            return;
        }
        update(handle, parcel, "delete from withdrawal where stream = :r and version = :v");
        if (outcome instanceof DeliveryOutcome.Refused) {
            LOG.warn("{} was refused by the registry, and the record is erased: nobody can tell it again", parcel);
        }
    }

    private static void end(Handle handle, Parcel parcel, String status, String detail) {
        update(
                handle,
                parcel,
                "update " + parcel.kind().table()
                        + " set status = :s, detail = :d, bundle = null where stream = :r and version = :v",
                ending -> ending.bind("s", status).bind("d", shortened(detail)));
    }

    private Optional<Duration> awaiting(Parcel parcel, String detail) {
        return ledger.inTransaction(work -> {
            set(work, parcel, "QUEUED", detail, 0);
            return Optional.of(policy.longestPause());
        });
    }

    private Optional<Duration> failed(Parcel parcel, boolean retryable, String detail) {
        Optional<Duration> pause = ledger.inTransaction(work -> failed(work, parcel, retryable, detail));
        // Without the detail, which stays in the database: a registry's words may name a student.
        pause.ifPresentOrElse(
                next -> LOG.info("{} failed; the next try is in {}", parcel, next),
                () -> LOG.warn("{} failed and waits for a person", parcel));
        return pause;
    }

    private Optional<Duration> failed(Ledger.Work work, Parcel parcel, boolean retryable, String detail) {
        int attempts = attempts(work.handle(), parcel).orElse(0) + 1;
        boolean isGivenUp = !retryable || attempts >= policy.attempts();
        if (isGivenUp && work.locked(parcel.record()).isPresent()) {
            return waits(work, parcel, detail);
        }
        // Of what an erased record left to be told nobody can be asked: it is tried without end.
        set(work, parcel, "QUEUED", detail, attempts);
        return Optional.of(isGivenUp ? policy.longestPause() : policy.pauseAfter(attempts));
    }

    private static Optional<Duration> waits(Ledger.Work work, Parcel parcel, String detail) {
        work.record(parcel.record()).ifPresent(record -> work.give(record, parcel.giveUp(shortened(detail)), WORKER)
                .orElseThrow());
        set(work, parcel, "WAITING", detail, 0);
        return Optional.empty();
    }

    private Optional<Duration> setAside(Parcel parcel) {
        LOG.warn("{} is damaged in the outbox and waits for a person; AuditService.unreadable lists such", parcel);
        return ledger.inTransaction(work -> waits(work, parcel, "its row in the outbox is damaged"));
    }

    /** After a try without an answer; what is not to be sent any more is taken back from where this try put it. */
    private static void set(Ledger.Work work, Parcel parcel, String status, String detail, int attempts) {
        Optional<CaptureRecord> record = work.locked(parcel.record());
        // A registry's words may name the student, of whom nothing is to be left.
        String kept = record.isPresent() ? shortened(detail) : "";
        update(
                work.handle(),
                parcel,
                "update " + parcel.kind().table()
                        + " set status = :s, detail = :d, attempts = :a where stream = :r and version = :v"
                        + " and status in ('QUEUED', 'WAITING')",
                state -> state.bind("s", status).bind("d", kept).bind("a", attempts));
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
                .flatMap(stream -> work.recordId(stream).stream())
                .toList());
    }

    /**
     * What of the log cannot be read, and which open deliveries and withdrawals have no row here that could be sent. Reads
     * everything, as of one moment.
     */
    public List<Ledger.Damage> damages() {
        return ledger.snapshot(work -> {
            Set<Parcel> whole = whole(work.handle());
            List<Ledger.Damage> broken = new ArrayList<>();
            List<Ledger.Damage> all = new ArrayList<>(work.damages(record -> Parcel.open(record)
                    .filter(parcel -> !whole.contains(parcel))
                    .forEach(parcel -> broken.add(damage(record, parcel)))));
            all.addAll(broken);
            return List.copyOf(all);
        });
    }

    private static Ledger.Damage damage(CaptureRecord record, Parcel parcel) {
        UnreadableException why = new UnreadableException(
                record.id().value(), 0, "the row of its " + parcel + " is damaged or missing", null);
        String school = record.school().map(SchoolCode::value).orElse("");
        return new Ledger.Damage(Ledger.Damage.Of.DELIVERY, Optional.of(record.id()), school, why);
    }

    /** The rows that could be sent. */
    private Set<Parcel> whole(Handle handle) {
        Set<Parcel> whole = new HashSet<>();
        for (Parcel.Kind kind : Parcel.Kind.values()) {
            handle.createQuery("select d.stream, d.version, d.delivery_key from " + kind.table()
                            + " d join stream s on s.id = d.stream where s.campaign = :c and d.bundle is not null"
                            + " and d.status in ('QUEUED', 'WAITING')")
                    .bind("c", ledger.campaign().id())
                    .map((row, context) -> isKey(row.getString(3))
                            ? Parcel.of(kind, row.getString(1), row.getInt(2))
                            : Optional.<Parcel>empty())
                    .forEach(parcel -> parcel.ifPresent(whole::add));
        }
        return whole;
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
