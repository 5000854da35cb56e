package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.campaign.internal.view.HandedInPhotos;
import io.github.tucai.campaign.internal.view.HandedInPhotos.Hit;
import io.github.tucai.campaign.internal.view.HandedInPhotos.Row;
import io.github.tucai.capture.RecordId;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PictureHash;
import java.util.List;
import java.util.Optional;

/** The photos of a campaign, as one is compared with all others. Safe for concurrent use. */
public final class Comparing {
    /** More than are ever handed in at one moment. */
    private static final int NEWEST = 200;

    private final Ledger ledger;
    private final HandedInPhotos photos;

    /** Over the photos of the campaign of this ledger. */
    public Comparing(Ledger ledger, HandedInPhotos photos) {
        this.ledger = ledger;
        this.photos = photos;
    }

    /** As {@link HandedInPhotos#nearest}. */
    public int nearest(RecordId record, ImageDigest digest, Optional<PictureHash> hash) {
        return ledger.read(work -> nearest(work, record, digest, hash));
    }

    /** The same in a transaction. */
    public int nearest(Ledger.Work work, RecordId record, ImageDigest digest, Optional<PictureHash> hash) {
        return photos.nearest(work.handle(), record.value(), digest, hash);
    }

    /** Keeps what is needed to recognise a photo, which is to be compared once more when it is committed. */
    public Row add(
            Ledger.Work work,
            RecordId record,
            ImageDigest digest,
            Optional<PictureHash> hash,
            boolean isRejected,
            int foundBits) {
        long number = photos.next(work.handle());
        photos.add(work.handle(), record.value(), number, digest, hash, isRejected, foundBits);
        return photos.row(record.value(), digest, number, hash, foundBits);
    }

    /** A person rejected a photo that the check had let pass, or withdrew it. */
    public void reject(Ledger.Work work, RecordId record, ImageDigest digest) {
        photos.reject(work.handle(), record.value(), digest);
    }

    /** Forgets the photos of a record. */
    public void forget(Ledger.Work work, RecordId record) {
        photos.forget(work.handle(), record.value());
    }

    /** Photos of others that are nearer than what was found when this one was checked. */
    public List<Hit> hits(Row of) {
        return ledger.read(work -> photos.hits(work.handle(), of));
    }

    /** The photo with this number. */
    public Optional<Row> find(long number) {
        return ledger.read(work -> photos.find(work.handle(), number));
    }

    /** Whether a row is of a photo. */
    public boolean isOf(Row row, ImageDigest digest) {
        return photos.isOf(row, digest);
    }

    /** A nearer one was found since, and that is told in the same transaction. */
    public void found(Ledger.Work work, Row row, int bits) {
        photos.found(work.handle(), row.number(), bits);
    }

    /** The newest photos, among which are all that a kill left uncompared. */
    public List<Row> newest() {
        return ledger.read(work -> photos.newest(work.handle(), NEWEST));
    }
}
