package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.school.SchoolCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the registry refused goes out again, because a person says so. */
final class Resending {
    private static final Logger LOG = LoggerFactory.getLogger(Resending.class);
    private static final int MOST_REASON = 500;

    private final Engine engine;
    private final Actor actor;
    private final ProductChoice choice;
    private final String reason;

    Resending(Engine engine, Actor actor, ProductChoice choice, String reason) {
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            throw new IllegalArgumentException(
                    "reason must have 1 to " + MOST_REASON + " characters, got " + reason.length());
        }
        this.engine = engine;
        this.actor = actor;
        this.choice = choice;
        this.reason = reason;
    }

    Outcome<CaptureRecord> one(RecordId id) {
        if (!(actor instanceof Actor.Centre)) {
            return Outcome.refused(Refusals.notYours());
        }
        return engine.record(actor, id)
                .then(record -> record.isDeliveryRefused()
                        ? again(record)
                        : Outcome.refused(
                                record.lock().isPresent() ? Refusals.locked(Optional.empty()) : Refusals.notRefused()));
    }

    Outcome<ResendReport> all(String code, Predicate<SchoolCode> which) {
        if (!(actor instanceof Actor.Centre)) {
            return Outcome.refused(Refusals.notYours());
        }
        List<RecordId> sent = new ArrayList<>();
        List<ResendReport.Left> left = new ArrayList<>();
        for (RecordId id : engine.outbox().refused(code)) {
            try {
                Optional<CaptureRecord> refused = engine.ledger()
                        .read(work -> work.record(id))
                        .filter(record -> record.isDeliveryRefused()
                                && which.test(record.school().orElseThrow()));
                refused.ifPresent(record -> again(record)
                        .fold(done -> sent.add(id), refusal -> left.add(new ResendReport.Left(id, refusal))));
            } catch (RuntimeException e) {
                // Of a foreign exception nobody knows what it quotes.
                LOG.warn(
                        "record {} could not be sent again: {}",
                        id,
                        e.getClass().getName());
                left.add(new ResendReport.Left(id, Refusals.failed()));
            }
        }
        return Outcome.done(new ResendReport(sent, left));
    }

    private Outcome<CaptureRecord> again(CaptureRecord record) {
        return (choice == ProductChoice.SAME ? same(record) : anew(record)).map(engine.sealing()::sealIfDue);
    }

    private Outcome<CaptureRecord> same(CaptureRecord before) {
        RecordId id = before.id();
        int version = before.delivery().orElseThrow().version();
        CaptureCommand command = new CaptureCommand.Resend(Optional.empty(), Optional.empty(), reason);
        return engine.ledger()
                .inTransaction(work -> give(work, id, version, command), work -> ordered(work, id, version)
                        .map(Outcome::done));
    }

    private Outcome<CaptureRecord> anew(CaptureRecord before) {
        Making making = made(before);
        if (making.product().isEmpty()) {
            return Outcome.refused(Refusals.notFinishable(making.faults()));
        }
        Storing storing = new Storing(engine, before.id());
        int version = before.delivery().orElseThrow().version();
        CaptureCommand command =
                new CaptureCommand.Resend(making.check(), making.product().map(storing::product), reason);
        return storing.inTransaction(
                        work -> give(work, before.id(), version, command).map(after -> {
                            storing.put(work);
                            return after;
                        }))
                .orElseThrow();
    }

    private Outcome<CaptureRecord> give(Ledger.Work work, RecordId id, int version, CaptureCommand command) {
        Optional<CaptureRecord> record = work.locked(id);
        if (record.isEmpty()) {
            return Outcome.refused(Refusals.unknownRecord());
        }
        // A refusal of a later version is not the one that the actor saw.
        return record.get().deliveries().size() == version
                ? work.give(record.get(), command, actor)
                : Outcome.refused(Refusals.notRefused());
    }

    private Optional<CaptureRecord> ordered(Ledger.Work work, RecordId id, int version) {
        return work.recordWith(
                id,
                event -> event instanceof CaptureEvent.ResendOrdered ordered
                        && ordered.version() == version
                        && ordered.reason().equals(reason));
    }

    private Making made(CaptureRecord record) {
        PhotoRef accepted = record.accepted().orElseThrow();
        PhotoImage original = engine.load(accepted);
        return Making.again(
                engine, original, record.declarations().orElse(Declarations.NONE), record.faultsOf(accepted.digest()));
    }
}
