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
 * The evidence, which is what checks found and what the student said, is for its student and for who opened it
 * ({@link CaptureService#evidence}).
 *
 * @param photo as handed in
 * @param handedIn when
 * @param machine what the checks decided by themselves
 * @param faults the checks that made them decide so; empty where they accepted it
 * @param checks what they found in the photo, and in its product where one was made, with values and regions; empty in records
 *     of older versions and without the evidence
 * @param asked why its student asked for a person; empty where nobody was asked and without the evidence
 * @param suspicion the newest suspicion against it, decided or not
 * @param decisions of people, oldest first; none where a machine alone decided
 * @param steps what else people did about it, oldest first
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
        List<Step> steps,
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
        steps = List.copyOf(steps);
        looks = List.copyOf(looks);
    }

    /** For who has not opened the photo. */
    PhotoStory withoutEvidence() {
        return new PhotoStory(
                photo,
                handedIn,
                machine,
                faults,
                List.of(),
                Optional.empty(),
                suspicion.map(Suspected::withoutAnswer),
                decisions,
                steps,
                looks);
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
     * @param answer of the student; empty without the evidence
     */
    public record Suspected(Instant since, Role by, String reason, Optional<String> answer) {
        Suspected withoutAnswer() {
            return new Suspected(since, by, reason, Optional.empty());
        }

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
     * What a person did beside deciding whether the photo is good.
     *
     * @param at when
     * @param by whose
     * @param kind what
     * @param reason why
     */
    public record Step(Instant at, Role by, Kind kind, String reason) {
        /** What it was. */
        public enum Kind {
            /** The centre has somebody else look again at the violation. */
            SECOND_LOOK_ORDERED,
            /** The school unlocked the record, which was locked for this photo. */
            UNLOCKED,
            /** The centre found that it is another person's. */
            WRONG_PERSON
        }

        @Override
        public String toString() {
            return "Step[" + at + ", " + by + ", " + kind + "]";
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
