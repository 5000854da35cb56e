package io.github.tucai.campaign.internal.capture;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RejectedPhoto;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.Suspicion;
import io.github.tucai.capture.Violation;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.ImageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What people decide on photos: doubts, suspicions, violations, and the second look at them (A2.3.6). Pure. */
final class ReviewRules {
    /** Of a file that is no photo of this size and form nobody can make one by looking at it. */
    private static final Set<CheckId> OF_THE_FILE = Set.of(
            new CheckId("file-format"),
            new CheckId("file-size"),
            new CheckId("file-dimensions"),
            new CheckId("file-density"),
            new CheckId("file-compression"));

    private final CaptureRecord record;
    private final Facts facts;
    private final CaptureRules others;

    ReviewRules(CaptureRecord record, Facts facts, CaptureRules others) {
        this.record = record;
        this.facts = facts;
        this.others = others;
    }

    /** Empty where the command is none of these. */
    Optional<Outcome<List<CaptureEvent>>> decide(CaptureCommand command) {
        if (command instanceof CaptureCommand.LookAt c) {
            return Optional.of(lookAt(c));
        } else if (command instanceof CaptureCommand.OrderSecondLook c) {
            return Optional.of(orderSecondLook(c));
        } else if (command instanceof CaptureCommand.DecideSecondLook c) {
            return Optional.of(decideSecondLook(c));
        } else if (record.lock().isPresent()) {
            return Optional.empty();
        }
        return decideUnlocked(command);
    }

    private Optional<Outcome<List<CaptureEvent>>> decideUnlocked(CaptureCommand command) {
        if (command instanceof CaptureCommand.AskPerson c) {
            return Optional.of(askPerson(c));
        } else if (command instanceof CaptureCommand.DecideReview c) {
            return Optional.of(decideReview(c));
        } else if (command instanceof CaptureCommand.SuspectViolation c) {
            return Optional.of(suspect(c));
        } else if (command instanceof CaptureCommand.AnswerSuspicion c) {
            return Optional.of(answerSuspicion(c));
        } else if (command instanceof CaptureCommand.ConfirmViolation c) {
            return Optional.of(confirmViolation(c.photo(), c.reason()));
        }
        return Optional.empty();
    }

    private Outcome<List<CaptureEvent>> askPerson(CaptureCommand.AskPerson command) {
        if (record.isUndecided()) {
            return Outcome.refused(Refusals.inReview());
        }
        Optional<RejectedPhoto> photo = record.rejected(command.photo());
        if (photo.isEmpty()) {
            return Outcome.refused(Refusals.nothing("没有这张未通过的照片", "no such photo was rejected"));
        }
        if (photo.get().byPerson()) {
            return Outcome.refused(Refusals.askedAlready());
        }
        List<CheckId> ofTheFile =
                photo.get().faults().stream().filter(OF_THE_FILE::contains).toList();
        return ofTheFile.isEmpty()
                ? done(new CaptureEvent.PersonAsked(now(), photo.get().photo(), command.reason()))
                : Outcome.refused(Refusals.faultOfTheFile(ofTheFile));
    }

    private Outcome<List<CaptureEvent>> lookAt(CaptureCommand.LookAt command) {
        return mayBeSeen(command.photo())
                ? done(new CaptureEvent.PhotoSeen(now(), command.photo(), by()))
                : Outcome.refused(Refusals.nothingToDecide(present()));
    }

    /** Whether a person has to decide on this photo, or its student asked for one. */
    private boolean mayBeSeen(ImageDigest photo) {
        boolean isToDecide = Stream.of(
                        record.inReview(),
                        record.suspicion().map(Suspicion::photo),
                        record.violation()
                                .filter(violation -> violation.secondLook().isPresent())
                                .map(Violation::photo))
                .flatMap(Optional::stream)
                .anyMatch(one -> is(one, photo));
        return isToDecide
                || record.rejected(photo).filter(RejectedPhoto::isAskedFor).isPresent();
    }

