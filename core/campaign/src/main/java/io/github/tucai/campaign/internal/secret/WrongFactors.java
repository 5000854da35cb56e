package io.github.tucai.campaign.internal.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Wrong second factors of one enrolment in a row. Four characters can be guessed: after a few wrong ones the enrolment is
 * closed for a while, and after a while without any all are forgiven.
 *
 * @param count at least 1
 * @param last when the newest came
 */
public record WrongFactors(int count, Instant last) {
    /** A student who looks up the ID again has it right by then; guessing four digits takes months. */
    public static final int MOST = 5;

    /** How long an enrolment stays closed, and how long a wrong one counts. */
    public static final Duration CLOSED = Duration.ofMinutes(15);

    /** The count after another wrong one. */
    public static WrongFactors after(Optional<WrongFactors> before, Instant now) {
        int counted = before.filter(count -> count.isCounted(now))
                .map(WrongFactors::count)
                .orElse(0);
        return new WrongFactors(counted + 1, now);
    }

    /** Until when the enrolment is closed; empty where it is open. */
    public Optional<Instant> closedUntil(Instant now) {
        return count >= MOST && isCounted(now) ? Optional.of(last.plus(CLOSED)) : Optional.empty();
    }

    private boolean isCounted(Instant now) {
        return now.isBefore(last.plus(CLOSED));
    }
}
