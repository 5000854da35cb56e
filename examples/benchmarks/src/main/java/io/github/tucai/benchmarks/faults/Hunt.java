package io.github.tucai.benchmarks.faults;

/** Kills one collector at the window that was drawn for it. */
final class Hunt implements Collector.AtWindow {
    private final Kills.Kill kill;
    private final Relay relay;
    private int passed;
    private boolean holding;
    private volatile boolean hit;

    Hunt(Kills.Kill kill, Relay relay) {
        this.kill = kill;
        this.relay = relay;
    }

    @Override
    public synchronized void reached(Collector collector, int point, int detail) {
        if (hit) {
            return;
        }
        boolean passes = passed++ < kill.skip();
        boolean onTheWire = kill.window().filter(Window.ON_THE_WIRE::equals).isPresent();
        if (!passes && !onTheWire) {
            strike(collector);
            return;
        }
        if (!passes && !holding) {
            holding = true;
            relay.holdAnswerAfter(detail, () -> strike(collector));
        }
        collector.go(point);
    }

    private void strike(Collector collector) {
        hit = true;
        collector.kill();
    }

    boolean isHit() {
        return hit;
    }
}