    private Outcome<List<CaptureEvent>> decideReview(CaptureCommand.DecideReview command) {
        boolean isNew =
                record.inReview().filter(photo -> is(photo, command.photo())).isPresent();
        if (!isNew && !isSuspected(command.photo())) {
            return Outcome.refused(
                    present().isEmpty()
                            ? Refusals.nothing("没有待审核的照片", "there is no photo to decide on")
                            : Refusals.otherPhoto(present()));
        }
        if (command.outcome() == ReviewOutcome.VIOLATION) {
            return confirmViolation(command.photo(), command.reason());
        }
        ImageDigest photo = isNew ? command.photo() : suspected().orElseThrow();
        if (!record.isSeenBy(photo, facts.actor())) {
            return Outcome.refused(Refusals.notSeen());
        }
        CaptureEvent decided =
                new CaptureEvent.ReviewDecided(now(), command.outcome(), command.reason(), Optional.of(photo));
        if (command.outcome() == ReviewOutcome.ACCEPTED) {
            return isNew ? acceptNew(command, decided) : done(decided);
        }
        return others.granting(
                record.isAccepted(photo) ? CaptureRules.withdrawing(record, now(), decided) : List.of(decided),
                command.on(),
                command.reason());
    }

    private Outcome<List<CaptureEvent>> acceptNew(CaptureCommand.DecideReview command, CaptureEvent decided) {
        // Where a retake ends no suspicion, a photo that was handed in before it does so even less.
        boolean endsOther = record.suspicion().isPresent()
                && !isSuspected(command.photo())
                && !facts.campaign().retakeEndsSuspicion();
        return endsOther
                ? Outcome.refused(Refusals.otherSuspected(suspected().orElseThrow()))
                : CaptureRules.accepted(
                        now(),
                        command.photo(),
                        List.of(decided),
                        command.check().stream().toList(),
                        command.product());
    }

    private Outcome<List<CaptureEvent>> suspect(CaptureCommand.SuspectViolation command) {
        if (isSuspected(command.photo())) {
            return Outcome.refused(Refusals.doneAlready("该照片已在核实中", "this photo is under suspicion already"));
        }
        if (record.suspicion().isPresent()) {
            // One at a time: a second one must not end what nobody decided.
            return Outcome.refused(Refusals.otherSuspected(suspected().orElseThrow()));
        }
        Optional<PhotoRef> photo = record.inReview()
                .filter(p -> is(p, command.photo()))
                .or(() -> record.accepted().filter(p -> record.isAccepted(command.photo())));
        if (photo.isEmpty()) {
            Optional<ImageDigest> there = present().or(() -> record.accepted().map(PhotoRef::digest));
            return Outcome.refused(
                    there.isEmpty()
                            ? Refusals.nothing("没有合格照片", "there is no accepted photo")
                            : Refusals.otherPhoto(there));
        }
        return done(new CaptureEvent.ViolationSuspected(
                now(),
                command.reason(),
                photo.map(PhotoRef::digest),
                Optional.of(by()),
                Optional.of(heardFrom(now()))));
    }

    private Outcome<List<CaptureEvent>> answerSuspicion(CaptureCommand.AnswerSuspicion command) {
        if (record.suspicion().isEmpty()) {
            return Outcome.refused(Refusals.nothing("没有待核实的事项", "there is no suspicion to answer to"));
        }
        return isSuspected(command.photo())
                ? done(new CaptureEvent.SuspicionAnswered(now(), command.answer(), suspected()))
                : Outcome.refused(Refusals.otherPhoto(suspected()));
    }

