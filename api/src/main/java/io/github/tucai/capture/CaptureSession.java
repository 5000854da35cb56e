package io.github.tucai.capture;

import io.github.tucai.answer.Actor;
import java.time.Instant;
import java.util.Objects;

/**
 * A student before the camera. A record has one open session at most: presenting the code again closes the one before.
 *
 * @param record whose
 * @param number counts the sessions of the record from 1
 * @param student acts on this record only
 * @param endsAt first moment at which it is over
 */
public record CaptureSession(RecordId record, int number, Actor.Student student, Instant endsAt) {
    public CaptureSession {
        Objects.requireNonNull(record, "record");
        if (number < 1) {
            throw new IllegalArgumentException("number starts at 1, got " + number);
        }
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(endsAt, "endsAt");
    }
}
