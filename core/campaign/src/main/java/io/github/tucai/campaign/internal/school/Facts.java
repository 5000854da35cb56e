package io.github.tucai.campaign.internal.school;

import io.github.tucai.answer.Actor;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.schedule.Campaign;
import java.time.Instant;
import java.util.Set;

/**
 * What a decision rests on besides the record and the command.
 *
 * @param now by the collector's clock
 * @param actor who asks
 * @param campaign in which
 * @param school of the record, or the one decided on
 * @param handed versions of the record's deliveries that were handed to the transport: the registry may have them
 */
public record Facts(Instant now, Actor actor, Campaign campaign, SchoolRecord school, Set<Integer> handed) {
    /** Where nothing was handed over. */
    public Facts(Instant now, Actor actor, Campaign campaign, SchoolRecord school) {
        this(now, actor, campaign, school, Set.of());
    }
}
