package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import java.util.Optional;

/** Anchors of the audit log (N0.3). Safe for concurrent use. {@link AuditLog} verifies it. */
public final class AuditService {
    private final Engine engine;

    AuditService(Engine engine) {
        this.engine = engine;
    }

    /**
     * Anchors every event so far, for the centre or a process; signed where the builder's keys hold an own
     * {@code AUDIT_SIGNING} key of the log's suite. {@link Tucai#startDelivery()} does so every hour. Keep the hash of an anchor
     * where nobody who can write to the database can reach it, and {@link AuditLog} tells whether later anchors were taken
     * away.
     *
     * @return empty when nothing happened since the newest anchor
     */
    public Outcome<Optional<AuditLog.Anchor>> anchor(Actor actor) {
        return actor instanceof Actor.Centre || actor instanceof Actor.SystemProcess
                ? Outcome.done(engine.anchoring().take().map(AuditLog.Anchor::of))
                : Outcome.refused(Refusals.notYours());
    }
}
