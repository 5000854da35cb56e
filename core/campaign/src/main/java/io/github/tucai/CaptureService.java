package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.EventStore.Stored;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.secret.KeptPhotos;
import io.github.tucai.campaign.internal.secret.WrongFactors;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeReading;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.UsedPhotos;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The student before the camera, and those who look after them. Safe for concurrent use; checks and finishing run in the
 * caller's thread.
 */
public final class CaptureService {
    private static final Duration READING_BUDGET = Duration.ofSeconds(2);
    private static final CheckId FINISHING = new CheckId("finishing");

    private final Engine engine;

    CaptureService(Engine engine) {
        this.engine = engine;
    }

    /**
     * Opens a session with a code read from a picture: a photo of the screen or a screenshot (N2.2a).
     *
     * @param lastFour of the ID, as the student types them; null where the campaign asks for none
     */
    public Outcome<CaptureSession> present(Actor actor, PhotoImage picture, @Nullable IdLastFour lastFour) {
        CodeReading reading = engine.codeReader().get().read(picture, READING_BUDGET);
        for (CodeReading.Symbol symbol : reading.symbols()) {
            if (decoder(symbol.text().strip()).isPresent()) {
                return present(actor, CollectionCode.parse(symbol.text()), lastFour);
            }
        }
        CodeReading.Failure failure = reading.failure().orElse(CodeReading.Failure.OTHER_CODE);
        return Outcome.refused(Refusals.unread(failure));
    }

    /**
     * Opens a session (N2.2b). One a record is open at most; presenting again closes the one before.
     *
     * @param actor a {@link Actor.CodeHolder} on the student's own device, or the administrator at whose desk it is presented
     * @param lastFour of the ID, as the student types them; null where the campaign asks for none. After five wrong ones the
     *     enrolment is closed for a quarter of an hour ({@link Refusal.Reason#TOO_MANY_TRIES}), restart or not
     */
    public Outcome<CaptureSession> present(Actor actor, CollectionCode code, @Nullable IdLastFour lastFour) {
        Optional<CollectionCodeDecoder> decoder = decoder(code.text());
        if (decoder.isEmpty()) {
            return Outcome.refused(Refusals.code(CodeRejection.UNKNOWN_FORMAT));
        }
        CodeOpening opening = decoder.get().open(code, engine.ledger().now());
        return opening.fold(
                opened -> open(actor, opened.claims(), Optional.ofNullable(lastFour)),
                refused -> Outcome.refused(Refusals.code(refused.reason())));
    }

    private Outcome<CaptureSession> open(Actor actor, CodeClaims claims, Optional<IdLastFour> lastFour) {
        CaptureCommand command = new CaptureCommand.PresentCode(claims, lastFour, Optional.empty());
        return engine.ledger()
                .inTransaction(work -> counted(
                        work,
                        claims.enrolment(),
                        lastFour.isPresent(),
                        () -> work.isErased(claims.enrolment())
                                ? Outcome.refused(Refusals.erased())
                                : work.give(work.record(claims.enrolment()), command, actor)))
                .map(record -> record.session().orElseThrow());
    }

    /** Refuses while the enrolment is closed, and counts the second factor that was given. */
    private Outcome<CaptureRecord> counted(
            Ledger.Work work, EnrolmentNumber enrolment, boolean isGiven, Supplier<Outcome<CaptureRecord>> open) {
        Instant now = engine.ledger().now();
        Optional<WrongFactors> before = engine.wrongFactors().find(work.handle(), enrolment);
        Optional<Instant> closed = before.flatMap(count -> count.closedUntil(now));
        if (closed.isPresent()) {
            return Outcome.refused(Refusals.tooManyWrongFactors(Duration.between(now, closed.get())));
        }
        Outcome<CaptureRecord> outcome = open.get();
        if (outcome.fold(opened -> before.isPresent(), refusal -> false)) {
            engine.wrongFactors().forget(work.handle(), enrolment);
        } else if (isGiven && outcome.fold(opened -> false, CaptureService::isWrongFactor)) {
            engine.wrongFactors().add(work.handle(), enrolment, before, now);
        }
        return outcome;
    }

    private static boolean isWrongFactor(Refusal refusal) {
        return refusal.reason() == Refusal.Reason.SECOND_FACTOR;
    }

