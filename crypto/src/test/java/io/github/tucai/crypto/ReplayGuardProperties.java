package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.failure.PluginException;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@Clause("N2.2b")
class ReplayGuardProperties {
    private static final Instant START = Instant.parse("2024-03-15T00:00:00Z");
    private static final Duration SKEW = Duration.ofSeconds(5);

    private Instant now = START;

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private ReplayGuard guard(int most) {
        return new ReplayGuard(most, clock(), SKEW);
    }

    /** Code {@code number} is valid from the start for so many times ten seconds. */
    private static CodeClaims claims(int number) {
        return new CodeClaims(
                new EnrolmentNumber("E" + number / 2),
                new MaskedName("李**"),
                new MaskedId("3201**********123X"),
                new SchoolCode("10290"),
                new StudentNumber("S" + number),
                2024,
                START.minusSeconds(1),
                START.plusSeconds(10L * (number + 1)),
                String.format(Locale.ROOT, "%016x", number));
    }

    private static Instant ends(int number) {
        return claims(number).expiresAt().plus(SKEW);
    }

    /** The clock moves, forwards or backwards, and a code is presented. */
    record Step(int seconds, int code) {}

    @Provide
    static Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(-60, 60),
                        Arbitraries.integers().between(0, 11))
                .as(Step::new);
        return step.list().ofMaxSize(60);
    }

    @Property
    void noCodeGetsThroughTwiceHoweverTheClockMovesAndEachGetsThroughOnce(@ForAll("steps") List<Step> steps) {
        now = START;
        ReplayGuard guard = guard(12);
        Set<Integer> through = new HashSet<>();
        Instant latest = now;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            latest = now.isAfter(latest) ? now : latest;
            boolean isOver = !latest.isBefore(ends(step.code()));
            boolean isFirst = !through.contains(step.code());
            assertThat(guard.admit(claims(step.code())))
                    .isEqualTo(
                            isOver
                                    ? Optional.of(CodeRejection.EXPIRED)
                                    : isFirst ? Optional.empty() : Optional.of(CodeRejection.ALREADY_USED));
            if (!isOver) {
                through.add(step.code());
            }
        }
    }

    @Property
    void noMoreAreRememberedThanThereIsRoomForAndNoneThatIsOver(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 6) int most) {
        now = START;
        ReplayGuard guard = guard(most);
        Set<Integer> through = new HashSet<>();
        for (Step step : steps) {
            now = now.plusSeconds(Math.abs(step.seconds()));
            through.removeIf(code -> !now.isBefore(ends(code)));
            if (through.size() == most && !through.contains(step.code()) && now.isBefore(ends(step.code()))) {
                assertThatThrownBy(() -> guard.admit(claims(step.code())))
                        .isInstanceOf(PluginException.class)
                        .hasMessageContaining("room for " + most);
            } else if (guard.admit(claims(step.code())).isEmpty()) {
                through.add(step.code());
            }
            assertThat(guard.size()).isEqualTo(through.size()).isLessThanOrEqualTo(most);
        }
    }

    @Example
    void ofManyAtOneInstantOneGetsThrough() throws Exception {
        ReplayGuard guard = guard(10);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        int through = 0;
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(pool.submit(() -> guard.admit(claims(3)).isEmpty()));
            }
            for (Future<Boolean> one : all) {
                through += one.get() ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(through).isEqualTo(1);
        assertThat(guard).hasToString("ReplayGuard[1 of 10 codes]");
    }

    @Example
    void aGuardedDecoderOpensACodeOnceAndRefusesWhatTheOtherRefuses() {
        MemoryKeys registry = new MemoryKeys();
        MemoryKeys collector = new MemoryKeys();
        registry.trust(collector.make(KeyUse.CODE_OPENING, Suite.SM));
        collector.trust(registry.make(KeyUse.CODE_SIGNING, Suite.SM));
        CodeIssuer issuer = Tc1.issuer(registry, Suite.SM, new SecureRandom());
        CollectionCode code = issuer.issue(claims(1));
        CollectionCodeDecoder decoder = guard(10).guard(Tc1.decoder(collector));
        assertThat(decoder.id() + decoder.prefix()).isEqualTo("tc1TC1:");
        assertThat(decoder.open(code, START)).isEqualTo(new CodeOpening.Opened(claims(1)));
        assertThat(decoder.open(code, START)).isEqualTo(new CodeOpening.Refused(CodeRejection.ALREADY_USED));
        assertThat(decoder.open(issuer.issue(claims(1)), START))
                .as("the same code, sealed anew")
                .isEqualTo(new CodeOpening.Refused(CodeRejection.ALREADY_USED));
        assertThat(decoder.open(new CollectionCode("TC1:A"), START))
                .isEqualTo(new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN));
        assertThat(decoder.open(issuer.issue(claims(0)), START)).isInstanceOf(CodeOpening.Opened.class);
    }

    @Example
    void aGuardWithoutRoomAndANegativeSkewAreRefused() {
        assertThatThrownBy(() -> guard(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReplayGuard(1, clock(), SKEW.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
