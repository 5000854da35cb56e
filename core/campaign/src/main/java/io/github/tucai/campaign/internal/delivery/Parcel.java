package io.github.tucai.campaign.internal.delivery;

import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryOutcome;
import java.util.Optional;
import java.util.UUID;

/** One thing in the outbox: the photo of a record, or that one is withdrawn, by the version of the delivery. */
record Parcel(Kind kind, RecordId record, int version) {
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

    /** The parcel of a task of the scheduler. */
    static Parcel ofTask(String instance) {
        String[] parts = instance.split(":", -1);
        Kind kind = parts[1].startsWith(Kind.WITHDRAWAL.mark) ? Kind.WITHDRAWAL : Kind.PHOTO;
        return new Parcel(kind, new RecordId(parts[0]), Integer.parseInt(parts[1].substring(kind.mark.length())));
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
