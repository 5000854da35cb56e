package io.github.tucai.benchmarks.faults;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.Suspicion;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.WithdrawalEntry;
import java.util.List;
import java.util.Optional;

/**
 * How a record stands, as far as a student or a school is told; it travels as one word.
 *
 * @param record its number
 * @param events the number of its newest event
 * @param state its state's name
 * @param accepted digest of the accepted photo, or {@code -}
 * @param review digest of the photo that a person decides on, or {@code -}
 * @param suspected digest of the photo under suspicion, or {@code -}
 * @param locked whether it is
 * @param paid whether the student paid
 * @param consented whether the student agreed
 * @param version of the newest delivery; 0 before the first
 * @param delivery status of the newest delivery, or {@code -}
 * @param withdrawal up to which version the registry is told to count nothing; 0 before the first time
 * @param told status of that telling, or {@code -}
 */
record Standing(
        String record,
        int events,
        String state,
        String accepted,
        String review,
        String suspected,
        boolean locked,
        boolean paid,
        boolean consented,
        int version,
        String delivery,
        int withdrawal,
        String told) {
    static final String NONE = "-";

    static Standing of(CaptureRecord record) {
        List<WithdrawalEntry> all = record.withdrawals();
        Optional<WithdrawalEntry> withdrawal = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        return new Standing(
                record.id().value(),
                record.events(),
                record.state().name(),
                digest(record.accepted()),
                digest(record.inReview()),
                digest(record.suspicion().map(Suspicion::photo)),
                record.lock().isPresent(),
                record.payment().isPresent(),
                record.declarations().isPresent(),
                record.deliveries().size(),
                record.delivery().map(DeliveryEntry::status).map(Enum::name).orElse(NONE),
                withdrawal.map(WithdrawalEntry::version).orElse(0),
                withdrawal.map(WithdrawalEntry::status).map(Enum::name).orElse(NONE));
    }

    private static String digest(Optional<PhotoRef> photo) {
        return photo.map(there -> there.digest().hex()).orElse(NONE);
    }

    boolean hasAccepted() {
        return !accepted.equals(NONE);
    }

    boolean isInReview() {
        return !review.equals(NONE);
    }

    boolean isSuspected() {
        return !suspected.equals(NONE);
    }

    /** Whether the registry refused a photo or a withdrawal, or did not answer for long. */
    boolean waitsForAPerson() {
        return isStuck(told) || (hasAccepted() && isStuck(delivery));
    }

    /** Whether it is the withdrawal that waits. */
    boolean isTellingStuck() {
        return isStuck(told);
    }

    private static boolean isStuck(String status) {
        return status.equals("REFUSED") || status.equals("WAITING");
    }

    String word() {
        return String.join(
                ",",
                record,
                Integer.toString(events),
                state,
                accepted,
                review,
                suspected,
                Boolean.toString(locked),
                Boolean.toString(paid),
                Boolean.toString(consented),
                Integer.toString(version),
                delivery,
                Integer.toString(withdrawal),
                told);
    }

    static Standing parse(String word) {
        String[] part = word.split(",", -1);
        return new Standing(
                part[0],
                Integer.parseInt(part[1]),
                part[2],
                part[3],
                part[4],
                part[5],
                Boolean.parseBoolean(part[6]),
                Boolean.parseBoolean(part[7]),
                Boolean.parseBoolean(part[8]),
                Integer.parseInt(part[9]),
                part[10],
                Integer.parseInt(part[11]),
                part[12]);
    }
}
