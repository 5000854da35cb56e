package io.github.tucai.campaign.internal.secret;

import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.VaultId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is to be forgotten for good: noted with the transaction that erases the record, done after it. */
public final class Erasure {
    private Erasure() {}

    /** Notes all photos that a record keeps, in the caller's transaction. */
    public static void note(Handle handle, RecordId record) {
        KeptPhotos.of(handle, record)
                .forEach(photo ->
                        Races.guarded(() -> handle.createUpdate("insert into photo_to_erase (photo) values (:p)")
                                .bind("p", photo.value())
                                .execute()));
    }

    /** The photos noted and not yet forgotten. */
    public static List<VaultId> noted(Handle handle) {
        return handle.createQuery("select photo from photo_to_erase").mapTo(String.class).list().stream()
                // A row that was damaged names no photo any more; the sweep finds it.
                .filter(VaultId::isValid)
                .map(VaultId::new)
                .toList();
    }

    /** Crosses one off that the vault has forgotten. */
    public static void done(Handle handle, VaultId photo) {
        KeptPhotos.release(handle, photo);
        Races.guarded(() -> handle.createUpdate("delete from photo_to_erase where photo = :p")
                .bind("p", photo.value())
                .execute());
    }
}
