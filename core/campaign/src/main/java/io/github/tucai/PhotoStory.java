package io.github.tucai;

import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One photo that was handed in, for its student and for those who decide: what a machine said, what a person decided and why.
 *
 * @param photo as handed in
 * @param handedIn when
 * @param machine what the checks decided by themselves
 * @param faults the checks that made them decide so; empty where they accepted it
 * @param checks what they found in the photo, and in its product where one was made, with values and regions; empty in records
 *     of older versions
 * @param asked why its student asked for a person; empty where nobody was asked
 * @param suspicion the newest suspicion against it, decided or not
 * @param decisions of people, oldest first; none where a machine alone decided
 * @param looks who opened it to decide, oldest first
 */
public record PhotoStory(
        ImageDigest photo,
        Instant handedIn,
        Verdict machine,
        List<CheckId> faults,
        List<CaptureEvent.PhotoChecked> checks,
        Optional<String> asked,
        Optional<Suspected> suspicion,
        List<Decision> decisions,
        List<Look> looks) {
    public PhotoStory {
        Objects.requireNonNull(photo, "photo");
        Objects.requireNonNull(handedIn, "handedIn");
        Objects.requireNonNull(machine, "machine");
        faults = List.copyOf(faults);
        checks = List.copyOf(checks);
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(suspicion, "suspicion");
        decisions = List.copyOf(decisions);
        looks = List.copyOf(looks);
    }

    /** Names no text that people wrote. */
    @Override
    public String toString() {
        return "PhotoStory[" + photo + ", " + machine + ", " + decisions.size() + " decisions]";
    }

    /** Who does something about a photo; who it is by name is for the audit log. */
    public enum Role {
        /** The student. */
        STUDENT,
        /** The student's school. */
        SCHOOL,
        /** The centre. */
        CENTRE,
        /** A process of the collector: a check. */
        SYSTEM;

        /** The role of an actor as the audit log names them. */
        static Role of(String auditName) {
            String kind = auditName.split(":", 2)[0];
            return switch (kind) {
                case "centre" -> CENTRE;
                case "school" -> SCHOOL;
                case "system" -> SYSTEM;
                default -> STUDENT;
            };
        }
    }

    /**
     * A suspicion.
     *
     * @param since when it was raised
     * @param by whose
     * @param reason in plain words
     * @param answer of the student
     */
    public record Suspected(Instant since, Role by, String reason, Optional<String> answer) {
        @Override
        public String toString() {
            return "Suspected[since " + since + ", by " + by + "]";
        }
    }

    /**
     * What a person decided.
     *
     * @param at when
     * @param by whose
     * @param outcome what
     * @param reason why
     */
    public record Decision(Instant at, Role by, ReviewOutcome outcome, String reason) {
        @Override
        public String toString() {
            return "Decision[" + at + ", " + by + ", " + outcome + "]";
        }
    }

    /**
     * Somebody opened it.
     *
     * @param at when
     * @param by whose
     */
    public record Look(Instant at, Role by) {}
}