    private Outcome<List<CaptureEvent>> confirmViolation(ImageDigest photo, String reason) {
        if (!isSuspected(photo)) {
            return Outcome.refused(suspected().map(Refusals::otherSuspected).orElseGet(Refusals::notSuspected));
        }
        Suspicion suspicion = record.suspicion().orElseThrow();
        if (suspicion.isRaisedBy(facts.actor())) {
            return Outcome.refused(Refusals.anotherPerson());
        }
        if (!record.isSeenBy(suspicion.photo().digest(), facts.actor())) {
            return Outcome.refused(Refusals.notSeen());
        }
        Instant heard = heardUntil(suspicion);
        if (now().isBefore(heard)) {
            return Outcome.refused(Refusals.stillHeard(heard));
        }
        CaptureEvent locked = new CaptureEvent.Locked(
                now(), reason, Optional.of(suspicion.photo().digest()), Optional.of(by()));
        List<CaptureEvent> events = new ArrayList<>(CaptureRules.withdrawing(record, now(), locked));
        events.addAll(CaptureRules.telling(record, facts, reason));
        return Outcome.done(List.copyOf(events));
    }

    /**
     * Until when the student may answer or take another photo before anybody confirms: as it was told, or later where days were
     * closed since. Who opens days that have gone by shortens nothing.
     */
    private Instant heardUntil(Suspicion suspicion) {
        Instant asOfNow = heardFrom(suspicion.since());
        return suspicion.heardUntil().filter(asOfNow::isBefore).orElse(asOfNow);
    }

    private Instant heardFrom(Instant since) {
        Instant until = since;
        for (int day = 0; day < facts.campaign().daysToAnswer(); day++) {
            until = Opening.endOfNextCaptureDay(
                    facts.campaign(),
                    facts.school(),
                    record.arrangements(),
                    record.claims().orElseThrow().enrolment(),
                    until);
        }
        return until;
    }

    private Outcome<List<CaptureEvent>> orderSecondLook(CaptureCommand.OrderSecondLook command) {
        if (record.violation().isEmpty()) {
            return Outcome.refused(
                    record.lock().isPresent()
                            ? Refusals.nothing("没有可复核的照片", "there is no photo to look at again")
                            : Refusals.notLocked());
        }
        return record.violation().flatMap(Violation::secondLook).isPresent()
                ? Outcome.refused(Refusals.doneAlready("已安排复核", "a second look is ordered already"))
                : done(new CaptureEvent.SecondLookOrdered(now(), command.reason()));
    }

    private Outcome<List<CaptureEvent>> decideSecondLook(CaptureCommand.DecideSecondLook command) {
        Optional<Violation> violation =
                record.violation().filter(v -> v.secondLook().isPresent());
        if (violation.isEmpty()) {
            return Outcome.refused(Refusals.nothing("没有待复核的事项", "no second look is ordered"));
        }
        if (violation.get().involves(facts.actor())) {
            return Outcome.refused(Refusals.anotherPerson());
        }
        CaptureEvent decided = new CaptureEvent.SecondLookDecided(now(), command.outcome(), command.reason());
        return record.isSeenBy(violation.get().photo().digest(), facts.actor())
                ? others.granting(List.of(decided), command.on(), command.reason())
                : Outcome.refused(Refusals.notSeen());
    }

    private boolean isSuspected(ImageDigest photo) {
        return record.suspicion()
                .filter(suspicion -> is(suspicion.photo(), photo)
                        || (record.accepted().equals(Optional.of(suspicion.photo())) && record.isAccepted(photo)))
                .isPresent();
    }

    private Optional<ImageDigest> suspected() {
        return record.suspicion().map(suspicion -> suspicion.photo().digest());
    }

    /** What a person has to decide on now. */
    private Optional<ImageDigest> present() {
        return record.inReview().map(PhotoRef::digest).or(this::suspected);
    }

    private static boolean is(PhotoRef photo, ImageDigest digest) {
        return photo.digest().equals(digest);
    }

    private String by() {
        Actor actor = facts.actor();
        return actor.auditName();
    }

    private Instant now() {
        return facts.now();
    }

    private static Outcome<List<CaptureEvent>> done(CaptureEvent event) {
        return Outcome.done(List.of(event));
    }
}
