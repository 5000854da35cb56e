package io.github.tucai.capture;

import io.github.tucai.answer.Actor;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.WithdrawalEntry;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.SpecialArrangement;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One graduate's photo in one campaign: the fold of its {@link CaptureEvent}s and nothing else. Immutable; two records that
 * went through equal events are equal.
 */
public final class CaptureRecord {
    private final RecordId id;
    private final int events;
    private final Presentation presentation;
    private final Picture picture;
    private final List<DeliveryEntry> deliveries;
    private final List<WithdrawalEntry> withdrawals;
    private final Money money;
    private final Optional<String> lock;
    private final Proof proof;

    private CaptureRecord(
            RecordId id,
            int events,
            Presentation presentation,
            Picture picture,
            List<DeliveryEntry> deliveries,
            List<WithdrawalEntry> withdrawals,
            Money money,
            Optional<String> lock,
            Proof proof) {
        this.id = id;
        this.events = events;
        this.presentation = presentation;
        this.picture = picture;
        this.deliveries = List.copyOf(deliveries);
        this.withdrawals = List.copyOf(withdrawals);
        this.money = money;
        this.lock = lock;
        this.proof = proof;
    }

    /** A record to which nothing happened yet. */
    public static CaptureRecord empty(RecordId id) {
        return new CaptureRecord(
                Objects.requireNonNull(id, "id"),
                0,
                Presentation.NONE,
                Picture.NONE,
                List.of(),
                List.of(),
                Money.NONE,
                Optional.empty(),
                Proof.NONE);
    }

    /** The record these events fold into. */
    public static CaptureRecord replay(RecordId id, Iterable<? extends CaptureEvent> events) {
        CaptureRecord record = empty(id);
        for (CaptureEvent event : events) {
            record = record.after(event);
        }
        return record;
    }

    /** The record after one more event. Total: what happened is not questioned here. */
    public CaptureRecord after(CaptureEvent event) {
        Change next = new Change(this);
        next.apply(event);
        return new CaptureRecord(
                id,
                events + 1,
                next.presentation,
                next.pictures.after(),
                next.deliveries,
                next.withdrawals,
                next.money,
                next.lock,
                next.proof);
    }

    /** The collector's own number. */
    public RecordId id() {
        return id;
    }

    /** How many events it went through: the sequence number of the last one. */
    public int events() {
        return events;
    }

    /** What the collection code said; empty before one was presented. */
    public Optional<CodeClaims> claims() {
        return presentation.claims;
    }

    /** Whose it is: as the code says, or an arrangement that was granted before one was presented. */
    public Optional<EnrolmentNumber> enrolment() {
        return presentation.claims.map(CodeClaims::enrolment).or(() -> presentation.arrangements.stream()
                .flatMap(a -> a.student().stream())
                .findFirst());
    }

    /** The school it is listed at now; empty where nothing happened yet. */
    public Optional<SchoolCode> school() {
        return presentation.school;
    }

    /** Days and hours that were granted to this student alone, oldest first; they stay theirs at another school. */
    public List<SpecialArrangement> arrangements() {
        return presentation.arrangements;
    }

    /** The last session, open or over; empty before the code was presented. */
    public Optional<CaptureSession> session() {
        return presentation.claims.map(claims -> new CaptureSession(
                id, presentation.sessions, new Actor.Student(claims.enrolment()), presentation.sessionEnds));
    }

    /** What the student declared when they agreed, with the checks that {@link #exemptions()} suspend; empty before. */
    public Optional<Declarations> declarations() {
        return presentation.declarations.map(word -> {
            Declarations all = word;
            for (Exemption exemption : presentation.exemptions) {
                all = all.withExemption(exemption);
            }
            return all;
        });
    }

    /** What the school or the centre granted and did not take back, oldest first. */
    public List<Exemption> exemptions() {
        return presentation.exemptions;
    }

    /** How many photos were handed in. */
    public int attempts() {
        return picture.attempts;
    }

    /** Whether this very photo was handed in before. */
    public boolean hasSeen(ImageDigest digest) {
        return picture.seen.containsKey(digest);
    }

    /** Which checks this photo failed or left in doubt when it was handed in; empty where they accepted it. */
    public List<CheckId> faultsOf(ImageDigest digest) {
        return picture.seen.getOrDefault(digest, List.of());
    }

    /** The accepted photo as handed in, if one is accepted now. */
    public Optional<PhotoRef> accepted() {
        return picture.accepted.map(Standing::photo);
    }

