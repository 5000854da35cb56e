package io.github.tucai.campaign.internal.delivery;

import java.time.Duration;

/**
 * How the outbox tries.
 *
 * @param threads deliveries at once
 * @param polling how often to look for due deliveries
 * @param attempts tries, each with two quick ones behind it, before a person is asked
 * @param firstPause before the first quick retry
 * @param longPause before the second try; doubles each time
 * @param longestPause where doubling ends
 * @param breakerPause how long a registry that fails all the time is left alone
 * @param holdPause how often to look again while a person decides on the photo
 */
public record OutboxPolicy(
        int threads,
        Duration polling,
        int attempts,
        Duration firstPause,
        Duration longPause,
        Duration longestPause,
        Duration breakerPause,
        Duration holdPause) {
    /** About three hours of trying. */
    public static final OutboxPolicy DEFAULT = new OutboxPolicy(
            2,
            Duration.ofSeconds(2),
            12,
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofMinutes(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));

    /** The pause after so many tries. */
    Duration pauseAfter(int tries) {
        Duration pause = longPause.multipliedBy(1L << Math.min(tries - 1, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
