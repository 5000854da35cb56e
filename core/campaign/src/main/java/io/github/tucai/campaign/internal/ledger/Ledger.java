package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.capture.CaptureRules;
import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.ledger.EventStore.Stored;
import io.github.tucai.campaign.internal.money.CashbookCommand;
import io.github.tucai.campaign.internal.money.CashbookRules;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.campaign.internal.school.SchoolCommand;
import io.github.tucai.campaign.internal.school.SchoolRules;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Erasure;
import io.github.tucai.campaign.internal.secret.KeptPhotos;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.campaign.internal.view.ListSteps;
import io.github.tucai.campaign.internal.view.RecordRow;
import io.github.tucai.campaign.internal.view.RowQueries;
import io.github.tucai.campaign.internal.view.Rows;
import io.github.tucai.campaign.internal.view.SchoolRow;
import io.github.tucai.campaign.internal.view.SealQueue;
import io.github.tucai.campaign.internal.view.Unanswered;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.Cashbook;
import io.github.tucai.capture.CashbookEvent;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.capture.VaultId;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.AuditSuite;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records, decides, and appends what was decided, in one transaction. Safe for concurrent use. */
public final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int BATCH = 100;
    private static final Actor.SystemProcess LOOKING = new Actor.SystemProcess("ledger");

    private final Database database;
    private final Campaign campaign;
    private final Clock clock;
    private final RandomGenerator random;
    private final EventStore<CaptureEvent> captures;
    private final EventStore<SchoolEvent> schools;
    private final EventStore<CashbookEvent> cashbooks;
    private final Bookings bookings;
    private final Rows rows;
    private final RowQueries queries;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> toMark = ConcurrentHashMap.newKeySet();
    private final Set<String> toMend = ConcurrentHashMap.newKeySet();

    /** Over one campaign in one database. */
    public Ledger(
            Database database,
            Campaign campaign,
            Clock clock,
            RandomGenerator random,
            EventStore<CaptureEvent> captures,
            EventStore<SchoolEvent> schools,
            EventStore<CashbookEvent> cashbooks,
            Bookings bookings) {
        this.database = database;
        this.campaign = campaign;
        this.clock = clock;
        this.random = random;
        this.captures = captures;
        this.schools = schools;
        this.cashbooks = cashbooks;
        this.bookings = bookings;
        this.rows = new Rows(campaign.id());
        this.queries = new RowQueries(campaign.id());
    }

    /** Over one campaign in one database, with the stores of its events. */
    public static Ledger of(
            Database database,
            Campaign campaign,
            Clock clock,
            RandomGenerator random,
            Ciphers ciphers,
            KeyWrap wrap,
            BlindIndex index,
            AuditSuite suite) {
        String id = campaign.id();
        return new Ledger(
                database,
                campaign,
                clock,
                random,
                new EventStore<>(Kinds.CAPTURE, CaptureEvent.class, id, ciphers, wrap, index, suite),
                new EventStore<>(Kinds.SCHOOL, SchoolEvent.class, id, ciphers, wrap, index, suite),
                new EventStore<>(Kinds.CASHBOOK, CashbookEvent.class, id, ciphers, wrap, index, suite),
                new Bookings(id, index));
    }

    /** The campaign. */
    public Campaign campaign() {
        return campaign;
    }

    /** Now, to the millisecond: what is stored reads back equal everywhere. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A fresh id for a photo that is about to be kept. */
    public VaultId newPhoto() {
        return VaultId.random(random);
    }

    /** Enters the payments that an older version took; does it once, and run again after a kill it goes on. */
    public void fillBookings() {
        if (!database.read(bookings::isFilled)) {
            new OlderPayments(this, captures, schools, bookings).fill();
        }
    }

    /** Works in one transaction; run again when it lost a race, so it must not act outside the database. */
    public <T> T inTransaction(Function<Work, T> work) {
        return marking(() -> database.inTransaction(handle -> work.apply(new Work(handle))));
    }

    /**
     * Works in one transaction as above. Where the connection failed, so that nobody was told whether it committed, looks
     * whether it did.
     *
     * @param recorded finds what the work recorded, such as by {@link Work#recordWith}; empty where it is not there
     * @throws io.github.tucai.failure.TucaiException if it was not recorded, or the database stays away and nobody can tell
     */
    public <T> T inTransaction(Function<Work, T> work, Function<Work, Optional<T>> recorded) {
        return marking(() -> database.inTransaction(
                handle -> work.apply(new Work(handle)), handle -> recorded.apply(new Work(handle))));
    }

    /** Only reads. */
    public <T> T read(Function<Work, T> work) {
        return marking(() -> database.read(handle -> work.apply(new Work(handle))));
    }

    /** Only reads, all of it as of one moment. */
    public <T> T snapshot(Function<Work, T> work) {
        return marking(() -> database.snapshot(handle -> work.apply(new Work(handle))));
    }

    /** Rows of what was found damaged say so, and rows of what was mended no more; in a transaction of its own, as reading has none. */
    private <T> T marking(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            if (!toMark.isEmpty() || !toMend.isEmpty()) {
                mark();
            }
        }
    }

    private void mark() {
        List<String> damaged = List.copyOf(toMark);
        List<String> mended = List.copyOf(toMend);
        damaged.forEach(toMark::remove);
        mended.forEach(toMend::remove);
        try {
            database.inTransaction(handle -> {
                Rows.mark(handle, damaged, true);
                Rows.mark(handle, mended, false);
                return damaged;
            });
        } catch (TucaiException e) {
            // Lists show what can be read all the same, and who reads next marks it.
            LOG.warn(
                    "what cannot be read could not be marked so: {}",
                    e.getClass().getName());
        }
    }

    /**
     * Makes the rows anew that are still to be made: of records and schools of before there were such, and after
     * {@link #makeAllRows}. Runs beside everything else; may be killed at any moment and goes on where it was.
     *
     * @return how many streams it made rows of
     */
    public int makeRows() {
        int made = 0;
        String after = "";
        List<Rows.ToMake> batch;
        do {
            String from = after;
            batch = database.read(handle -> rows.toMake(handle, from, BATCH));
            made += makeRows(batch);
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).stream();
        } while (!batch.isEmpty());
        return made;
    }

    /** Records together; a school by itself, since who holds a record must not wait for one. */
    private int makeRows(List<Rows.ToMake> batch) {
        List<Rows.ToMake> records =
                batch.stream().filter(one -> one.kind().equals(Kinds.CAPTURE)).toList();
        if (!records.isEmpty()) {
            inTransaction(work -> {
                records.forEach(work::makeRows);
                return records;
            });
        }
        batch.stream()
                .filter(one -> !records.contains(one))
                .forEach(one -> inTransaction(work -> {
                    work.makeRows(one);
                    return one;
                }));
        return batch.size();
    }

    /** Has all rows of the campaign made anew from the log; {@link #makeRows} does it. */
    public void makeAllRows() {
        database.inTransaction(handle -> {
            rows.makeAll(handle);
            return handle;
        });
    }

    /** What can be done in a transaction. */
    public final class Work {
        private final Handle handle;

        private Work(Handle handle) {
            this.handle = handle;
        }

        /** The transaction itself. */
        public Handle handle() {
            return handle;
        }

        /**
         * A record of this campaign.
         *
         * @throws UnreadableException if it is there and cannot be read
         */
        public Optional<CaptureRecord> record(RecordId id) {
            try {
                return exists(id) ? Optional.of(replay(id)) : Optional.empty();
            } catch (UnreadableException e) {
                if (exists(id)) {
                    toMark.add(id.value());
                    throw e;
                }
                // Erased meanwhile.
                return Optional.empty();
            }
        }

        /** Whether this campaign has the record, not erased, to be read or not. */
        public boolean exists(RecordId id) {
            return captures.exists(handle, id.value());
        }

        /** A record of this campaign; one that cannot be read is set aside, which the log tells once. */
        public Optional<CaptureRecord> readable(RecordId id) {
            try {
                return record(id);
            } catch (UnreadableException e) {
                setAside("record " + id, e);
                return Optional.empty();
            }
        }

        /**
         * A record one of whose events is such a one. Waits until no transaction is about to add one: a commit whose answer got
         * lost may still be on its way.
         */
        public Optional<CaptureRecord> recordWith(RecordId id, Predicate<CaptureEvent> which) {
            return locked(id)
                    .filter(there -> history(id).stream().map(Stored::event).anyMatch(which));
        }

        /** A record one of whose events names one of these photos; as {@link #recordWith}. */
        public Optional<CaptureRecord> recordNaming(RecordId id, Collection<VaultId> photos) {
            return recordWith(id, event -> photo(event)
                    .map(PhotoRef::vault)
                    .filter(photos::contains)
                    .isPresent());
        }

        /** A record that nobody else adds to until the transaction ends. */
        public Optional<CaptureRecord> locked(RecordId id) {
            captures.hold(handle, id.value());
            return record(id);
        }

        /** As {@link #locked(RecordId)}; one that cannot be read is set aside, which the log tells once. */
        public Optional<CaptureRecord> lockedReadable(RecordId id) {
            captures.hold(handle, id.value());
            return readable(id);
        }

        /**
         * The record of an enrolment, which nobody else adds to until the transaction ends, or a fresh one.
         *
         * @throws ConcurrentChangeException if it is erased
         */
        public CaptureRecord locked(EnrolmentNumber enrolment) {
            captures.lock(handle, enrolment.value());
            return captures.find(handle, enrolment.value())
                    .map(id -> record(new RecordId(id)).orElseThrow(ConcurrentChangeException::new))
                    .orElseGet(() -> CaptureRecord.empty(RecordId.random(random)));
        }

        /** The books. */
        public Bookkeeping money() {
            return new Bookkeeping(this, captures, schools, bookings);
        }

        /** Whether there was a record of an enrolment and it is erased. */
        public boolean isErased(EnrolmentNumber enrolment) {
            return captures.isErased(handle, enrolment.value());
        }

        /**
         * A record that is to be erased, unless it cannot be read. The school is held first, as a statement has it, then the
         * record: what comes meanwhile waits, and finds it erased.
         */
        public Optional<CaptureRecord> holdToErase(RecordId id) {
            Optional<String> listed = captures.listedAt(handle, id.value());
            listed.ifPresent(school -> schools.lock(handle, school));
            captures.hold(handle, id.value());
            if (!captures.listedAt(handle, id.value()).equals(listed)) {
                throw new ConcurrentChangeException();
            }
            return readable(id);
        }

        /** Erases a record, to be read or not: its key and what waits to be sealed; notes its photos. */
        public void erase(RecordId id, Actor actor) {
            holdToErase(id)
                    .ifPresentOrElse(
                            record -> {
                                money().leave(record, actor);
                                noteUnanswered(record);
                            },
                            () -> money().leaveUnreadable(id, actor));
            if (KeptPhotos.isUnlisted(handle, id)) {
                // What cannot be read names no photos: the sweep finds them.
                KeptPhotos.list(handle, id, readable(id).isPresent() ? photos(id) : List.of());
            }
            Erasure.note(handle, id);
            SealQueue.forget(handle, id.value());
            rows.forget(handle, id.value());
            captures.erase(handle, id.value(), now(), actor.auditName());
        }

        /** A record keeps a photo if this is committed; only now may the vault be given it. */
        public void keep(RecordId id, VaultId photo) {
            KeptPhotos.keep(handle, id, photo);
        }

        /** Lists the photos of a record of before they were. */
        public void listPhotos(RecordId id) {
            KeptPhotos.list(handle, id, photos(id));
        }

        /** What the registry may have of a record that is erased now is still taken back where it lies. */
        private void noteUnanswered(CaptureRecord record) {
            Set<Integer> handed = handed(record);
            record.deliveries().stream()
                    .filter(d -> handed.contains(d.version()) && CaptureRules.isUnanswered(d))
                    .forEach(d -> note(record.id(), d));
        }

        /** Notes that a delivery is to be taken back where it lies, and its answer to be read. */
        private void note(RecordId id, DeliveryEntry delivery) {
            Unanswered.add(handle, campaign.id(), id.value(), delivery.version(), delivery.key(), Instant.now());
        }

        /** A delivery of a record that was erased meanwhile was handed over just now: what was noted is looked at again. */
        public void noteAgain(RecordId id, int version) {
            Unanswered.again(handle, id.value(), version);
        }

        /** The streams of all records in this database, of other campaigns too, that are not erased. */
        public List<String> streams() {
            return captures.everywhere(handle);
        }

        /**
         * The photos that the events of a stream name; none where it is erased meanwhile.
         *
         * @throws UnreadableException if it is there and cannot be read
         */
        public List<VaultId> photosOf(String stream) {
            try {
                return photos(stream);
            } catch (UnreadableException e) {
                if (captures.isAlive(handle, stream)) {
                    throw e;
                }
                return List.of();
            }
        }

        /** Gives a photo its row again; false where the stream is erased meanwhile. */
        public boolean listAgain(String stream, VaultId photo) {
            captures.hold(handle, stream);
            boolean isAlive = captures.isAlive(handle, stream);
            if (isAlive && !KeptPhotos.unnamed(handle, List.of(photo)).isEmpty()) {
                KeptPhotos.keep(handle, new RecordId(stream), photo);
            }
            return isAlive;
        }

        private List<VaultId> photos(RecordId id) {
            return photos(id.value());
        }

        private List<VaultId> photos(String stream) {
            return captures.read(handle, stream).stream()
                    .map(Stored::event)
                    .flatMap(event -> photo(event).stream())
                    .map(PhotoRef::vault)
                    .toList();
        }

        /** What happened to a record, oldest first. */
        public List<Stored<CaptureEvent>> history(RecordId id) {
            return captures.read(handle, id.value());
        }

        /**
         * A part of the records of a school, or of all schools, in the order of their ids; on a list, who entered it first first.
         *
         * @param after where the part before it ended; empty for the first
         * @throws IllegalArgumentException if no part ended there
         */
        public Listing<CaptureRecord> listing(
                Optional<SchoolCode> school, Optional<RecordList> list, String after, int most) {
            List<RowQueries.Entry> entries = list.map(of -> queries.records(handle, school, of, after, most + 1))
                    .orElseGet(() -> queries.records(handle, school, after, most + 1));
            Function<String, Optional<CaptureRecord>> together =
                    readTogether(entries.subList(0, Math.min(most, entries.size())));
            // One may have moved, or left the list, since it was looked up.
            return listing(
                    entries,
                    most,
                    together,
                    record -> school.equals(record.school()) || (school.isEmpty() && record.events() > 0));
        }

        /** Reads records in three queries; what was not there or cannot be read is read by itself, to tell which. */
        private Function<String, Optional<CaptureRecord>> readTogether(List<RowQueries.Entry> entries) {
            Map<String, List<Stored<CaptureEvent>>> all = captures.readAll(
                    handle, entries.stream().map(RowQueries.Entry::stream).toList());
            return stream -> recordId(stream).flatMap(id -> Optional.ofNullable(all.get(stream))
                    .flatMap(stored -> foldedOrNot(id, stored))
                    .or(() -> readable(id)));
        }

        private static Optional<CaptureRecord> foldedOrNot(RecordId id, List<Stored<CaptureEvent>> stored) {
            try {
                return Optional.of(folded(
                        id.value(),
                        () -> CaptureRecord.replay(
                                id, stored.stream().map(Stored::event).toList())));
            } catch (UnreadableException e) {
                return Optional.empty();
            }
        }

        private <T> Listing<T> listing(
                List<RowQueries.Entry> entries, int most, Function<String, Optional<T>> read, Predicate<T> isOn) {
            List<T> items = new ArrayList<>();
            int unreadable = 0;
            List<RowQueries.Entry> shown = entries.subList(0, Math.min(most, entries.size()));
            for (RowQueries.Entry entry : shown) {
                Optional<T> item = read.apply(entry.stream());
                item.filter(isOn).ifPresent(items::add);
                if (item.isPresent() && entry.isDamaged()) {
                    toMend.add(entry.stream());
                }
                unreadable += item.isEmpty() && isSetAside(entry.stream()) ? 1 : 0;
            }
            boolean isLast = entries.size() <= most;
            return new Listing<>(
                    List.copyOf(items),
                    unreadable,
                    isLast ? Optional.empty() : Optional.of(shown.get(most - 1).key()));
        }

        /** Not one that was erased meanwhile. */
        private boolean isSetAside(String stream) {
            return captures.exists(handle, stream) || schools.exists(handle, stream);
        }

        /** A part of the schools, by code. */
        public Listing<SchoolRecord> schools(String after, int most) {
            return listing(
                    queries.schools(handle, after, most + 1),
                    most,
                    this::readableSchool,
                    school -> school.events() > 0);
        }

        /** A part of the money that nobody had asked for: what lies in so many streams. */
        public Listing<Booking> unmatched(String after, int most) {
            List<RowQueries.Entry> entries = bookings.unmatched(handle, after, most + 1).stream()
                    .map(stream -> new RowQueries.Entry(stream, stream, false))
                    .toList();
            Listing<List<Booking>> lists = listing(
                    entries,
                    most,
                    stream -> Optional.of(money().unmatchedIn(stream)).filter(list -> !list.isEmpty()),
                    list -> true);
            List<Booking> all = lists.items().stream().flatMap(List::stream).toList();
            return new Listing<>(all, lists.unreadable(), lists.next());
        }

        /** How far schools are, by their codes. */
        public Map<String, RowQueries.Counts> counts(Optional<SchoolCode> school) {
            return queries.counts(handle, school);
        }

        /** The registered schools as their rows have them, or this one if it is registered. */
        public List<RowQueries.SchoolLine> registered(Optional<SchoolCode> school) {
            return queries.registered(handle, school);
        }

        /** When the oldest open erratum was raised that the feedback of each school waits for, by its code. */
        public Map<String, Instant> errataSince(Optional<SchoolCode> school) {
            return queries.errataSince(handle, school);
        }

        /** How many errata the feedback of a school waits for. */
        public long openErrata(SchoolCode school) {
            return queries.openErrata(handle, school);
        }

        /** Some records of a school that can be published and are not in this round. */
        public List<RecordId> toPublish(SchoolCode school, int round, String after, int most) {
            return queries.toPublish(handle, school, round, after, most).stream()
                    .flatMap(stream -> recordId(stream).stream())
                    .toList();
        }

        /** How many photos of a school are published in this round. */
        public int published(SchoolCode school, int round) {
            return queries.published(handle, school, round);
        }

        /** The schools whose students pay themselves. */
        public List<String> payingSchools() {
            return queries.payingSchools(handle);
        }

        /** When the last of the days ends that were granted to single students of a school. */
        Optional<Instant> arrangedUntil(SchoolCode school) {
            return queries.arrangedUntil(handle, school);
        }

        /** What a statement of a school has to look at, all of which the caller holds, and how much of that cannot be read. */
        Listing<CaptureRecord> toBill(SchoolCode school) {
            List<RowQueries.Entry> entries = queries.toBill(handle, school).stream()
                    .map(stream -> new RowQueries.Entry(stream, stream, false))
                    .toList();
            return listing(
                    entries,
                    entries.size() + 1,
                    stream -> recordId(stream).flatMap(this::readable),
                    record -> record.school().filter(school::equals).isPresent());
        }

        /** The record that a row names; empty where the number was damaged, which sets it aside. */
        public Optional<RecordId> recordId(String stream) {
            try {
                return Optional.of(new RecordId(stream));
            } catch (IllegalArgumentException e) {
                setAside("a record", noNumber(stream));
                return Optional.empty();
            }
        }

        /** A school, registered or not. */
        public SchoolRecord school(SchoolCode code) {
            return schools.find(handle, code.value())
                    .map(id -> replay(code, id))
                    .orElseGet(() -> SchoolRecord.empty(code));
        }

        /**
         * A school that nobody else changes or holds until this transaction ends. Who decides by a fact that an event of the
         * school would change, or the other way round, holds it first and reads the fact afterwards.
         */
        public SchoolRecord hold(SchoolCode code) {
            schools.lock(handle, code.value());
            return school(code);
        }

        /** A school by its stream; one that cannot be read is set aside, which the log tells once. */
        Optional<SchoolRecord> readableSchool(String stream) {
            try {
                return Optional.of(replay(code(stream), stream));
            } catch (UnreadableException e) {
                setAside("a school's stream " + stream, e);
                return Optional.empty();
            }
        }

        /**
         * The school of a stream.
         *
         * @throws UnreadableException if its head names another one
         */
        SchoolCode code(String stream) {
            String named = schools.listedAt(handle, stream).orElse("");
            if (!schools.find(handle, named).equals(Optional.of(stream))) {
                throw new UnreadableException(stream, 0, "its head names another school", null);
            }
            return new SchoolCode(named);
        }

        /**
         * What is wrong with each record, each school and the books, where it cannot be read. Reads everything.
         *
         * @param readable is given each record that can be read
         */
        public List<Damage> damages(Consumer<CaptureRecord> readable) {
            List<Damage> damages = found(readable);
            Set<String> broken =
                    damages.stream().map(damage -> damage.why().stream()).collect(Collectors.toSet());
            rows.damaged(handle).stream()
                    .filter(stream -> !broken.contains(stream))
                    .forEach(toMend::add);
            return damages;
        }

        private List<Damage> found(Consumer<CaptureRecord> readable) {
            List<Damage> damages = new ArrayList<>();
            for (String stream : captures.all(handle)) {
                Optional<RecordId> id = recordId(stream);
                damage(() -> record(id.orElseThrow(() -> noNumber(stream))).map(record -> {
                            readable.accept(record);
                            return record;
                        }))
                        .ifPresent(why -> {
                            toMark.add(stream);
                            damages.add(new Damage(Damage.Of.RECORD, id, listed(captures, stream), why));
                        });
            }
            for (String stream : schools.all(handle)) {
                damage(() -> replay(code(stream), stream)).ifPresent(why -> {
                    toMark.add(stream);
                    damages.add(new Damage(Damage.Of.SCHOOL, Optional.empty(), listed(schools, stream), why));
                });
            }
            damage(this::cashbook)
                    .ifPresent(why -> damages.add(new Damage(Damage.Of.CASHBOOK, Optional.empty(), "", why)));
            damages.addAll(money().damages());
            return damages;
        }

        private String listed(EventStore<?> store, String stream) {
            return store.listedAt(handle, stream).orElse("");
        }

        private static Optional<UnreadableException> damage(Supplier<?> reading) {
            try {
                Objects.requireNonNull(reading.get());
                return Optional.empty();
            } catch (UnreadableException e) {
                return Optional.of(e);
            }
        }

        /** Decides on a record that exists and appends. */
        public Outcome<CaptureRecord> give(RecordId id, CaptureCommand command, Actor actor) {
            return locked(id)
                    .map(record -> give(record, command, actor))
                    .orElseGet(() -> Outcome.refused(Refusals.unknownRecord()));
        }

        /** What a command would do now; nothing is appended. */
        public Outcome<CaptureRecord> tryOut(RecordId id, CaptureCommand command, Actor actor) {
            return record(id)
                    .map(record -> CaptureRules.decide(record, command, facts(record, command, actor, Set.of()))
                            .map(events -> record))
                    .orElseGet(() -> Outcome.refused(Refusals.unknownRecord()));
        }

        private Facts facts(CaptureRecord record, CaptureCommand command, Actor actor, Set<Integer> handed) {
            return new Facts(now(), actor, campaign, schoolOf(school(record, command), command), handed);
        }

        /** Decides on a record and appends; a fresh record is created with its first event. */
        public Outcome<CaptureRecord> give(CaptureRecord record, CaptureCommand command, Actor actor) {
            return give(record, command, facts(record, command, actor, handed(record)));
        }

        /** As {@link #give(CaptureRecord, CaptureCommand, Actor)}, with facts that were read in this transaction. */
        Outcome<CaptureRecord> give(CaptureRecord record, CaptureCommand command, Facts facts) {
            return CaptureRules.decide(record, command, facts).map(events -> {
                CaptureRecord after = record;
                ListSteps steps = new ListSteps();
                for (CaptureEvent event : events) {
                    bookings.follow(handle, after, event);
                    CaptureRecord next = after.after(event);
                    steps.step(after, next, event.at());
                    after = next;
                }
                String code = school(record, command).value();
                if (record.events() == 0) {
                    String enrolment = after.enrolment().orElseThrow().value();
                    captures.create(handle, record.id().value(), enrolment, code);
                }
                captures.append(
                        handle,
                        record.id().value(),
                        record.events(),
                        events,
                        facts.now(),
                        facts.actor().auditName());
                if (record.events() > 0 && !after.school().equals(record.school())) {
                    captures.list(handle, record.id().value(), code);
                }
                if (after.events() > record.events()) {
                    follow(record, after, steps);
                }
                queue(record, after, facts);
                return after;
            });
        }

        /** Writes the rows of a record after its events; where its row was lost, all of them. */
        private void follow(CaptureRecord before, CaptureRecord after, ListSteps steps) {
            RecordRow row = RecordRow.of(after);
            if (before.events() == 0) {
                rows.put(handle, row);
            } else if (!rows.update(handle, row)) {
                makeRows(after.id());
                return;
            }
            rows.list(handle, row, !after.school().equals(before.school()), steps);
        }

        /** Makes the rows of a record from its events. */
        private void makeRows(RecordId id) {
            List<CaptureEvent> events = history(id).stream().map(Stored::event).toList();
            if (events.isEmpty()) {
                return;
            }
            ListSteps steps = new ListSteps();
            CaptureRecord record = folded(id.value(), () -> replay(id, events, steps));
            RecordRow row = RecordRow.of(record);
            rows.put(handle, row);
            rows.unlist(handle, id.value());
            rows.list(handle, row, false, steps);
            Rows.made(handle, id.value());
        }

        private static CaptureRecord replay(RecordId id, List<CaptureEvent> events, ListSteps steps) {
            CaptureRecord record = CaptureRecord.empty(id);
            for (CaptureEvent event : events) {
                CaptureRecord next = record.after(event);
                steps.step(record, next, event.at());
                record = next;
            }
            return record;
        }

        /** Makes the rows of a record or a school; what cannot be read gets one that says so. */
        private void makeRows(Rows.ToMake one) {
            captures.hold(handle, one.stream());
            boolean isRecord = one.kind().equals(Kinds.CAPTURE);
            EventStore<?> store = isRecord ? captures : schools;
            try {
                if (!store.exists(handle, one.stream())) {
                    rows.forget(handle, one.stream());
                } else if (isRecord) {
                    makeRows(new RecordId(one.stream()));
                } else {
                    rows.put(handle, one.stream(), SchoolRow.of(replay(code(one.stream()), one.stream())));
                }
            } catch (UnreadableException | IllegalArgumentException e) {
                rows.putDamaged(handle, one, listed(store, one.stream()));
            }
            Rows.made(handle, one.stream());
        }

        /** On whose school a decision rests: the one it names, or where the record is listed. */
        private static SchoolCode school(CaptureRecord record, CaptureCommand command) {
            if (command instanceof CaptureCommand.PresentCode present) {
                return present.claims().school();
            }
            return command instanceof CaptureCommand.GrantArrangement grant
                    ? grant.school()
                    : record.school().orElseThrow();
        }

        /** Which deliveries were handed over; nobody hands over another one before the transaction ends. */
        private Set<Integer> handed(CaptureRecord record) {
            if (record.deliveries().isEmpty()) {
                return Set.of();
            }
            captures.hold(handle, record.id().value());
            return Unanswered.handed(handle, record.id().value());
        }

        /** Who pays is all that is asked of the school, and only where nothing is sent before: its damage stops nothing else. */
        private Facts lookingAt(SchoolCode code, Set<Integer> handed) {
            SchoolRecord school = campaign.paymentBeforeDelivery() ? school(code) : SchoolRecord.empty(code);
            return new Facts(now(), LOOKING, campaign, school, handed);
        }

        private boolean holds(CaptureRecord record, Predicate<Facts> rule) {
            return record.school()
                    .map(code -> lookingAt(code, Set.of()))
                    .filter(rule)
                    .isPresent();
        }

        /** Whether something of a record is to be sealed now. */
        public boolean isSealDue(CaptureRecord record) {
            return holds(record, facts -> CaptureRules.isSealDue(record, facts));
        }

        /** Whether the product of a record is to be sealed now. */
        public boolean isProductDue(CaptureRecord record) {
            return holds(record, facts -> CaptureRules.isProductDue(record, facts));
        }

        /** Whether a delivery of a record may be sent at this moment. */
        public boolean maySend(CaptureRecord record, int version) {
            return holds(record, facts -> CaptureRules.maySend(record, facts, version));
        }

        /**
         * Notes which deliveries of a record the registry may have although nobody sends them.
         *
         * @param isHandedNow whether one was handed over just now, so that what was looked at already is looked at again
         */
        public void noteUnansweredOf(CaptureRecord record, boolean isHandedNow) {
            Facts facts = lookingAt(record.school().orElseThrow(), handed(record));
            CaptureRules.unanswered(record, facts).stream()
                    .filter(d -> isHandedNow
                            || !Unanswered.isNoted(handle, record.id().value(), d.version()))
                    .forEach(d -> note(record.id(), d));
        }

        /** How a record waits to be sealed, if it does. */
        public Optional<SealQueue.Waiting> waitingToBeSealed(RecordId id) {
            return SealQueue.find(handle, id.value());
        }

        /** Notes what has to be done after the events, so that no failure between forgets it. */
        private void queue(CaptureRecord before, CaptureRecord after, Facts facts) {
            if (CaptureRules.isSealDue(after, facts)) {
                SealQueue.add(handle, campaign.id(), after.id().value(), after.events());
            } else if (CaptureRules.isSealDue(before, facts)) {
                SealQueue.remove(handle, after.id().value(), after.events());
            }
            List<DeliveryEntry> noted = CaptureRules.unanswered(before, facts);
            CaptureRules.unanswered(after, facts).stream()
                    .filter(d -> !noted.contains(d))
                    .forEach(d -> note(after.id(), d));
        }

        /** The registry's answer asks for no school, and is told though the school's own stream is damaged. */
        private SchoolRecord schoolOf(SchoolCode code, CaptureCommand command) {
            return command instanceof CaptureCommand.Answer
                            || command instanceof CaptureCommand.GiveUp
                            || command instanceof CaptureCommand.AnswerWithdrawal
                            || command instanceof CaptureCommand.GiveUpWithdrawal
                            || command instanceof CaptureCommand.SealWithdrawal
                    ? SchoolRecord.empty(code)
                    : school(code);
        }

        /** Decides on a school and appends; a fresh one is created with its first event. */
        public Outcome<SchoolRecord> give(SchoolCode code, SchoolCommand command, Actor actor) {
            Facts facts = facts(code, actor);
            SchoolRecord school = facts.school();
            return SchoolRules.decide(command, facts).map(event -> {
                String stream = schools.find(handle, code.value()).orElseGet(() -> {
                    String fresh = RecordId.random(random).value();
                    schools.create(handle, fresh, code.value(), code.value());
                    return fresh;
                });
                schools.append(handle, stream, school.events(), List.of(event), facts.now(), actor.auditName());
                bookings.follow(handle, stream, event);
                SchoolRecord after = school.after(event);
                rows.put(handle, stream, SchoolRow.of(after));
                return after;
            });
        }

        /** Decides on the cashbook and appends. */
        Outcome<Cashbook> give(CashbookCommand command, Actor actor) {
            Instant now = now();
            return CashbookRules.decide(command, actor, now).then(event -> readableCashbook()
                    .map(before -> Outcome.done(appended(before, event, now, actor)))
                    .orElseGet(() -> Outcome.refused(Refusals.cashbookDamaged())));
        }

        private Cashbook appended(Cashbook before, CashbookEvent event, Instant now, Actor actor) {
            String stream = cashbookStream().orElseGet(() -> {
                String fresh = RecordId.random(random).value();
                cashbooks.create(handle, fresh, Kinds.CASHBOOK, "");
                return fresh;
            });
            cashbooks.append(handle, stream, before.events(), List.of(event), now, actor.auditName());
            bookings.follow(handle, stream, event);
            return before.after(event);
        }

        /** A damaged row of the books is set aside, which the log tells once. */
        void setAsideBooking(String stream) {
            setAside("money of stream " + stream, new UnreadableException(stream, 0, "its row is damaged", null));
        }

        /** The cashbook of the campaign; empty while nothing came that belongs nowhere. */
        Cashbook cashbook() {
            return cashbookStream().map(this::cashbook).orElse(Cashbook.EMPTY);
        }

        private Cashbook cashbook(String stream) {
            List<CashbookEvent> events =
                    cashbooks.read(handle, stream).stream().map(Stored::event).toList();
            return folded(stream, () -> Cashbook.replay(events));
        }

        /** The cashbook; one that cannot be read is set aside, which the log tells once. */
        Optional<Cashbook> readableCashbook() {
            try {
                return Optional.of(cashbook());
            } catch (UnreadableException e) {
                setAside("the cashbook", e);
                return Optional.empty();
            }
        }

        Optional<String> cashbookStream() {
            return cashbooks.find(handle, Kinds.CASHBOOK);
        }

        /** What a decision on something of this school rests on. */
        public Facts facts(SchoolCode code, Actor actor) {
            return new Facts(now(), actor, campaign, school(code));
        }

        private static Optional<PhotoRef> photo(CaptureEvent event) {
            if (event instanceof CaptureEvent.PhotoRejected no) {
                return Optional.of(no.photo());
            }
            if (event instanceof CaptureEvent.PhotoSentToReview doubt) {
                return Optional.of(doubt.photo());
            }
            if (event instanceof CaptureEvent.PhotoAccepted yes) {
                return Optional.of(yes.photo());
            }
            return event instanceof CaptureEvent.Finished done ? Optional.of(done.product()) : Optional.empty();
        }

        private CaptureRecord replay(RecordId id) {
            List<CaptureEvent> events = history(id).stream().map(Stored::event).toList();
            return folded(id.value(), () -> CaptureRecord.replay(id, events));
        }

        private SchoolRecord replay(SchoolCode code, String stream) {
            List<SchoolEvent> events =
                    schools.read(handle, stream).stream().map(Stored::event).toList();
            return folded(stream, () -> SchoolRecord.replay(code, events));
        }

        /** Events that each can be read and do not go together: a row of another time, or of another version. */
        private static <T> T folded(String stream, Supplier<T> fold) {
            try {
                return fold.get();
            } catch (RuntimeException e) {
                // Without the cause, which may quote what an event holds.
                throw new UnreadableException(
                        stream,
                        0,
                        "its events do not go together (" + e.getClass().getSimpleName() + ")",
                        null);
            }
        }
    }

    static UnreadableException noNumber(String stream) {
        return new UnreadableException(stream, 0, "this is no number of a record", null);
    }

    private void setAside(String what, UnreadableException why) {
        toMark.add(why.stream());
        if (told.add(why.stream())) {
            LOG.warn("{} is set aside; AuditService.unreadable lists such: {}", what, why.getMessage());
        }
    }

    /**
     * A part of a list.
     *
     * @param unreadable how many more belong here and were set aside
     * @param next where the next part begins; empty after the last
     * @param <T> what is listed
     */
    public record Listing<T>(List<T> items, int unreadable, Optional<String> next) {}

    /**
     * A stream, or a row beside one, that cannot be read.
     *
     * @param of what it is
     * @param record empty where it is no record's or its number was damaged
     * @param school as its head names it, right or wrong; empty text where it is nobody's
     */
    public record Damage(Of of, Optional<RecordId> record, String school, UnreadableException why) {
        /** What was damaged. */
        public enum Of {
            RECORD,
            SCHOOL,
            CASHBOOK,
            BOOKING,
            DELIVERY
        }
    }
}