    /** When the accepted photo was accepted. */
    public Optional<Instant> acceptedAt() {
        return picture.accepted.map(Standing::at);
    }

    /** The finished product of the accepted photo. */
    public Optional<PhotoRef> product() {
        return picture.accepted.flatMap(Standing::product);
    }

    /** Whether this names the accepted photo: its digest as handed in, or its product's. */
    public boolean isAccepted(ImageDigest digest) {
        return Stream.concat(accepted().stream(), product().stream())
                .anyMatch(photo -> photo.digest().equals(digest));
    }

    /** The new photo a person decides on, if there is one. */
    public Optional<PhotoRef> inReview() {
        return picture.review;
    }

    /** The suspicion that the accepted photo, or the one in review, breaks A2.3.6, while nobody decided. */
    public Optional<Suspicion> suspicion() {
        return picture.suspicion;
    }

    /** Whether a person has still to decide: on a new photo, or on a suspicion. Nothing is delivered or paid meanwhile. */
    public boolean isUndecided() {
        return picture.review.isPresent() || picture.suspicion.isPresent();
    }

    /** The photo of this digest that was handed in and is accepted, in review, suspected or to be taken again. */
    public Optional<PhotoRef> photo(ImageDigest digest) {
        return Stream.of(
                        accepted(),
                        inReview(),
                        suspicion().map(Suspicion::photo),
                        violation().map(Violation::photo),
                        rejected(digest).map(RejectedPhoto::photo))
                .flatMap(Optional::stream)
                .filter(photo -> photo.digest().equals(digest))
                .findFirst();
    }

    /** A photo with this digest that is to be taken again. */
    public Optional<RejectedPhoto> rejected(ImageDigest digest) {
        return Optional.ofNullable(picture.rejected.get(digest));
    }

    /** Whether this account opened the photo, since it was suspected where it was. */
    public boolean isSeenBy(ImageDigest photo, Actor actor) {
        return picture.looks.contains(new Look(photo, actor.auditName()));
    }

    /** Which checks the last photo failed or left in doubt; empty once one is accepted. */
    public List<CheckId> lastFaults() {
        return picture.faults;
    }

    /** All deliveries, oldest first. */
    public List<DeliveryEntry> deliveries() {
        return deliveries;
    }

    /** The newest delivery. */
    public Optional<DeliveryEntry> delivery() {
        return deliveries.isEmpty() ? Optional.empty() : Optional.of(deliveries.get(deliveries.size() - 1));
    }

    /** The photo, as handed in, whose product this delivery is. */
    public Optional<ImageDigest> photoOfDelivery(int version) {
        return Optional.ofNullable(picture.sent.get(version));
    }

    /** What the registry was or is to be told to count no more, by version. */
    public List<WithdrawalEntry> withdrawals() {
        return withdrawals;
    }

    /** What the student paid, as asked, and did not get back. */
    public Optional<Payment> payment() {
        return money.paid;
    }

    /** What came without being asked for and is still to be given back, oldest first. */
    public List<UnmatchedPayment> unmatched() {
        return money.unmatched;
    }

    /** Whose statement counts the student, if one does: nobody is billed for them again. */
    public Optional<SchoolCode> billed() {
        return money.billed;
    }

    /** Why it is locked, if it is. */
    public Optional<String> lock() {
        return lock;
    }

    /** The violation it is locked for; empty where it is not locked. */
    public Optional<Violation> violation() {
        return picture.violation;
    }

    /** In which proofing round it was published last. */
    public Optional<Integer> publishedInRound() {
        return proof.round;
    }

    /** Errata that are not settled. */
    public List<Erratum> openErrata() {
        return proof.open.stream().map(Raised::erratum).toList();
    }

    /**
     * Open errata that the feedback of its school waits for: not those that came along from another school, until the photo is
     * published anew.
     */
    public List<Erratum> openErrataOfSchool() {
        return openErrata().stream().filter(e -> e.number() > proof.brought).toList();
    }

    /** The photo that an open erratum is about; empty where there is none. */
    public Optional<ImageDigest> photoOfErratum(int number) {
        return proof.open.stream()
                .filter(raised -> raised.erratum().number() == number)
                .findFirst()
                .flatMap(Raised::photo);
    }

    /** The number the next erratum gets. */
    public int nextErratum() {
        return proof.raised + 1;
    }

