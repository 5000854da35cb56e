package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.school.SchoolCommand;
import io.github.tucai.campaign.internal.view.RecordRow;
import io.github.tucai.campaign.internal.view.RowQueries;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.proofing.ProofingFeedback;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.schedule.Deadline;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publication, errata and the written feedback (N2.4a to N2.4c, A3). Safe for concurrent use. */
public final class ProofingService {
    private static final int BATCH = 100;
    private static final Actor.SystemProcess PROOFING = new Actor.SystemProcess("proofing");

    private final Engine engine;

    ProofingService(Engine engine) {
        this.engine = engine;
    }

    /**
     * The centre publishes all finished photos of a school for proofreading, without those that the registry refused; the
     * deadline runs from today (N2.4b). Photo by photo, so that nobody waits: what is handed in or reset meanwhile may be among
     * them or not, and the round counts those that are. Where it was killed or failed, publishing again goes on with the same
     * round.
     */
    public Outcome<ProofingRound> publish(Actor actor, SchoolCode school) {
        if (!(actor instanceof Actor.Centre)) {
            return Outcome.refused(Refusals.notYours());
        }
        int round = engine.ledger().read(work -> work.school(school)).rounds().size() + 1;
        publishAll(actor, school, round);
        return engine.ledger().inTransaction(work -> {
            List<ProofingRound> rounds = work.hold(school).rounds();
            if (rounds.size() >= round) {
                // Somebody else published at the same time and was done first.
                return Outcome.done(rounds.get(round - 1));
            }
            SchoolCommand command = new SchoolCommand.PublishRound(work.published(school, round), deadline());
            return work.give(school, command, actor).map(after -> after.round().orElseThrow());
        });
    }

    private void publishAll(Actor actor, SchoolCode school, int round) {
        String after = "";
        List<RecordId> batch;
        do {
            String from = after;
            batch = engine.ledger().read(work -> work.toPublish(school, round, from, BATCH));
            for (RecordId id : batch) {
                engine.ledger().inTransaction(work -> publish(work, actor, school, round, id));
                after = id.value();
            }
        } while (!batch.isEmpty());
    }

    /** Holds the school, so that the round is not counted between; false where the photo is not to be published any more. */
    private static boolean publish(Ledger.Work work, Actor actor, SchoolCode school, int round, RecordId id) {
        if (work.hold(school).rounds().size() >= round) {
            return false;
        }
        return work.lockedReadable(id)
                .filter(record -> record.school().equals(Optional.of(school)))
                .filter(RecordRow::isPublishable)
                .filter(record -> !record.publishedInRound().equals(Optional.of(round)))
                .map(record -> work.give(record, new CaptureCommand.Publish(round), actor)
                        .orElseThrow())
                .isPresent();
    }

    /**
     * Something is wrong with a published photo; the school or the student says so. Feedback that says all photos are right
     * counts no more then: the round waits for another, within as many working days from today.
     *
     * @param photo its digest as handed in, or its product's
     */
    public Outcome<CaptureRecord> raiseErratum(
            Actor actor, RecordId record, ImageDigest photo, Erratum.Kind kind, String note) {
        CaptureCommand command = new CaptureCommand.RaiseErratum(photo, kind, note);
        Deadline again = deadline();
        return engine.ledger().inTransaction(work -> work.record(record)
                .map(found -> raise(work, found, command, actor, again))
                .orElseGet(() -> Outcome.refused(Refusals.unknownRecord())));
    }

    private static Outcome<CaptureRecord> raise(
            Ledger.Work work, CaptureRecord found, CaptureCommand command, Actor actor, Deadline again) {
        // Who records the feedback holds the school too, so that one of the two sees what the other did.
        SchoolRecord school = work.hold(found.school().orElseThrow());
        return work.give(found.id(), command, actor).map(record -> {
            if (!record.school().equals(found.school())) {
                throw new ConcurrentChangeException();
            }
            int first = record.publishedInRound().orElseThrow();
            school.rounds().stream()
                    .filter(round -> round.number() >= first && round.feedback().isPresent())
                    .forEach(round -> work.give(
                                    school.code(), new SchoolCommand.ReopenRound(round.number(), again), PROOFING)
                            .orElseThrow());
            return record;
        });
    }

    /** The centre settled an erratum; where it says that it is another person's photo and it is, {@link #confirmWrongPerson}. */
    public Outcome<CaptureRecord> resolveErratum(Actor actor, RecordId record, int number, String resolution) {
        return engine.give(actor, record, new CaptureCommand.ResolveErratum(number, resolution));
    }

