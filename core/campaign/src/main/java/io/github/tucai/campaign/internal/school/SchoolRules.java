package io.github.tucai.campaign.internal.school;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Statement;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.SpecialArrangement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides on one school. Pure. */
public final class SchoolRules {
    private final SchoolRecord school;
    private final Facts facts;

    private SchoolRules(SchoolRecord school, Facts facts) {
        this.school = school;
        this.facts = facts;
    }

    /** The event that carries out the command, or why it is refused. */
    public static Outcome<SchoolEvent> decide(SchoolCommand command, Facts facts) {
        return new SchoolRules(facts.school(), facts).decide(command);
    }

    private Outcome<SchoolEvent> decide(SchoolCommand command) {
        boolean schoolsOwn = command instanceof SchoolCommand.NameOfficer
                || command instanceof SchoolCommand.SetWindow
                || command instanceof SchoolCommand.SetExpected;
        boolean allowed = schoolsOwn
                ? facts.actor() instanceof Actor.SchoolAdministrator a
                        && a.school().equals(school.code())
                : facts.actor() instanceof Actor.Centre || isOfProcesses(command);
        if (command instanceof SchoolCommand.ReopenRound) {
            allowed = facts.actor() instanceof Actor.SystemProcess;
        }
        if (!allowed) {
            return Outcome.refused(Refusals.notYours());
        }
        if (command instanceof SchoolCommand.Register c) {
            return register(c);
        }
        return school.school().isEmpty() ? Outcome.refused(Refusals.unknownSchool()) : decideRegistered(command);
    }

    /** Money that came is a fact, and so is an erasure, whoever asked for it. */
    private boolean isOfProcesses(SchoolCommand command) {
        return facts.actor() instanceof Actor.SystemProcess
                && (command instanceof SchoolCommand.RecordPayment || command instanceof SchoolCommand.CountErased);
    }

    private Outcome<SchoolEvent> decideRegistered(SchoolCommand command) {
        if (command instanceof SchoolCommand.NameOfficer c) {
            return Outcome.done(new SchoolEvent.OfficerNamed(now(), c.department(), c.person(), c.phone()));
        } else if (command instanceof SchoolCommand.SetExpected c) {
            return Outcome.done(new SchoolEvent.ExpectedSet(now(), c.graduates()));
        } else if (command instanceof SchoolCommand.SetWindow c) {
            return setWindow(c.window());
        } else if (command instanceof SchoolCommand.GrantArrangement c) {
            return grant(c);
        } else if (command instanceof SchoolCommand.PublishRound c) {
            return publish(c);
        } else if (command instanceof SchoolCommand.RecordFeedback c) {
            return recordFeedback(c);
        } else if (command instanceof SchoolCommand.ReopenRound c) {
            return reopen(c);
        }
        return decideOnMoney(command);
    }

    private Outcome<SchoolEvent> decideOnMoney(SchoolCommand command) {
        if (command instanceof SchoolCommand.IssueStatement c) {
            return issue(c);
        } else if (command instanceof SchoolCommand.CountErased) {
            return Outcome.done(new SchoolEvent.ErasedCounted(now()));
        } else if (command instanceof SchoolCommand.RecordPayment c) {
            return recordPayment(c);
        } else if (command instanceof SchoolCommand.MatchPayment c) {
            return match(c);
        } else if (command instanceof SchoolCommand.RefundPayment c) {
            return refund(c);
        }
        throw new IllegalStateException("no rule for " + command.getClass().getSimpleName());
    }

    private Outcome<SchoolEvent> register(SchoolCommand.Register command) {
        if (facts.campaign().region(command.region()).isEmpty()) {
            return Outcome.refused(Refusals.unknownRegion(command.region()));
        }
        return school.school().isPresent()
                ? Outcome.refused(Refusals.doneAlready("该院校已登记", "the school is registered already"))
                : Outcome.done(new SchoolEvent.Registered(now(), command.school(), command.region(), command.mode()));
    }

