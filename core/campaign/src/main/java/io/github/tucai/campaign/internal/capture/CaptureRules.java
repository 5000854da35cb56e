package io.github.tucai.campaign.internal.capture;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.Violation;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.WithdrawalEntry;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.SpecialArrangement;
import io.github.tucai.schedule.UncheckedFactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Decides on one record. Pure: equal arguments give equal answers, and nothing outside changes. */
public final class CaptureRules {
    private final CaptureRecord record;
    private final Facts facts;

    private CaptureRules(CaptureRecord record, Facts facts) {
        this.record = record;
        this.facts = facts;
    }

    /** The events that carry out the command, in order, or why it is refused. */
    public static Outcome<List<CaptureEvent>> decide(CaptureRecord record, CaptureCommand command, Facts facts) {
        CaptureRules rules = new CaptureRules(record, facts);
        return rules.decide(command)
                .then(events -> rules.isStranding(command, events)
                        ? Outcome.refused(Refusals.cannotRetake())
                        : Outcome.done(events));
    }

    /**
     * Whether this would leave the student without a photo and without a moment to hand one in. A lock does, and its school's
     * unlock ends it; after that the centre may grant days.
     */
    private boolean isStranding(CaptureCommand command, List<CaptureEvent> events) {
        if (command instanceof CaptureCommand.Unlock || isWithoutPhoto(record)) {
            return false;
        }
        CaptureRecord after = record;
        for (CaptureEvent event : events) {
            after = after.after(event);
        }
        return isWithoutPhoto(after) && !canCapture(after);
    }

    private static boolean isWithoutPhoto(CaptureRecord record) {
        return record.enrolment().isPresent()
                && record.lock().isEmpty()
                && record.accepted().isEmpty()
                && record.inReview().isEmpty();
    }

    private boolean canCapture(CaptureRecord after) {
        return Opening.canStillCapture(
                facts.campaign(),
                facts.school(),
                after.arrangements(),
                after.enrolment().orElseThrow(),
                now());
    }

    /** Whether something of the record is to be sealed now: its product, or a withdrawal. */
    public static boolean isSealDue(CaptureRecord record, Facts facts) {
        return isProductDue(record, facts) || record.withdrawals().stream().anyMatch(CaptureRules::isUnsealed);
    }

    /** Whether a withdrawal is to be sealed; neither a lock nor a review nor money holds it back. */
    public static boolean isUnsealed(WithdrawalEntry withdrawal) {
        return withdrawal.status() == DeliveryEntry.Status.TO_SEAL;
    }

    /** Whether this delivery may be sent at this moment. Asked before every single send. */
    public static boolean maySend(CaptureRecord record, Facts facts, int version) {
        return record.mayDeliver(version) && isPaid(record, facts);
    }

    /**
     * The deliveries that the registry may have, that it has not answered, and that nobody is sending: they are to be taken
     * back, unless they only wait for a person, and their answers are to be read.
     */
    public static List<DeliveryEntry> unanswered(CaptureRecord record, Facts facts) {
        return record.deliveries().stream()
                .filter(d -> facts.handed().contains(d.version()) && isUnanswered(d))
                .filter(d -> d.status() == DeliveryEntry.Status.WAITING || !maySend(record, facts, d.version()))
                .toList();
    }

    /** Whether the registry has not said anything about it. */
    public static boolean isUnanswered(DeliveryEntry delivery) {
        return delivery.receipt().isEmpty() && delivery.status() != DeliveryEntry.Status.REFUSED;
    }

    /** Whether the product of the record is to be sealed now. */
    public static boolean isProductDue(CaptureRecord record, Facts facts) {
        return record.lock().isEmpty()
                && !record.isUndecided()
                && record.product().isPresent()
                && !record.isProductSealed()
                && isPaid(record, facts);
    }

