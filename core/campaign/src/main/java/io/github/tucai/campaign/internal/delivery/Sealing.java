package io.github.tucai.campaign.internal.delivery;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.PhotoVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the product of an accepted photo and puts it into the outbox, both in one transaction. */
public final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Actor.SystemProcess SEALER = new Actor.SystemProcess("sealing");

    private final Ledger ledger;
    private final PhotoVault vault;
    private final BundleSealer sealer;
    private final Outbox outbox;

    /** With this sealer, into this outbox. */
    public Sealing(Ledger ledger, PhotoVault vault, BundleSealer sealer, Outbox outbox) {
        this.ledger = ledger;
        this.vault = vault;
        this.sealer = sealer;
        this.outbox = outbox;
    }

    /**
     * Seals if there is something to seal and the rules allow it now. A sealer that fails leaves the record finished; the
     * next {@link #sealAll()} tries again.
     *
     * @return the record as it stands afterwards
     */
    public CaptureRecord sealIfDue(CaptureRecord record) {
        if (record.product().isEmpty() || record.isProductSealed()) {
            return record;
        }
        try {
            Outcome<CaptureRecord> outcome = ledger.inTransaction(work -> seal(work, record.id()));
            outbox.wake();
            return outcome.fold(done -> done, refusal -> {
                logRefusal(record, refusal);
                return record;
            });
        } catch (TucaiException e) {
            LOG.warn(
                    "record {} is finished but could not be sealed; it is tried again at the next start",
                    record.id(),
                    e);
            return record;
        }
    }

    private static void logRefusal(CaptureRecord record, Refusal refusal) {
        if (refusal.reason() != Refusal.Reason.NOT_PAID) {
            LOG.info("record {} is not sealed: {}", record.id(), refusal.reason());
        }
    }

    /** Seals whatever a failure left unsealed; says how many. */
    public int sealAll() {
        int count = 0;
        for (RecordId id : ledger.read(Ledger.Work::records)) {
            CaptureRecord record = ledger.read(work -> work.record(id).orElseThrow());
            if (!record.isProductSealed() && sealIfDue(record).isProductSealed()) {
                count++;
            }
        }
        return count;
    }

    private Outcome<CaptureRecord> seal(Ledger.Work work, RecordId id) {
        CaptureRecord record = work.record(id).orElseThrow();
        PhotoRef product = record.product().orElseThrow();
        CodeClaims claims = record.claims().orElseThrow();
        DeliveryKey key = DeliveryKey.of(claims.enrolment(), product.digest());
        return work.give(record, new CaptureCommand.Seal(key), SEALER).map(after -> {
            int version = after.deliveries().size();
            DeliveryContent content = new DeliveryContent(
                    claims, photo(product), record.acceptedAt().orElseThrow(), version);
            outbox.put(work.handle(), id, version, sealer.seal(content));
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
