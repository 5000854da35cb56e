package io.github.tucai.campaign.internal.capture;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.money.CashbookRules;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.school.SchoolCode;
import java.util.Optional;

/** Who may do what. */
public final class Permissions {
    private Permissions() {}

    /** Why the actor may not give this command; empty when they may. */
    static Optional<Refusal> refusal(CaptureRecord record, CaptureCommand command, Actor actor) {
        if (command instanceof CaptureCommand.PresentCode present) {
            return presenting(present, actor);
        }
        return allowed(record, command, actor) ? Optional.empty() : Optional.of(Refusals.notYours());
    }

    private static Optional<Refusal> presenting(CaptureCommand.PresentCode present, Actor actor) {
        if (actor instanceof Actor.SchoolAdministrator a
                && !a.school().equals(present.claims().school())) {
            return Optional.of(Refusals.code(CodeRejection.WRONG_SCHOOL));
        }
        boolean another = actor instanceof Actor.Student s
                && !s.enrolment().equals(present.claims().enrolment());
        return another || actor instanceof Actor.SystemProcess ? Optional.of(Refusals.notYours()) : Optional.empty();
    }

    private static boolean allowed(CaptureRecord record, CaptureCommand command, Actor actor) {
        if (command instanceof CaptureCommand.GiveConsent
                || command instanceof CaptureCommand.HandInPhoto
                || command instanceof CaptureCommand.AskPerson
                || command instanceof CaptureCommand.AnswerSuspicion) {
            return isStudentOf(record, actor);
        }
        if (command instanceof CaptureCommand.Pay) {
            return CashbookRules.mayBook(actor);
        }
        if (command instanceof CaptureCommand.Refund || command instanceof CaptureCommand.MatchPayment) {
            return CashbookRules.mayRefund(actor);
        }
        if (command instanceof CaptureCommand.Unlock || command instanceof CaptureCommand.ConfirmProof) {
            return isSchoolOf(record, actor);
        }
        if (command instanceof CaptureCommand.RaiseErratum) {
            return isSchoolOf(record, actor) || isStudentOf(record, actor);
        }
        if (command instanceof CaptureCommand.SuspectViolation) {
            return isStaffOf(record, actor) || actor instanceof Actor.SystemProcess;
        }
        if (isGranting(command)) {
            return actor instanceof Actor.Centre;
        }
        if (command instanceof CaptureCommand.GrantExemption
                || command instanceof CaptureCommand.RevokeExemptions
                || command instanceof CaptureCommand.ResetPhoto
                || command instanceof CaptureCommand.LookAt
                || command instanceof CaptureCommand.DecideReview
                || command instanceof CaptureCommand.ConfirmViolation
                || command instanceof CaptureCommand.DecideSecondLook) {
            return isStaffOf(record, actor);
        }
        if (command instanceof CaptureCommand.OrderSecondLook
                || command instanceof CaptureCommand.GrantArrangement
                || command instanceof CaptureCommand.Publish
                || command instanceof CaptureCommand.Bill
                || command instanceof CaptureCommand.Resend
                || command instanceof CaptureCommand.RetryWithdrawal
                || command instanceof CaptureCommand.ConfirmWrongPerson
                || command instanceof CaptureCommand.ResolveErratum) {
            return actor instanceof Actor.Centre;
        }
        // Finishing, sealing and the registry's answers.
        return actor instanceof Actor.SystemProcess;
    }

    private static boolean isGranting(CaptureCommand command) {
        return (command instanceof CaptureCommand.ResetPhoto reset && reset.on().isPresent())
                || (command instanceof CaptureCommand.DecideReview review
                        && review.on().isPresent())
                || (command instanceof CaptureCommand.DecideSecondLook look
                        && look.on().isPresent());
    }

    /** Whether the actor may see a record: the student, the own school, the centre, the collector's processes. */
    public static boolean maySee(CaptureRecord record, Actor actor) {
        return isStudentOf(record, actor) || isStaffOf(record, actor) || actor instanceof Actor.SystemProcess;
    }

    /** Whether the actor may see and set what belongs to a school. */
    public static boolean isSchoolOrCentre(SchoolCode school, Actor actor) {
        return actor instanceof Actor.Centre
                || (actor instanceof Actor.SchoolAdministrator a && a.school().equals(school));
    }

    private static boolean isStaffOf(CaptureRecord record, Actor actor) {
        return actor instanceof Actor.Centre || isSchoolOf(record, actor);
    }

    private static boolean isSchoolOf(CaptureRecord record, Actor actor) {
        return actor instanceof Actor.SchoolAdministrator a
                && record.school().filter(a.school()::equals).isPresent();
    }

    private static boolean isStudentOf(CaptureRecord record, Actor actor) {
        return actor instanceof Actor.Student s
                && record.enrolment().filter(s.enrolment()::equals).isPresent();
    }
}
