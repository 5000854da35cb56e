package io.github.tucai.campaign.internal.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.secret.Erasure;
import io.github.tucai.campaign.internal.secret.KeptPhotos;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.VaultId;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.spi.PhotoVault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the vault forget the photos of erased records and those that no record names, which a kill or a cut database leaves
 * behind: when asked, at every start of the worker and every hour while it runs.
 */
public final class Sweeping {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final int PAUSE_HOURS = 1;
    private static final int BATCH = 500;

    private final Ledger ledger;
    private final Database database;
    private final PhotoVault vault;

    /** Of this vault, by the rows of this database. */
    public Sweeping(Ledger ledger, Database database, PhotoVault vault) {
        this.ledger = ledger;
        this.database = database;
        this.vault = vault;
    }

    /**
     * Forgets both; says how many belonged to nobody. May be killed at any moment and run again.
     *
     * @throws TucaiException if it cannot be told what belongs to nobody, since records cannot be read: only photos of erased
     *     records are forgotten then
     */
    public int sweep() {
        forgetErased();
        listOlder();
        Set<VaultId> nobodys = withoutRow();
        if (!nobodys.isEmpty()) {
            leaveNamed(nobodys);
        }
        int swept = (int) nobodys.stream().filter(this::isSwept).count();
        if (swept > 0) {
            LOG.info("the vault held {} photos that no record names; they are deleted", swept);
        }
        return swept;
    }

    private Set<VaultId> withoutRow() {
        Set<VaultId> found = new LinkedHashSet<>();
        try (Stream<VaultId> all = vault.list()) {
            Iterator<VaultId> ids = all.iterator();
            while (ids.hasNext()) {
                List<VaultId> batch = next(ids);
                found.addAll(database.read(handle -> KeptPhotos.unnamed(handle, batch)));
            }
        }
        return found;
    }

    /** A row that was damaged or lost must not cost a photo: what an event names stays, and gets its row again. */
    private void leaveNamed(Set<VaultId> photos) {
        int unreadable = 0;
        for (String stream : ledger.read(Ledger.Work::streams)) {
            try {
                List<VaultId> named = ledger.read(work -> work.photosOf(stream)).stream()
                        .filter(photos::contains)
                        .toList();
                named.forEach(photo -> listAgain(stream, photo));
                named.forEach(photos::remove);
            } catch (UnreadableException e) {
                unreadable++;
            }
        }
        if (unreadable > 0) {
            throw new TucaiException("the vault is not swept: it holds " + photos.size()
                    + " photos without a row, and they may be of the " + unreadable
                    + " records that cannot be read; restore their rows from a backup or erase them");
        }
    }

    private void listAgain(String stream, VaultId photo) {
        if (ledger.inTransaction(work -> work.listAgain(stream, photo))) {
            LOG.warn(
                    "the row of photo {} was damaged or lost; record {} names it, and it is listed again",
                    photo,
                    stream);
        }
    }

    /** Has the vault forget the photos of erased records. One that cannot be stops nothing: the next sweep tries again. */
    public void forgetErased() {
        try {
            ledger.read(work -> Erasure.noted(work.handle())).forEach(this::forget);
        } catch (RuntimeException e) {
            LOG.warn(
                    "photos of erased records may lie in the vault still: {}",
                    e.getClass().getName());
        }
    }

    private void forget(VaultId photo) {
        try {
            vault.delete(photo);
            ledger.inTransaction(work -> {
                Erasure.done(work.handle(), photo);
                return photo;
            });
        } catch (RuntimeException e) {
            // Without the exception: a vault of somebody else's may quote anything.
            LOG.warn(
                    "photo {} of an erased record lies in the vault still ({}); the next sweep tries again",
                    photo,
                    e.getClass().getName());
        }
    }

    private static List<VaultId> next(Iterator<VaultId> ids) {
        List<VaultId> batch = new ArrayList<>();
        while (ids.hasNext() && batch.size() < BATCH) {
            batch.add(ids.next());
        }
        return batch;
    }

    /** Forgets those of these photos, which no event can name, that belong to nobody; says how many. */
    public int sweep(List<VaultId> photos) {
        return (int) database.read(handle -> KeptPhotos.unnamed(handle, photos)).stream()
                .filter(this::isSwept)
                .count();
    }

    /** Whether the photo belonged to nobody. Whoever is about to keep it waits for the roll-back and puts it again then. */
    private boolean isSwept(VaultId photo) {
        try {
            return database.rolledBack(handle -> {
                KeptPhotos.seize(handle, photo);
                return isDeleted(photo);
            });
        } catch (ConcurrentChangeException e) {
            return false;
        }
    }

    /** One that cannot be deleted stops no other. */
    private boolean isDeleted(VaultId photo) {
        try {
            vault.delete(photo);
            return true;
        } catch (RuntimeException e) {
            // Without the exception: a vault of somebody else's may quote anything.
            LOG.warn(
                    "photo {}, which no record names, lies in the vault still ({}); the next sweep tries again",
                    photo,
                    e.getClass().getName());
            return false;
        }
    }

    private void listOlder() {
        int unreadable = 0;
        String after = "";
        List<String> batch;
        do {
            String from = after;
            batch = ledger.read(work -> KeptPhotos.unlisted(work.handle(), from, BATCH));
            for (String stream : batch) {
                unreadable += isListed(stream) ? 0 : 1;
                after = stream;
            }
        } while (!batch.isEmpty());
        if (unreadable > 0) {
            throw new TucaiException(
                    "the vault is not swept: the photos of " + unreadable + " records of an older version"
                            + " are not known, since their events cannot be read; restore their rows from a backup or erase them");
        }
    }

    private boolean isListed(String stream) {
        Optional<RecordId> record = ledger.read(work -> work.recordId(stream));
        try {
            record.ifPresent(id -> ledger.inTransaction(work -> {
                work.listPhotos(id);
                return id;
            }));
            return record.isPresent();
        } catch (TucaiException e) {
            return false;
        }
    }

    /** The worker's task for the campaign. */
    public RecurringTask<Void> task() {
        return Tasks.recurring("tucai-sweep-" + ledger.campaign().id(), FixedDelay.ofHours(PAUSE_HOURS))
                .execute((instance, context) -> sweep());
    }
}
