package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.delivery.Outbox;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.school.SchoolCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is on its way to the registry (N2.2c). Safe for concurrent use. */
public final class DeliveryService {
    private final Engine engine;

    DeliveryService(Engine engine) {
        this.engine = engine;
    }

    /**
     * Waits until no delivery is queued. Deliveries move only while the worker runs: {@link Tucai#startDelivery()}.
     *
     * @return false when the time ran out first
     */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return engine.outbox().awaitIdle(atMost);
    }

    /** All deliveries of a school, for the centre or the school. */
    public Outcome<List<DeliveryItem>> items(Actor actor, SchoolCode school) {
        return engine.records(actor, school).map(records -> engine.ledger()
                .read(work ->
                        records.stream().flatMap(record -> items(work, record)).toList()));
    }

    private static Stream<DeliveryItem> items(Ledger.Work work, CaptureRecord record) {
        Map<Integer, Outbox.Line> lines = Outbox.lines(work.handle(), record.id());
        return record.deliveries().stream().map(entry -> Optional.ofNullable(lines.get(entry.version()))
                .map(line ->
                        new DeliveryItem(record.id(), entry.version(), entry.status(), line.attempts(), line.detail()))
                .orElseGet(() -> new DeliveryItem(record.id(), entry.version(), entry.status(), 0, "")));
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

    /** Seals what a failure of the sealer left behind; says how many deliveries were put on their way. */
    public Outcome<Integer> sealPending(Actor actor) {
        return actor instanceof Actor.Centre || actor instanceof Actor.SystemProcess
                ? Outcome.done(engine.sealing().sealAll())
                : Outcome.refused(Refusals.notYours());
    }
}
