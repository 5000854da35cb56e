package io.github.tucai.capture;

import io.github.tucai.answer.Actor;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.Payment;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.SpecialArrangement;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

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
    private final Optional<Payment> payment;
    private final Optional<String> lock;
    private final Proof proof;

    private CaptureRecord(
            RecordId id,
            int events,
            Presentation presentation,
            Picture picture,
            List<DeliveryEntry> deliveries,
            Optional<Payment> payment,
            Optional<String> lock,
            Proof proof) {
        this.id = id;
        this.events = events;
        this.presentation = presentation;
        this.picture = picture;
        this.deliveries = List.copyOf(deliveries);
        this.payment = payment;
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
                Optional.empty(),
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
                id, events + 1, next.presentation, next.picture, next.deliveries, next.payment, next.lock, next.proof);
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
        return picture.seen.contains(digest);
    }

    /** The accepted photo as handed in, if one is accepted now. */
    public Optional<PhotoRef> accepted() {
        return picture.accepted;
    }

    /** When the accepted photo was accepted. */
    public Optional<Instant> acceptedAt() {
        return picture.acceptedAt;
    }

    /** The finished product of the accepted photo. */
    public Optional<PhotoRef> product() {
        return picture.product;
    }

    /** The photo a person decides on, if there is one. */
    public Optional<PhotoRef> inReview() {
        return picture.review;
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

    /** What the student paid and did not get back. */
    public Optional<Payment> payment() {
        return payment;
    }

    /** Why it is locked, if it is. */
    public Optional<String> lock() {
        return lock;
    }

    /** In which proofing round it was published last. */
    public Optional<Integer> publishedInRound() {
        return proof.round;
    }

    /** Errata that are not settled. */
    public List<Erratum> openErrata() {
        return proof.open;
    }

    /**
     * Open errata that the feedback of its school waits for: not those that came along from another school, until the photo is
     * published anew.
     */
    public List<Erratum> openErrataOfSchool() {
        return proof.open.stream().filter(e -> e.number() > proof.brought).toList();
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
        if (picture.review.isPresent()) {
            return CaptureState.IN_REVIEW;
        }
        if (picture.accepted.isEmpty()) {
            return picture.attempts > 0
                    ? CaptureState.RETAKE
                    : presentation.claims.isPresent() ? CaptureState.CODE_PRESENTED : CaptureState.NEW;
        }
        if (proof.round.isPresent()) {
            return proof.confirmed ? CaptureState.CONFIRMED : CaptureState.PUBLISHED;
        }
        return picture.product.isEmpty() ? CaptureState.ACCEPTED : deliveryState();
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
            case SUPERSEDED, WITHDRAWN -> CaptureState.FINISHED;
        };
    }

    /** Whether the newest delivery is the one of the present product, however it stands. */
    public boolean isProductSealed() {
        return picture.sealed;
    }

    /** Whether this delivery may go out now: of the present product, not in doubt, not locked, not answered yet. */
    public boolean mayDeliver(int version) {
        return lock.isEmpty()
                && picture.review.isEmpty()
                && picture.sealed
                && delivery()
                        .filter(d -> d.version() == version)
                        .filter(d ->
                                d.status() == DeliveryEntry.Status.QUEUED || d.status() == DeliveryEntry.Status.WAITING)
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
                && payment.equals(that.payment)
                && lock.equals(that.lock)
                && proof.equals(that.proof);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, events, presentation, picture, deliveries, payment, lock, proof);
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

    private record Picture(
            int attempts,
            Set<ImageDigest> seen,
            Optional<PhotoRef> accepted,
            Optional<Instant> acceptedAt,
            Optional<PhotoRef> product,
            boolean sealed,
            Optional<PhotoRef> review,
            List<CheckId> faults) {
        static final Picture NONE = new Picture(
                0, Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), List.of());

        Picture accepting(PhotoRef photo, Instant at) {
            return new Picture(
                    attempts,
                    seen,
                    Optional.of(photo),
                    Optional.of(at),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    List.of());
        }

        Picture handedIn(PhotoRef photo) {
            Set<ImageDigest> more = new HashSet<>(seen);
            more.add(photo.digest());
            return new Picture(attempts + 1, Set.copyOf(more), accepted, acceptedAt, product, sealed, review, faults);
        }

        Picture withoutAccepted() {
            return new Picture(
                    attempts,
                    seen,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    faults);
        }

        Picture reviewing(Optional<PhotoRef> photo) {
            return new Picture(attempts, seen, accepted, acceptedAt, product, sealed, photo, faults);
        }

        Picture faulty(List<CheckId> checks) {
            return new Picture(attempts, seen, accepted, acceptedAt, product, sealed, review, List.copyOf(checks));
        }

        Picture finished(PhotoRef made) {
            return new Picture(attempts, seen, accepted, acceptedAt, Optional.of(made), false, review, faults);
        }

        Picture sealing() {
            return new Picture(attempts, seen, accepted, acceptedAt, product, true, review, faults);
        }
    }

    /** Errata up to the number {@code brought} were raised at another school. */
    private record Proof(
            Optional<Integer> round,
            int raised,
            List<Erratum> open,
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

        Proof raising(Erratum erratum, Instant at) {
            List<Erratum> more = new ArrayList<>(open);
            more.add(erratum);
            return new Proof(
                    round,
                    erratum.number(),
                    List.copyOf(more),
                    openSince.isPresent() ? openSince : Optional.of(at),
                    false,
                    brought);
        }

        Proof resolving(int number) {
            List<Erratum> left = open.stream().filter(e -> e.number() != number).toList();
            return new Proof(round, raised, left, left.isEmpty() ? Optional.empty() : openSince, confirmed, brought);
        }
    }

    /** The next record while one event is applied. */
    private static final class Change {
        private Presentation presentation;
        private Picture picture;
        private List<DeliveryEntry> deliveries;
        private Optional<Payment> payment;
        private Optional<String> lock;
        private Proof proof;

        Change(CaptureRecord from) {
            this.presentation = from.presentation;
            this.picture = from.picture;
            this.deliveries = from.deliveries;
            this.payment = from.payment;
            this.lock = from.lock;
            this.proof = from.proof;
        }

        void apply(CaptureEvent event) {
            if (!applyToStudent(event) && !applyToPicture(event) && !applyToDelivery(event) && !applyToProof(event)) {
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
            } else if (event instanceof CaptureEvent.Paid e) {
                payment = Optional.of(e.payment());
            } else if (event instanceof CaptureEvent.Refunded) {
                payment = Optional.empty();
            } else if (event instanceof CaptureEvent.Locked e) {
                lock = Optional.of(e.reason());
                withdraw();
            } else if (event instanceof CaptureEvent.Unlocked) {
                lock = Optional.empty();
            } else {
                return false;
            }
            return true;
        }

        private boolean applyToPicture(CaptureEvent event) {
            if (event instanceof CaptureEvent.PhotoRejected e) {
                picture = picture.handedIn(e.photo()).faulty(e.failed());
            } else if (event instanceof CaptureEvent.PhotoSentToReview e) {
                picture = picture.handedIn(e.photo()).faulty(e.doubts()).reviewing(Optional.of(e.photo()));
            } else if (event instanceof CaptureEvent.PhotoAccepted e) {
                picture = picture.handedIn(e.photo()).accepting(e.photo(), e.at());
                proof = proof.withdrawn();
            } else if (event instanceof CaptureEvent.ViolationSuspected) {
                picture = picture.reviewing(picture.accepted);
            } else if (event instanceof CaptureEvent.ReviewDecided e) {
                decideReview(e);
            } else if (event instanceof CaptureEvent.Reset) {
                withdraw();
            } else if (event instanceof CaptureEvent.Finished e) {
                picture = picture.finished(e.product());
            } else {
                return false;
            }
            return true;
        }

        private void decideReview(CaptureEvent.ReviewDecided event) {
            boolean doubtsAccepted = picture.review.equals(picture.accepted);
            if (event.outcome() == ReviewOutcome.ACCEPTED) {
                // A suspicion that was unfounded leaves the accepted photo and its product as they were.
                picture = doubtsAccepted
                        ? picture.reviewing(Optional.empty())
                        : picture.review
                                .map(photo -> picture.accepting(photo, event.at()))
                                .orElse(picture);
                proof = doubtsAccepted ? proof : proof.withdrawn();
            } else if (doubtsAccepted) {
                withdraw();
            } else {
                picture = picture.reviewing(Optional.empty());
            }
        }

        private void withdraw() {
            picture = picture.withoutAccepted();
            proof = proof.withdrawn();
        }

        private boolean applyToDelivery(CaptureEvent event) {
            if (event instanceof CaptureEvent.Sealed e) {
                List<DeliveryEntry> more = new ArrayList<>(deliveries);
                more.add(new DeliveryEntry(e.version(), e.key(), DeliveryEntry.Status.QUEUED, Optional.empty()));
                deliveries = more;
                picture = picture.sealing();
            } else if (event instanceof CaptureEvent.Delivered e) {
                change(e.version(), d -> d.acknowledged(e.receipt()));
            } else if (event instanceof CaptureEvent.DeliveryRefused e) {
                change(e.version(), d -> unlessSuperseded(d, DeliveryEntry.Status.REFUSED));
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

        private boolean applyToProof(CaptureEvent event) {
            if (event instanceof CaptureEvent.Published e) {
                proof = proof.published(e.round());
            } else if (event instanceof CaptureEvent.ErratumRaised e) {
                proof = proof.raising(e.erratum(), e.at());
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