    /** When the oldest erratum that is still open was raised. */
    public Optional<Instant> openErratumSince() {
        return proof.openSince;
    }

    /** Where it stands. */
    public CaptureState state() {
        if (lock.isPresent()) {
            return CaptureState.LOCKED;
        }
        if (isUndecided()) {
            return CaptureState.IN_REVIEW;
        }
        if (picture.accepted.isEmpty()) {
            return picture.attempts > 0
                    ? CaptureState.RETAKE
                    : presentation.claims.isPresent() ? CaptureState.CODE_PRESENTED : CaptureState.NEW;
        }
        if (isDeliveryRefused()) {
            return CaptureState.DELIVERY_REFUSED;
        }
        if (proof.round.isPresent()) {
            return proof.confirmed ? CaptureState.CONFIRMED : CaptureState.PUBLISHED;
        }
        return product().isEmpty() ? CaptureState.ACCEPTED : deliveryState();
    }

    private CaptureState deliveryState() {
        if (!isProductSealed()) {
            return CaptureState.FINISHED;
        }
        return switch (delivery().orElseThrow().status()) {
            case QUEUED -> CaptureState.QUEUED;
            case WAITING -> CaptureState.DELIVERY_WAITING;
            case ACCEPTED -> CaptureState.DELIVERED;
            case REFUSED -> CaptureState.DELIVERY_REFUSED;
            case TO_SEAL, SUPERSEDED, WITHDRAWN -> CaptureState.FINISHED;
        };
    }

    /** Whether the newest delivery is the one of the present product, however it stands. */
    public boolean isProductSealed() {
        return picture.accepted.filter(Standing::sealed).isPresent();
    }

    /** Whether the registry refused the present product and nobody has it sent again yet: it is not delivered. */
    public boolean isDeliveryRefused() {
        return isProductSealed()
                && delivery()
                        .filter(d -> d.status() == DeliveryEntry.Status.REFUSED)
                        .isPresent();
    }

