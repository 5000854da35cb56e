package io.github.tucai.campaign.internal.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.delivery.DeliveryPolicy;
import io.github.tucai.spi.ChsiTransport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the worker looks after by itself, besides sending: what a failure left unsealed, and what was handed over and is not to
 * be sent any more.
 */
public final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Ledger ledger;
    private final Sealing sealing;
    private final Recalling recalling;
    private final Outbox outbox;
    private final DeliveryPolicy policy;
    private volatile boolean isLookedThrough;
    private volatile Runnable first = () -> {};

    /** Of one campaign. */
    public Upkeep(Ledger ledger, Sealing sealing, Outbox outbox, ChsiTransport transport, DeliveryPolicy policy) {
        this.ledger = ledger;
        this.sealing = sealing;
        this.outbox = outbox;
        this.recalling = new Recalling(ledger, transport, policy);
        this.policy = policy;
    }

    /** What it does besides, once in a process, when the worker starts. */
    public void first(Runnable work) {
        first = work;
    }

    /** Looks again and again. Processes that share the campaign take turns. */
    public RecurringTask<Void> task() {
        return Tasks.recurring("tucai-upkeep-" + ledger.campaign().id(), FixedDelay.of(policy.holdPause()))
                .execute((instance, context) -> {
                    BooleanSupplier isEnding = () -> context.getSchedulerState().isShuttingDown();
                    // Whatever stops the one must not stop the other.
                    try {
                        lookThrough();
                        sealing.sealDue(isEnding);
                    } finally {
                        recalling.recallDue(isEnding);
                    }
                });
    }

    /** Once in a process: rows are not lost every day, and a campaign is not set otherwise while it runs. */
    private void lookThrough() {
        if (isLookedThrough) {
            return;
        }
        try {
            sealing.queueForgotten();
            outbox.scheduleForgotten();
            first.run();
            isLookedThrough = true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "what is not queued could not be looked for ({}); the next try comes soon",
                    e.getClass().getName());
        }
    }
}
