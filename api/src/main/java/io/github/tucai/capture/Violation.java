package io.github.tucai.capture;

import io.github.tucai.answer.Actor;
import java.util.Objects;
import java.util.Optional;

/** A confirmed violation of A2.3.6, for which a record is locked. Immutable. */
public final class Violation {
    private final PhotoRef photo;
    private final Optional<CaptureRecord.Standing> stood;
    private final Optional<PhotoRef> reviewed;
    private final Optional<String> raisedBy;
    private final Optional<String> confirmedBy;
    private final Optional<String> secondLook;

    Violation(
            PhotoRef photo,
            Optional<CaptureRecord.Standing> stood,
            Optional<PhotoRef> reviewed,
            Optional<String> raisedBy,
            Optional<String> confirmedBy,
            Optional<String> secondLook) {
        this.photo = photo;
        this.stood = stood;
        this.reviewed = reviewed;
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

    /** The accepted photo before the lock, which need not be this one. */
    Optional<CaptureRecord.Standing> stood() {
        return stood;
    }

    /** The new photo that was in review before the lock, which may be this one. */
    Optional<PhotoRef> reviewed() {
        return reviewed;
    }

    Violation lookingAgain(Optional<String> reason) {
        return new Violation(photo, stood, reviewed, raisedBy, confirmedBy, reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Violation that
                && photo.equals(that.photo)
                && stood.equals(that.stood)
                && reviewed.equals(that.reviewed)
                && raisedBy.equals(that.raisedBy)
                && confirmedBy.equals(that.confirmedBy)
                && secondLook.equals(that.secondLook);
    }

    @Override
    public int hashCode() {
        return Objects.hash(photo, stood, reviewed, raisedBy, confirmedBy, secondLook);
    }

    @Override
    public String toString() {
        return "Violation[" + photo + "]";
    }
}
