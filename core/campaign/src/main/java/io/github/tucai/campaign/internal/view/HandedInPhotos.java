package io.github.tucai.campaign.internal.view;

import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PictureHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The photos of one campaign by digest and hash, with numbers from a sequence. Every method works in the caller's transaction.
 *
 * <p>The nearest hash is found by comparing with all, since no index finds neighbours this far apart; they lie in memory for that.
 * A row that was erased, by another process too, is no neighbour: whatever memory finds is looked up.
 */
public final class HandedInPhotos {
    private static final String SEQUENCE = "tucai_photo_number";

    private final String campaign;
    private final BlindIndex index;
    private final PackedHashes hashes;

    private HandedInPhotos(String campaign, BlindIndex index) {
        this.campaign = campaign;
        this.index = index;
        this.hashes = new PackedHashes(campaign);
    }

    /** Those of one campaign; goes on after the highest number there is, where the sequence was lost or is new. */
    public static HandedInPhotos open(Handle handle, String campaign, BlindIndex index) {
        long highest = handle.createQuery("select coalesce(max(number), 0) from handed_in_photo")
                .mapTo(Long.class)
                .one();
        if (Races.next(handle, SEQUENCE) <= highest) {
            handle.execute("alter sequence " + SEQUENCE + " restart with " + (highest + 1));
        }
        return new HandedInPhotos(campaign, index);
    }

    /** A number of its own for a photo, higher than any that was given before. */
    public long next(Handle handle) {
        return Races.next(handle, SEQUENCE);
    }

    /**
     * Keeps what is needed to recognise a photo; of one that is known already the newest word counts.
     *
     * @param foundBits how near the nearest was when it was checked
     */
    public void add(
            Handle handle,
            String stream,
            long number,
            ImageDigest digest,
            Optional<PictureHash> hash,
            boolean rejected,
            int foundBits) {
        Races.guarded(() -> handle.createUpdate("delete from handed_in_photo where stream = :i and digest = :d")
                .bind("i", stream)
                .bind("d", hidden(digest))
                .execute());
        Races.guarded(() -> handle.createUpdate(
                        "insert into handed_in_photo (stream, digest, campaign, number, hash, rejected,"
                                + " found_bits) values (:i, :d, :c, :n, :h, :r, :f)")
                .bind("i", stream)
                .bind("d", hidden(digest))
                .bind("c", campaign)
                .bind("n", number)
                .bind("h", hash.map(PictureHash::hex).orElse(null))
                .bind("r", rejected)
                .bind("f", foundBits)
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
     * @return {@link PictureHash#BITS} where there is none to compare with
     */
    public int nearest(Handle handle, String stream, ImageDigest digest, Optional<PictureHash> hash) {
        if (isKnown(handle, stream, digest)) {
            return 0;
        }
        if (hash.isEmpty()) {
            return PictureHash.BITS;
        }
        hashes.refresh(handle);
        Optional<Hit> nearest = hashes.nearest(stream, hash.get());
        while (nearest.isPresent() && find(handle, nearest.get().number()).isEmpty()) {
            hashes.forget(nearest.get().number());
            nearest = hashes.nearest(stream, hash.get());
        }
        return nearest.map(Hit::bits).orElse(PictureHash.BITS);
    }

    private boolean isKnown(Handle handle, String stream, ImageDigest digest) {
        return handle.createQuery("select count(*) from handed_in_photo where campaign = :c and digest = :d"
                                + " and (stream <> :i or rejected = true)")
                        .bind("c", campaign)
                        .bind("d", hidden(digest))
                        .bind("i", stream)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Another's photo that is as near as this. */
    public record Hit(long number, int bits) {}

    /**
     * A photo as its row has it.
     *
     * @param digest keyed
     * @param foundBits how near the nearest was when it was checked, or nearer ones that were told since
     */
    public record Row(String stream, String digest, long number, Optional<PictureHash> hash, int foundBits) {}

    /** Photos of others that are nearer than what was found when this one was checked. */
    public List<Hit> hits(Handle handle, Row of) {
        List<Hit> hits = new ArrayList<>();
        if (of.foundBits() > 0) {
            handle.createQuery(
                            "select number from handed_in_photo where campaign = :c and digest = :d and stream <> :i")
                    .bind("c", campaign)
                    .bind("d", of.digest())
                    .bind("i", of.stream())
                    .mapTo(Long.class)
                    .forEach(number -> hits.add(new Hit(number, 0)));
        }
        hashes.refresh(handle);
        of.hash().ifPresent(hash -> hits.addAll(hashes.nearer(of.stream(), hash, of.foundBits())));
        return hits;
    }

    /** The photo with this number; empty where it is erased, or handed in anew. */
    public Optional<Row> find(Handle handle, long number) {
        return handle.createQuery(
                        "select stream, digest, number, hash, found_bits from handed_in_photo where campaign = :c and number = :n")
                .bind("c", campaign)
                .bind("n", number)
                .map((row, context) -> row(row))
                .findOne();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1), row.getString(2), row.getLong(3), PackedHashes.hash(row.getString(4)), row.getInt(5));
    }

    /** The photos with the highest numbers. */
    public List<Row> newest(Handle handle, int most) {
        return handle.createQuery(
                        "select stream, digest, number, hash, found_bits from handed_in_photo where campaign = :c"
                                + " order by number desc fetch first " + most + " rows only")
                .bind("c", campaign)
                .map((row, context) -> row(row))
                .list();
    }

    /** A nearer one was found since, and that is told. */
    public void found(Handle handle, long number, int bits) {
        Races.guarded(() -> handle.createUpdate("update handed_in_photo set found_bits = :b where campaign = :c"
                        + " and number = :n and found_bits > :b")
                .bind("b", bits)
                .bind("c", campaign)
                .bind("n", number)
                .execute());
    }

    /** Whether a row is of a photo. */
    public boolean isOf(Row row, ImageDigest digest) {
        return row.digest().equals(hidden(digest));
    }

    /** The row that a photo has, or will have. */
    public Row row(String stream, ImageDigest digest, long number, Optional<PictureHash> hash, int foundBits) {
        return new Row(stream, hidden(digest), number, hash, foundBits);
    }

    private String hidden(ImageDigest digest) {
        return index.of("handed_in_photo.digest", campaign, digest.hex());
    }
}