    private Optional<CollectionCodeDecoder> decoder(String text) {
        return engine.decoders().stream()
                .filter(d -> text.startsWith(d.prefix()))
                .findFirst();
    }

    /**
     * The student agrees to the campaign's text and declares what no pixel shows.
     *
     * @param textVersion which text they saw
     * @param declarations without exemptions, granted ones too; with one it is refused
     *     ({@link Refusal.Reason#EXEMPTION_CLAIMED})
     */
    public Outcome<CaptureRecord> consent(
            Actor actor, CaptureSession session, String textVersion, Declarations declarations) {
        return engine.give(
                actor, session.record(), new CaptureCommand.GiveConsent(session.number(), textVersion, declarations));
    }

    /**
     * Suspends checks for the student's photos from the next one on, for religious, medical or cultural reasons (A2.3.4). For
     * the student's school and the centre. It adds to those granted before; who granted what, and when, stands in
     * {@link #history}.
     */
    public Outcome<CaptureRecord> grantExemption(Actor actor, RecordId id, Exemption exemption) {
        return engine.give(actor, id, new CaptureCommand.GrantExemption(exemption));
    }

    /** Ends all exemptions of the student, for later photos; by the student's school or the centre. */
    public Outcome<CaptureRecord> revokeExemptions(Actor actor, RecordId id, String reason) {
        return engine.give(actor, id, new CaptureCommand.RevokeExemptions(reason));
    }

    /**
     * Hands in a photo: it is checked, and an accepted one is finished, sealed and put on its way at once (N2.2c).
     *
     * @throws TucaiException if the analyzer, the finisher or the vault fails; nothing is recorded then
     */
    public Outcome<PhotoAnswer> handIn(Actor actor, CaptureSession session, PhotoImage photo) {
        Optional<Outcome<PhotoAnswer>> answer = Optional.empty();
        // Each time again somebody else handed in a photo that is nearer than all before, so this ends.
        while (answer.isEmpty()) {
            answer = checkAndRecord(actor, session, photo);
        }
        return answer.get();
    }

    /** Empty where somebody else handed in such a photo while this one was checked. */
    private Optional<Outcome<PhotoAnswer>> checkAndRecord(Actor actor, CaptureSession session, PhotoImage photo) {
        Optional<CaptureRecord> before = engine.ledger().read(work -> work.record(session.record()));
        Declarations declarations = before.flatMap(CaptureRecord::declarations).orElse(Declarations.NONE);
        Comparison comparison = new Comparison(engine, session.record());
        Trial trial = Trial.of(engine, photo, declarations, comparison);
        PhotoRef original = ref(photo);
        Optional<PhotoRef> product = trial.product().map(made -> ref(made.product()));
        CaptureCommand command =
                new CaptureCommand.HandInPhoto(session.number(), original, trial.verdict(), trial.faults(), product);
        Optional<Outcome<CaptureRecord>> outcome = engine.ledger().inTransaction(work -> {
            long number = engine.handedIn().next(work.handle());
            return comparison.isOutdated(work)
                    ? Optional.empty()
                    : Optional.of(work.give(session.record(), command, actor).map(record -> {
                        engine.handedIn()
                                .add(
                                        work.handle(),
                                        record.id().value(),
                                        number,
                                        photo.digest(),
                                        trial.check().measurements().hash(),
                                        trial.verdict() == Verdict.REJECT);
                        keep(work, record.id(), original, photo);
                        product.ifPresent(made -> keep(
                                work,
                                record.id(),
                                made,
                                trial.product().orElseThrow().product()));
                        return record;
                    }));
        });
        return outcome.map(
                done -> done.map(record -> trial.answer(engine.sealing().sealIfDue(record))));
    }

    /** What others handed in and what was rejected, as one record's photo is compared with it; remembers what it found. */
    private static final class Comparison implements UsedPhotos {
        private final Engine engine;
        private final String stream;
        private final AtomicReference<@Nullable Found> found = new AtomicReference<>();

        Comparison(Engine engine, RecordId record) {
            this.engine = engine;
            this.stream = record.value();
        }

