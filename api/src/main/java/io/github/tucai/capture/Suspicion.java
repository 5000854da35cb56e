package io.github.tucai.capture;

import io.github.tucai.answer.Actor;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * That a photo may break A2.3.6. It is no finding yet: the student is told and may answer or take another photo, and a person
 * decides who looked at the photo and is not the one who raised it by hand. No score, missing metadata or missing preview is
 * evidence by itself. Immutable.
 */
public final class Suspicion {
    private final PhotoRef photo;
    private final String reason;
    private final Instant since;
    private final Optional<String> by;
    private final Optional<Instant> heardUntil;
    private final Optional<String> answer;

    Suspicion(
            PhotoRef photo,
            String reason,
            Instant since,
            Optional<String> by,
            Optional<Instant> heardUntil,
            Optional<String> answer) {
        this.photo = photo;
        this.reason = reason;
        this.since = since;
        this.by = by;
        this.heardUntil = heardUntil;
        this.answer = answer;
    }

    /** Which photo, as handed in. */
    public PhotoRef photo() {
        return photo;
    }

    /** In plain words, for the student. */
    public String reason() {
        return reason;
    }

    /** When it was raised and told. */
    public Instant since() {
        return since;
    }

    /**
     * Before when nobody confirms it, so that the student can answer or take another photo; may move later where the school closes
     * days, never earlier. Empty where an older version raised it.
     */
    public Optional<Instant> heardUntil() {
        return heardUntil;
    }

    /** Whether the student answered; those who decide read it with the evidence. */
    public boolean isAnswered() {
        return answer.isPresent();
    }

    /** Whether this very account raised it. */
    public boolean isRaisedBy(Actor actor) {
        return by.filter(actor.auditName()::equals).isPresent();
    }

    Optional<String> by() {
        return by;
    }

    Suspicion answered(String text) {
        return new Suspicion(photo, reason, since, by, heardUntil, Optional.of(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Suspicion that
                && photo.equals(that.photo)
                && reason.equals(that.reason)
                && since.equals(that.since)
                && by.equals(that.by)
                && heardUntil.equals(that.heardUntil)
                && answer.equals(that.answer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(photo, reason, since, by, heardUntil, answer);
    }

    @Override
    public String toString() {
        return "Suspicion[" + photo + ", since " + since + "]";
    }
}
