package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.EventStore.Stored;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.view.HandedInPhotos.Row;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeReading;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.Verdict;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.UsedPhotos;
import java.time.Duration;
import java.time.Instant;
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
            Optional<CollectionCode> code =
                    pasted(symbol.text()).filter(text -> decoder(text).isPresent());
            if (code.isPresent()) {
                return present(actor, code.get(), lastFour);
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
     *     enrolment is closed for a quarter of an hour ({@link Refusal.Reason#TOO_MANY_TRIES}), restart or not; a right one
     *     does not forgive the wrong ones before it. From a student's own device a code that hides them is refused
     *     ({@link Refusal.Reason#UNCHECKED_FACTOR}) unless {@link io.github.tucai.schedule.Campaign#uncheckedFactor} allows it
     */
    public Outcome<CaptureSession> present(Actor actor, CollectionCode code, @Nullable IdLastFour lastFour) {
        Optional<CollectionCodeDecoder> decoder = decoder(code);
        if (decoder.isEmpty()) {
            return Outcome.refused(Refusals.code(CodeRejection.UNKNOWN_FORMAT));
        }
        CodeOpening opening =
                decoder.get().open(decoder.get().clean(code), engine.ledger().now());
        return opening.fold(
                opened -> open(actor, opened.claims(), Optional.ofNullable(lastFour)),
                refused -> Outcome.refused(Refusals.code(refused.reason())));
    }

    private Outcome<CaptureSession> open(Actor actor, CodeClaims claims, Optional<IdLastFour> lastFour) {
        CaptureCommand command = new CaptureCommand.PresentCode(claims, lastFour, Optional.empty());
        boolean isJudged =
                engine.campaign().secondFactor() && claims.id().lastFour().isPresent() && lastFour.isPresent();
        return counted(claims.enrolment(), isJudged, () -> engine.ledger()
                        .inTransaction(work -> work.isErased(claims.enrolment())
                                ? Outcome.refused(Refusals.erased())
                                : work.give(work.locked(claims.enrolment()), command, actor)))
                .map(record -> record.session().orElseThrow());
    }

    /** Refuses while the enrolment is closed; a second factor is counted before it is judged. */
    private Outcome<CaptureRecord> counted(
            EnrolmentNumber enrolment, boolean isJudged, Supplier<Outcome<CaptureRecord>> open) {
        Instant now = engine.ledger().now();
        Optional<Instant> closed = engine.ledger()
                .inTransaction(work -> isJudged
                        ? engine.wrongFactors().count(work.handle(), enrolment, now)
                        : engine.wrongFactors().closedUntil(work.handle(), enrolment, now));
        if (closed.isPresent()) {
            return Outcome.refused(Refusals.tooManyWrongFactors(Duration.between(now, closed.get())));
        }
        boolean isWrong = false;
        try {
            Outcome<CaptureRecord> outcome = open.get();
            isWrong = outcome.fold(opened -> false, CaptureService::isWrongFactor);
            return outcome;
        } finally {
            // Whatever else stopped it, it was no wrong guess.
            if (isJudged && !isWrong) {
                forgive(enrolment);
            }
        }
    }

    private void forgive(EnrolmentNumber enrolment) {
        engine.ledger().inTransaction(work -> {
            engine.wrongFactors().forgive(work.handle(), enrolment);
            return enrolment;
        });
    }

    private static boolean isWrongFactor(Refusal refusal) {
        return refusal.reason() == Refusal.Reason.SECOND_FACTOR;
    }

    /** Empty where a symbol holds no code of any format. */
    private static Optional<CollectionCode> pasted(String text) {
        try {
            return Optional.of(CollectionCode.parse(text));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    private Optional<CollectionCodeDecoder> decoder(CollectionCode code) {
        return engine.decoders().stream()
                .filter(d -> d.clean(code).text().startsWith(d.prefix()))
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
     * Hands in a photo: it is checked, and an accepted one is finished, sealed and put on its way at once (N2.2c). One that
     * would be refused whatever it shows is not looked at, and nothing of a refused one is kept.
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
        Storing storing = new Storing(engine, session.record());
        PhotoRef original = storing.ref(photo);
        CaptureCommand unchecked = new CaptureCommand.HandInPhoto(
                session.number(), original, Verdict.REJECT, List.of(), List.of(), Optional.empty());
        Outcome<CaptureRecord> before = engine.tryOut(actor, session.record(), unchecked);
        if (before instanceof Outcome.Refused<CaptureRecord> refused) {
            return Optional.of(Outcome.refused(refused.refusal()));
        }
        Declarations declarations = before.orElseThrow().declarations().orElse(Declarations.NONE);
        Comparison comparison = new Comparison(engine, session.record());
        Trial trial = Trial.of(engine, photo, declarations, comparison);
        CaptureCommand command = new CaptureCommand.HandInPhoto(
                session.number(),
                original,
                trial.verdict(),
                trial.faults(),
                trial.checks(),
                trial.product().map(storing::product));
        AtomicReference<@Nullable Row> added = new AtomicReference<>();
        Optional<Outcome<CaptureRecord>> outcome = storing.inTransaction(work -> {
            Outcome<CaptureRecord> given = work.give(session.record(), command, actor);
            given.map(record -> {
                storing.put(work);
                return record;
            });
            if (comparison.isOutdated(work)) {
                throw new Storing.Undone();
            }
            return given.map(record -> {
                added.set(engine.comparing()
                        .add(
                                work,
                                record.id(),
                                photo.digest(),
                                trial.check().measurements().hash(),
                                trial.verdict() == Verdict.REJECT,
                                comparison.foundBits()));
                return record;
            });
        });
        return outcome.map(done -> done.map(record -> {
            Row row = added.get();
            boolean isChanged = row != null && new Duplicates(engine).compare(row);
            CaptureRecord compared = isChanged
                    ? engine.ledger().read(work -> work.record(record.id())).orElse(record)
                    : record;
            return trial.answer(engine.sealing().sealIfDue(compared));
        }));
    }

    /**
     * A rejected photo goes to a person all the same, because its student says why; once a photo. Not one whose file is at
     * fault ({@link Refusal.Reason#FILE_FAULT}).
     *
     * @param photo its digest as handed in
     * @param because in the student's words, 1 to 500 characters; those who decide read them
     */
    public Outcome<CaptureRecord> askForPerson(Actor actor, RecordId id, ImageDigest photo, String because) {
        return engine.give(actor, id, new CaptureCommand.AskPerson(photo, because));
    }

    /**
     * Every photo that was handed in, with what the checks said of it, what a person decided and why, and who looked at it;
     * oldest first. Whoever is not its student reads neither what the checks found nor what the student said: that is what
     * {@link #evidence} shows, which notes the look.
     */
    public Outcome<List<PhotoStory>> photos(Actor actor, RecordId id) {
        return engine.record(actor, id)
                .map(record -> PhotoStories.of(engine.ledger().read(work -> work.history(id))).stream()
                        .map(story -> actor instanceof Actor.Student ? story : story.withoutEvidence())
                        .toList());
    }

    /** What others handed in and what was rejected, as one record's photo is compared with it; remembers what it found. */
    private static final class Comparison implements UsedPhotos {
        private final Engine engine;
        private final RecordId record;
        private final AtomicReference<@Nullable Found> found = new AtomicReference<>();

        Comparison(Engine engine, RecordId record) {
            this.engine = engine;
            this.record = record;
        }

        @Override
        public int nearest(ImageDigest digest, Optional<PictureHash> hash) {
            int bits = engine.comparing().nearest(record, digest, hash);
            // Asked twice, the first answer may have counted.
            found.compareAndSet(null, new Found(digest, hash, bits));
            return bits;
        }

        /** How near the nearest was; a check that did not compare would not judge a nearer one either. */
        int foundBits() {
            Found then = found.get();
            return then == null ? 0 : then.bits;
        }

        /** Whether a nearer one was added since; a check that did not compare finds none. */
        boolean isOutdated(Ledger.Work work) {
            Found then = found.get();
            return then != null && engine.comparing().nearest(work, record, then.digest, then.hash) < then.bits;
        }

        private record Found(ImageDigest digest, Optional<PictureHash> hash, int bits) {}
    }

    /**
     * The photo that a person has to decide on, with its evidence: one in review, under suspicion or to be looked at again, and a
     * rejected one only after its student asked for a person. For the student's school and the centre. Each look is an event,
     * with who and when, that the student can read.
     *
     * @param photo its digest as handed in
     * @throws TucaiException if the vault does not give the photo; that is no look
     */
    public Outcome<Evidence> evidence(Actor actor, RecordId id, ImageDigest photo) {
        CaptureCommand look = new CaptureCommand.LookAt(photo);
        return engine.tryOut(actor, id, look).then(before -> {
            // Who was shown nothing has not looked.
            PhotoImage shown = engine.load(before.photo(photo).orElseThrow());
            return engine.give(actor, id, look).map(record -> evidence(record, photo, shown));
        });
    }

    private Evidence evidence(CaptureRecord record, ImageDigest photo, PhotoImage shown) {
        List<Stored<CaptureEvent>> history = engine.ledger().read(work -> work.history(record.id()));
        PhotoStory story = PhotoStories.of(history).stream()
                .filter(one -> one.photo().equals(photo))
                .findFirst()
                .orElseThrow();
        return new Evidence(record, shown, story, lines(history, Optional.of(photo)));
    }

    /**
     * A person decides on the photo in review, or that a suspicion is unfounded or the photo to be taken again; one who opened
     * it before ({@link #evidence}). A new photo that is accepted is finished, its product checked, and put on its way; what the
     * person has seen and accepted does not fail the product, anything else does.
     *
     * @param photo its digest as handed in; another one's is refused ({@link Refusal.Reason#OTHER_PHOTO})
     * @param decision {@code VIOLATION} is what {@link #confirmViolation} says
     */
    public Outcome<CaptureRecord> decideReview(
            Actor actor, RecordId id, ImageDigest photo, ReviewOutcome decision, String reason) {
        return decideReview(actor, id, photo, decision, reason, Optional.empty());
    }

    /**
     * {@code REJECTED} by the centre, which grants the student days and hours for a retake (N2.5): without, a photo is not
     * rejected that is the student's only one and that they could not take again any more
     * ({@link Refusal.Reason#CANNOT_RETAKE}).
     *
     * @param window not begun yet
     */
    public Outcome<CaptureRecord> rejectReviewed(
            Actor actor, RecordId id, ImageDigest photo, String reason, CaptureWindow window, DailyHours hours) {
        Optional<CaptureCommand.Retake> on = Optional.of(new CaptureCommand.Retake(window, hours));
        return decideReview(actor, id, photo, ReviewOutcome.REJECTED, reason, on);
    }

    private Outcome<CaptureRecord> decideReview(
            Actor actor,
            RecordId id,
            ImageDigest photo,
            ReviewOutcome decision,
            String reason,
            Optional<CaptureCommand.Retake> on) {
        CaptureCommand bare =
                new CaptureCommand.DecideReview(photo, decision, reason, Optional.empty(), Optional.empty(), on);
        return engine.tryOut(actor, id, bare).then(record -> {
            Optional<PhotoRef> finishes =
                    record.inReview().filter(one -> one.digest().equals(photo) && decision == ReviewOutcome.ACCEPTED);
            return finishes.map(one -> acceptReviewed(actor, record, one, reason))
                    .orElseGet(() -> decision == ReviewOutcome.ACCEPTED
                            ? engine.give(actor, id, bare)
                            : giveAndReject(actor, id, bare, record.photo(photo).map(PhotoRef::digest)))
                    .map(engine.sealing()::sealIfDue);
        });
    }

    private Outcome<CaptureRecord> acceptReviewed(Actor actor, CaptureRecord record, PhotoRef photo, String reason) {
        Declarations declarations = record.declarations().orElse(Declarations.NONE);
        Making making = Making.again(engine, engine.load(photo), declarations, record.faultsOf(photo.digest()));
        if (making.product().isEmpty()) {
            return Outcome.refused(Refusals.notFinishable(making.faults()));
        }
        Storing storing = new Storing(engine, record.id());
        CaptureCommand command = new CaptureCommand.DecideReview(
                photo.digest(),
                ReviewOutcome.ACCEPTED,
                reason,
                making.check(),
                making.product().map(storing::product),
                Optional.empty());
        return storing.inTransaction(work -> {
                    Outcome<CaptureRecord> given = work.give(record.id(), command, actor);
                    return given.map(done -> {
                        storing.put(work);
                        return done;
                    });
                })
                .orElseThrow();
    }

    /**
     * The school, or the centre, wants the accepted photo taken again (A1.1). What the registry holds stays valid until the
     * retake is accepted; what was not sent yet is not sent. Refused where the student could not take another photo any more
     * ({@link Refusal.Reason#CANNOT_RETAKE}).
     *
     * @param photo its digest as handed in, or its product's
     */
    public Outcome<CaptureRecord> reset(Actor actor, RecordId id, ImageDigest photo, String reason) {
        return withdraw(actor, id, photo, new CaptureCommand.ResetPhoto(photo, reason, Optional.empty()));
    }

    /**
     * The same by the centre, which grants the student days and hours for it (N2.5).
     *
     * @param window not begun yet
     */
    public Outcome<CaptureRecord> reset(
            Actor actor, RecordId id, ImageDigest photo, String reason, CaptureWindow window, DailyHours hours) {
        CaptureCommand.Retake on = new CaptureCommand.Retake(window, hours);
        return withdraw(actor, id, photo, new CaptureCommand.ResetPhoto(photo, reason, Optional.of(on)));
    }

    /**
     * Somebody suspects a photo, accepted or in review, to break A2.3.6: a person decides, and nothing is delivered meanwhile.
     *
     * @param photo its digest as handed in, or its product's
     * @param reason in plain words: the student reads them
     */
    public Outcome<CaptureRecord> suspectViolation(Actor actor, RecordId id, ImageDigest photo, String reason) {
        return engine.give(actor, id, new CaptureCommand.SuspectViolation(photo, reason));
    }

    /**
     * The student says something to the suspicion; those who decide read it. Another photo is an answer too.
     *
     * @param photo the suspected one's digest as handed in; another one's is refused ({@link Refusal.Reason#OTHER_PHOTO})
     */
    public Outcome<CaptureRecord> answerSuspicion(Actor actor, RecordId id, ImageDigest photo, String answer) {
        return engine.give(actor, id, new CaptureCommand.AnswerSuspicion(photo, answer));
    }

    /**
     * A person confirms what was suspected (A2.3.6): the photo is withdrawn and the record locked. One who opened the photo and
     * its evidence since, and is not the one who raised the suspicion by hand; after the time that the campaign gives the student
     * to answer ({@link io.github.tucai.schedule.Campaign#daysToAnswer}).
     *
     * @param photo its digest as handed in
     * @param reason what the person saw; a score, or metadata that are missing, are no evidence by themselves
     */
    public Outcome<CaptureRecord> confirmViolation(Actor actor, RecordId id, ImageDigest photo, String reason) {
        return withdraw(actor, id, photo, new CaptureCommand.ConfirmViolation(photo, reason));
    }

    /** The centre has somebody else look again at a confirmed violation. The record stays locked meanwhile. */
    public Outcome<CaptureRecord> orderSecondLook(Actor actor, RecordId id, String reason) {
        return engine.give(actor, id, new CaptureCommand.OrderSecondLook(reason));
    }

    /**
     * Somebody who neither raised nor confirmed it, and opened the photo again, decides: a violation and the lock stays, or none
     * and the lock is void; then the photo stands as before, or is to be taken again.
     */
    public Outcome<CaptureRecord> decideSecondLook(Actor actor, RecordId id, ReviewOutcome decision, String reason) {
        return decideSecondLook(actor, id, new CaptureCommand.DecideSecondLook(decision, reason, Optional.empty()));
    }

    /**
     * {@code REJECTED} by the centre, which grants the student days and hours for a retake (N2.5): without, the only photo is
     * not rejected that the student could not take again any more ({@link Refusal.Reason#CANNOT_RETAKE}).
     *
     * @param window not begun yet
     */
    public Outcome<CaptureRecord> rejectAtSecondLook(
            Actor actor, RecordId id, String reason, CaptureWindow window, DailyHours hours) {
        Optional<CaptureCommand.Retake> on = Optional.of(new CaptureCommand.Retake(window, hours));
        return decideSecondLook(actor, id, new CaptureCommand.DecideSecondLook(ReviewOutcome.REJECTED, reason, on));
    }

    private Outcome<CaptureRecord> decideSecondLook(Actor actor, RecordId id, CaptureCommand command) {
        return engine.give(actor, id, command).map(engine.sealing()::sealIfDue);
    }

    /** Gives a command that ends a photo. */
    private Outcome<CaptureRecord> withdraw(Actor actor, RecordId id, ImageDigest photo, CaptureCommand command) {
        return engine.record(actor, id)
                .then(record -> giveAndReject(
                        actor,
                        id,
                        command,
                        record.photo(photo)
                                .or(() -> record.accepted().filter(accepted -> record.isAccepted(photo)))
                                .map(PhotoRef::digest)))
                .map(engine.sealing()::sealIfDue);
    }

    Outcome<CaptureRecord> giveAndReject(
            Actor actor, RecordId id, CaptureCommand command, Optional<ImageDigest> rejected) {
        return engine.ledger()
                .inTransaction(work -> work.give(id, command, actor).map(record -> {
                    rejected.ifPresent(photo -> engine.comparing().reject(work, id, photo));
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

    /** The first records of a school; {@link Page#walk} goes through all. */
    public Outcome<Page<CaptureRecord>> records(Actor actor, SchoolCode school) {
        return records(actor, school, PageKey.FIRST);
    }

    /** Records of a school, in an order that says nothing about anybody. */
    public Outcome<Page<CaptureRecord>> records(Actor actor, SchoolCode school, PageKey from) {
        return engine.records(actor, school, Optional.empty(), from);
    }

    /** Records of a school that stand on a list, who entered it first first. */
    public Outcome<Page<CaptureRecord>> records(Actor actor, SchoolCode school, RecordList list, PageKey from) {
        return engine.records(actor, school, Optional.of(list), from);
    }

    /** The same of all schools, for the centre. */
    public Outcome<Page<CaptureRecord>> records(Actor actor, RecordList list, PageKey from) {
        return actor instanceof Actor.Centre
                ? Outcome.done(engine.records(Optional.empty(), Optional.of(list), from))
                : Outcome.refused(Refusals.notYours());
    }

    /**
     * What happened to a record, oldest first. Students read of staff what they are, not who. Staff read neither what the checks
     * found in a photo nor what its student said of it: such lines are there, with no finding and {@code …} for the words, and
     * {@link #evidence} shows the whole ones of one photo.
     */
    public Outcome<List<HistoryEntry>> history(Actor actor, RecordId id) {
        return engine.record(actor, id).map(record -> {
            List<Stored<CaptureEvent>> history = engine.ledger().read(work -> work.history(id));
            return actor instanceof Actor.Student
                    ? history.stream()
                            .map(HistoryEntry::of)
                            .map(HistoryEntry::withoutAccounts)
                            .toList()
                    : lines(history, Optional.empty());
        });
    }

    /** For staff, who read the evidence of the photo that they opened. */
    private static List<HistoryEntry> lines(List<Stored<CaptureEvent>> history, Optional<ImageDigest> opened) {
        return history.stream()
                .map(HistoryEntry::of)
                .map(line -> line.withoutEvidence(opened))
                .toList();
    }

    /** The product photo of a record (N3.1: the student downloads the own one; N4.4: the school its students'). */
    public Outcome<PhotoImage> product(Actor actor, RecordId id) {
        return engine.record(actor, id).then(record -> record.product()
                .map(photo -> Outcome.done(engine.load(photo)))
                .orElseGet(() -> Outcome.refused(Refusals.noProduct())));
    }
}
