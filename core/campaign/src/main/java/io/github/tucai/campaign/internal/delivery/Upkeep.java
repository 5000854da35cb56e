package io.github.tucai.campaign.internal.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.delivery.DeliveryPolicy;
import io.github.tucai.spi.ChsiTransport;
import java.util.function.BooleanSupplier;

/**
 * What the worker looks after by itself, besides sending: what a failure left unsealed, and what was handed over and is not to
 * be sent any more.
 */
public final class Upkeep {
    private final Ledger ledger;
    private final Sealing sealing;
    private final Recalling recalling;
    private final DeliveryPolicy policy;

    /** Of one campaign. */
    public Upkeep(Ledger ledger, Sealing sealing, ChsiTransport transport, DeliveryPolicy policy) {
        this.ledger = ledger;
        this.sealing = sealing;
        this.recalling = new Recalling(ledger, transport, policy);
        this.policy = policy;
    }

    /** Looks again and again. Processes that share the campaign take turns. */
    public RecurringTask<Void> task() {
        return Tasks.recurring("tucai-upkeep-" + ledger.campaign().id(), FixedDelay.of(policy.holdPause()))
                .execute((instance, context) -> {
                    BooleanSupplier isEnding = () -> context.getSchedulerState().isShuttingDown();
                    // Whatever stops the one must not stop the other.
                    try {
                        sealing.sealDue(isEnding);
                    } finally {
                        recalling.recallDue(isEnding);
                    }
                });
    }
}
