package io.github.tucai.capture;

import io.github.tucai.answer.Actor;
import java.util.Objects;
import java.util.Optional;

/** A confirmed violation of A2.3.6, for which a record is locked. Immutable. */
public final class Violation {
    private final PhotoRef photo;
    private final CaptureRecord.Before before;
    private final Optional<String> raisedBy;
    private final Optional<String> confirmedBy;
    private final Optional<String> secondLook;

    Violation(
            PhotoRef photo,
            CaptureRecord.Before before,
            Optional<String> raisedBy,
            Optional<String> confirmedBy,
            Optional<String> secondLook) {
        this.photo = photo;
        this.before = before;
        this.raisedBy = raisedBy;
        this.confirmedBy = confirmedBy;
        this.secondLook = secondLook;
    }

    /** Which photo, as handed in. */
    public PhotoRef photo() {
        return photo;
    }

    /** Why the centre has somebody else look again; empty where it has not, or that was decided. */
    public Optional<String> secondLook() {
        return secondLook;
    }

    /** Whether this very account raised the suspicion or confirmed it. */
    public boolean involves(Actor actor) {
        String name = actor.auditName();
        return raisedBy.filter(name::equals).isPresent()
                || confirmedBy.filter(name::equals).isPresent();
    }

    CaptureRecord.Before before() {
        return before;
    }

    Violation lookingAgain(Optional<String> reason) {
        return new Violation(photo, before, raisedBy, confirmedBy, reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Violation that
                && photo.equals(that.photo)
                && before.equals(that.before)
                && raisedBy.equals(that.raisedBy)
                && confirmedBy.equals(that.confirmedBy)
                && secondLook.equals(that.secondLook);
    }

    @Override
    public int hashCode() {
        return Objects.hash(photo, before, raisedBy, confirmedBy, secondLook);
    }

    @Override
    public String toString() {
        return "Violation[" + photo + "]";
    }
}
