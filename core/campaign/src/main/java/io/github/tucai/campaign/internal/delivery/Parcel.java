package io.github.tucai.campaign.internal.delivery;

import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryOutcome;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One thing in the outbox: the photo of a record, or that one is withdrawn, by the version of the delivery. */
record Parcel(Kind kind, RecordId record, int version) {
    private static final Pattern TASK = Pattern.compile("([0-9a-f]{32}):(w?)([0-9]{1,9}):.*");

    /** What goes out; each kind has a table of its own. */
    enum Kind {
        PHOTO("delivery", ""),
        WITHDRAWAL("withdrawal", "w");

        private final String table;
        private final String mark;

        Kind(String table, String mark) {
            this.table = table;
            this.mark = mark;
        }

        String table() {
            return table;
        }
    }

    /** The parcel of a task of the scheduler; empty where the task was damaged. */
    static Optional<Parcel> ofTask(String instance) {
        Matcher task = TASK.matcher(instance);
        return task.matches()
                ? of(
                        task.group(2).equals(Kind.WITHDRAWAL.mark) ? Kind.WITHDRAWAL : Kind.PHOTO,
                        task.group(1),
                        Integer.parseInt(task.group(3)))
                : Optional.empty();
    }

    /** The parcel of a row; empty where its number was damaged. */
    static Optional<Parcel> of(Kind kind, String stream, int version) {
        try {
            return Optional.of(new Parcel(kind, new RecordId(stream), version));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What of a record is to be sent or waits for a person. */
    static Stream<Parcel> open(CaptureRecord record) {
        return Stream.concat(
                record.deliveries().stream()
                        .filter(d -> d.status().isOpen())
                        .map(d -> new Parcel(Kind.PHOTO, record.id(), d.version())),
                record.withdrawals().stream()
                        .filter(w -> w.status().isOpen())
                        .map(w -> new Parcel(Kind.WITHDRAWAL, record.id(), w.version())));
    }

    /** Each putting into the outbox is a task of its own: one that just ends must not swallow the one that tries again. */
    String newTask() {
        return record.value() + ":" + kind.mark + version + ":" + UUID.randomUUID();
    }

    /** For logs. */
    @Override
    public String toString() {
        return (kind == Kind.PHOTO ? "delivery " : "withdrawal ") + version + " of record " + record;
    }

    CaptureCommand answer(DeliveryOutcome outcome) {
        return kind == Kind.PHOTO
                ? new CaptureCommand.Answer(version, outcome)
                : new CaptureCommand.AnswerWithdrawal(version, outcome);
    }

    CaptureCommand giveUp(String detail) {
        return kind == Kind.PHOTO
                ? new CaptureCommand.GiveUp(version, detail)
                : new CaptureCommand.GiveUpWithdrawal(version, detail);
    }

    /** How it stands in the record. */
    Optional<DeliveryEntry.Status> status(CaptureRecord there) {
        return kind == Kind.PHOTO
                ? there.deliveries().stream()
                        .filter(d -> d.version() == version)
                        .map(DeliveryEntry::status)
                        .findFirst()
                : there.withdrawals().stream()
                        .filter(w -> w.version() == version)
                        .map(w -> w.status())
                        .findFirst();
    }
}
