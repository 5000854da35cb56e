package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureRules;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import java.util.Optional;

/**
 * The keys under the data, and erasure (N0.3). Each record and each photo is encrypted with a data key of its own; those lie
 * wrapped under key-encryption keys that are known by id. Safe for concurrent use; for the centre and for processes.
 */
public final class ProtectionService {
    private final Engine engine;

    ProtectionService(Engine engine) {
        this.engine = engine;
    }

    /**
     * What was wrapped anew.
     *
     * @param records keys in the database
     * @param photos keys in the vault
     */
    public record Rewrapped(int records, long photos) {}

    /**
     * Moves every data key to the active key-encryption keys, those that the builder has beside the former ones. Touches no
     * event and no photo. Works in batches: killed at any moment it loses nothing, and run again it goes on where it was. Give
     * the former keys to every process that shares the database until this has run.
     *
     * @throws io.github.tucai.failure.TucaiException if a key was damaged or lies under a key-encryption key that the builder was
     *     not given; all others are moved
     */
    public Outcome<Rewrapped> rewrap(Actor actor) {
        if (!mayProtect(actor)) {
            return Outcome.refused(Refusals.notYours());
        }
        // The vault first: keys of records that fail keep no photo's from being moved.
        long photos = engine.vault().rewrap();
        return Outcome.done(new Rewrapped(engine.rewrapping().all(), photos));
    }

    /**
     * Erases a record: destroys its data key and forgets its photos and what is on its way to the registry. The chain of the
     * audit log stays whole and ends with a row that says when and by whom; nobody can read the events any more. The enrolment
     * cannot be presented again. What recognised its photos is deleted too, of rejected ones as well: a photo that another
     * student hands in later is not compared with them. A record that cannot be read ({@link AuditService#unreadable}) is erased
     * as well. A backup made before still holds the wrapped key: let it expire.
     *
     * <p>That a photo counts no more is told to the registry all the same, or a wrong one would stay there for good: where it
     * was not told yet, the sealed withdrawal stays until the registry answers. Nobody but the registry can open it, and it is
     * tried without end, since nobody is left who could be asked. What the registry refused to hear is answered: have it told
     * once more before ({@link DeliveryService#retryWithdrawal}), if it is to be. A photo whose file the vault cannot delete now
     * is deleted by a later {@link #sweep}, and the log tells so.
     *
     * @return refused with {@link io.github.tucai.answer.Refusal.Reason#FAILED} while a withdrawal cannot even be sealed; erase
     *     again once the sealer works
     */
    public Outcome<RecordId> erase(Actor actor, RecordId id) {
        if (!mayProtect(actor)) {
            return Outcome.refused(Refusals.notYours());
        }
        engine.sealing().sealWithdrawals(id);
        Outcome<RecordId> erased = engine.ledger().inTransaction(work -> erase(work, id, actor));
        engine.outbox().wake();
        engine.sweeping().forgetErased();
        return erased;
    }

    private Outcome<RecordId> erase(Ledger.Work work, RecordId id, Actor actor) {
        if (!work.exists(id)) {
            return Outcome.refused(Refusals.unknownRecord());
        }
        // What is wrong with one that cannot be read keeps nobody from erasing it.
        Optional<CaptureRecord> record = work.holdToErase(id);
        if (record.stream().flatMap(there -> there.withdrawals().stream()).anyMatch(CaptureRules::isUnsealed)) {
            return Outcome.refused(Refusals.withdrawalNotSealed());
        }
        record.flatMap(CaptureRecord::enrolment)
                .ifPresent(who -> engine.wrongFactors().forget(work.handle(), who));
        work.erase(id, actor);
        engine.outbox().erase(work.handle(), id);
        engine.comparing().forget(work, id);
        return Outcome.done(id);
    }

    /**
     * Deletes photos from the vault that no record names: a kill, a full disk or a database that was cut off in the middle of a
     * hand-in leaves such. A photo of a hand-in that is going on is never taken for one. {@link Tucai#startDelivery()} does it
     * at every start and every hour.
     *
     * @return how many there were
     * @throws io.github.tucai.failure.TucaiException if the vault cannot be listed, or photos without a row are there while
     *     records cannot be read, so that nobody knows whether they are theirs; none is deleted then
     */
    public Outcome<Integer> sweep(Actor actor) {
        return mayProtect(actor) ? Outcome.done(engine.sweeping().sweep()) : Outcome.refused(Refusals.notYours());
    }

    private static boolean mayProtect(Actor actor) {
        return actor instanceof Actor.Centre || actor instanceof Actor.SystemProcess;
    }
}
