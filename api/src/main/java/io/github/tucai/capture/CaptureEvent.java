package io.github.tucai.capture;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.SpecialArrangement;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened to one graduate's photo. Facts, in the past tense; whether they were allowed was decided before.
 * Stored under the type's simple name, which therefore never changes. No {@code toString} shows what people or the registry
 * wrote, or an account.
 */
public sealed interface CaptureEvent {
    /** When it happened, by the collector's clock. */
    Instant at();

    /** The code opened and was recognised; a session began, and one before it ended. */
    record CodePresented(Instant at, CodeClaims claims, Instant sessionEnds) implements CaptureEvent {
        public CodePresented {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(claims, "claims");
            Objects.requireNonNull(sessionEnds, "sessionEnds");
        }
    }

    /**
     * A newer code named another school: the record is listed there from now on. What was published for the old one is so no
     * more; what the student paid, was granted and handed in goes along.
     */
    record SchoolMoved(Instant at, SchoolCode from, SchoolCode to) implements CaptureEvent {
        public SchoolMoved {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** The student agreed to the text of this version and declared what no pixel shows; no exemption, that is not theirs. */
    record ConsentGiven(Instant at, String textVersion, Declarations declarations) implements CaptureEvent {
        public ConsentGiven {
            Objects.requireNonNull(at, "at");
            Texts.note(textVersion, "textVersion");
            Objects.requireNonNull(declarations, "declarations");
        }
    }

    /**
     * The centre granted the student days or hours of their own (A1.3, N2.5), as one of this school; perhaps before they
     * presented any code.
     */
    record ArrangementGranted(Instant at, SchoolCode school, SpecialArrangement arrangement) implements CaptureEvent {
        public ArrangementGranted {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(school, "school");
            if (arrangement.student().isEmpty()) {
                throw new IllegalArgumentException("arrangement must be for one student, got one for a whole school");
            }
        }
    }

    /** The school or the centre granted the student an exemption (A2.3.4); who it was stands in the history. */
    record ExemptionGranted(Instant at, Exemption exemption) implements CaptureEvent {
        public ExemptionGranted {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(exemption, "exemption");
        }
    }

    /** The school or the centre took all exemptions of the student back. */
    record ExemptionsRevoked(Instant at, String reason) implements CaptureEvent {
        public ExemptionsRevoked {
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "ExemptionsRevoked[at=" + at + "]";
        }
    }

    /** The check rejected the photo, naming what failed. */
    record PhotoRejected(Instant at, PhotoRef photo, List<CheckId> failed) implements CaptureEvent {
        public PhotoRejected {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(photo, "photo");
            failed = List.copyOf(failed);
        }
    }

    /** The check left the photo to a person. */
    record PhotoSentToReview(Instant at, PhotoRef photo, List<CheckId> doubts) implements CaptureEvent {
        public PhotoSentToReview {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(photo, "photo");
            doubts = List.copyOf(doubts);
        }
    }

    /** The photo was accepted; it takes the place of one accepted before. */
    record PhotoAccepted(Instant at, PhotoRef photo) implements CaptureEvent {
        public PhotoAccepted {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(photo, "photo");
        }
    }

    /**
     * What the checks said of a photo or of its product, for those who decide on it later and for the student.
     *
     * @param photo as handed in
     * @param findings of an accepted photo those that were told, of any other all that were not skipped
     */
    record PhotoChecked(
            Instant at,
            ImageDigest photo,
            Stage stage,
            String profile,
            String profileDigest,
            Verdict verdict,
            List<Finding> findings)
            implements CaptureEvent {
        public PhotoChecked {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(photo, "photo");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(profileDigest, "profileDigest");
            Objects.requireNonNull(verdict, "verdict");
            findings = List.copyOf(findings);
        }
    }

    /** The student of a rejected photo asked for a person to look at it. */
    record PersonAsked(Instant at, PhotoRef photo, String reason) implements CaptureEvent {
        public PersonAsked {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(photo, "photo");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "PersonAsked[at=" + at + ", photo=" + photo + "]";
        }
    }

    /**
     * Somebody who decides opened the photo and its evidence.
     *
     * @param by as the audit log names them
     */
    record PhotoSeen(Instant at, ImageDigest photo, String by) implements CaptureEvent {
        public PhotoSeen {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(photo, "photo");
            Objects.requireNonNull(by, "by");
        }

        @Override
        public String toString() {
            return "PhotoSeen[at=" + at + ", photo=" + photo + "]";
        }
    }

    /**
     * The school found the accepted photo faulty; it is to be taken again (A1.1).
     *
     * @param photo as handed in; empty in older logs
     */
    record Reset(Instant at, String reason, Optional<ImageDigest> photo) implements CaptureEvent {
        public Reset {
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
            Objects.requireNonNull(photo, "photo");
        }

        @Override
        public String toString() {
            return "Reset[at=" + at + ", photo=" + photo + "]";
        }
    }

    /**
     * A person decided on the photo in review, or on the suspicion against one.
     *
     * @param photo as handed in; empty in older logs
     */
    record ReviewDecided(Instant at, ReviewOutcome outcome, String reason, Optional<ImageDigest> photo)
            implements CaptureEvent {
        public ReviewDecided {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(outcome, "outcome");
            Texts.note(reason, "reason");
            Objects.requireNonNull(photo, "photo");
        }

        @Override
        public String toString() {
            return "ReviewDecided[at=" + at + ", outcome=" + outcome + ", photo=" + photo + "]";
        }
    }

    /**
     * Somebody or some check suspects a photo to break A2.3.6; a person will decide.
     *
     * @param photo as handed in; empty in older logs, where it is the accepted one
     * @param by as the audit log names them; empty in older logs
     * @param heardUntil before which nobody confirms it; empty in older logs
     */
    record ViolationSuspected(
            Instant at, String reason, Optional<ImageDigest> photo, Optional<String> by, Optional<Instant> heardUntil)
            implements CaptureEvent {
        public ViolationSuspected {
            Objects.requireNonNull(heardUntil, "heardUntil");
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
            Objects.requireNonNull(photo, "photo");
            Objects.requireNonNull(by, "by");
        }

        @Override
        public String toString() {
            return "ViolationSuspected[at=" + at + ", photo=" + photo + "]";
        }
    }

    /**
     * The student answered to the suspicion.
     *
     * @param photo as handed in; empty in older logs, where it is the suspected one
     */
    record SuspicionAnswered(Instant at, String answer, Optional<ImageDigest> photo) implements CaptureEvent {
        public SuspicionAnswered {
            Objects.requireNonNull(at, "at");
            Texts.note(answer, "answer");
            Objects.requireNonNull(photo, "photo");
        }

        @Override
        public String toString() {
            return "SuspicionAnswered[at=" + at + ", photo=" + photo + "]";
        }
    }

    /**
     * A person confirmed a violation: the photo is withdrawn, the record locked (A2.3.6).
     *
     * @param photo as handed in; empty in older logs
     * @param by as the audit log names them; empty in older logs
     */
    record Locked(Instant at, String reason, Optional<ImageDigest> photo, Optional<String> by) implements CaptureEvent {
        public Locked {
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
            Objects.requireNonNull(photo, "photo");
            Objects.requireNonNull(by, "by");
        }

        @Override
        public String toString() {
            return "Locked[at=" + at + ", photo=" + photo + "]";
        }
    }

    /** The centre has somebody else look again at what was confirmed as a violation; the record stays locked meanwhile. */
    record SecondLookOrdered(Instant at, String reason) implements CaptureEvent {
        public SecondLookOrdered {
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "SecondLookOrdered[at=" + at + "]";
        }
    }

    /** Somebody else looked again: it is a violation, none but to be taken again, or none at all and the photo stands as before. */
    record SecondLookDecided(Instant at, ReviewOutcome outcome, String reason) implements CaptureEvent {
        public SecondLookDecided {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(outcome, "outcome");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "SecondLookDecided[at=" + at + ", outcome=" + outcome + "]";
        }
    }

    /** The school's administrator unlocked the record. */
    record Unlocked(Instant at, String reason) implements CaptureEvent {
        public Unlocked {
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "Unlocked[at=" + at + "]";
        }
    }

    /**
     * The product photo of the accepted one was made (N2.4a).
     *
     * @param photo it was made of, as handed in; empty in older logs
     */
    record Finished(Instant at, PhotoRef product, Optional<ImageDigest> photo) implements CaptureEvent {
        public Finished {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(photo, "photo");
        }
    }

    /** The student paid (N3.4). */
    record Paid(Instant at, Payment payment) implements CaptureEvent {
        public Paid {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(payment, "payment");
        }
    }

    /** Money came that was not asked for; it is to be given back. */
    record PaymentUnmatched(Instant at, Payment payment, UnmatchedReason reason) implements CaptureEvent {
        public PaymentUnmatched {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(payment, "payment");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Money went back.
     *
     * @param reference of the payment that went back; empty in older logs, where it is the only one there was
     */
    record Refunded(Instant at, String reason, Optional<String> reference) implements CaptureEvent {
        public Refunded {
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
            Objects.requireNonNull(reference, "reference");
        }

        @Override
        public String toString() {
            return "Refunded[at=" + at + "]";
        }
    }

    /** A school's statement counts the student, once and for all. */
    record Billed(Instant at, SchoolCode school) implements CaptureEvent {
        public Billed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(school, "school");
        }
    }

    /** The product was sealed for the registry and put into the outbox. */
    record Sealed(Instant at, int version, DeliveryKey key) implements CaptureEvent {
        public Sealed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(key, "key");
        }
    }

    /** The registry acknowledged. */
    record Delivered(Instant at, int version, Receipt receipt) implements CaptureEvent {
        public Delivered {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(receipt, "receipt");
        }
    }

    /** The registry refused for good. */
    record DeliveryRefused(Instant at, int version, String code, String detail) implements CaptureEvent {
        public DeliveryRefused {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public String toString() {
            return "DeliveryRefused[at=" + at + ", version=" + version + "]";
        }
    }

    /**
     * A person of the centre has what the registry refused sent again; it is sealed anew, as the next version. A product that
     * was made anew for it follows as {@link Finished}.
     */
    record ResendOrdered(Instant at, int version, String reason) implements CaptureEvent {
        public ResendOrdered {
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "ResendOrdered[at=" + at + ", version=" + version + "]";
        }
    }

    /** No answer came for long, or none that trying again would better: a person looks after it. */
    record DeliveryWaiting(Instant at, int version, String detail) implements CaptureEvent {
        public DeliveryWaiting {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public String toString() {
            return "DeliveryWaiting[at=" + at + ", version=" + version + "]";
        }
    }

    /** A newer delivery takes the place of this one, sent or not. */
    record Superseded(Instant at, int version, int by) implements CaptureEvent {
        public Superseded {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The photo of a delivery that the registry had not answered was reset or withdrawn. */
    record DeliveryWithdrawn(Instant at, int version) implements CaptureEvent {
        public DeliveryWithdrawn {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The registry is to be told that everything up to this version counts no more: the photo broke a rule or is another
     * person's. By a person once more where telling failed.
     */
    record WithdrawalRequested(Instant at, int version, String reason) implements CaptureEvent {
        public WithdrawalRequested {
            Objects.requireNonNull(at, "at");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "WithdrawalRequested[at=" + at + ", version=" + version + "]";
        }
    }

    /** The withdrawal was sealed for the registry and put into the outbox. */
    record WithdrawalSealed(Instant at, int version) implements CaptureEvent {
        public WithdrawalSealed {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The registry acknowledged the withdrawal. */
    record WithdrawalTold(Instant at, int version, Receipt receipt) implements CaptureEvent {
        public WithdrawalTold {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(receipt, "receipt");
        }
    }

    /** The registry refused the withdrawal. */
    record WithdrawalRefused(Instant at, int version, String code, String detail) implements CaptureEvent {
        public WithdrawalRefused {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public String toString() {
            return "WithdrawalRefused[at=" + at + ", version=" + version + "]";
        }
    }

    /** The registry could not be told for long: a person looks after it. */
    record WithdrawalWaiting(Instant at, int version, String detail) implements CaptureEvent {
        public WithdrawalWaiting {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public String toString() {
            return "WithdrawalWaiting[at=" + at + ", version=" + version + "]";
        }
    }

    /** The product was shown to the school in a proofing round. */
    record Published(Instant at, int round) implements CaptureEvent {
        public Published {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Something is wrong with the published photo.
     *
     * @param photo as handed in; empty in older logs
     */
    record ErratumRaised(Instant at, Erratum erratum, Optional<ImageDigest> photo) implements CaptureEvent {
        public ErratumRaised {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(erratum, "erratum");
            Objects.requireNonNull(photo, "photo");
        }
    }

    /** The centre settled it. */
    record ErratumResolved(Instant at, int number, String resolution) implements CaptureEvent {
        public ErratumResolved {
            Objects.requireNonNull(at, "at");
            Texts.note(resolution, "resolution");
        }

        @Override
        public String toString() {
            return "ErratumResolved[at=" + at + ", number=" + number + "]";
        }
    }

    /**
     * The centre found that a published photo is another person's, as this erratum said: where it is accepted it is withdrawn.
     *
     * @param photo as handed in; empty in older logs, where it is the accepted one
     */
    record WrongPersonConfirmed(Instant at, int number, Optional<ImageDigest> photo) implements CaptureEvent {
        public WrongPersonConfirmed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(photo, "photo");
        }
    }

    /**
     * The school found the published photo right.
     *
     * @param photo as handed in; empty in older logs
     */
    record ProofConfirmed(Instant at, Optional<ImageDigest> photo) implements CaptureEvent {
        public ProofConfirmed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(photo, "photo");
        }
    }
}
