package io.github.tucai.campaign.internal.school;

import io.github.tucai.answer.Actor;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.schedule.Campaign;
import java.time.Instant;

/**
 * What a decision rests on besides the record and the command.
 *
 * @param now by the collector's clock
 * @param actor who asks
 * @param campaign in which
 * @param school of the record, or the one decided on
 */
public record Facts(Instant now, Actor actor, Campaign campaign, SchoolRecord school) {}
