package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.delivery.Outbox;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.RecordList;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.school.SchoolCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is on its way to the registry (N2.2c). Safe for concurrent use. */
public final class DeliveryService {
    private static final Outbox.Line NO_LINE = new Outbox.Line(0, "");

    private final Engine engine;

    DeliveryService(Engine engine) {
        this.engine = engine;
    }

    /**
     * Waits until no delivery is queued and none waits to be sealed. Deliveries move only while the worker runs: {@link Tucai#startDelivery()}.
     *
     * @return false when the time ran out first
     */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return engine.outbox().awaitIdle(atMost);
    }

    /** The first deliveries of a school, as {@link #items(Actor, SchoolCode, PageKey)}. */
    public Outcome<Page<DeliveryItem>> items(Actor actor, SchoolCode school) {
        return items(actor, school, PageKey.FIRST);
    }

    /**
     * Deliveries and withdrawals of a school, record by record, and what waits to be sealed for one; for the centre or the school.
     * Those that wait for a person or were refused: {@link CaptureService#records(Actor, SchoolCode, RecordList, PageKey)}.
     */
    public Outcome<Page<DeliveryItem>> items(Actor actor, SchoolCode school, PageKey from) {
        return engine.records(actor, school, Optional.empty(), from).map(records -> {
            List<DeliveryItem> items = engine.ledger().read(work -> records.stream()
                    .flatMap(record -> items(work, record))
                    .toList());
            return new Page<>(items, records.unreadable(), records.next());
        });
    }

    /** Deliveries and withdrawals of one record, for who may see it. */
    public Outcome<List<DeliveryItem>> items(Actor actor, RecordId id) {
        return engine.record(actor, id)
                .map(record -> engine.ledger().read(work -> items(work, record).toList()));
    }

    private static Stream<DeliveryItem> items(Ledger.Work work, CaptureRecord record) {
        Map<Integer, Outbox.Line> lines = Outbox.lines(work.handle(), record.id());
        Map<Integer, Outbox.Line> withdrawalLines = Outbox.withdrawalLines(work.handle(), record.id());
        Outbox.Line unsealed = work.waitingToBeSealed(record.id())
                .map(waiting -> new Outbox.Line(waiting.attempts(), waiting.cause()))
                .orElse(NO_LINE);
        Stream<DeliveryItem> photos = record.deliveries().stream()
                .map(d -> item(
                        record,
                        DeliveryItem.Kind.PHOTO,
                        d.version(),
                        d.status(),
                        lines.getOrDefault(d.version(), NO_LINE)));
        Stream<DeliveryItem> withdrawals = record.withdrawals().stream()
                .map(w -> item(
                        record,
                        DeliveryItem.Kind.WITHDRAWAL,
                        w.version(),
                        w.status(),
                        w.status() == DeliveryEntry.Status.TO_SEAL
                                ? unsealed
                                : withdrawalLines.getOrDefault(w.version(), NO_LINE)));
        boolean isProductLeft = record.product().isPresent() && !record.isProductSealed();
        Stream<DeliveryItem> toSeal = isProductLeft && work.isProductDue(record)
                ? Stream.of(item(
                        record,
                        DeliveryItem.Kind.PHOTO,
                        record.deliveries().size() + 1,
                        DeliveryEntry.Status.TO_SEAL,
                        unsealed))
                : Stream.empty();
        return Stream.of(photos, toSeal, withdrawals).flatMap(items -> items);
    }

    private static DeliveryItem item(
            CaptureRecord record, DeliveryItem.Kind kind, int version, DeliveryEntry.Status status, Outbox.Line line) {
        return new DeliveryItem(record.id(), kind, version, status, line.attempts(), line.detail());
    }

    /** The centre has a delivery tried again that waits for a person. */
    public Outcome<RecordId> retry(Actor actor, RecordId record, int version) {
        if (!(actor instanceof Actor.Centre)) {
            return Outcome.refused(Refusals.notYours());
        }
        Ledger ledger = engine.ledger();
        boolean waiting = ledger.inTransaction(
                work -> work.record(record).isPresent() && engine.outbox().retry(work.handle(), record, version));
        engine.outbox().wake();
        return waiting ? Outcome.done(record) : Outcome.refused(Refusals.unknownRecord());
    }

    /**
     * The centre has the registry told once more that a photo counts no more, where telling waits for a person or was refused.
     *
     * @param version of the last delivery that is withdrawn, as {@link #items} has it
     * @param reason 1 to 500 characters; names no person
     */
    public Outcome<CaptureRecord> retryWithdrawal(Actor actor, RecordId record, int version, String reason) {
        return engine.give(actor, record, new CaptureCommand.RetryWithdrawal(version, reason))
                .map(engine.sealing()::sealIfDue);
    }

    /**
     * The centre has what the registry refused sent again, as a new version: once the reason for the refusal is mended, a key
     * that was missing for one. Stands in the record's history with who said so and why.
     *
     * @param reason 1 to 500 characters; names no person
     * @return the record, its delivery queued or, where sealing failed, finished and waiting to be sealed
     * @throws io.github.tucai.failure.TucaiException if the finisher or the vault fails; nothing is recorded then
     */
    public Outcome<CaptureRecord> resend(Actor actor, RecordId record, ProductChoice choice, String reason) {
        return new Resending(engine, actor, choice, reason).one(record);
    }

    /**
     * The centre has all photos of the campaign that the registry refused for one cause sent again. One that fails stops no
     * other.
     *
     * @param code the registry's code of the refusal, such as {@code does-not-open}
     * @param reason 1 to 500 characters; names no person
     */
    public Outcome<ResendReport> resendAll(Actor actor, String code, ProductChoice choice, String reason) {
        return new Resending(engine, actor, choice, reason).all(code, school -> true);
    }

    /** As {@link #resendAll(Actor, String, ProductChoice, String)}, of one school only. */
    public Outcome<ResendReport> resendAll(
            Actor actor, SchoolCode school, String code, ProductChoice choice, String reason) {
        return new Resending(engine, actor, choice, reason).all(code, school::equals);
    }

    /**
     * Seals at once what a failure of the sealer left behind, which the worker does after a pause; says how many deliveries
     * were put on their way.
     */
    public Outcome<Integer> sealPending(Actor actor) {
        return actor instanceof Actor.Centre || actor instanceof Actor.SystemProcess
                ? Outcome.done(engine.sealing().sealAll())
                : Outcome.refused(Refusals.notYours());
    }
}