    private Outcome<List<CaptureEvent>> decide(CaptureCommand command) {
        Optional<Refusal> forbidden = Permissions.refusal(record, command, facts.actor());
        if (forbidden.isPresent()) {
            return Outcome.refused(forbidden.get());
        }
        // What was sent before a lock is answered after it: the registry's answer is a fact and is never lost.
        if (command instanceof CaptureCommand.Answer c) {
            return answer(c);
        }
        if (command instanceof CaptureCommand.GiveUp c) {
            return giveUp(c);
        }
        Optional<Outcome<List<CaptureEvent>>> withdrawal = decideOnWithdrawal(command);
        if (withdrawal.isPresent()) {
            return withdrawal.get();
        }
        if (command instanceof CaptureCommand.Unlock c) {
            return unlock(c);
        }
        // Money that came is a fact like the registry's answer, and a locked student gets theirs back.
        if (isOfMoney(command)) {
            return decideOnMoney(command);
        }
        Optional<Outcome<List<CaptureEvent>>> byPeople = new ReviewRules(record, facts, this).decide(command);
        if (byPeople.isPresent()) {
            return byPeople.get();
        }
        if (record.lock().isPresent()) {
            return Outcome.refused(
                    isMove(command)
                            ? Refusals.lockedElsewhere()
                            : Refusals.locked(facts.school().officer()));
        }
        return decideUnlocked(command);
    }

    private Outcome<List<CaptureEvent>> unlock(CaptureCommand.Unlock command) {
        if (record.lock().isEmpty()) {
            return Outcome.refused(Refusals.notLocked());
        }
        // What somebody looks at again may be void: then the photo stands as before.
        return record.violation().flatMap(Violation::secondLook).isPresent()
                ? Outcome.refused(Refusals.inReview())
                : done(new CaptureEvent.Unlocked(now(), command.reason()));
    }

    /** Whether a code of another school than the record's is presented. */
    private boolean isMove(CaptureCommand command) {
        return command instanceof CaptureCommand.PresentCode c
                && record.school().filter(s -> !s.equals(c.claims().school())).isPresent();
    }

    private static boolean isOfMoney(CaptureCommand command) {
        return command instanceof CaptureCommand.Pay
                || command instanceof CaptureCommand.MatchPayment
                || command instanceof CaptureCommand.Refund
                || command instanceof CaptureCommand.Bill;
    }

    private Outcome<List<CaptureEvent>> decideOnMoney(CaptureCommand command) {
        if (command instanceof CaptureCommand.Pay c) {
            return pay(c);
        } else if (command instanceof CaptureCommand.MatchPayment c) {
            return match(c);
        } else if (command instanceof CaptureCommand.Refund c) {
            return refund(c);
        }
        return isBillable(record)
                ? done(new CaptureEvent.Billed(now(), facts.school().code()))
                : Outcome.refused(Refusals.nothing("该学生不计入结算单", "the statement does not count this student"));
    }

    private Outcome<List<CaptureEvent>> decideUnlocked(CaptureCommand command) {
        if (command instanceof CaptureCommand.PresentCode c) {
            return present(c);
        } else if (command instanceof CaptureCommand.GiveConsent c) {
            return consent(c);
        } else if (command instanceof CaptureCommand.GrantArrangement c) {
            return grant(c);
        } else if (command instanceof CaptureCommand.GrantExemption c) {
            return record.exemptions().contains(c.exemption())
                    ? Outcome.refused(Refusals.doneAlready("该豁免已登记", "this exemption is recorded already"))
                    : done(new CaptureEvent.ExemptionGranted(now(), c.exemption()));
        } else if (command instanceof CaptureCommand.RevokeExemptions c) {
            return record.exemptions().isEmpty()
                    ? Outcome.refused(Refusals.nothing("没有已登记的豁免", "no exemption is recorded"))
                    : done(new CaptureEvent.ExemptionsRevoked(now(), c.reason()));
        } else if (command instanceof CaptureCommand.HandInPhoto c) {
            return handIn(c);
        } else if (command instanceof CaptureCommand.RaiseErratum c) {
            return raise(c);
        } else if (command instanceof CaptureCommand.ResolveErratum c) {
            return resolve(c);
        } else if (command instanceof CaptureCommand.ConfirmWrongPerson c) {
            return confirmWrongPerson(c);
        }
        return decideOnAccepted(command);
    }

