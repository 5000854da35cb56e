package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.failure.PluginException;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Lets each code open once, for those who open codes without a campaign. A campaign needs none: its records know which code
 * they were opened with, and a student may present it again there.
 *
 * <p>A code is remembered until its validity is over, in memory: a restart forgets. Time never goes back for a guard: where the
 * clock does, codes whose validity was over stay refused, since they may be forgotten. So no code is ever let through twice.
 * Where as many codes are remembered as there is room for, a further one is neither let through nor refused, but a failure.
 *
 * <p>Safe for concurrent use: of several who present one code at the same instant one gets through.
 */
public final class ReplayGuard {
    private final int most;
    private final Clock clock;
    private final Duration clockSkew;
    private final Set<Seen> seen = new HashSet<>();
    private final Queue<Seen> firstToEnd = new PriorityQueue<>(Comparator.comparing(Seen::ends));
    private Instant latest = Instant.MIN;

    /** A code that got through; the serial tells the codes of one enrolment apart. */
    private record Seen(EnrolmentNumber enrolment, String serial, Instant ends) {}

    /**
     * A guard that has seen nothing.
     *
     * @param most how many codes are remembered at a time, at least 1; as many as there are graduates is enough, and each takes
     *     some 200 bytes
     * @param clock tells when validity is over
     * @param clockSkew that of the decoder: a code opens that much longer
     */
    public ReplayGuard(int most, Clock clock, Duration clockSkew) {
        if (most < 1) {
            throw new IllegalArgumentException("a guard remembers at least 1 code, got " + most);
        }
        if (clockSkew.isNegative()) {
            throw new IllegalArgumentException("clockSkew must not be negative, got " + clockSkew);
        }
        this.most = most;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.clockSkew = clockSkew;
    }

    /**
     * Lets a code through that was opened, or says why not.
     *
     * @return empty the first time; {@link CodeRejection#ALREADY_USED} from then on, and {@link CodeRejection#EXPIRED} once the
     *     validity is over
     * @throws PluginException if the codes that got through and are still valid leave no room
     */
    public synchronized Optional<CodeRejection> admit(CodeClaims claims) {
        forgetEnded();
        Seen code =
                new Seen(claims.enrolment(), claims.serial(), claims.expiresAt().plus(clockSkew));
        if (isOver(code)) {
            return Optional.of(CodeRejection.EXPIRED);
        }
        if (seen.contains(code)) {
            return Optional.of(CodeRejection.ALREADY_USED);
        }
        if (seen.size() == most) {
            throw new PluginException(
                    "The replay guard has room for " + most + " valid codes and holds as many; give it more");
        }
        seen.add(code);
        firstToEnd.add(code);
        return Optional.empty();
    }

    /** A decoder whose codes open once: what another one opens goes through this guard. */
    public CollectionCodeDecoder guard(CollectionCodeDecoder decoder) {
        return new Guarded(Objects.requireNonNull(decoder, "decoder"));
    }

    /** How many codes are remembered. */
    public synchronized int size() {
        forgetEnded();
        return seen.size();
    }

    /** Counts the codes; whose they are is nobody's business. */
    @Override
    public String toString() {
        return "ReplayGuard[" + size() + " of " + most + " codes]";
    }

    private void forgetEnded() {
        Instant now = clock.instant();
        latest = now.isAfter(latest) ? now : latest;
        for (Seen next = firstToEnd.peek(); next != null && isOver(next); next = firstToEnd.peek()) {
            seen.remove(firstToEnd.remove());
        }
    }

    private boolean isOver(Seen code) {
        return !latest.isBefore(code.ends());
    }

    private final class Guarded implements CollectionCodeDecoder {
        private final CollectionCodeDecoder decoder;

        Guarded(CollectionCodeDecoder decoder) {
            this.decoder = decoder;
        }

        @Override
        public String id() {
            return decoder.id();
        }

        @Override
        public String prefix() {
            return decoder.prefix();
        }

        @Override
        public boolean isAvailable() {
            return decoder.isAvailable();
        }

        @Override
        public CollectionCode clean(CollectionCode pasted) {
            return decoder.clean(pasted);
        }

        @Override
        public CodeOpening open(CollectionCode code, Instant now) {
            CodeOpening opening = decoder.open(code, now);
            return opening instanceof CodeOpening.Opened opened
                    ? admit(opened.claims())
                            .<CodeOpening>map(CodeOpening.Refused::new)
                            .orElse(opening)
                    : opening;
        }
    }
}