    /** Whether this delivery may go out now: of the present product, not in doubt, not locked, not answered yet. */
    public boolean mayDeliver(int version) {
        return lock.isEmpty()
                && !isUndecided()
                && isProductSealed()
                && delivery()
                        .filter(d -> d.version() == version && d.status().isOpen())
                        .isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaptureRecord that
                && id.equals(that.id)
                && events == that.events
                && presentation.equals(that.presentation)
                && picture.equals(that.picture)
                && deliveries.equals(that.deliveries)
                && withdrawals.equals(that.withdrawals)
                && money.equals(that.money)
                && lock.equals(that.lock)
                && proof.equals(that.proof);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, events, presentation, picture, deliveries, withdrawals, money, lock, proof);
    }

    @Override
    public String toString() {
        return "CaptureRecord[" + id + ", " + state() + ", " + events + " events]";
    }

    private record Presentation(
            Optional<CodeClaims> claims,
            Optional<SchoolCode> school,
            List<SpecialArrangement> arrangements,
            int sessions,
            Instant sessionEnds,
            Optional<Declarations> declarations,
            List<Exemption> exemptions) {
        static final Presentation NONE = new Presentation(
                Optional.empty(), Optional.empty(), List.of(), 0, Instant.EPOCH, Optional.empty(), List.of());

        Presentation presented(CodeClaims code, Instant ends) {
            return new Presentation(
                    Optional.of(code),
                    school.or(() -> Optional.of(code.school())),
                    arrangements,
                    sessions + 1,
                    ends,
                    declarations,
                    exemptions);
        }

        Presentation moved(SchoolCode to) {
            return new Presentation(
                    claims, Optional.of(to), arrangements, sessions, sessionEnds, declarations, exemptions);
        }

        Presentation arranged(SchoolCode by, SpecialArrangement arrangement) {
            List<SpecialArrangement> more = new ArrayList<>(arrangements);
            more.add(arrangement);
            Optional<SchoolCode> listed = school.or(() -> Optional.of(by));
            return new Presentation(claims, listed, List.copyOf(more), sessions, sessionEnds, declarations, exemptions);
        }

        /** Of the student's word; exemptions that older logs hold in it were granted by nobody. */
        Presentation declaring(Declarations word) {
            Declarations own = new Declarations(word.wearsGlassesUsually(), Set.of(), word.capturedAt());
            return new Presentation(claims, school, arrangements, sessions, sessionEnds, Optional.of(own), exemptions);
        }

        Presentation exempting(Exemption exemption) {
            List<Exemption> more = new ArrayList<>(exemptions);
            more.add(exemption);
            return new Presentation(
                    claims, school, arrangements, sessions, sessionEnds, declarations, List.copyOf(more));
        }

        Presentation exemptingNothing() {
            return new Presentation(claims, school, arrangements, sessions, sessionEnds, declarations, List.of());
        }
    }

    /** The accepted photo and what was made of it. */
    record Standing(PhotoRef photo, Instant at, Optional<PhotoRef> product, boolean sealed) {}

    /**
     * What a lock ends and a void one gives back.
     *
     * @param stood the accepted photo, which need not be the one that broke the rule
     * @param reviewed the new photo in review, which may be it
     * @param rejected what was to be taken again
     * @param round in which it was published
     * @param isConfirmed whether the school had found it right
     */
    record Before(
            Optional<Standing> stood,
            Optional<PhotoRef> reviewed,
            Map<ImageDigest, RejectedPhoto> rejected,
            Optional<Integer> round,
            boolean isConfirmed) {}

    /** Somebody, as the audit log names them, opened a photo. */
    private record Look(ImageDigest photo, String by) {}

    private record Picture(
            int attempts,
            Map<ImageDigest, List<CheckId>> seen,
            Map<ImageDigest, RejectedPhoto> rejected,
            Optional<Standing> accepted,
            Optional<PhotoRef> review,
            Optional<Suspicion> suspicion,
            Optional<Violation> violation,
            Set<Look> looks,
            List<CheckId> faults,
            Map<Integer, ImageDigest> sent) {
        static final Picture NONE = new Picture(
                0,
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Map.of());
    }

    /** What happens to the photos while one event is applied. */
    private static final class Pictures {
        private int attempts;
        private Map<ImageDigest, List<CheckId>> seen;
        private Map<ImageDigest, RejectedPhoto> rejected;
        private Optional<Standing> accepted;
        private Optional<PhotoRef> review;
        private Optional<Suspicion> suspicion;
        private Optional<Violation> violation;
        private Set<Look> looks;
        private List<CheckId> faults;
        private Map<Integer, ImageDigest> sent;

        Pictures(Picture from) {
            this.attempts = from.attempts;
            this.seen = from.seen;
            this.rejected = from.rejected;
            this.accepted = from.accepted;
            this.review = from.review;
            this.suspicion = from.suspicion;
            this.violation = from.violation;
            this.looks = from.looks;
            this.faults = from.faults;
            this.sent = from.sent;
        }

        Picture after() {
            return new Picture(attempts, seen, rejected, accepted, review, suspicion, violation, looks, faults, sent);
        }

        void handIn(PhotoRef photo, List<CheckId> found) {
            attempts++;
            faults = List.copyOf(found);
            Map<ImageDigest, List<CheckId>> more = new HashMap<>(seen);
            more.put(photo.digest(), faults);
            seen = Map.copyOf(more);
        }

        void reject(PhotoRef photo, boolean byPerson) {
            reject(new RejectedPhoto(
                    photo,
                    faultsOf(photo),
                    byPerson,
                    Optional.ofNullable(rejected.get(photo.digest()))
                            .map(RejectedPhoto::isAskedFor)
                            .orElse(false)));
        }

        private List<CheckId> faultsOf(PhotoRef photo) {
            return seen.getOrDefault(photo.digest(), List.of());
        }

        private void reject(RejectedPhoto photo) {
            Map<ImageDigest, RejectedPhoto> more = new HashMap<>(rejected);
            more.put(photo.photo().digest(), photo);
            rejected = Map.copyOf(more);
        }

        /** A photo that takes its place ends what was asked about the one before. */
        void accept(PhotoRef photo, Instant at) {
            accepted = Optional.of(new Standing(photo, at, Optional.empty(), false));
            Map<ImageDigest, RejectedPhoto> left = new HashMap<>(rejected);
            left.remove(photo.digest());
            rejected = Map.copyOf(left);
            review = Optional.empty();
            suspicion = Optional.empty();
            faults = List.of();
        }

        void finish(PhotoRef product) {
            accepted = accepted.map(a -> new Standing(a.photo, a.at, Optional.of(product), false));
        }

        void seal(int version) {
            accepted.ifPresent(a -> {
                Map<Integer, ImageDigest> more = new HashMap<>(sent);
                more.put(version, a.photo.digest());
                sent = Map.copyOf(more);
            });
            seal(true);
        }

        void seal(boolean is) {
            accepted = accepted.map(a -> new Standing(a.photo, a.at, a.product, is));
        }

        void askPerson(PhotoRef photo) {
            faults = faultsOf(photo);
            // Whoever looked before has not read why.
            forgetLooks(photo.digest());
            reject(new RejectedPhoto(photo, faults, false, true));
            review = Optional.of(photo);
        }

        void suspect(CaptureEvent.ViolationSuspected event) {
            Optional<PhotoRef> photo = named(event.photo());
            photo.ifPresent(which -> forgetLooks(which.digest()));
            suspicion = photo.map(which ->
                    new Suspicion(which, event.reason(), event.at(), event.by(), event.heardUntil(), Optional.empty()));
        }

        /** The photo with this digest; in older logs, which name none, the accepted one or the one in review. */
        private Optional<PhotoRef> named(Optional<ImageDigest> digest) {
            return Stream.of(accepted.map(Standing::photo), review, suspicion.map(Suspicion::photo))
                    .flatMap(Optional::stream)
                    .filter(photo -> digest.isEmpty() || digest.get().equals(photo.digest()))
                    .findFirst();
        }

        void look(ImageDigest photo, String by) {
            Set<Look> more = new HashSet<>(looks);
            more.add(new Look(photo, by));
            looks = Set.copyOf(more);
        }

        private void forgetLooks(ImageDigest photo) {
            looks = looks.stream().filter(look -> !look.photo.equals(photo)).collect(Collectors.toUnmodifiableSet());
        }

        /** Whether this decides on the accepted photo, not on a new one. */
        boolean isOnAccepted(CaptureEvent.ReviewDecided event) {
            return event.photo()
                    .map(photo -> review.filter(r -> r.digest().equals(photo)).isEmpty())
                    .orElse(suspicion.isPresent());
        }

        boolean isSuspicionOnAccepted() {
            return suspicion.map(Suspicion::photo).equals(accepted.map(Standing::photo));
        }

        void rejectReviewed() {
            suspicion = suspicion.filter(s -> !review.equals(Optional.of(s.photo())));
            review.ifPresent(photo -> reject(photo, true));
            review = Optional.empty();
        }

        /** One in whose place a newer one is in review. */
        void rejectSuspected() {
            suspicion.ifPresent(s -> reject(s.photo(), true));
            suspicion = Optional.empty();
        }

        /** Nobody decided on it, so its student may still ask a person to. */
        void dropReviewed() {
            review.ifPresent(photo -> reject(photo, false));
            review = Optional.empty();
        }

        void lock(CaptureEvent.Locked event, Proof proof) {
            Before before = new Before(accepted, review, rejected, proof.round, proof.confirmed);
            violation = named(event.photo())
                    .map(photo -> new Violation(
                            photo, before, suspicion.flatMap(Suspicion::by), event.by(), Optional.empty()));
            Optional<PhotoRef> broken = violation.map(Violation::photo);
            suspicion = Optional.empty();
            withdraw(false);
            dropReviewed();
            broken.ifPresent(photo -> reject(photo, true));
        }

        void lookAgain(String reason) {
            violation.ifPresent(v -> forgetLooks(v.photo().digest()));
            violation = violation.map(v -> v.lookingAgain(Optional.of(reason)));
        }

        /**
         * All stands as before the lock, but for the photo itself where it is to be taken again.
         *
         * @param isRefused whether the registry refused the last delivery: such a one is sealed anew by a person alone
         */
        void restore(Before before, boolean isCleared, boolean isRefused) {
            Optional<PhotoRef> taken = violation.filter(v -> !isCleared).map(Violation::photo);
            accepted = before.stood()
                    .filter(s -> !taken.equals(Optional.of(s.photo)))
                    .map(s -> new Standing(s.photo, s.at, s.product, isRefused && s.sealed));
            review = before.reviewed().filter(photo -> !taken.equals(Optional.of(photo)));
            rejected = before.rejected();
            taken.ifPresent(photo -> reject(photo, true));
        }

        /**
         * The accepted photo is so no more.
         *
         * @param byPerson whether a person decided so on this very photo
         */
        void withdraw(boolean byPerson) {
            suspicion = suspicion.filter(s -> !isSuspicionOnAccepted());
            accepted.ifPresent(a -> reject(a.photo, byPerson));
            accepted = Optional.empty();
        }
    }

    private record Money(Optional<Payment> paid, List<UnmatchedPayment> unmatched, Optional<SchoolCode> billed) {
        static final Money NONE = new Money(Optional.empty(), List.of(), Optional.empty());

        Money paying(Payment payment) {
            return new Money(Optional.of(payment), unmatched, billed);
        }

        Money unpaid() {
            return new Money(Optional.empty(), unmatched, billed);
        }

        Money keeping(UnmatchedPayment payment) {
            List<UnmatchedPayment> more = new ArrayList<>(unmatched);
            more.add(payment);
            return new Money(paid, List.copyOf(more), billed);
        }

        Money without(String reference) {
            return new Money(
                    paid.filter(p -> !p.reference().equals(reference)),
                    unmatched.stream()
                            .filter(u -> !u.payment().reference().equals(reference))
                            .toList(),
                    billed);
        }
    }

    /** An erratum with the photo it is about. */
    private record Raised(Erratum erratum, Optional<ImageDigest> photo) {}

    /** Errata up to the number {@code brought} were raised at another school. */
    private record Proof(
            Optional<Integer> round,
            int raised,
            List<Raised> open,
            Optional<Instant> openSince,
            boolean confirmed,
            int brought) {
        static final Proof NONE = new Proof(Optional.empty(), 0, List.of(), Optional.empty(), false, 0);

        Proof published(int number) {
            return new Proof(Optional.of(number), raised, open, openSince, false, 0);
        }

        Proof confirming() {
            return new Proof(round, raised, open, openSince, true, brought);
        }

        Proof withdrawn() {
            return new Proof(Optional.empty(), raised, open, openSince, false, brought);
        }

        Proof moved() {
            return new Proof(Optional.empty(), raised, open, openSince, false, raised);
        }

        Proof restored(Before before) {
            return new Proof(before.round(), raised, open, openSince, before.isConfirmed(), brought);
        }

        /** About the accepted photo where an older log names none. */
        Proof raising(CaptureEvent.ErratumRaised event, Optional<PhotoRef> accepted) {
            List<Raised> more = new ArrayList<>(open);
            more.add(new Raised(event.erratum(), event.photo().or(() -> accepted.map(PhotoRef::digest))));
            return new Proof(
                    round,
                    event.erratum().number(),
                    List.copyOf(more),
                    openSince.isPresent() ? openSince : Optional.of(event.at()),
                    false,
                    brought);
        }

        Proof resolving(int number) {
            List<Raised> left =
                    open.stream().filter(r -> r.erratum().number() != number).toList();
            return new Proof(round, raised, left, left.isEmpty() ? Optional.empty() : openSince, confirmed, brought);
        }
    }

    /** The next record while one event is applied. */
    private static final class Change {
        private Presentation presentation;
        private final Pictures pictures;
        private List<DeliveryEntry> deliveries;
        private List<WithdrawalEntry> withdrawals;
        private Money money;
        private Optional<String> lock;
        private Proof proof;

        Change(CaptureRecord from) {
            this.presentation = from.presentation;
            this.pictures = new Pictures(from.picture);
            this.deliveries = from.deliveries;
            this.withdrawals = from.withdrawals;
            this.money = from.money;
            this.lock = from.lock;
            this.proof = from.proof;
        }

        void apply(CaptureEvent event) {
            if (!applyToStudent(event)
                    && !applyToPicture(event)
                    && !applyToDelivery(event)
                    && !applyToWithdrawal(event)
                    && !applyToMoney(event)
                    && !applyToProof(event)) {
                throw new IllegalStateException(
                        "no rule for " + event.getClass().getSimpleName());
            }
        }

        private boolean applyToStudent(CaptureEvent event) {
            if (event instanceof CaptureEvent.CodePresented e) {
                presentation = presentation.presented(e.claims(), e.sessionEnds());
            } else if (event instanceof CaptureEvent.SchoolMoved e) {
                presentation = presentation.moved(e.to());
                proof = proof.moved();
            } else if (event instanceof CaptureEvent.ConsentGiven e) {
                presentation = presentation.declaring(e.declarations());
            } else if (event instanceof CaptureEvent.ArrangementGranted e) {
                presentation = presentation.arranged(e.school(), e.arrangement());
            } else if (event instanceof CaptureEvent.ExemptionGranted e) {
                presentation = presentation.exempting(e.exemption());
            } else if (event instanceof CaptureEvent.ExemptionsRevoked) {
                presentation = presentation.exemptingNothing();
            } else if (event instanceof CaptureEvent.Locked e) {
                lock = Optional.of(e.reason());
                pictures.lock(e, proof);
                proof = proof.withdrawn();
            } else if (event instanceof CaptureEvent.Unlocked) {
                lock = Optional.empty();
                pictures.violation = Optional.empty();
            } else if (event instanceof CaptureEvent.SecondLookOrdered e) {
                pictures.lookAgain(e.reason());
            } else if (event instanceof CaptureEvent.SecondLookDecided e) {
                decideSecondLook(e.outcome());
            } else {
                return false;
            }
            return true;
        }

        private void decideSecondLook(ReviewOutcome outcome) {
            if (outcome == ReviewOutcome.VIOLATION) {
                pictures.violation = pictures.violation.map(v -> v.lookingAgain(Optional.empty()));
                return;
            }
            lock = Optional.empty();
            boolean isRefused = !deliveries.isEmpty()
                    && deliveries.get(deliveries.size() - 1).status() == DeliveryEntry.Status.REFUSED;
            pictures.violation.map(Violation::before).ifPresent(before -> {
                pictures.restore(before, outcome == ReviewOutcome.ACCEPTED, isRefused);
                proof = pictures.accepted.isPresent() ? proof.restored(before) : proof;
            });
            pictures.violation = Optional.empty();
        }

        private boolean applyToMoney(CaptureEvent event) {
            if (event instanceof CaptureEvent.Paid e) {
                money = money.without(e.payment().reference()).paying(e.payment());
            } else if (event instanceof CaptureEvent.PaymentUnmatched e) {
                money = money.keeping(new UnmatchedPayment(e.payment(), e.reason(), e.at()));
            } else if (event instanceof CaptureEvent.Refunded e) {
                money = e.reference().map(money::without).orElse(money.unpaid());
            } else if (event instanceof CaptureEvent.Billed e) {
                money = new Money(money.paid, money.unmatched, Optional.of(e.school()));
            } else {
                return false;
            }
            return true;
        }

        private boolean applyToPicture(CaptureEvent event) {
            if (event instanceof CaptureEvent.PhotoRejected e) {
                pictures.handIn(e.photo(), e.failed());
                pictures.reject(e.photo(), false);
            } else if (event instanceof CaptureEvent.PhotoSentToReview e) {
                pictures.dropReviewed();
                pictures.handIn(e.photo(), e.doubts());
                pictures.review = Optional.of(e.photo());
            } else if (event instanceof CaptureEvent.PhotoAccepted e) {
                pictures.dropReviewed();
                pictures.handIn(e.photo(), List.of());
                pictures.accept(e.photo(), e.at());
                proof = proof.withdrawn();
            } else if (event instanceof CaptureEvent.Reset) {
                withdraw();
            } else if (event instanceof CaptureEvent.WrongPersonConfirmed e) {
                if (e.photo().isEmpty() || e.photo().equals(pictures.accepted.map(a -> a.photo.digest()))) {
                    withdraw();
                }
            } else if (event instanceof CaptureEvent.Finished e) {
                pictures.finish(e.product());
            } else {
                return event instanceof CaptureEvent.PhotoChecked || applyToReview(event);
            }
            return true;
        }

        private boolean applyToReview(CaptureEvent event) {
            if (event instanceof CaptureEvent.PersonAsked e) {
                pictures.askPerson(e.photo());
            } else if (event instanceof CaptureEvent.PhotoSeen e) {
                pictures.look(e.photo(), e.by());
            } else if (event instanceof CaptureEvent.ViolationSuspected e) {
                pictures.suspect(e);
            } else if (event instanceof CaptureEvent.SuspicionAnswered e) {
                pictures.suspicion = pictures.suspicion.map(s -> s.answered(e.answer()));
            } else if (event instanceof CaptureEvent.ReviewDecided e) {
                decideReview(e);
            } else {
                return false;
            }
            return true;
        }

        private void decideReview(CaptureEvent.ReviewDecided event) {
            boolean onAccepted = pictures.isOnAccepted(event);
            if (event.outcome() == ReviewOutcome.ACCEPTED && onAccepted) {
                // A suspicion that was unfounded leaves the accepted photo and its product as they were.
                pictures.suspicion = Optional.empty();
            } else if (event.outcome() == ReviewOutcome.ACCEPTED) {
                pictures.review.ifPresent(photo -> {
                    pictures.accept(photo, event.at());
                    proof = proof.withdrawn();
                });
            } else if (onAccepted && pictures.isSuspicionOnAccepted()) {
                withdraw();
            } else if (onAccepted) {
                pictures.rejectSuspected();
            } else {
                pictures.rejectReviewed();
            }
        }

        private void withdraw() {
            pictures.withdraw(true);
            proof = proof.withdrawn();
        }

        private boolean applyToDelivery(CaptureEvent event) {
            if (event instanceof CaptureEvent.Sealed e) {
                List<DeliveryEntry> more = new ArrayList<>(deliveries);
                more.add(new DeliveryEntry(e.version(), e.key(), DeliveryEntry.Status.QUEUED, Optional.empty()));
                deliveries = more;
                pictures.seal(e.version());
            } else if (event instanceof CaptureEvent.Delivered e) {
                change(e.version(), d -> d.acknowledged(e.receipt()));
            } else if (event instanceof CaptureEvent.DeliveryRefused e) {
                change(e.version(), d -> unlessSuperseded(d, DeliveryEntry.Status.REFUSED));
            } else if (event instanceof CaptureEvent.ResendOrdered) {
                pictures.seal(false);
            } else if (event instanceof CaptureEvent.DeliveryWaiting e) {
                change(e.version(), d -> unlessSuperseded(d, DeliveryEntry.Status.WAITING));
            } else if (event instanceof CaptureEvent.Superseded e) {
                change(e.version(), d -> d.with(DeliveryEntry.Status.SUPERSEDED));
            } else if (event instanceof CaptureEvent.DeliveryWithdrawn e) {
                change(e.version(), d -> unlessSuperseded(d, DeliveryEntry.Status.WITHDRAWN));
            } else {
                return false;
            }
            return true;
        }

        private static DeliveryEntry unlessSuperseded(DeliveryEntry entry, DeliveryEntry.Status status) {
            return entry.status() == DeliveryEntry.Status.SUPERSEDED ? entry : entry.with(status);
        }

        private void change(int version, UnaryOperator<DeliveryEntry> to) {
            deliveries = deliveries.stream()
                    .map(d -> d.version() == version ? to.apply(d) : d)
                    .toList();
        }

        private boolean applyToWithdrawal(CaptureEvent event) {
            if (event instanceof CaptureEvent.WithdrawalRequested e) {
                request(e);
            } else if (event instanceof CaptureEvent.WithdrawalSealed e) {
                changeWithdrawal(e.version(), w -> w.with(DeliveryEntry.Status.QUEUED));
            } else if (event instanceof CaptureEvent.WithdrawalTold e) {
                changeWithdrawal(e.version(), w -> w.acknowledged(e.receipt()));
            } else if (event instanceof CaptureEvent.WithdrawalRefused e) {
                changeWithdrawal(e.version(), w -> w.with(DeliveryEntry.Status.REFUSED));
            } else if (event instanceof CaptureEvent.WithdrawalWaiting e) {
                changeWithdrawal(e.version(), w -> w.with(DeliveryEntry.Status.WAITING));
            } else {
                return false;
            }
            return true;
        }

        private void request(CaptureEvent.WithdrawalRequested event) {
            List<WithdrawalEntry> more = new ArrayList<>(withdrawals);
            more.removeIf(w -> w.version() == event.version());
            deliveries.stream()
                    .filter(d -> d.version() == event.version())
                    .forEach(d -> more.add(new WithdrawalEntry(
                            d.version(), d.key(), event.at(), DeliveryEntry.Status.TO_SEAL, Optional.empty())));
            withdrawals = more;
        }

        private void changeWithdrawal(int version, UnaryOperator<WithdrawalEntry> to) {
            withdrawals = withdrawals.stream()
                    .map(w -> w.version() == version ? to.apply(w) : w)
                    .toList();
        }

        private boolean applyToProof(CaptureEvent event) {
            if (event instanceof CaptureEvent.Published e) {
                proof = proof.published(e.round());
            } else if (event instanceof CaptureEvent.ErratumRaised e) {
                proof = proof.raising(e, pictures.accepted.map(Standing::photo));
            } else if (event instanceof CaptureEvent.ErratumResolved e) {
                proof = proof.resolving(e.number());
            } else if (event instanceof CaptureEvent.ProofConfirmed) {
                proof = proof.confirming();
            } else {
                return false;
            }
            return true;
        }
    }
}
