package io.github.tucai;

import io.github.tucai.capture.RecordId;
import io.github.tucai.delivery.DeliveryEntry;
import java.util.Objects;

/**
 * One delivery, or the withdrawal of one, as it stands in the outbox.
 *
 * @param record whose
 * @param kind whether a photo goes to the registry or word that one counts no more
 * @param version counts the deliveries of the record from 1
 * @param status waiting to be sealed, queued, or how it ended
 * @param attempts tries so far that got no answer, or in which sealing failed
 * @param detail why it was refused or waits, or the class of the failure that kept it from being sealed; empty otherwise
 */
public record DeliveryItem(
        RecordId record, Kind kind, int version, DeliveryEntry.Status status, int attempts, String detail) {
    /** What goes to the registry. */
    public enum Kind {
        /** The product of an accepted photo. */
        PHOTO,
        /** That everything up to the version counts no more. */
        WITHDRAWAL
    }

    public DeliveryItem {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(detail, "detail");
    }

    /** Without the detail, in which the registry may quote what it was sent. */
    @Override
    public String toString() {
        return "DeliveryItem[" + record + ", " + kind + " " + version + ", " + status + ", " + attempts + " attempts]";
    }
}
