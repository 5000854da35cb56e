package io.github.tucai.proofing;

import io.github.tucai.schedule.Deadline;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One publication of a school's photos, to be proofread within 20 working days (N2.4b).
 *
 * @param number 1 for the first of a school
 * @param published on which day
 * @param photos how many were published
 * @param deadline for the written feedback
 * @param feedback on which day the stamped form came back, if it did and no erratum was raised since
 */
public record ProofingRound(
        int number, LocalDate published, int photos, Deadline deadline, Optional<LocalDate> feedback) {
    public ProofingRound {
        if (number < 1) {
            throw new IllegalArgumentException("number starts at 1, got " + number);
        }
        Objects.requireNonNull(published, "published");
        if (photos < 0) {
            throw new IllegalArgumentException("photos must be 0 or more, got " + photos);
        }
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(feedback, "feedback");
    }

    /** The same round, answered. */
    public ProofingRound answered(LocalDate day) {
        return new ProofingRound(number, published, photos, deadline, Optional.of(day));
    }

    /** The same round, not answered, with another last day: what was answered counts no more. */
    public ProofingRound reopened(Deadline again) {
        return new ProofingRound(number, published, photos, again, Optional.empty());
    }

    /**
     * Whether the school is overdue: nothing came back and the last day is over. Errata raised in time keep it from being so
     * while they are open.
     */
    public boolean isOverdue(LocalDate today, boolean errataRaisedInTimeAreOpen) {
        return feedback.isEmpty() && deadline.isPassed(today) && !errataRaisedInTimeAreOpen;
    }

    /** Whether paper prints may be handed over: only against the written feedback (N2.4c). */
    public boolean releasesPaper() {
        return feedback.isPresent();
    }
}
