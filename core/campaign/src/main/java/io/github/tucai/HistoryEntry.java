package io.github.tucai;

import io.github.tucai.capture.CaptureEvent;
import java.util.Objects;

/**
 * One line of a record's history.
 *
 * @param sequence from 1
 * @param actor as the audit log names them; never a student's number
 * @param event what happened
 */
public record HistoryEntry(int sequence, String actor, CaptureEvent event) {
    public HistoryEntry {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(event, "event");
    }
}
