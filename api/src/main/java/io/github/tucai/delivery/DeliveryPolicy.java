package io.github.tucai.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How deliveries are tried. {@link #DEFAULT} suits a registry across the country; {@link #toBuilder} changes what another one
 * needs.
 *
 * @param threads deliveries at once, 1 to 64
 * @param polling how often to look for due deliveries
 * @param attempts tries, each with two quick ones behind it, before a person is asked; 1 or more
 * @param firstPause before the first quick retry
 * @param longPause before the second try; doubles each time
 * @param longestPause where doubling ends; not shorter than {@code longPause}
 * @param breakerPause how long a registry that fails all the time is left alone
 * @param holdPause how often to look again while a person decides on the photo
 * @param stopPause how long closing waits for what is on the wire before it is interrupted; it goes out after the next start
 */
public record DeliveryPolicy(
        int threads,
        Duration polling,
        int attempts,
        Duration firstPause,
        Duration longPause,
        Duration longestPause,
        Duration breakerPause,
        Duration holdPause,
        Duration stopPause) {
    /** Two at once, and about three hours of trying. */
    public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(
            2,
            Duration.ofSeconds(2),
            12,
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofMinutes(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));

    private static final int MOST_THREADS = 64;

    public DeliveryPolicy {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + MOST_THREADS + ", got " + threads);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more, got " + attempts);
        }
        Map.of(
                        "polling", polling,
                        "firstPause", firstPause,
                        "longPause", longPause,
                        "longestPause", longestPause,
                        "breakerPause", breakerPause,
                        "holdPause", holdPause,
                        "stopPause", stopPause)
                .forEach(DeliveryPolicy::requirePositive);
        if (longestPause.compareTo(longPause) < 0) {
            throw new IllegalArgumentException(
                    "longestPause must not be shorter than longPause, got " + longestPause + " and " + longPause);
        }
    }

    private static void requirePositive(String name, Duration pause) {
        if (pause.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, got " + pause);
        }
    }

    /**
     * The pause after so many tries.
     *
     * @param tries 1 or more
     */
    public Duration pauseAfter(int tries) {
        Duration pause = longPause.multipliedBy(1L << Math.min(tries - 1, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }

    /** Begins with these values. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Changes single values; not safe for concurrent use. */
    public static final class Builder {
        private int threads;
        private Duration polling;
        private int attempts;
        private Duration firstPause;
        private Duration longPause;
        private Duration longestPause;
        private Duration breakerPause;
        private Duration holdPause;
        private Duration stopPause;

        private Builder(DeliveryPolicy from) {
            this.threads = from.threads;
            this.polling = from.polling;
            this.attempts = from.attempts;
            this.firstPause = from.firstPause;
            this.longPause = from.longPause;
            this.longestPause = from.longestPause;
            this.breakerPause = from.breakerPause;
            this.holdPause = from.holdPause;
            this.stopPause = from.stopPause;
        }

        /** See {@link DeliveryPolicy#threads()}. */
        public Builder threads(int value) {
            this.threads = value;
            return this;
        }

        /** See {@link DeliveryPolicy#polling()}. */
        public Builder polling(Duration value) {
            this.polling = Objects.requireNonNull(value, "polling");
            return this;
        }

        /** See {@link DeliveryPolicy#attempts()}. */
        public Builder attempts(int value) {
            this.attempts = value;
            return this;
        }

        /** See {@link DeliveryPolicy#firstPause()}. */
        public Builder firstPause(Duration value) {
            this.firstPause = Objects.requireNonNull(value, "firstPause");
            return this;
        }

        /** See {@link DeliveryPolicy#longPause()}. */
        public Builder longPause(Duration value) {
            this.longPause = Objects.requireNonNull(value, "longPause");
            return this;
        }

        /** See {@link DeliveryPolicy#longestPause()}. */
        public Builder longestPause(Duration value) {
            this.longestPause = Objects.requireNonNull(value, "longestPause");
            return this;
        }

        /** See {@link DeliveryPolicy#breakerPause()}. */
        public Builder breakerPause(Duration value) {
            this.breakerPause = Objects.requireNonNull(value, "breakerPause");
            return this;
        }

        /** See {@link DeliveryPolicy#holdPause()}. */
        public Builder holdPause(Duration value) {
            this.holdPause = Objects.requireNonNull(value, "holdPause");
            return this;
        }

        /** See {@link DeliveryPolicy#stopPause()}. */
        public Builder stopPause(Duration value) {
            this.stopPause = Objects.requireNonNull(value, "stopPause");
            return this;
        }

        /**
         * The policy.
         *
         * @throws IllegalArgumentException if a value is out of its range
         */
        public DeliveryPolicy build() {
            return new DeliveryPolicy(
                    threads,
                    polling,
                    attempts,
                    firstPause,
                    longPause,
                    longestPause,
                    breakerPause,
                    holdPause,
                    stopPause);
        }
    }
}
