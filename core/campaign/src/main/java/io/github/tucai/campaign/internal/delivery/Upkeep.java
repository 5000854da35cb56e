package io.github.tucai.campaign.internal.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/** What the worker looks after by itself, besides sending: what a failure left unsealed. */
public final class Upkeep {
    private final String campaign;
    private final Sealing sealing;
    private final OutboxPolicy policy;

    /** Of one campaign. */
    public Upkeep(String campaign, Sealing sealing, OutboxPolicy policy) {
        this.campaign = campaign;
        this.sealing = sealing;
        this.policy = policy;
    }

    /** Looks again and again. Processes that share the campaign take turns. */
    public RecurringTask<Void> task() {
        return Tasks.recurring("tucai-upkeep-" + campaign, FixedDelay.of(policy.holdPause()))
                .execute((instance, context) ->
                        sealing.sealDue(() -> context.getSchedulerState().isShuttingDown()));
    }
}
