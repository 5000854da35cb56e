package io.github.tucai.campaign.internal.delivery;

import io.github.tucai.campaign.internal.capture.CaptureRules;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.view.Unanswered;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.DeliveryPolicy;
import io.github.tucai.failure.TransportException;
import io.github.tucai.spi.ChsiTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after deliveries that were handed over and are not to be sent now: superseded, withdrawn, held back or erased ones are
 * taken back where they lie, and their answers are read, of those too that wait for a person.
 */
final class Recalling {
    private static final Logger LOG = LoggerFactory.getLogger(Recalling.class);
    private static final int BATCH = 100;
    /** A folder that is carried comes back within weeks, or not at all. */
    private static final Duration PATIENCE = Duration.ofDays(60);

    private final Ledger ledger;
    private final ChsiTransport transport;
    private final DeliveryPolicy policy;

    Recalling(Ledger ledger, ChsiTransport transport, DeliveryPolicy policy) {
        this.ledger = ledger;
        this.transport = transport;
        this.policy = policy;
    }

    /** What is to be done with one. */
    private enum Todo {
        /** Its answer is known, another one stands for it, or the outbox goes on with it. */
        NOTHING,
        /** Only its answer is looked for. */
        COLLECT,
        /** It is taken back, and its answer is looked for. */
        RECALL
    }

    void recallDue(BooleanSupplier isEnding) {
        Instant now = Instant.now();
        List<Unanswered.Delivery> batch = next(now, "", 0);
        while (!batch.isEmpty()) {
            for (Unanswered.Delivery delivery : batch) {
                if (isEnding.getAsBoolean()) {
                    return;
                }
                lookUnlessDamaged(delivery);
            }
            Unanswered.Delivery last = batch.get(batch.size() - 1);
            batch = next(now, last.stream(), last.version());
        }
    }

    private List<Unanswered.Delivery> next(Instant due, String stream, int version) {
        return ledger.read(
                work -> Unanswered.due(work.handle(), ledger.campaign().id(), due, stream, version, BATCH));
    }

    /** A row, or a record, that cannot be read stops no other; a database that is away does, since this cannot be noted. */
    private void lookUnlessDamaged(Unanswered.Delivery delivery) {
        try {
            look(delivery);
        } catch (RuntimeException e) {
            postpone(delivery, policy.longestPause());
            LOG.warn(
                    "{} could not be looked at ({}); it is set aside for {}",
                    name(delivery),
                    e.getClass().getName(),
                    policy.longestPause());
        }
    }

    private void postpone(Unanswered.Delivery delivery, Duration pause) {
        ledger.inTransaction(work -> {
            Instant now = Instant.now();
            Unanswered.later(work.handle(), delivery, now, now.plus(pause));
            return delivery;
        });
    }

    private void look(Unanswered.Delivery delivery) {
        DeliveryKey key = new DeliveryKey(delivery.key());
        Todo todo = ledger.inTransaction(work -> todo(work, delivery));
        if (todo == Todo.NOTHING) {
            return;
        }
        // Counted before the transport acts: what is handed over meanwhile makes the row due again.
        Duration pause = policy.pauseAfter(delivery.looks() + 1);
        postpone(delivery, pause);
        try {
            if (todo == Todo.RECALL) {
                transport.recall(key);
            }
            transport.collect(key).ifPresent(outcome -> answered(delivery, outcome));
        } catch (TransportException e) {
            LOG.info(
                    "{} could not be taken back or its answer not be read; the next look is in {}",
                    name(delivery),
                    pause);
        } catch (RuntimeException e) {
            // One that fails stops no other; a foreign exception may quote anything.
            LOG.warn(
                    "{} could not be taken back: {}",
                    name(delivery),
                    e.getClass().getName());
        }
    }

    private Todo todo(Ledger.Work work, Unanswered.Delivery delivery) {
        Optional<CaptureRecord> record = work.locked(new RecordId(delivery.stream()));
        Todo todo = record.map(there -> todo(work, there, delivery)).orElse(Todo.RECALL);
        boolean isTooLate = delivery.since().toEpochMilli() > 0
                && Duration.between(delivery.since(), Instant.now()).compareTo(PATIENCE) > 0;
        if (isTooLate) {
            LOG.warn("{} was never answered; it is looked for no more", name(delivery));
        }
        if (todo == Todo.NOTHING || isTooLate) {
            Unanswered.remove(work.handle(), delivery.stream(), delivery.version());
            return Todo.NOTHING;
        }
        return todo;
    }

    private static Todo todo(Ledger.Work work, CaptureRecord record, Unanswered.Delivery delivery) {
        Optional<DeliveryEntry> entry = record.deliveries().stream()
                .filter(d -> d.version() == delivery.version())
                .findFirst();
        boolean isOver = entry.filter(CaptureRules::isUnanswered).isEmpty();
        // What is taken back or answered under a key that a newer delivery has too would be that one's.
        boolean isNewer = record.deliveries().stream()
                .anyMatch(
                        d -> d.version() > delivery.version() && d.key().value().equals(delivery.key()));
        if (isOver || isNewer) {
            return Todo.NOTHING;
        }
        if (!work.maySend(record, delivery.version())) {
            return Todo.RECALL;
        }
        return entry.orElseThrow().status() == DeliveryEntry.Status.WAITING ? Todo.COLLECT : Todo.NOTHING;
    }

    private void answered(Unanswered.Delivery delivery, DeliveryOutcome outcome) {
        ledger.inTransaction(work -> {
            Optional<CaptureRecord> after = Outbox.answered(
                    work, new Parcel(Parcel.Kind.PHOTO, new RecordId(delivery.stream()), delivery.version()), outcome);
            Unanswered.remove(work.handle(), delivery.stream(), delivery.version());
            return after;
        });
        LOG.info("{} was answered although nobody sends it any more", name(delivery));
    }

    private static String name(Unanswered.Delivery delivery) {
        return "delivery " + delivery.version() + " of record " + delivery.stream();
    }
}
