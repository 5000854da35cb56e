package io.github.tucai;

import io.github.tucai.campaign.internal.ledger.EventStore.Stored;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.photo.ImageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a record's history.
 *
 * @param sequence from 1
 * @param actor as the audit log names them, for students without the account; never a student's number
 * @param event what happened
 */
public record HistoryEntry(int sequence, String actor, CaptureEvent event) {
    /** In place of words that the reader has not opened. */
    private static final String UNREAD = "…";

    public HistoryEntry {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(event, "event");
    }

    static HistoryEntry of(Stored<CaptureEvent> stored) {
        return new HistoryEntry(stored.sequence(), stored.actor(), stored.event());
    }

    /**
     * The same without what checks found in photos, and what students said of them.
     *
     * @param opened but for this one
     */
    HistoryEntry withoutEvidence(Optional<ImageDigest> opened) {
        return new HistoryEntry(sequence, actor, withoutEvidence(event, opened));
    }

    private static CaptureEvent withoutEvidence(CaptureEvent event, Optional<ImageDigest> opened) {
        if (event instanceof CaptureEvent.PhotoChecked e && !opened.equals(Optional.of(e.photo()))) {
            return new CaptureEvent.PhotoChecked(
                    e.at(), e.photo(), e.stage(), e.profile(), e.profileDigest(), e.verdict(), List.of());
        } else if (event instanceof CaptureEvent.PersonAsked e
                && !opened.equals(Optional.of(e.photo().digest()))) {
            return new CaptureEvent.PersonAsked(e.at(), e.photo(), UNREAD);
        } else if (event instanceof CaptureEvent.SuspicionAnswered e
                && (opened.isEmpty() || !opened.equals(e.photo()))) {
            return new CaptureEvent.SuspicionAnswered(e.at(), UNREAD, e.photo());
        }
        return event;
    }

    /** The same without the accounts of staff: what they are, not who. */
    HistoryEntry withoutAccounts() {
        return new HistoryEntry(sequence, role(actor), withoutAccounts(event));
    }

    private static CaptureEvent withoutAccounts(CaptureEvent event) {
        if (event instanceof CaptureEvent.PhotoSeen e) {
            return new CaptureEvent.PhotoSeen(e.at(), e.photo(), role(e.by()));
        } else if (event instanceof CaptureEvent.ViolationSuspected e) {
            return new CaptureEvent.ViolationSuspected(
                    e.at(), e.reason(), e.photo(), e.by().map(HistoryEntry::role), e.heardUntil());
        } else if (event instanceof CaptureEvent.Locked e) {
            return new CaptureEvent.Locked(e.at(), e.reason(), e.photo(), e.by().map(HistoryEntry::role));
        }
        return event;
    }

    private static String role(String auditName) {
        return auditName.split(":", 2)[0];
    }
}
