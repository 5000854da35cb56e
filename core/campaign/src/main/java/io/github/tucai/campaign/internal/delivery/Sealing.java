package io.github.tucai.campaign.internal.delivery;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.capture.CaptureRules;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.view.SealQueue;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryPolicy;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.delivery.WithdrawalEntry;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.PhotoVault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the product of an accepted photo, or a withdrawal, and puts it into the outbox, both in one transaction. What has to be sealed is noted
 * with the event that says so, and the worker goes on trying.
 */
public final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Actor.SystemProcess SEALER = new Actor.SystemProcess("sealing");
    private static final int BATCH = 100;

    private final Ledger ledger;
    private final PhotoVault vault;
    private final BundleSealer sealer;
    private final Outbox outbox;
    private final DeliveryPolicy policy;

    /** With this sealer, into this outbox. */
    public Sealing(Ledger ledger, PhotoVault vault, BundleSealer sealer, Outbox outbox, DeliveryPolicy policy) {
        this.ledger = ledger;
        this.vault = vault;
        this.sealer = sealer;
        this.outbox = outbox;
        this.policy = policy;
    }

    /**
     * Seals if there is something to seal and the rules allow it now. Nothing that fails here reaches the caller, whose event
     * is recorded: the record stays finished, and the worker tries again.
     *
     * @return the record as it stands afterwards
     */
    public CaptureRecord sealIfDue(CaptureRecord record) {
        boolean isProductLeft = record.product().isPresent() && !record.isProductSealed();
        if (!isProductLeft && record.withdrawals().stream().noneMatch(CaptureRules::isUnsealed)) {
            return record;
        }
        try {
            return look(record.id()).orElse(record);
        } catch (RuntimeException e) {
            LOG.warn("whether record {} waits to be sealed could not be noted: {}", record.id(), causeOf(e));
            return record;
        }
    }

    /** Seals the withdrawals of a record, and nothing else of it; what fails is left to the worker. */
    public void sealWithdrawals(RecordId id) {
        Optional<CaptureRecord> record = ledger.read(work -> work.readable(id));
        if (record.stream().flatMap(there -> there.withdrawals().stream()).noneMatch(CaptureRules::isUnsealed)) {
            return;
        }
        try {
            ledger.inTransaction(work -> withdrawalsSealed(work, id)).ifPresent(told -> outbox.wake());
        } catch (RuntimeException e) {
            LOG.warn("a withdrawal of record {} could not be sealed: {}", id, causeOf(e));
        }
    }

    /** Notes what may have to be sealed though no row says so: it was lost, or the campaign waits for no money any more. */
    void queueForgotten() {
        List<String> paying =
                ledger.campaign().paymentBeforeDelivery() ? ledger.read(Ledger.Work::payingSchools) : List.of();
        ledger.inTransaction(
                work -> SealQueue.addForgotten(work.handle(), ledger.campaign().id(), paying));
    }

    /** Seals what waits and whose pause is over, until there is no more or the worker is to end. */
    void sealDue(BooleanSupplier isEnding) {
        sealUntil(Instant.now(), isEnding);
    }

    /** Seals whatever waits, its pause over or not; says how many. */
    public int sealAll() {
        return sealUntil(SealQueue.WHENEVER, () -> false);
    }

    private int sealUntil(Instant due, BooleanSupplier isEnding) {
        int count = 0;
        List<String> batch = next(due, "");
        while (!batch.isEmpty()) {
            for (String stream : batch) {
                if (isEnding.getAsBoolean()) {
                    return count;
                }
                count += look(stream).isPresent() ? 1 : 0;
            }
            batch = next(due, batch.get(batch.size() - 1));
        }
        return count;
    }

    private List<String> next(Instant due, String after) {
        return ledger.read(
                work -> SealQueue.due(work.handle(), ledger.campaign().id(), due, after, BATCH));
    }

    /** As {@link #look(RecordId)}; a row that names no record waits for a person and stops no other. */
    private Optional<CaptureRecord> look(String stream) {
        Optional<RecordId> id = ledger.read(work -> work.recordId(stream));
        if (id.isEmpty()) {
            failed(stream, "no record");
        }
        return id.flatMap(this::look);
    }

    /** Seals one; empty where there was nothing to seal or sealing failed, which is noted then. */
    private Optional<CaptureRecord> look(RecordId id) {
        try {
            Optional<CaptureRecord> withdrawn = ledger.inTransaction(work -> withdrawalsSealed(work, id));
            Optional<Outcome<CaptureRecord>> outcome =
                    ledger.inTransaction(work -> sealed(work, id)).or(() -> withdrawn.map(Outcome::done));
            outcome.ifPresent(done -> outbox.wake());
            return outcome.flatMap(done -> done.fold(Optional::of, refusal -> refused(id, refusal)));
        } catch (RuntimeException e) {
            Duration pause = failed(id.value(), causeOf(e));
            // Without the exception: a sealer, or a vault, of somebody else's may quote anything.
            LOG.warn("record {} could not be sealed ({}); the next try is in {}", id, causeOf(e), pause);
            return Optional.empty();
        }
    }

    private Optional<CaptureRecord> refused(RecordId id, Refusal refusal) {
        failed(id.value(), refusal.reason().name());
        LOG.info("record {} is not sealed: {}", id, refusal.reason());
        return Optional.empty();
    }

    private Duration failed(String stream, String cause) {
        return ledger.inTransaction(work -> {
            int attempts = SealQueue.find(work.handle(), stream)
                            .map(SealQueue.Waiting::attempts)
                            .orElse(0)
                    + 1;
            Duration pause = policy.pauseAfter(attempts);
            SealQueue.failed(work.handle(), stream, Instant.now().plus(pause), cause);
            return pause;
        });
    }

    private static String causeOf(RuntimeException failure) {
        String name = failure.getClass().getSimpleName();
        return name.isEmpty() ? failure.getClass().getName() : name;
    }

    private Optional<Outcome<CaptureRecord>> sealed(Ledger.Work work, RecordId id) {
        Optional<CaptureRecord> found = work.record(id);
        if (found.isEmpty()) {
            SealQueue.forget(work.handle(), id.value());
            return Optional.empty();
        }
        CaptureRecord record = found.get();
        if (!work.isSealDue(record)) {
            SealQueue.remove(work.handle(), id.value(), record.events());
            return Optional.empty();
        }
        return work.isProductDue(record) ? Optional.of(seal(work, record)) : Optional.empty();
    }

    /** In a transaction of its own: a product that cannot be sealed must not keep the registry from being told. */
    private Optional<CaptureRecord> withdrawalsSealed(Ledger.Work work, RecordId id) {
        Optional<CaptureRecord> found = work.record(id);
        List<WithdrawalEntry> unsealed = found.map(CaptureRecord::withdrawals).orElse(List.of()).stream()
                .filter(CaptureRules::isUnsealed)
                .toList();
        if (unsealed.isEmpty()) {
            return Optional.empty();
        }
        CaptureRecord record = found.orElseThrow();
        CodeClaims claims = record.claims().orElseThrow();
        for (WithdrawalEntry entry : unsealed) {
            record = work.give(record, new CaptureCommand.SealWithdrawal(entry.version()), SEALER)
                    .orElseThrow();
            Withdrawal withdrawal = new Withdrawal(claims, entry.of(), entry.version(), entry.requestedAt());
            outbox.putWithdrawal(work.handle(), id, entry.version(), sealer.seal(withdrawal));
        }
        return Optional.of(record);
    }

    private Outcome<CaptureRecord> seal(Ledger.Work work, CaptureRecord record) {
        PhotoRef product = record.product().orElseThrow();
        CodeClaims claims = record.claims().orElseThrow();
        DeliveryKey key = DeliveryKey.of(claims.enrolment(), product.digest());
        return work.give(record, new CaptureCommand.Seal(key), SEALER).map(after -> {
            int version = after.deliveries().size();
            DeliveryContent content = new DeliveryContent(
                    claims, photo(product), record.acceptedAt().orElseThrow(), version);
            outbox.put(work.handle(), record.id(), version, sealer.seal(content));
            return after;
        });
    }

    private PhotoImage photo(PhotoRef product) {
        PhotoImage photo = vault.get(product.vault())
                .orElseThrow(() -> new TucaiException("photo " + product.vault() + " is missing from the vault"));
        if (!photo.digest().equals(product.digest())) {
            throw new TucaiException("photo " + product.vault() + " is not the one that was accepted");
        }
        return photo;
    }
}
