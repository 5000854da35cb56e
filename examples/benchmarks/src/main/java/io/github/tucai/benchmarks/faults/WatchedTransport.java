package io.github.tucai.benchmarks.faults;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.spi.ChsiTransport;
import java.util.Optional;

/** A way to the registry that is heard before it sends and after the answer; between the two the driver listens itself. */
final class WatchedTransport implements ChsiTransport {
    private final ChsiTransport real;
    private final Points points;

    WatchedTransport(ChsiTransport real, Points points) {
        this.real = real;
        this.points = points;
    }

    @Override
    public String id() {
        return real.id();
    }

    @Override
    public DeliveryOutcome deliver(SealedBundle bundle) {
        points.at(Window.BEFORE_WIRE);
        points.at(Window.ON_THE_WIRE, bundle.sizeBytes());
        DeliveryOutcome outcome = real.deliver(bundle);
        points.answered();
        points.at(Window.AFTER_ANSWER);
        return outcome;
    }

    @Override
    public void recall(DeliveryKey key) {
        real.recall(key);
    }

    @Override
    public Optional<DeliveryOutcome> collect(DeliveryKey key) {
        return real.collect(key);
    }
}
