package io.github.tucai.campaign.internal.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Second factors of one enrolment that were wrong, or are just being judged. Four characters can be guessed: after a few the
 * enrolment is closed for a while, and after a while without any all are forgiven.
 *
 * <p>A clock that went back, or another collector's that lags, forgives nothing; the while then runs from the first look at it,
 * so that nobody is closed for longer.
 *
 * @param count at least 1
 * @param last the latest time at which one came
 * @param back where a clock that is behind {@code last} stood at the first look, or at the newest try by it; empty while none is
 */
public record WrongFactors(int count, Instant last, Optional<Instant> back) {
    /** A student who looks up the ID again has it right by then; guessing four digits takes months. */
    public static final int MOST = 5;

    /** How long an enrolment stays closed, and how long a wrong one counts. */
    public static final Duration CLOSED = Duration.ofMinutes(15);

    /** As it stands once somebody looked at it now. */
    public WrongFactors seen(Instant now) {
        boolean isFirstLook =
                now.isBefore(last) && back.filter(since -> !now.isBefore(since)).isEmpty();
        return isFirstLook ? new WrongFactors(count, last, Optional.of(now)) : this;
    }

    /** With another try that comes now and is not judged yet. */
    public static WrongFactors after(Optional<WrongFactors> before, Instant now) {
        return before.map(count -> count.seen(now))
                .filter(count -> now.isBefore(count.end(now)))
                .map(count -> count.another(now))
                .orElseGet(() -> new WrongFactors(1, now, Optional.empty()));
    }

    private WrongFactors another(Instant now) {
        return now.isBefore(last)
                ? new WrongFactors(count + 1, last, Optional.of(now))
                : new WrongFactors(count + 1, now, Optional.empty());
    }

    /** Without one try that was not wrong: that one alone is forgiven, since somebody else may be guessing. */
    public Optional<WrongFactors> withoutOne() {
        return count > 1 ? Optional.of(new WrongFactors(count - 1, last, back)) : Optional.empty();
    }

    /** Until when the enrolment is closed; empty where it is open. */
    public Optional<Instant> closedUntil(Instant now) {
        Instant end = end(now);
        return count >= MOST && now.isBefore(end) ? Optional.of(end) : Optional.empty();
    }

    private Instant end(Instant now) {
        if (now.isBefore(last)) {
            return back.filter(since -> !now.isBefore(since)).orElse(now).plus(CLOSED);
        }
        // A clock that went back a little has come to the latest again; what lags far behind is another collector's.
        return back.map(since -> since.plus(CLOSED))
                .filter(end -> !end.isBefore(last))
                .orElse(last.plus(CLOSED));
    }
}
