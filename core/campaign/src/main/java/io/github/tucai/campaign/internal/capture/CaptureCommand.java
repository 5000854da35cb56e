package io.github.tucai.campaign.internal.capture;

import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.payment.Payment;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Verdict;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.school.SchoolCode;
import java.util.List;
import java.util.Optional;

/** What somebody wants to happen to a record. */
public sealed interface CaptureCommand {
    /** A code was opened; {@code desk} is the school at whose desk or page it was presented. */
    record PresentCode(CodeClaims claims, Optional<IdLastFour> lastFour, Optional<SchoolCode> desk)
            implements CaptureCommand {}

    /** The student agrees and declares. */
    record GiveConsent(int session, String textVersion, Declarations declarations) implements CaptureCommand {}

    /** Other days or hours for this student, as one of that school. */
    record GrantArrangement(
            EnrolmentNumber student, SchoolCode school, CaptureWindow window, DailyHours hours, String reason)
            implements CaptureCommand {}

    /** Staff suspend checks for the student. */
    record GrantExemption(Exemption exemption) implements CaptureCommand {}

    /** Staff take all exemptions back. */
    record RevokeExemptions(String reason) implements CaptureCommand {}

    /**
     * What was made of a photo.
     *
     * @param of the photo as handed in
     * @param photo the product
     */
    record Product(ImageDigest of, PhotoRef photo) {}

    /**
     * A photo was checked.
     *
     * @param checks what was said of it and of its product
     * @param product there when it was accepted
     */
    record HandInPhoto(
            int session,
            PhotoRef photo,
            Verdict verdict,
            List<CheckId> faults,
            List<PhotoCheckResult> checks,
            Optional<Product> product)
            implements CaptureCommand {}

    /** The student wants a person to look at a rejected photo. */
    record AskPerson(ImageDigest photo, String reason) implements CaptureCommand {}

    /** Somebody who decides wants to see a photo and its evidence. */
    record LookAt(ImageDigest photo) implements CaptureCommand {}

    /**
     * A person decides on a new photo in review, or on the suspicion against the accepted one.
     *
     * @param check what was said of the product
     * @param product there when a new photo is accepted
     * @param on days and hours that the centre grants the student for a retake
     */
    record DecideReview(
            ImageDigest photo,
            ReviewOutcome outcome,
            String reason,
            Optional<PhotoCheckResult> check,
            Optional<Product> product,
            Optional<Retake> on)
            implements CaptureCommand {}

    /**
     * The accepted photo is to be taken again.
     *
     * @param on days and hours that the centre grants the student for it
     */
    record ResetPhoto(ImageDigest photo, String reason, Optional<Retake> on) implements CaptureCommand {}

    /** Days and hours for a retake. */
    record Retake(CaptureWindow window, DailyHours hours) {}

    /** A violation is suspected. */
    record SuspectViolation(ImageDigest photo, String reason) implements CaptureCommand {}

    /** The student answers to the suspicion. */
    record AnswerSuspicion(ImageDigest photo, String answer) implements CaptureCommand {}

    /** A person saw a violation. */
    record ConfirmViolation(ImageDigest photo, String reason) implements CaptureCommand {}

    /** The centre has a confirmed violation looked at again. */
    record OrderSecondLook(String reason) implements CaptureCommand {}

    /**
     * Somebody else looked again.
     *
     * @param on days and hours that the centre grants the student for a retake
     */
    record DecideSecondLook(ReviewOutcome outcome, String reason, Optional<Retake> on) implements CaptureCommand {}

    /** Unlock. */
    record Unlock(String reason) implements CaptureCommand {}

    /** Another product of the same accepted photo. */
    record Refinish(Product product) implements CaptureCommand {}

    /** The student's money arrived. */
    record Pay(Payment payment) implements CaptureCommand {}

    /** The student's unmatched money with this reference pays what is asked now. */
    record MatchPayment(String reference) implements CaptureCommand {}

    /** The student's money with this reference goes back. */
    record Refund(String reference, String reason) implements CaptureCommand {}

    /** The statement of the record's school counts the student. */
    record Bill() implements CaptureCommand {}

    /** The product goes into the outbox. */
    record Seal(DeliveryKey key) implements CaptureCommand {}

    /**
     * What the registry refused goes out again.
     *
     * @param check what was said of the product
     * @param product there when it was made anew
     */
    record Resend(Optional<PhotoCheckResult> check, Optional<Product> product, String reason)
            implements CaptureCommand {}

    /** The registry answered. */
    record Answer(int version, DeliveryOutcome outcome) implements CaptureCommand {}

    /** The registry does not answer. */
    record GiveUp(int version, String detail) implements CaptureCommand {}

    /** A withdrawal goes into the outbox. */
    record SealWithdrawal(int version) implements CaptureCommand {}

    /** The registry answered to a withdrawal. */
    record AnswerWithdrawal(int version, DeliveryOutcome outcome) implements CaptureCommand {}

    /** The registry cannot be told. */
    record GiveUpWithdrawal(int version, String detail) implements CaptureCommand {}

    /** The registry is to be told once more. */
    record RetryWithdrawal(int version, String reason) implements CaptureCommand {}

    /** Show to the school. */
    record Publish(int round) implements CaptureCommand {}

    /** Something is wrong. */
    record RaiseErratum(ImageDigest photo, Erratum.Kind kind, String note) implements CaptureCommand {}

    /** It is settled. */
    record ResolveErratum(int number, String resolution) implements CaptureCommand {}

    /**
     * It is settled: the photo is another person's.
     *
     * @param on days and hours that the centre grants the student for a retake
     */
    record ConfirmWrongPerson(int number, String resolution, Optional<Retake> on) implements CaptureCommand {}

    /** The published photo is right. */
    record ConfirmProof(ImageDigest photo) implements CaptureCommand {}
}
