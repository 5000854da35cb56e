package io.github.tucai;

import io.github.tucai.capture.RecordId;
import io.github.tucai.delivery.DeliveryEntry;
import java.util.Objects;

/**
 * One delivery as it stands in the outbox.
 *
 * @param record whose
 * @param version counts the deliveries of the record from 1
 * @param status waiting to be sealed, queued, or how it ended
 * @param attempts tries so far that got no answer, or in which sealing failed
 * @param detail why it was refused or waits, or the class of the failure that kept it from being sealed; empty otherwise
 */
public record DeliveryItem(RecordId record, int version, DeliveryEntry.Status status, int attempts, String detail) {
    public DeliveryItem {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(detail, "detail");
    }
}
