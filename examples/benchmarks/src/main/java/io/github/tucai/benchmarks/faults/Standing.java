package io.github.tucai.benchmarks.faults;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.delivery.DeliveryEntry;
import java.util.Optional;

/**
 * How a record stands, as far as a student or a school is told; it travels as one word.
 *
 * @param record its number
 * @param events the number of its newest event
 * @param state its state's name
 * @param accepted digest of the accepted photo, or {@code -}
 * @param review digest of the new photo that a person decides on, or {@code -}
 * @param suspected whether a photo is under suspicion
 * @param locked whether it is
 * @param paid whether the student paid
 * @param consented whether the student agreed
 * @param version of the newest delivery; 0 before the first
 * @param delivery status of the newest delivery, or {@code -}
 */
record Standing(
        String record,
        int events,
        String state,
        String accepted,
        String review,
        boolean suspected,
        boolean locked,
        boolean paid,
        boolean consented,
        int version,
        String delivery) {
    static final String NONE = "-";

    static Standing of(CaptureRecord record) {
        return new Standing(
                record.id().value(),
                record.events(),
                record.state().name(),
                digest(record.accepted()),
                digest(record.inReview()),
                record.suspicion().isPresent(),
                record.lock().isPresent(),
                record.payment().isPresent(),
                record.declarations().isPresent(),
                record.deliveries().size(),
                record.delivery().map(DeliveryEntry::status).map(Enum::name).orElse(NONE));
    }

    private static String digest(Optional<PhotoRef> photo) {
        return photo.map(there -> there.digest().hex()).orElse(NONE);
    }

    boolean hasAccepted() {
        return !accepted.equals(NONE);
    }

    boolean isUndecided() {
        return suspected || !review.equals(NONE);
    }

    String word() {
        return String.join(
                ",",
                record,
                Integer.toString(events),
                state,
                accepted,
                review,
                Boolean.toString(suspected),
                Boolean.toString(locked),
                Boolean.toString(paid),
                Boolean.toString(consented),
                Integer.toString(version),
                delivery);
    }

    static Standing parse(String word) {
        String[] part = word.split(",", -1);
        return new Standing(
                part[0],
                Integer.parseInt(part[1]),
                part[2],
                part[3],
                part[4],
                Boolean.parseBoolean(part[5]),
                Boolean.parseBoolean(part[6]),
                Boolean.parseBoolean(part[7]),
                Boolean.parseBoolean(part[8]),
                Integer.parseInt(part[9]),
                part[10]);
    }
}
