package io.github.tucai.benchmarks.faults;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.spi.BundleSealer;

/** A sealer that is heard when it has sealed. */
final class WatchedSealer implements BundleSealer {
    private final BundleSealer real;
    private final Points points;

    WatchedSealer(BundleSealer real, Points points) {
        this.real = real;
        this.points = points;
    }

    @Override
    public String id() {
        return real.id();
    }

    @Override
    public SealedBundle seal(DeliveryContent content) {
        return heard(real.seal(content));
    }

    @Override
    public SealedBundle seal(Withdrawal withdrawal) {
        return heard(real.seal(withdrawal));
    }

    private SealedBundle heard(SealedBundle bundle) {
        points.at(Window.AFTER_SEAL);
        return bundle;
    }
}
