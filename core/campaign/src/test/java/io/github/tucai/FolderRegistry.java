package io.github.tucai;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry behind a folder: what is handed over lies there until somebody carries it, and answers come when they come. */
class FolderRegistry extends Desk.Registry {
    final Set<DeliveryKey> lying = ConcurrentHashMap.newKeySet();
    final Map<DeliveryKey, DeliveryOutcome> answers = new ConcurrentHashMap<>();
    final AtomicInteger recalls = new AtomicInteger();
    volatile boolean isBroken;

    @Override
    public DeliveryOutcome deliver(SealedBundle bundle) {
        DeliveryOutcome answer = answers.get(bundle.key());
        if (answer != null) {
            return answer;
        }
        lying.add(bundle.key());
        throw TransportException.awaitingAnswer("handed over");
    }

    @Override
    public void recall(DeliveryKey key) {
        recalls.incrementAndGet();
        if (isBroken) {
            throw new IllegalStateException("the stick was pulled out");
        }
        lying.remove(key);
    }

    @Override
    public Optional<DeliveryOutcome> collect(DeliveryKey key) {
        return Optional.ofNullable(answers.get(key));
    }

    void answer(DeliveryKey key) {
        answers.put(key, new DeliveryOutcome.Accepted(new Receipt(key, "R1", Instant.EPOCH, false)));
    }
}
