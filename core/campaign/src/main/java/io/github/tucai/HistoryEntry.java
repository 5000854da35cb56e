package io.github.tucai;

import io.github.tucai.capture.CaptureEvent;
import java.util.Objects;

/**
 * One line of a record's history.
 *
 * @param sequence from 1
 * @param actor as the audit log names them, for students without the account; never a student's number
 * @param event what happened
 */
public record HistoryEntry(int sequence, String actor, CaptureEvent event) {
    public HistoryEntry {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(event, "event");
    }

    /** The same without the accounts of staff: what they are, not who. */
    HistoryEntry withoutAccounts() {
        return new HistoryEntry(sequence, role(actor), withoutAccounts(event));
    }

    private static CaptureEvent withoutAccounts(CaptureEvent event) {
        if (event instanceof CaptureEvent.PhotoSeen e) {
            return new CaptureEvent.PhotoSeen(e.at(), e.photo(), role(e.by()));
        } else if (event instanceof CaptureEvent.ViolationSuspected e) {
            return new CaptureEvent.ViolationSuspected(e.at(), e.reason(), e.photo(), e.by().map(HistoryEntry::role));
        } else if (event instanceof CaptureEvent.Locked e) {
            return new CaptureEvent.Locked(e.at(), e.reason(), e.photo(), e.by().map(HistoryEntry::role));
        }
        return event;
    }

    private static String role(String auditName) {
        return auditName.split(":", 2)[0];
    }
}
