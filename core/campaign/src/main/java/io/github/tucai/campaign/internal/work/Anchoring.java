package io.github.tucai.campaign.internal.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.tucai.campaign.internal.audit.Anchor;
import io.github.tucai.campaign.internal.audit.Anchors;
import io.github.tucai.campaign.internal.ledger.Ledger;
import java.util.Optional;

/** Anchors the audit log: when asked, and every hour while the worker runs. */
public final class Anchoring {
    private static final int PAUSE_HOURS = 1;

    private final Ledger ledger;
    private final Anchors anchors;

    /** Over the database of this ledger, by its clock. */
    public Anchoring(Ledger ledger, Anchors anchors) {
        this.ledger = ledger;
        this.anchors = anchors;
    }

    /** Takes an anchor; empty when nothing happened since the newest one. */
    public Optional<Anchor> take() {
        return ledger.inTransaction(work -> anchors.take(work.handle(), ledger.now()));
    }

    /** What the worker does by itself. Campaigns that share a database share it. */
    public RecurringTask<Void> task() {
        return Tasks.recurring("tucai-anchor", FixedDelay.ofHours(PAUSE_HOURS)).execute((instance, context) -> take());
    }
}
