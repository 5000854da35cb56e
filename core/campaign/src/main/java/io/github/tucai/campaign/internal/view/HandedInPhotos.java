package io.github.tucai.campaign.internal.view;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PictureHash;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The photos of one campaign by digest and hash, numbered in the order in which they were added. Every method works in the
 * caller's transaction.
 *
 * <p>The nearest hash is found by comparing with all, since no index finds neighbours this far apart: of 100,000 photos in H2
 * that takes about 100 ms. Therefore it is done before the transaction that adds, which compares with the few that came since.
 */
public final class HandedInPhotos {
    private static final Logger LOG = LoggerFactory.getLogger(HandedInPhotos.class);

    private final String campaign;
    private final BlindIndex index;
    private final AtomicBoolean spoilt = new AtomicBoolean();

    private HandedInPhotos(String campaign, BlindIndex index) {
        this.campaign = campaign;
        this.index = index;
    }

    /**
     * Those of one campaign.
     *
     * @throws ConcurrentChangeException if somebody else just opened them for the first time
     */
    public static HandedInPhotos open(Handle handle, String campaign, BlindIndex index) {
        HandedInPhotos photos = new HandedInPhotos(campaign, index);
        if (photos.added(handle).isEmpty()) {
            photos.begin(handle);
        }
        return photos;
    }

    /** Goes on after the highest number there is: the row may have been lost. */
    private void begin(Handle handle) {
        Races.guarded(() -> handle.createUpdate("insert into handed_in_count (campaign, added) values (:c, :n)")
                .bind("c", campaign)
                .bind("n", highest(handle))
                .execute());
    }

    private Optional<Long> added(Handle handle) {
        return handle.createQuery("select added from handed_in_count where campaign = :c")
                .bind("c", campaign)
                .mapTo(Long.class)
                .findOne();
    }

    private long highest(Handle handle) {
        return handle.createQuery("select coalesce(max(number), 0) from handed_in_photo where campaign = :c")
                .bind("c", campaign)
                .mapTo(Long.class)
                .one();
    }

    /** The number of the newest photo. */
    public long newest(Handle handle) {
        return added(handle).orElseGet(() -> highest(handle));
    }

    /**
     * Takes the next number and keeps everybody else from taking one until the transaction ends: what is compared in it
     * afterwards is all there is.
     */
    public long next(Handle handle) {
        if (oneMore(handle) == 0) {
            begin(handle);
            oneMore(handle);
        }
        return newest(handle);
    }

    private int oneMore(Handle handle) {
        return Races.guarded(
                () -> handle.createUpdate("update handed_in_count set added = added + 1 where campaign = :c")
                        .bind("c", campaign)
                        .execute());
    }

    /** Keeps what is needed to recognise a photo; of one that is known already the newest word counts. */
    public void add(
            Handle handle,
            String stream,
            long number,
            ImageDigest digest,
            Optional<PictureHash> hash,
            boolean rejected) {
        Races.guarded(() -> handle.createUpdate("delete from handed_in_photo where stream = :i and digest = :d")
                .bind("i", stream)
                .bind("d", hidden(digest))
                .execute());
        Races.guarded(() -> handle.createUpdate(
                        "insert into handed_in_photo (stream, digest, campaign, number, hash, rejected)"
                                + " values (:i, :d, :c, :n, :h, :r)")
                .bind("i", stream)
                .bind("d", hidden(digest))
                .bind("c", campaign)
                .bind("n", number)
                .bind("h", hash.map(PictureHash::hex).orElse(null))
                .bind("r", rejected)
                .execute());
    }

    /** A person rejected a photo that the check had let pass, or withdrew it. */
    public void reject(Handle handle, String stream, ImageDigest digest) {
        Races.guarded(() -> handle.createUpdate(
                        "update handed_in_photo set rejected = true where stream = :i and digest = :d")
                .bind("i", stream)
                .bind("d", hidden(digest))
                .execute());
    }

    /** Forgets the photos of a stream; nothing stays that would recognise them. */
    public void forget(Handle handle, String stream) {
        Races.guarded(() -> handle.createUpdate("delete from handed_in_photo where stream = :i")
                .bind("i", stream)
                .execute());
    }

    /**
     * Bits to the nearest photo of another stream, 0 for the very bytes of one or of a rejected one of this stream.
     *
     * @param after compares only with photos of higher numbers; 0 for all
     * @return {@link PictureHash#BITS} where there is none to compare with
     */
    public int nearest(Handle handle, String stream, long after, ImageDigest digest, Optional<PictureHash> hash) {
        if (isKnown(handle, stream, after, digest)) {
            return 0;
        }
        return hash.map(wanted -> nearest(handle, stream, after, wanted)).orElse(PictureHash.BITS);
    }

    private boolean isKnown(Handle handle, String stream, long after, ImageDigest digest) {
        return handle.createQuery("select count(*) from handed_in_photo where campaign = :c and digest = :d"
                                + " and number > :n and (stream <> :i or rejected = true)")
                        .bind("c", campaign)
                        .bind("d", hidden(digest))
                        .bind("n", after)
                        .bind("i", stream)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private int nearest(Handle handle, String stream, long after, PictureHash wanted) {
        try (Stream<String> others = handle
                .createQuery("select hash from handed_in_photo"
                        + " where campaign = :c and number > :n and stream <> :i and hash is not null")
                .bind("c", campaign)
                .bind("n", after)
                .bind("i", stream)
                .mapTo(String.class)
                .stream()) {
            return others.mapToInt(other -> distance(wanted, other)).min().orElse(PictureHash.BITS);
        }
    }

    /** A hash that somebody spoilt is like no picture. */
    private int distance(PictureHash wanted, String other) {
        try {
            return wanted.distance(PictureHash.parse(other));
        } catch (IllegalArgumentException e) {
            if (spoilt.compareAndSet(false, true)) {
                LOG.warn("a row of handed_in_photo holds no hash: its photo is compared byte by byte only");
            }
            return PictureHash.BITS;
        }
    }

    private String hidden(ImageDigest digest) {
        return index.of("handed_in_photo.digest", campaign, digest.hex());
    }
}
