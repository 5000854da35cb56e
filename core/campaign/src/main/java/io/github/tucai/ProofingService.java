package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.school.SchoolCommand;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.proofing.ProofingFeedback;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.Deadline;
import io.github.tucai.school.SchoolCode;
import java.time.LocalDate;
import java.util.List;

/** Publication, errata and the written feedback (N2.4a to N2.4c, A3). Safe for concurrent use. */
public final class ProofingService {
    private final Engine engine;

    ProofingService(Engine engine) {
        this.engine = engine;
    }

    /** The centre publishes all finished photos of a school for proofreading; the deadline runs from today (N2.4b). */
    public Outcome<ProofingRound> publish(Actor actor, SchoolCode school) {
        LocalDate today = today();
        Deadline deadline = engine.days().deadline(today, engine.campaign().proofingWorkingDays());
        return engine.ledger().inTransaction(work -> {
            List<CaptureRecord> finished = work.records(school).stream()
                    .filter(record -> record.product().isPresent() && !record.isUndecided())
                    .toList();
            return work.give(school, new SchoolCommand.PublishRound(finished.size(), deadline), actor)
                    .map(after -> {
                        ProofingRound round = after.round().orElseThrow();
                        finished.forEach(record -> work.give(record, new CaptureCommand.Publish(round.number()), actor)
                                .orElseThrow());
                        return round;
                    });
        });
    }

    /**
     * Something is wrong with a published photo; the school or the student says so.
     *
     * @param photo its digest as handed in, or its product's
     */
    public Outcome<CaptureRecord> raiseErratum(
            Actor actor, RecordId record, ImageDigest photo, Erratum.Kind kind, String note) {
        return engine.give(actor, record, new CaptureCommand.RaiseErratum(photo, kind, note));
    }

    /** The centre settled an erratum. */
    public Outcome<CaptureRecord> resolveErratum(Actor actor, RecordId record, int number, String resolution) {
        return engine.give(actor, record, new CaptureCommand.ResolveErratum(number, resolution));
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
        return engine.school(actor, code).then(school -> {
            long open = openErrata(code);
            if (open > 0) {
                return Outcome.refused(Refusals.erratumOpen(open));
            }
            return school.round()
                    .map(round -> Outcome.done(form(school, round)))
                    .orElseGet(() -> Outcome.refused(Refusals.notPublished()));
        });
    }

    private ProofingFeedback.Builder form(SchoolRecord school, ProofingRound round) {
        return ProofingFeedback.of(
                        school.school().orElseThrow().name(), engine.campaign().graduatingClass(), round.photos())
                .received(round.published());
    }

    /** The stamped form came back: paper may be handed over (N2.4c). */
    public Outcome<SchoolRecord> recordFeedback(Actor actor, SchoolCode school, LocalDate received) {
        return engine.give(actor, school, new SchoolCommand.RecordFeedback(received, openErrata(school)));
    }

    /** Whether the school missed the deadline; errata raised in time and still open keep it from that. */
    public Outcome<Boolean> isOverdue(Actor actor, SchoolCode code) {
        return engine.school(actor, code).map(school -> school.round()
                .map(round -> round.isOverdue(today(), hasErrataRaisedInTime(code, round)))
                .orElse(false));
    }

    private boolean hasErrataRaisedInTime(SchoolCode school, ProofingRound round) {
        return engine.ledger().read(work -> work.records(school)).stream()
                .flatMap(record -> record.openErratumSince().stream())
                .anyMatch(since ->
                        !round.deadline().isPassed(since.atZone(Campaign.ZONE).toLocalDate()));
    }

    private long openErrata(SchoolCode school) {
        return engine.ledger().read(work -> work.records(school)).stream()
                .mapToLong(record -> record.openErrata().size())
                .sum();
    }

    private LocalDate today() {
        return engine.ledger().now().atZone(Campaign.ZONE).toLocalDate();
    }
}