    private Outcome<List<CaptureEvent>> decideOnAccepted(CaptureCommand command) {
        if (record.isUndecided()) {
            return Outcome.refused(Refusals.inReview());
        }
        if (record.accepted().isEmpty()) {
            return Outcome.refused(Refusals.nothing("没有合格照片", "there is no accepted photo"));
        }
        if (command instanceof CaptureCommand.ResetPhoto c) {
            return reset(c);
        } else if (command instanceof CaptureCommand.Refinish c) {
            return ofAccepted(
                    c.product().of(),
                    photo -> done(new CaptureEvent.Finished(now(), c.product().photo(), photo)));
        } else if (command instanceof CaptureCommand.Seal c) {
            return seal(c);
        } else if (command instanceof CaptureCommand.Resend c) {
            return resend(c);
        } else if (command instanceof CaptureCommand.Publish c) {
            return publish(c);
        } else if (command instanceof CaptureCommand.ConfirmProof c) {
            return ofAccepted(c.photo(), this::confirmProof);
        }
        throw new IllegalStateException("no rule for " + command.getClass().getSimpleName());
    }

    private Outcome<List<CaptureEvent>> present(CaptureCommand.PresentCode command) {
        CodeClaims claims = command.claims();
        if (claims.classYear() != facts.campaign().graduatingClass()) {
            return Outcome.refused(Refusals.code(CodeRejection.WRONG_CAMPAIGN));
        }
        if (command.desk().filter(desk -> !desk.equals(claims.school())).isPresent()) {
            return Outcome.refused(Refusals.code(CodeRejection.WRONG_SCHOOL));
        }
        if (record.claims().filter(known -> isReplaced(claims, known)).isPresent()) {
            return Outcome.refused(Refusals.code(CodeRejection.ALREADY_USED));
        }
        Optional<Refusal> closed = closed(claims);
        if (closed.isPresent()) {
            return Outcome.refused(closed.get());
        }
        Optional<Refusal> factor = secondFactor(command);
        if (factor.isPresent()) {
            return Outcome.refused(factor.get());
        }
        Instant ends = now().plus(facts.campaign().sessionLength());
        List<CaptureEvent> events = new ArrayList<>();
        if (isMove(command)) {
            events.add(new CaptureEvent.SchoolMoved(now(), record.school().orElseThrow(), claims.school()));
        }
        events.add(new CaptureEvent.CodePresented(now(), claims, ends));
        return done(events);
    }

    private Optional<Refusal> closed(CodeClaims claims) {
        return Opening.closed(facts.campaign(), facts.school(), record.arrangements(), claims.enrolment(), now());
    }

    private Outcome<List<CaptureEvent>> grant(CaptureCommand.GrantArrangement command) {
        if (facts.school().school().isEmpty()) {
            return Outcome.refused(Refusals.unknownSchool());
        }
        if (record.school().filter(s -> !s.equals(command.school())).isPresent()) {
            return Outcome.refused(Refusals.otherSchool());
        }
        if (!now().isBefore(SpecialArrangement.start(command.window(), command.hours()))) {
            return Outcome.refused(Refusals.retroactive());
        }
        SpecialArrangement own = new SpecialArrangement(
                Optional.of(command.student()), command.window(), command.hours(), command.reason(), now());
        return done(new CaptureEvent.ArrangementGranted(now(), command.school(), own));
    }

    private Optional<Refusal> secondFactor(CaptureCommand.PresentCode command) {
        if (!facts.campaign().secondFactor()) {
            return Optional.empty();
        }
        Optional<IdLastFour> shown = command.claims().id().lastFour();
        if (shown.isEmpty()) {
            return facts.campaign().uncheckedFactor() == UncheckedFactor.ALLOW || isAtADesk()
                    ? Optional.empty()
                    : Optional.of(Refusals.uncheckedFactor());
        }
        return shown.equals(command.lastFour()) ? Optional.empty() : Optional.of(Refusals.secondFactor());
    }