        @Override
        public int nearest(ImageDigest digest, Optional<PictureHash> hash) {
            return engine.ledger().read(work -> {
                long newest = engine.handedIn().newest(work.handle());
                int bits = engine.handedIn().nearest(work.handle(), stream, 0, digest, hash);
                // Asked twice, the first answer may have counted.
                found.compareAndSet(null, new Found(digest, hash, newest, bits));
                return bits;
            });
        }

        /** Whether a nearer one was added since; a check that did not compare finds none. */
        boolean isOutdated(Ledger.Work work) {
            Found then = found.get();
            return then != null
                    && engine.handedIn().nearest(work.handle(), stream, then.newest, then.digest, then.hash)
                            < then.bits;
        }

        private record Found(ImageDigest digest, Optional<PictureHash> hash, long newest, int bits) {}
    }

    private PhotoRef ref(PhotoImage photo) {
        return new PhotoRef(engine.ledger().newPhoto(), photo.digest());
    }

    /** In the transaction of the event that names the photo; where that is rolled back, the sweep finds the photo. */
    private void keep(Ledger.Work work, RecordId id, PhotoRef ref, PhotoImage photo) {
        KeptPhotos.keep(work.handle(), id, ref.vault());
        engine.vault().put(ref.vault(), photo);
    }

    /** A person decides on the photo in review; one that is accepted is finished and put on its way. */
    public Outcome<CaptureRecord> decideReview(Actor actor, RecordId id, ReviewOutcome decision, String reason) {
        return engine.record(actor, id).then(record -> {
            boolean newPhoto = !record.inReview().equals(record.accepted());
            Optional<PhotoImage> made = decision == ReviewOutcome.ACCEPTED && newPhoto
                    ? record.inReview().flatMap(photo -> finish(photo).map(FinishedPhoto::product))
                    : Optional.empty();
            Optional<PhotoRef> product = made.map(this::ref);
            if (decision == ReviewOutcome.ACCEPTED && newPhoto && product.isEmpty()) {
                return Outcome.refused(Refusals.notFinishable());
            }
            CaptureCommand command = new CaptureCommand.DecideReview(decision, reason, product);
            return (decision == ReviewOutcome.ACCEPTED
                            ? engine.ledger().inTransaction(work -> work.give(id, command, actor)
                                    .map(after -> {
                                        product.ifPresent(ref -> keep(work, id, ref, made.orElseThrow()));
                                        return after;
                                    }))
                            : giveAndReject(actor, id, command, record.inReview()))
                    .map(engine.sealing()::sealIfDue);
        });
    }

    private Optional<FinishedPhoto> finish(PhotoRef photo) {
        PhotoImage original = load(photo);
        return engine.finisher()
                .finish(original, Trial.spec(engine))
                .fold(done -> Optional.of(done.photo()), impossible -> Optional.empty());
    }

    private PhotoImage load(PhotoRef photo) {
        return engine.vault()
                .get(photo.vault())
                .orElseThrow(() -> new TucaiException("photo " + photo.vault() + " is missing from the vault"));
    }

    /** The school, or the centre, wants the accepted photo taken again (A1.1). */
    public Outcome<CaptureRecord> reset(Actor actor, RecordId id, String reason) {
        return withdraw(actor, id, new CaptureCommand.ResetPhoto(reason));
    }

    /** Somebody suspects the accepted photo to break A2.3.6: a person decides, and nothing is delivered meanwhile. */
    public Outcome<CaptureRecord> suspectViolation(Actor actor, RecordId id, String reason) {
        return engine.give(actor, id, new CaptureCommand.SuspectViolation(reason));
    }

    /** A person saw a violation of A2.3.6: the photo is withdrawn and the record locked. */
    public Outcome<CaptureRecord> confirmViolation(Actor actor, RecordId id, String reason) {
        return withdraw(actor, id, new CaptureCommand.ConfirmViolation(reason));
    }

    /** Gives a command that ends an accepted photo. */
    private Outcome<CaptureRecord> withdraw(Actor actor, RecordId id, CaptureCommand command) {
        return engine.record(actor, id)
                .then(record ->
                        giveAndReject(actor, id, command, record.inReview().or(record::accepted)));
    }

    private Outcome<CaptureRecord> giveAndReject(
            Actor actor, RecordId id, CaptureCommand command, Optional<PhotoRef> rejected) {
        return engine.ledger()
                .inTransaction(work -> work.give(id, command, actor).map(record -> {
                    rejected.ifPresent(photo -> engine.handedIn().reject(work.handle(), id.value(), photo.digest()));
                    return record;
                }));
    }