    /**
     * The centre found that a published photo is another person's, as an erratum of that kind says. What counts is the photo that
     * the erratum names, though it was reset since, or the student moved, or was locked by mistake: where it is accepted it is
     * withdrawn and to be taken again, and the registry is told if it has it or may have it. Another photo stays as it is.
     * Refused where the student would be left without a photo and could take none any more
     * ({@link io.github.tucai.answer.Refusal.Reason#CANNOT_RETAKE}).
     *
     * @param number of the erratum
     * @param resolution 1 to 500 characters; names no person
     */
    public Outcome<CaptureRecord> confirmWrongPerson(Actor actor, RecordId record, int number, String resolution) {
        return confirmWrongPerson(
                actor, record, new CaptureCommand.ConfirmWrongPerson(number, resolution, Optional.empty()));
    }

    /**
     * The same, and the centre grants the student days and hours for a retake (N2.5).
     *
     * @param window not begun yet
     */
    public Outcome<CaptureRecord> confirmWrongPerson(
            Actor actor, RecordId record, int number, String resolution, CaptureWindow window, DailyHours hours) {
        Optional<CaptureCommand.Retake> on = Optional.of(new CaptureCommand.Retake(window, hours));
        return confirmWrongPerson(actor, record, new CaptureCommand.ConfirmWrongPerson(number, resolution, on));
    }

    private Outcome<CaptureRecord> confirmWrongPerson(
            Actor actor, RecordId id, CaptureCommand.ConfirmWrongPerson command) {
        return engine.record(actor, id)
                .then(there -> new CaptureService(engine)
                        .giveAndReject(actor, id, command, there.photoOfErratum(command.number())))
                .map(engine.sealing()::sealIfDue);
    }

    /**
     * The school found one published photo right.
     *
     * @param photo its digest as handed in, or its product's
     */
    public Outcome<CaptureRecord> confirm(Actor actor, RecordId record, ImageDigest photo) {
        return engine.give(actor, record, new CaptureCommand.ConfirmProof(photo));
    }

    /**
     * The feedback form of the last round with what is known filled in (A3). It says that all photos are right, so there is
     * none while an erratum is open.
     */
    public Outcome<ProofingFeedback.Builder> feedbackForm(Actor actor, SchoolCode code) {
        return engine.ledger().snapshot(work -> Engine.school(work, actor, code).then(school -> {
            long open = work.openErrata(code);
            if (open > 0) {
                return Outcome.refused(Refusals.erratumOpen(open));
            }
            return school.round()
                    .map(round -> Outcome.done(form(school, round)))
                    .orElseGet(() -> Outcome.refused(Refusals.notPublished()));
        }));
    }

    private ProofingFeedback.Builder form(SchoolRecord school, ProofingRound round) {
        return ProofingFeedback.of(
                        school.school().orElseThrow().name(), engine.campaign().graduatingClass(), round.photos())
                .received(round.published());
    }

    /** The stamped form came back: paper may be handed over (N2.4c), until an erratum is raised. */
    public Outcome<SchoolRecord> recordFeedback(Actor actor, SchoolCode school, LocalDate received) {
        if (!(actor instanceof Actor.Centre)) {
            return Outcome.refused(Refusals.notYours());
        }
        return engine.ledger().inTransaction(work -> {
            work.hold(school);
            return work.give(school, new SchoolCommand.RecordFeedback(received, work.openErrata(school)), actor);
        });
    }

    /** Whether the school missed the deadline; errata raised in time and still open keep it from that. */
    public Outcome<Boolean> isOverdue(Actor actor, SchoolCode code) {
        return engine.ledger().snapshot(work -> Engine.school(work, actor, code).map(school -> school.round()
                .map(round -> round.isOverdue(today(), hasErrataRaisedInTime(work, code, round)))
                .orElse(false)));
    }

    private static boolean hasErrataRaisedInTime(Ledger.Work work, SchoolCode school, ProofingRound round) {
        return isRaisedBy(
                Optional.ofNullable(work.errataSince(Optional.of(school)).get(school.value())),
                round.deadline().due());
    }

    private static boolean isRaisedBy(Optional<Instant> raised, LocalDate due) {
        return raised.filter(since -> !since.atZone(Campaign.ZONE).toLocalDate().isAfter(due))
                .isPresent();
    }

    /** The schools that missed the deadline of their last round, by code; for the centre. As {@link #isOverdue}. */
    public Outcome<List<SchoolCode>> overdue(Actor actor) {
        if (!(actor instanceof Actor.Centre)) {
            return Outcome.refused(Refusals.notYours());
        }
        LocalDate today = today();
        return Outcome.done(engine.ledger().snapshot(work -> {
            Map<String, Instant> raised = work.errataSince(Optional.empty());
            return work.registered(Optional.empty()).stream()
                    .filter(school -> school.due()
                            .filter(due -> today.isAfter(due)
                                    && !isRaisedBy(
                                            Optional.ofNullable(
                                                    raised.get(school.code().value())),
                                            due))
                            .isPresent())
                    .map(RowQueries.SchoolLine::code)
                    .toList();
        }));
    }

    private Deadline deadline() {
        return engine.days().deadline(today(), engine.campaign().proofingWorkingDays());
    }

    private LocalDate today() {
        return engine.ledger().now().atZone(Campaign.ZONE).toLocalDate();
    }
}
