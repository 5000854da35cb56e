package io.github.tucai.campaign.internal.secret;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.VaultId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which record a photo of the vault belongs to. {@link #keep} comes in the transaction of the event that names the photo and
 * before the vault is given it, so that a photo without a row, seen or not yet committed, belongs to nobody.
 */
public final class KeptPhotos {
    private KeptPhotos() {}

    /**
     * A record keeps this photo if the caller's transaction commits. Only now may it be put into the vault.
     *
     * @throws ConcurrentChangeException if a sweep holds the id, which what an earlier try had put is just swept of
     */
    public static void keep(Handle handle, RecordId record, VaultId photo) {
        Races.guarded(() -> insert(handle, record.value(), photo));
    }

    private static int insert(Handle handle, String stream, VaultId photo) {
        return handle.createUpdate("insert into kept_photo (photo, stream) values (:p, :s)")
                .bind("p", photo.value())
                .bind("s", stream)
                .execute();
    }

    /** No record keeps it any more once the caller's transaction commits; delete it from the vault after that. */
    public static void release(Handle handle, VaultId photo) {
        Races.guarded(() -> handle.createUpdate("delete from kept_photo where photo = :p")
                .bind("p", photo.value())
                .execute());
    }

    /** The photos a record keeps. */
    public static List<VaultId> of(Handle handle, RecordId record) {
        return handle
                .createQuery("select photo from kept_photo where stream = :s order by photo")
                .bind("s", record.value())
                .mapTo(String.class)
                .list()
                .stream()
                // A row that was damaged names no photo any more; the sweep finds it.
                .filter(VaultId::isValid)
                .map(VaultId::new)
                .toList();
    }

    /** Those of these photos that no committed row names. */
    public static Set<VaultId> unnamed(Handle handle, Collection<VaultId> photos) {
        Set<VaultId> left = new HashSet<>(photos);
        if (!left.isEmpty()) {
            handle.createQuery("select photo from kept_photo where photo in (<photos>)")
                    .bindList("photos", photos.stream().map(VaultId::value).toList())
                    .mapTo(String.class)
                    .forEach(photo -> left.remove(new VaultId(photo)));
        }
        return left;
    }

    /**
     * Takes a photo that belongs to nobody, until the caller's transaction is rolled back: nobody can keep it before that.
     *
     * @throws ConcurrentChangeException if a record keeps it, or may be about to
     */
    public static void seize(Handle handle, VaultId photo) {
        Races.waitBriefly(handle);
        Races.guarded(() -> insert(handle, "", photo));
    }

    /** Up to so many streams whose photos are not listed yet, after this one, as their rows name them. */
    public static List<String> unlisted(Handle handle, String after, int atMost) {
        return handle.createQuery("select stream from unlisted_stream where stream > :a order by stream fetch first "
                        + atMost + " rows only")
                .bind("a", after)
                .mapTo(String.class)
                .list();
    }

    /** How many streams are not listed. */
    public static int unlisted(Handle handle) {
        return handle.createQuery("select count(*) from unlisted_stream")
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Lists a stream of before there were these rows.
     *
     * @param photos all that its events name
     */
    public static void list(Handle handle, RecordId record, Collection<VaultId> photos) {
        int first = Races.guarded(() -> handle.createUpdate("delete from unlisted_stream where stream = :s")
                .bind("s", record.value())
                .execute());
        if (first == 1) {
            Set<VaultId> kept = new HashSet<>(of(handle, record));
            photos.stream()
                    .distinct()
                    .filter(photo -> !kept.contains(photo))
                    .forEach(photo -> keep(handle, record, photo));
        }
    }

    /** Whether a stream is not listed. */
    public static boolean isUnlisted(Handle handle, RecordId record) {
        return handle.createQuery("select count(*) from unlisted_stream where stream = :s")
                        .bind("s", record.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
