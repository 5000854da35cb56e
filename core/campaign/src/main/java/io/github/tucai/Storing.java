package io.github.tucai;

import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.VaultId;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.PhotoImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Photos on their way into the vault: they belong to a record before they are put, within the transaction that names them, and
 * after it was decided; where that comes to nothing they are taken away again.
 */
final class Storing {
    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    private final Engine engine;
    private final RecordId record;
    private final Map<VaultId, PhotoImage> photos = new LinkedHashMap<>();
    private boolean isPut;

    Storing(Engine engine, RecordId record) {
        this.engine = engine;
        this.record = record;
    }

    /** Rolls back what was done; it is tried anew from the start. */
    static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super("somebody else was first", null, false, false);
        }
    }

    /** Names a photo that will be put. */
    PhotoRef ref(PhotoImage photo) {
        VaultId id = engine.ledger().newPhoto();
        photos.put(id, photo);
        return new PhotoRef(id, photo.digest());
    }

    CaptureCommand.Product product(FinishedPhoto made) {
        return new CaptureCommand.Product(made.proof().original(), ref(made.product()));
    }

    /** Puts what was named; in the transaction, after it was decided. */
    void put(Ledger.Work work) {
        isPut = true;
        photos.forEach((id, photo) -> {
            work.keep(record, id);
            engine.vault().put(id, photo);
        });
    }

    /** Empty where it was {@link Undone}. */
    Optional<Outcome<CaptureRecord>> inTransaction(Function<Ledger.Work, Outcome<CaptureRecord>> work) {
        try {
            Outcome<CaptureRecord> outcome = engine.ledger().inTransaction(work, this::recorded);
            if (isPut && outcome instanceof Outcome.Refused<CaptureRecord>) {
                // It lost a race after the photo was put, and was refused when it was decided again.
                takeAway();
            }
            return Optional.of(outcome);
        } catch (Undone e) {
            takeAway();
            return Optional.empty();
        } catch (RuntimeException e) {
            takeAway();
            throw e;
        }
    }

    /** Where the database was cut off while it committed: whether it did. */
    private Optional<Outcome<CaptureRecord>> recorded(Ledger.Work work) {
        return work.recordNaming(record, photos.keySet()).map(Outcome::done);
    }

    /** Only what no record names: a transaction whose end was not heard may have been committed. */
    private void takeAway() {
        try {
            engine.sweeping().sweep(List.copyOf(photos.keySet()));
        } catch (RuntimeException e) {
            LOG.info("photos of a failed hand-in are left to the next sweep");
        }
    }
}