    private Outcome<SchoolEvent> setWindow(CaptureWindow asked) {
        CaptureRegion region = facts.campaign().region(school.region()).orElseThrow();
        Optional<CaptureWindow> allowed = facts.campaign().window(region);
        if (allowed.isEmpty()) {
            return Outcome.refused(Refusals.regionClosed(region));
        }
        if (school.officer().isEmpty()) {
            return Outcome.refused(Refusals.noOfficer());
        }
        Optional<Refusal> outside = allowed.filter(window -> !window.contains(asked))
                .map(window -> Refusals.windowOutsideRegion(region, window, asked));
        return outside.<Outcome<SchoolEvent>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new SchoolEvent.WindowSet(now(), asked)));
    }

    private Outcome<SchoolEvent> grant(SchoolCommand.GrantArrangement command) {
        if (!now().isBefore(SpecialArrangement.start(command.window(), command.hours()))) {
            return Outcome.refused(Refusals.retroactive());
        }
        return Outcome.done(new SchoolEvent.ArrangementGranted(
                now(),
                new SpecialArrangement(Optional.empty(), command.window(), command.hours(), command.reason(), now())));
    }

    private Outcome<SchoolEvent> publish(SchoolCommand.PublishRound command) {
        if (command.photos() == 0) {
            return Outcome.refused(Refusals.nothing("没有可发布的照片", "there is no finished photo to publish"));
        }
        int number = school.rounds().size() + 1;
        return Outcome.done(new SchoolEvent.RoundPublished(
                now(), new ProofingRound(number, today(), command.photos(), command.deadline(), Optional.empty())));
    }

    private Outcome<SchoolEvent> recordFeedback(SchoolCommand.RecordFeedback command) {
        Optional<ProofingRound> round = school.round();
        if (round.isEmpty() || command.received().isBefore(round.get().published())) {
            return Outcome.refused(Refusals.nothing("没有已发布的校对", "nothing was published for proofreading by that day"));
        }
        if (command.received().isAfter(today())) {
            return Outcome.refused(Refusals.nothing("反馈表收到日期不能晚于今天", "the form cannot have come on a day after today"));
        }
        if (round.get().feedback().isPresent()) {
            return Outcome.refused(Refusals.doneAlready("反馈表已登记", "the feedback of this round is recorded already"));
        }
        return command.openErrata() > 0
                ? Outcome.refused(Refusals.erratumOpen(command.openErrata()))
                : Outcome.done(
                        new SchoolEvent.FeedbackRecorded(now(), round.get().number(), command.received()));
    }

    private Outcome<SchoolEvent> reopen(SchoolCommand.ReopenRound command) {
        boolean answered = school.rounds().stream()
                .anyMatch(r -> r.number() == command.round() && r.feedback().isPresent());
        return answered
                ? Outcome.done(new SchoolEvent.RoundReopened(now(), command.round(), command.deadline()))
                : Outcome.refused(Refusals.nothing("该轮校对没有已登记的反馈表", "no feedback of this round is recorded"));
    }

    /**
     * Why the school gets no statement now; empty where it gets one. Says nothing of the photos that are to be decided on.
     *
     * @param captureEnds when the school's capture ends or ended; empty where it never began
     */
    public static Optional<Refusal> noStatement(Facts facts, Optional<Instant> captureEnds) {
        SchoolRecord school = facts.school();
        if (school.school().isEmpty()) {
            return Optional.of(Refusals.unknownSchool());
        }
        if (school.mode() != PaymentMode.SCHOOL_TRANSFER) {
            return Optional.of(Refusals.studentsPay());
        }
        if (captureEnds.isEmpty()) {
            return Optional.of(Refusals.regionClosed(
                    facts.campaign().region(school.region()).orElseThrow()));
        }
        return captureEnds.filter(facts.now()::isBefore).map(Refusals::captureOpen);
    }

    /** Whether a captured student whom no statement counts and who is erased now has to be counted here. */
    public static boolean countsErased(SchoolRecord school) {
        return school.mode() == PaymentMode.SCHOOL_TRANSFER;
    }

    private Outcome<SchoolEvent> issue(SchoolCommand.IssueStatement command) {
        Optional<Refusal> none = noStatement(facts, command.captureEnds());
        if (none.isPresent()) {
            return Outcome.refused(none.get());
        }
        if (command.undecided() > 0) {
            return Outcome.refused(Refusals.undecided(command.undecided()));
        }
        int students = command.students() + school.erasedToCount();
        if (students == 0 && school.statement().isPresent()) {
            return Outcome.refused(Refusals.allCounted());
        }
        Campaign campaign = facts.campaign();
        return Outcome.done(new SchoolEvent.StatementIssued(
                now(),
                new Statement(
                        school.code(),
                        today(),
                        students,
                        campaign.fee(),
                        campaign.account(),
                        campaign.paymentDue(),
                        Optional.of(school.statements().size() + 1),
                        Optional.of(command.unreadable()))));
    }

    private Outcome<SchoolEvent> recordPayment(SchoolCommand.RecordPayment command) {
        return Outcome.done(unmatched(command.payment())
                .<SchoolEvent>map(why -> new SchoolEvent.TransferUnmatched(now(), command.payment(), why))
                .orElseGet(() -> new SchoolEvent.PaymentReceived(now(), command.payment())));
    }

    /** A part of what is open may be paid; more than that is asked by nobody. */
    private Optional<UnmatchedReason> unmatched(Payment payment) {
        if (school.mode() != PaymentMode.SCHOOL_TRANSFER) {
            return Optional.of(UnmatchedReason.STUDENTS_PAY);
        }
        if (school.statement().isEmpty()) {
            return Optional.of(UnmatchedReason.NO_STATEMENT);
        }
        return payment.amount().compareTo(school.open()) > 0
                ? Optional.of(UnmatchedReason.WRONG_AMOUNT)
                : Optional.empty();
    }

    private Outcome<SchoolEvent> match(SchoolCommand.MatchPayment command) {
        Optional<Payment> kept = school.unmatched().stream()
                .map(UnmatchedPayment::payment)
                .filter(payment -> payment.reference().equals(command.reference()))
                .findFirst();
        if (kept.isEmpty()) {
            return Outcome.refused(Refusals.notUnmatched());
        }
        Optional<UnmatchedReason> still = unmatched(kept.get());
        return still.isPresent()
                ? Outcome.refused(Refusals.notAsked(still.get(), school.open()))
                : Outcome.done(new SchoolEvent.PaymentReceived(now(), kept.get()));
    }

    private Outcome<SchoolEvent> refund(SchoolCommand.RefundPayment command) {
        boolean isHere = Stream.concat(
                        school.payments().stream(), school.unmatched().stream().map(UnmatchedPayment::payment))
                .anyMatch(payment -> payment.reference().equals(command.reference()));
        return isHere
                ? Outcome.done(new SchoolEvent.TransferRefunded(now(), command.reference(), command.reason()))
                : Outcome.refused(Refusals.noSuchPayment());
    }

    private LocalDate today() {
        return now().atZone(Campaign.ZONE).toLocalDate();
    }

    private Instant now() {
        return facts.now();
    }
}