    /** The school's administrator, nobody else, unlocks (A2.3.6). */
    public Outcome<CaptureRecord> unlock(Actor actor, RecordId id, String reason) {
        return engine.give(actor, id, new CaptureCommand.Unlock(reason));
    }

    /** One record. */
    public Outcome<CaptureRecord> record(Actor actor, RecordId id) {
        return engine.record(actor, id);
    }

    /** All records of a school. */
    public Outcome<List<CaptureRecord>> records(Actor actor, SchoolCode school) {
        return engine.records(actor, school);
    }

    /** What happened to a record, oldest first. */
    public Outcome<List<HistoryEntry>> history(Actor actor, RecordId id) {
        return engine.record(actor, id).map(record -> {
            List<HistoryEntry> lines = new ArrayList<>();
            for (Stored<CaptureEvent> stored : engine.ledger().read(work -> work.history(id))) {
                lines.add(new HistoryEntry(stored.sequence(), stored.actor(), stored.event()));
            }
            return List.copyOf(lines);
        });
    }

    /** The product photo of a record (N3.1: the student downloads the own one; N4.4: the school its students'). */
    public Outcome<PhotoImage> product(Actor actor, RecordId id) {
        return engine.record(actor, id).then(record -> record.product()
                .map(photo -> Outcome.done(load(photo)))
                .orElseGet(() -> Outcome.refused(Refusals.noProduct())));
    }

    /** Checking and finishing one photo, before anything is recorded. */
    private record Trial(
            Verdict verdict,
            PhotoCheckResult check,
            Optional<FinishedPhoto> product,
            Optional<PhotoCheckResult> productCheck,
            List<Advice> notFinished) {

        static Trial of(Engine engine, PhotoImage photo, Declarations declarations, UsedPhotos used) {
            PhotoCheckResult check = engine.checker().check(photo, Stage.SUBMISSION, declarations, used);
            if (check.verdict() != Verdict.ACCEPT) {
                return new Trial(check.verdict(), check, Optional.empty(), Optional.empty(), List.of());
            }
            Finishing finishing = engine.finisher().finish(photo, spec(engine));
            return finishing.fold(
                    done -> finished(engine, check, done.photo(), declarations),
                    impossible ->
                            new Trial(Verdict.REJECT, check, Optional.empty(), Optional.empty(), impossible.reasons()));
        }

        static ProductSpec spec(Engine engine) {
            return PhotoProfiles.get(engine.campaign().profile()).product();
        }

        private static Trial finished(
                Engine engine, PhotoCheckResult check, FinishedPhoto finished, Declarations declarations) {
            // A crop is another picture than any that was handed in: there is nothing to compare it with.
            UsedPhotos none = (digest, hash) -> PictureHash.BITS;
            PhotoCheckResult again = engine.checker().check(finished.product(), Stage.PRODUCT, declarations, none);
            return again.verdict() == Verdict.REJECT
                    ? new Trial(Verdict.REJECT, check, Optional.empty(), Optional.of(again), advice(again))
                    : new Trial(Verdict.ACCEPT, check, Optional.of(finished), Optional.of(again), List.of());
        }

        private static List<Advice> advice(PhotoCheckResult check) {
            return check.failures().stream()
                    .filter(f -> f.severity() == Severity.REQUIRED)
                    .map(Finding::advice)
                    .toList();
        }

        /** The checks that decided; where only finishing failed, that. */
        List<CheckId> faults() {
            if (verdict == Verdict.ACCEPT) {
                return List.of();
            }
            List<CheckId> faults = check.findings().stream()
                    .filter(f -> f.answer() == Answer.FAIL || f.answer() == Answer.UNSURE)
                    .filter(f -> f.severity() == Severity.REQUIRED || f.severity() == Severity.REVIEW)
                    .map(Finding::check)
                    .toList();
            return check.verdict() == Verdict.ACCEPT ? List.of(FINISHING) : faults;
        }

        PhotoAnswer answer(CaptureRecord record) {
            return new PhotoAnswer(verdict, record, check, product, productCheck, notFinished);
        }
    }
}