    /** There a person compares the ID itself, and the event names who. */
    private boolean isAtADesk() {
        return facts.actor() instanceof Actor.SchoolAdministrator || facts.actor() instanceof Actor.Centre;
    }

    private Outcome<List<CaptureEvent>> consent(CaptureCommand.GiveConsent command) {
        Optional<Refusal> session = inSession(command.session());
        if (session.isPresent()) {
            return Outcome.refused(session.get());
        }
        // Even one that was granted: what a student says must never be what suspends a check.
        return command.declarations().exempt().isEmpty()
                ? done(new CaptureEvent.ConsentGiven(now(), command.textVersion(), command.declarations()))
                : Outcome.refused(Refusals.exemptionClaimed());
    }

    private static boolean isReplaced(CodeClaims presented, CodeClaims known) {
        boolean same =
                presented.serial().equals(known.serial()) && presented.school().equals(known.school());
        return !same && !presented.issuedAt().isAfter(known.issuedAt());
    }

    private Optional<Refusal> inSession(int session) {
        return record.session()
                        .filter(s -> s.number() == session && now().isBefore(s.endsAt()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusals.noSession());
    }

    private Outcome<List<CaptureEvent>> handIn(CaptureCommand.HandInPhoto command) {
        Optional<Refusal> refusal = mayHandIn(command);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        CaptureEvent judged =
                switch (command.verdict()) {
                    case REJECT -> new CaptureEvent.PhotoRejected(now(), command.photo(), command.faults());
                    case REVIEW -> new CaptureEvent.PhotoSentToReview(now(), command.photo(), command.faults());
                    case ACCEPT -> new CaptureEvent.PhotoAccepted(now(), command.photo());
                };
        return accepted(now(), command.photo().digest(), List.of(judged), command.checks(), command.product());
    }

    /** With what the checks said, and with the product, which is of this very photo or refused. */
    static Outcome<List<CaptureEvent>> accepted(
            Instant now,
            ImageDigest photo,
            List<CaptureEvent> decided,
            List<PhotoCheckResult> checks,
            Optional<CaptureCommand.Product> product) {
        if (product.filter(made -> !made.of().equals(photo)).isPresent()) {
            return Outcome.refused(Refusals.otherPhoto(Optional.of(photo)));
        }
        List<CaptureEvent> events = new ArrayList<>(decided);
        checks.stream()
                .map(check -> checked(now, photo, check))
                // That nothing was found in a product goes without saying.
                .filter(checked -> checked.stage() == Stage.SUBMISSION
                        || !checked.findings().isEmpty())
                .forEach(events::add);
        product.ifPresent(made -> events.add(new CaptureEvent.Finished(now, made.photo(), Optional.of(photo))));
        return done(events);
    }

    private static CaptureEvent.PhotoChecked checked(Instant now, ImageDigest photo, PhotoCheckResult check) {
        List<Finding> findings = check.verdict() == Verdict.ACCEPT
                ? check.told()
                : check.findings().stream()
                        .filter(finding -> finding.answer() != Answer.SKIPPED)
                        .toList();
        return new CaptureEvent.PhotoChecked(
                now, photo, check.stage(), check.profile(), check.profileDigest(), check.verdict(), findings);
    }

    private Optional<Refusal> mayHandIn(CaptureCommand.HandInPhoto command) {
        Optional<Refusal> session = inSession(command.session());
        if (session.isPresent()) {
            return session;
        }
        Optional<Refusal> closed = closed(record.claims().orElseThrow());
        if (closed.isPresent()) {
            return closed;
        }
        if (record.declarations().isEmpty()) {
            return Optional.of(Refusals.noConsent());
        }
        // Another photo is one way to answer to a suspicion; over a doubt a person decides first.
        boolean isWaitedFor = record.suspicion().isPresent()
                ? !facts.campaign().retakeEndsSuspicion()
                : record.inReview().isPresent();
        if (isWaitedFor) {
            return Optional.of(Refusals.inReview());
        }
        return record.hasSeen(command.photo().digest()) ? Optional.of(Refusals.samePhoto()) : Optional.empty();
    }

    private Outcome<List<CaptureEvent>> reset(CaptureCommand.ResetPhoto command) {
        return ofAccepted(
                command.photo(),
                photo -> granting(
                        withdrawing(record, now(), new CaptureEvent.Reset(now(), command.reason(), photo)),
                        command.on(),
                        command.reason()));
    }

    /** With the days and hours that the centre grants for a retake, if it does. */
    Outcome<List<CaptureEvent>> granting(
            List<CaptureEvent> decided, Optional<CaptureCommand.Retake> on, String reason) {
        Outcome<List<CaptureEvent>> granted = on.map(retake -> grant(new CaptureCommand.GrantArrangement(
                        record.enrolment().orElseThrow(),
                        record.school().orElseThrow(),
                        retake.window(),
                        retake.hours(),
                        reason)))
                .orElseGet(() -> Outcome.done(List.of()));
        return granted.map(
                more -> Stream.concat(decided.stream(), more.stream()).toList());
    }

    /** What is done about the accepted photo, if it is the one that is named. */
    private Outcome<List<CaptureEvent>> ofAccepted(
            ImageDigest named, Function<Optional<ImageDigest>, Outcome<List<CaptureEvent>>> act) {
        Optional<ImageDigest> there = record.accepted().map(PhotoRef::digest);
        return record.isAccepted(named) ? act.apply(there) : Outcome.refused(Refusals.otherPhoto(there));
    }

    /** What ends an accepted photo, with what that does to its deliveries. */
    static List<CaptureEvent> withdrawing(CaptureRecord record, Instant now, CaptureEvent cause) {
        List<CaptureEvent> events = new ArrayList<>(List.of(cause));
        record.deliveries().stream()
                .filter(d -> d.status().isOpen())
                .forEach(d -> events.add(new CaptureEvent.DeliveryWithdrawn(now, d.version())));
        return List.copyOf(events);
    }

    /** That the registry is to be told, if it has something of this record or may have. */
    static List<CaptureEvent> telling(CaptureRecord record, Facts facts, String reason) {
        return telling(record, facts, reason, delivery -> true);
    }

    /** The same of these deliveries alone. */
    private static List<CaptureEvent> telling(
            CaptureRecord record, Facts facts, String reason, Predicate<DeliveryEntry> which) {
        int last = record.deliveries().stream()
                .filter(which)
                .filter(d -> d.receipt().isPresent() || (facts.handed().contains(d.version()) && isUnanswered(d)))
                .mapToInt(DeliveryEntry::version)
                .max()
                .orElse(0);
        boolean isTold = record.withdrawals().stream()
                .anyMatch(w -> w.version() >= last && w.status() != DeliveryEntry.Status.REFUSED);
        return last == 0 || isTold
                ? List.of()
                : List.of(new CaptureEvent.WithdrawalRequested(facts.now(), last, reason));
    }

    /** The same of one photo, unless the registry holds a later one, so that it holds this no more. */
    private List<CaptureEvent> tellingOf(ImageDigest photo, String reason) {
        Predicate<DeliveryEntry> isOfPhoto =
                d -> record.photoOfDelivery(d.version()).filter(photo::equals).isPresent();
        int held = record.deliveries().stream()
                .filter(d -> d.receipt().isPresent())
                .mapToInt(DeliveryEntry::version)
                .max()
                .orElse(0);
        return telling(record, facts, reason, isOfPhoto.and(d -> d.version() >= held));
    }

    private Optional<Outcome<List<CaptureEvent>>> decideOnWithdrawal(CaptureCommand command) {
        if (command instanceof CaptureCommand.SealWithdrawal c) {
            return Optional.of(withdrawal(c.version())
                    .filter(CaptureRules::isUnsealed)
                    .map(w -> done(new CaptureEvent.WithdrawalSealed(now(), w.version())))
                    .orElseGet(CaptureRules::noWithdrawal));
        } else if (command instanceof CaptureCommand.AnswerWithdrawal c) {
            return Optional.of(withdrawal(c.version())
                    .map(w -> answerWithdrawal(w, c.outcome()))
                    .orElseGet(CaptureRules::noWithdrawal));
        } else if (command instanceof CaptureCommand.GiveUpWithdrawal c) {
            return Optional.of(withdrawal(c.version())
                    .map(w -> w.status() == DeliveryEntry.Status.QUEUED
                            ? done(new CaptureEvent.WithdrawalWaiting(now(), w.version(), c.detail()))
                            : done(List.of()))
                    .orElseGet(CaptureRules::noWithdrawal));
        } else if (command instanceof CaptureCommand.RetryWithdrawal c) {
            return Optional.of(withdrawal(c.version())
                    .filter(w ->
                            w.status() == DeliveryEntry.Status.WAITING || w.status() == DeliveryEntry.Status.REFUSED)
                    .map(w -> done(new CaptureEvent.WithdrawalRequested(now(), w.version(), c.reason())))
                    .orElseGet(CaptureRules::noWithdrawal));
        }
        return Optional.empty();
    }

    private Outcome<List<CaptureEvent>> answerWithdrawal(WithdrawalEntry entry, DeliveryOutcome outcome) {
        return entry.receipt().isPresent() || entry.status() == DeliveryEntry.Status.REFUSED
                ? done(List.of())
                : done(outcome.<CaptureEvent>fold(
                        ok -> new CaptureEvent.WithdrawalTold(now(), entry.version(), ok.receipt()),
                        no -> new CaptureEvent.WithdrawalRefused(now(), entry.version(), no.code(), no.detail())));
    }

    private Optional<WithdrawalEntry> withdrawal(int version) {
        return record.withdrawals().stream().filter(w -> w.version() == version).findFirst();
    }

    private static Outcome<List<CaptureEvent>> noWithdrawal() {
        return Outcome.refused(Refusals.nothing("没有待办的撤回", "no withdrawal of this version waits for that"));
    }

    /** Why nothing is asked of this record's student now; empty where the campaign's fee is. */
    public static Optional<UnmatchedReason> notAsked(CaptureRecord record, Facts facts) {
        if (facts.campaign().fee().equals(Fee.ZERO)) {
            return Optional.of(UnmatchedReason.NO_FEE);
        }
        // A school's mode is said once, when it is registered, and nothing changes it: no lock is needed to read it.
        if (facts.school().mode() != PaymentMode.STUDENT_ONLINE
                || record.billed().isPresent()) {
            return Optional.of(UnmatchedReason.SCHOOL_PAYS);
        }
        if (record.payment().isPresent()) {
            return Optional.of(UnmatchedReason.PAID_ALREADY);
        }
        if (record.lock().isPresent()) {
            return Optional.of(UnmatchedReason.LOCKED);
        }
        if (record.isUndecided()) {
            return Optional.of(UnmatchedReason.IN_REVIEW);
        }
        if (record.accepted().isEmpty()) {
            return Optional.of(UnmatchedReason.NOT_ACCEPTED);
        }
        return record.isDeliveryRefused() ? Optional.of(UnmatchedReason.DELIVERY_REFUSED) : Optional.empty();
    }

    /** Whether a school's statement counts the student: captured, not refused by the registry, paid for by nobody yet. */
    public static boolean isBillable(CaptureRecord record) {
        return record.accepted().isPresent()
                && !record.isDeliveryRefused()
                && record.payment().isEmpty()
                && record.billed().isEmpty();
    }

    /** Whether all is paid that the campaign wants to have before a photo is sent. */
    private static boolean isPaid(CaptureRecord record, Facts facts) {
        return !facts.campaign().paymentBeforeDelivery()
                || facts.campaign().fee().equals(Fee.ZERO)
                || facts.school().mode() != PaymentMode.STUDENT_ONLINE
                || record.payment().isPresent()
                || record.billed().isPresent();
    }

    private Outcome<List<CaptureEvent>> pay(CaptureCommand.Pay command) {
        return done(unmatched(command.payment())
                .<CaptureEvent>map(why -> new CaptureEvent.PaymentUnmatched(now(), command.payment(), why))
                .orElseGet(() -> new CaptureEvent.Paid(now(), command.payment())));
    }

    private Optional<UnmatchedReason> unmatched(Payment payment) {
        return notAsked(record, facts)
                .or(() -> payment.amount().equals(facts.campaign().fee())
                        ? Optional.empty()
                        : Optional.of(UnmatchedReason.WRONG_AMOUNT));
    }

    private Outcome<List<CaptureEvent>> match(CaptureCommand.MatchPayment command) {
        Optional<Payment> kept = record.unmatched().stream()
                .map(UnmatchedPayment::payment)
                .filter(payment -> payment.reference().equals(command.reference()))
                .findFirst();
        if (kept.isEmpty()) {
            return Outcome.refused(Refusals.notUnmatched());
        }
        Optional<UnmatchedReason> still = unmatched(kept.get());
        return still.isPresent()
                ? Outcome.refused(
                        Refusals.notAsked(still.get(), facts.campaign().fee()))
                : done(new CaptureEvent.Paid(now(), kept.get()));
    }

    private Outcome<List<CaptureEvent>> refund(CaptureCommand.Refund command) {
        boolean isHere = Stream.concat(
                        record.payment().stream(), record.unmatched().stream().map(UnmatchedPayment::payment))
                .anyMatch(payment -> payment.reference().equals(command.reference()));
        return isHere
                ? done(new CaptureEvent.Refunded(now(), command.reason(), Optional.of(command.reference())))
                : Outcome.refused(Refusals.noSuchPayment());
    }

    private Outcome<List<CaptureEvent>> seal(CaptureCommand.Seal command) {
        if (record.product().isEmpty()) {
            return Outcome.refused(Refusals.nothing("照片尚未制作", "the product photo is not made yet"));
        }
        if (record.isProductSealed()) {
            return Outcome.refused(Refusals.sentAlready());
        }
        if (!isPaid(record, facts)) {
            return Outcome.refused(Refusals.notPaid());
        }
        int version = record.deliveries().size() + 1;
        List<CaptureEvent> events = new ArrayList<>();
        for (DeliveryEntry older : record.deliveries()) {
            // A withdrawn one may have been on the wire: the registry must know that it is not the last.
            if (older.status() != DeliveryEntry.Status.SUPERSEDED && older.status() != DeliveryEntry.Status.REFUSED) {
                events.add(new CaptureEvent.Superseded(now(), older.version(), version));
            }
        }
        events.add(new CaptureEvent.Sealed(now(), version, command.key()));
        return done(events);
    }

    private Outcome<List<CaptureEvent>> resend(CaptureCommand.Resend command) {
        if (!record.isDeliveryRefused()) {
            return Outcome.refused(Refusals.notRefused());
        }
        int version = record.delivery().orElseThrow().version();
        return accepted(
                now(),
                record.accepted().orElseThrow().digest(),
                List.of(new CaptureEvent.ResendOrdered(now(), version, command.reason())),
                command.check().stream().toList(),
                command.product());
    }

    private Outcome<List<CaptureEvent>> answer(CaptureCommand.Answer command) {
        return delivery(command.version())
                .map(d -> d.receipt().isPresent() || d.status() == DeliveryEntry.Status.REFUSED
                        ? done(List.of())
                        : done(command.outcome()
                                .<CaptureEvent>fold(
                                        ok -> new CaptureEvent.Delivered(now(), d.version(), ok.receipt()),
                                        no -> new CaptureEvent.DeliveryRefused(
                                                now(), d.version(), no.code(), no.detail()))))
                .orElseGet(CaptureRules::noDelivery);
    }

    private Outcome<List<CaptureEvent>> giveUp(CaptureCommand.GiveUp command) {
        return delivery(command.version())
                .map(d -> d.status() == DeliveryEntry.Status.QUEUED
                        ? done(new CaptureEvent.DeliveryWaiting(now(), d.version(), command.detail()))
                        : done(List.of()))
                .orElseGet(CaptureRules::noDelivery);
    }

    private static Outcome<List<CaptureEvent>> noDelivery() {
        return Outcome.refused(Refusals.nothing("没有该次上传", "there is no such delivery"));
    }

    private Optional<DeliveryEntry> delivery(int version) {
        return record.deliveries().stream().filter(d -> d.version() == version).findFirst();
    }

    private Outcome<List<CaptureEvent>> publish(CaptureCommand.Publish command) {
        if (record.product().isEmpty()) {
            return Outcome.refused(Refusals.nothing("照片尚未制作", "the product photo is not made yet"));
        }
        if (record.isDeliveryRefused()) {
            return Outcome.refused(Refusals.deliveryRefused());
        }
        return record.publishedInRound()
                        .filter(round -> round == command.round())
                        .isPresent()
                ? Outcome.refused(Refusals.doneAlready("本轮已发布", "it is published in this round already"))
                : done(new CaptureEvent.Published(now(), command.round()));
    }

    private Outcome<List<CaptureEvent>> raise(CaptureCommand.RaiseErratum command) {
        if (record.publishedInRound().isEmpty()) {
            return Outcome.refused(Refusals.nothing("照片尚未发布校对", "the photo is not published for proofreading"));
        }
        Erratum erratum = new Erratum(record.nextErratum(), command.kind(), command.note());
        return ofAccepted(command.photo(), photo -> done(new CaptureEvent.ErratumRaised(now(), erratum, photo)));
    }

    private Outcome<List<CaptureEvent>> resolve(CaptureCommand.ResolveErratum command) {
        boolean open = record.openErrata().stream().anyMatch(e -> e.number() == command.number());
        return open
                ? done(new CaptureEvent.ErratumResolved(now(), command.number(), command.resolution()))
                : Outcome.refused(Refusals.nothing("没有该勘误", "there is no such open erratum"));
    }

    /** The photo is the one that the erratum names, wherever it stands by now: what counts is what the registry holds. */
    private Outcome<List<CaptureEvent>> confirmWrongPerson(CaptureCommand.ConfirmWrongPerson command) {
        boolean saysSo = record.openErrata().stream()
                .anyMatch(e -> e.number() == command.number() && e.kind() == Erratum.Kind.WRONG_PERSON);
        Optional<ImageDigest> photo = record.photoOfErratum(command.number());
        if (!saysSo || photo.isEmpty()) {
            return Outcome.refused(
                    Refusals.nothing("没有该张冠李戴的勘误", "there is no such open erratum about another person's photo"));
        }
        if (record.suspicion()
                .filter(s -> s.photo().digest().equals(photo.get()))
                .isPresent()) {
            return Outcome.refused(Refusals.inReview());
        }
        CaptureEvent confirmed = new CaptureEvent.WrongPersonConfirmed(now(), command.number(), photo);
        List<CaptureEvent> events = new ArrayList<>(
                List.of(new CaptureEvent.ErratumResolved(now(), command.number(), command.resolution())));
        events.addAll(
                record.accepted().map(PhotoRef::digest).equals(photo)
                        ? withdrawing(record, now(), confirmed)
                        : List.of(confirmed));
        events.addAll(tellingOf(photo.get(), command.resolution()));
        return granting(List.copyOf(events), command.on(), command.resolution());
    }

    private Outcome<List<CaptureEvent>> confirmProof(Optional<ImageDigest> photo) {
        if (record.publishedInRound().isEmpty()) {
            return Outcome.refused(Refusals.nothing("照片尚未发布校对", "the photo is not published for proofreading"));
        }
        return record.openErrata().isEmpty()
                ? done(new CaptureEvent.ProofConfirmed(now(), photo))
                : Outcome.refused(Refusals.erratumOpen(record.openErrata().size()));
    }

    private Instant now() {
        return facts.now();
    }

    private static Outcome<List<CaptureEvent>> done(CaptureEvent event) {
        return Outcome.done(List.of(event));
    }

    private static Outcome<List<CaptureEvent>> done(List<CaptureEvent> events) {
        return Outcome.done(List.copyOf(events));
    }
}
