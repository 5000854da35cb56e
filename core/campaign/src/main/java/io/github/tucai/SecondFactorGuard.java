package io.github.tucai;

import io.github.tucai.campaign.internal.secret.WrongFactors;
import io.github.tucai.graduate.EnrolmentNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong second factors in memory, for those who open codes without a campaign: after five wrong ones in a row an
 * enrolment is closed for a quarter of an hour, and after a quarter of an hour without any all are forgiven. Count only who
 * holds a genuine code, and there are at most as many counts as graduates; beyond 100,000 the oldest is forgotten, and a restart
 * forgives all. A {@link CaptureService} counts by the same rule in its database, where a restart forgives nothing.
 *
 * <p>Safe for concurrent use. Source: N2.2b.
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

    /** Until when an enrolment is closed; empty where it is open. Ask before comparing what was typed. */
    public synchronized Optional<Instant> closedUntil(EnrolmentNumber enrolment, Instant now) {
        return Optional.ofNullable(counts.get(enrolment)).flatMap(count -> count.closedUntil(now));
    }

    /** What was typed was wrong. */
    public synchronized void wrong(EnrolmentNumber enrolment, Instant now) {
        Optional<WrongFactors> before = Optional.ofNullable(counts.remove(enrolment));
        counts.put(enrolment, WrongFactors.after(before, now));
    }

    /** What was typed was right: earlier wrong ones are forgiven. */
    public synchronized void right(EnrolmentNumber enrolment) {
        counts.remove(enrolment);
    }
}
