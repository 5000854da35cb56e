package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.capture.Permissions;
import io.github.tucai.campaign.internal.delivery.Outbox;
import io.github.tucai.campaign.internal.delivery.Sealing;
import io.github.tucai.campaign.internal.delivery.Upkeep;
import io.github.tucai.campaign.internal.ledger.Comparing;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.school.SchoolCommand;
import io.github.tucai.campaign.internal.secret.FactorCounts;
import io.github.tucai.campaign.internal.secret.Rewrapping;
import io.github.tucai.campaign.internal.work.Anchoring;
import io.github.tucai.campaign.internal.work.Sweeping;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.ProductMaker;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.CodeImageReader;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.PhotoVault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the services share. */
record Engine(
        Ledger ledger,
        PhotoVault vault,
        PhotoProfile profile,
        PhotoCheck checker,
        Comparing comparing,
        FactorCounts wrongFactors,
        ProductMaker maker,
        Supplier<CodeImageReader> codeReader,
        List<CollectionCodeDecoder> decoders,
        Outbox outbox,
        Sealing sealing,
        Upkeep upkeep,
        Anchoring anchoring,
        Sweeping sweeping,
        Rewrapping rewrapping,
        WorkingDays days) {

    /** How a photo is checked; {@link PhotoChecker#check} is one. */
    interface PhotoCheck {
        io.github.tucai.photo.PhotoCheckResult check(
                io.github.tucai.photo.PhotoImage photo,
                io.github.tucai.photo.Stage stage,
                io.github.tucai.photo.Declarations declarations,
                io.github.tucai.spi.UsedPhotos used);
    }

    Campaign campaign() {
        return ledger.campaign();
    }

    Outcome<CaptureRecord> give(Actor actor, RecordId record, CaptureCommand command) {
        return ledger.inTransaction(work -> work.give(record, command, actor));
    }

    /** A photo that a record names. */
    PhotoImage load(PhotoRef photo) {
        return vault.get(photo.vault())
                .filter(found -> found.digest().equals(photo.digest()))
                .orElseThrow(() -> new TucaiException(
                        "photo " + photo.vault() + " is missing from the vault, or another lies there"));
    }

    /** What would come of a command now; nothing changes. */
    Outcome<CaptureRecord> tryOut(Actor actor, RecordId record, CaptureCommand command) {
        return ledger.read(work -> work.tryOut(record, command, actor));
    }

    Outcome<SchoolRecord> give(Actor actor, SchoolCode school, SchoolCommand command) {
        return ledger.inTransaction(work -> work.give(school, command, actor));
    }

    /** A record that the actor may see; one they may not see looks like none. */
    Outcome<CaptureRecord> record(Actor actor, RecordId id) {
        Optional<CaptureRecord> found = ledger.read(work -> work.record(id));
        return found.filter(record -> Permissions.maySee(record, actor))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusals.unknownRecord()));
    }

    /** A page of the records of a school that the actor may see. */
    Outcome<Page<CaptureRecord>> records(Actor actor, SchoolCode school, Optional<RecordList> list, PageKey from) {
        return Permissions.isSchoolOrCentre(school, actor)
                ? Outcome.done(records(Optional.of(school), list, from))
                : Outcome.refused(Refusals.notYours());
    }

    /** A page of records of one school, or of all. */
    Page<CaptureRecord> records(Optional<SchoolCode> school, Optional<RecordList> list, PageKey from) {
        return page(ledger.read(work -> work.listing(school, list, from.value(), Page.MOST)));
    }

    static <T> Page<T> page(Ledger.Listing<T> listing) {
        return new Page<>(listing.items(), listing.unreadable(), listing.next().map(PageKey::new));
    }

    /** A registered school that the actor may see. */
    Outcome<SchoolRecord> school(Actor actor, SchoolCode code) {
        return ledger.read(work -> school(work, actor, code));
    }

    /** A registered school that the actor may see, read with what goes with it. */
    static Outcome<SchoolRecord> school(Ledger.Work work, Actor actor, SchoolCode code) {
        if (!Permissions.isSchoolOrCentre(code, actor)) {
            return Outcome.refused(Refusals.notYours());
        }
        SchoolRecord school = work.school(code);
        return school.school().isPresent() ? Outcome.done(school) : Outcome.refused(Refusals.unknownSchool());
    }
}
