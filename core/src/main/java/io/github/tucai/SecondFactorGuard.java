package io.github.tucai;

import io.github.tucai.graduate.EnrolmentNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong second factors, since four characters can be guessed: after a few wrong ones an enrolment is closed for a
 * while. Only who holds a genuine code is counted, so there are at most as many counts as graduates; beyond the bound the
 * oldest count is forgotten. Counts live in memory: a restart forgives.
 */
final class SecondFactorGuard {
    /** A student who looks up the ID again has it right by then; guessing four digits takes months. */
    static final int MOST_WRONG = 5;

    static final Duration CLOSED = Duration.ofMinutes(15);
    private static final int MOST_COUNTS = 100_000;

    private final Map<EnrolmentNumber, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EnrolmentNumber, Count> eldest) {
            return size() > MOST_COUNTS;
        }
    };

    private record Count(int wrong, Instant last) {}

    /** Until when an enrolment is closed; empty where it is open. */
    synchronized Optional<Instant> closedUntil(EnrolmentNumber enrolment, Instant now) {
        Count count = counts.get(enrolment);
        if (count == null || count.wrong() < MOST_WRONG) {
            return Optional.empty();
        }
        Instant end = count.last().plus(CLOSED);
        return now.isBefore(end) ? Optional.of(end) : Optional.empty();
    }

    synchronized void wrong(EnrolmentNumber enrolment, Instant now) {
        Count before = counts.remove(enrolment);
        boolean forgiven = before == null || !now.isBefore(before.last().plus(CLOSED));
        counts.put(enrolment, new Count(forgiven ? 1 : before.wrong() + 1, now));
    }

    synchronized void right(EnrolmentNumber enrolment) {
        counts.remove(enrolment);
    }
}
