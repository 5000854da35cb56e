package io.github.tucai;

import io.github.tucai.campaign.internal.secret.WrongFactors;
import io.github.tucai.graduate.EnrolmentNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts second factors in memory, for those who open codes without a campaign: after five wrong ones an enrolment is closed
 * for a quarter of an hour, and after a quarter of an hour without any all are forgiven; a clock that goes back neither
 * forgives nor closes for longer. Count only who holds a genuine code, and there are at most as many counts as graduates;
 * beyond 100,000 the oldest is forgotten, and a restart forgives all. A {@link CaptureService} counts by the same rule in its
 * database, where a restart forgives nothing.
 *
 * <pre>{@code
 * if (guard.count(enrolment, now).isPresent()) {
 *     return "closed";
 * }
 * if (typed.equals(lastFour)) {
 *     guard.right(enrolment);
 * }
 * }</pre>
 *
 * <p>Safe for concurrent use: of many tries at one instant no more than five are let through to be compared. Source: N2.2b.
 */
public final class SecondFactorGuard {
    private static final int MOST_COUNTS = 100_000;

    private final Map<EnrolmentNumber, WrongFactors> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EnrolmentNumber, WrongFactors> eldest) {
            return size() > MOST_COUNTS;
        }
    };

    /** Nobody is closed yet. */
    public SecondFactorGuard() {}

    /**
     * Counts a try, before what was typed is compared.
     *
     * @return until when the enrolment is closed, and nothing is to be compared; empty where it is open
     */
    public synchronized Optional<Instant> count(EnrolmentNumber enrolment, Instant now) {
        Optional<Instant> closed = closedUntil(enrolment, now);
        if (closed.isEmpty()) {
            Optional<WrongFactors> before = Optional.ofNullable(counts.remove(enrolment));
            counts.put(enrolment, WrongFactors.after(before, now));
        }
        return closed;
    }

    /** Until when an enrolment is closed; empty where it is open. Counts nothing. */
    public synchronized Optional<Instant> closedUntil(EnrolmentNumber enrolment, Instant now) {
        WrongFactors count = counts.computeIfPresent(enrolment, (same, there) -> there.seen(now));
        return Optional.ofNullable(count).flatMap(there -> there.closedUntil(now));
    }

    /** What was typed was right: that try is forgiven and no other, since somebody else may be guessing. */
    public synchronized void right(EnrolmentNumber enrolment) {
        counts.computeIfPresent(enrolment, (same, there) -> there.withoutOne().orElse(null));
    }
}
