package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.UncheckedFactor;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

@Clause("N2.2b")
class SecondFactorTest extends WithDesk {
    private static final Actor HOLDER = new Actor.CodeHolder();

    /** One of the 64 guesses at each enrolment is right. */
    @Test
    void ofSixtyFourGuessesAtOneInstantFiveAreJudgedAtEachEnrolment() throws Exception {
        if (desk.dataSource instanceof JdbcConnectionPool h2) {
            h2.setMaxConnections(80);
        }
        ExecutorService pool = Executors.newFixedThreadPool(64);
        int opened = 0;
        try {
            for (int e = 0; e < 40; e++) {
                CyclicBarrier together = new CyclicBarrier(64);
                List<Future<String>> all = new ArrayList<>();
                for (int i = 0; i < 64; i++) {
                    String enrolment = "E" + e;
                    IdLastFour guess = i == (e * 37) % 64
                            ? Samples.LAST_FOUR
                            : new IdLastFour(String.format(Locale.ROOT, "%04d", i));
                    all.add(pool.submit(() -> {
                        together.await(60, TimeUnit.SECONDS);
                        return answer(guess(enrolment, guess));
                    }));
                }
                List<String> answers = new ArrayList<>();
                for (Future<String> one : all) {
                    answers.add(one.get(60, TimeUnit.SECONDS));
                }
                // Four where the right one was among the five, and all others were refused before it was forgiven.
                assertThat(answers).filteredOn("SECOND_FACTOR"::equals).hasSizeBetween(4, 5);
                assertThat(answers).filteredOn("TOO_MANY_TRIES"::equals).hasSizeBetween(58, 59);
                opened += answers.contains("opened") ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        // Five or six of 64 each.
        assertThat(opened).isLessThan(16);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    /** Somebody guesses while the student comes and goes: each right one must not give the guesser five more. */
    @Test
    void aStudentWhoComesOftenGivesAGuesserNoMoreTries() {
        List<String> guesses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            guesses.add(answer(guess("E1", new IdLastFour("000" + (i % 10)))));
            desk.present("E1");
        }
        assertThat(guesses).filteredOn("SECOND_FACTOR"::equals).hasSize(5);
        assertThat(answer(desk.present("E2"))).isEqualTo("opened");
        desk.at("2024-03-18T09:15:00");
        assertThat(answer(desk.present("E1"))).isEqualTo("opened");
    }

    @Test
    void whoComesOftenWithTheRightOneIsNeverClosed() {
        for (int i = 0; i < 12; i++) {
            assertThat(answer(desk.present("E1"))).isEqualTo("opened");
        }
        desk.at("2024-03-18T20:00:00");
        for (int i = 0; i < 12; i++) {
            assertThat(answer(guess("E1", new IdLastFour("0000")))).isEqualTo("OUTSIDE_HOURS");
        }
        desk.at("2024-03-18T17:00:00");
        assertThat(answer(desk.present("E1")))
                .as("what was never compared does not count")
                .isEqualTo("opened");
    }

    @Test
    void aClockThatWentBackClosesForAQuarterOfAnHourAndForgivesNothing() {
        desk.at("2024-03-19T09:00:00");
        for (int i = 0; i < 5; i++) {
            assertThat(answer(guess("E1", new IdLastFour("0000")))).isEqualTo("SECOND_FACTOR");
        }
        desk.at("2024-03-18T09:00:00");
        Refusal refusal = desk.present("E1")
                .fold(
                        opened -> {
                            throw new AssertionError("opened");
                        },
                        refused -> refused);
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_MANY_TRIES);
        assertThat(refusal.en()).endsWith("try again in 15 minutes");
        reopen(new Desk.Registry());
        desk.at("2024-03-18T09:14:59");
        assertThat(answer(desk.present("E1"))).isEqualTo("TOO_MANY_TRIES");
        desk.at("2024-03-19T09:14:59");
        assertThat(answer(desk.present("E1"))).as("and forth again").isEqualTo("TOO_MANY_TRIES");
        desk.at("2024-03-18T09:15:00");
        assertThat(answer(desk.present("E1"))).isEqualTo("opened");
    }

    @Test
    void aCodeThatHidesTheLastFourOpensNothingOnAStudentsOwnDevice() {
        try (Desk hiding = hiding(Samples.CAMPAIGN)) {
            for (IdLastFour typed : List.of(Samples.LAST_FOUR, new IdLastFour("0000"))) {
                Outcome<CaptureSession> outcome =
                        hiding.tucai.capture().present(HOLDER, new CollectionCode("HIDE:E1"), typed);
                assertThat(reason(outcome)).isEqualTo(Refusal.Reason.UNCHECKED_FACTOR);
                assertThat(outcome.fold(done -> "", Refusal::en)).contains("the school's desk", "the centre");
                assertThat(outcome.fold(done -> "", Refusal::zhCn)).contains("学校采集点", "省招就中心");
            }
            assertThat(answer(hiding.tucai.capture().present(HOLDER, new CollectionCode("HIDE:E1"), null)))
                    .isEqualTo("UNCHECKED_FACTOR");
            assertThat(answer(
                            hiding.tucai.capture().present(Samples.ADMINISTRATOR, new CollectionCode("HIDE:E1"), null)))
                    .as("where a person compares the ID")
                    .isEqualTo("opened");
        }
    }

    @Test
    void aCampaignMayAllowACodeThatHidesTheLastFour() {
        Campaign allowing = Campaign.builder(Samples.CAMPAIGN.id(), 2024)
                .region(
                        Samples.CAMPAIGN.region("xuzhou").orElseThrow(),
                        Samples.CAMPAIGN
                                .window(Samples.CAMPAIGN.region("xuzhou").orElseThrow())
                                .orElseThrow())
                .account(Samples.CAMPAIGN.account())
                .uncheckedFactor(UncheckedFactor.ALLOW)
                .build();
        try (Desk hiding = hiding(allowing)) {
            assertThat(answer(hiding.tucai.capture().present(HOLDER, new CollectionCode("HIDE:E1"), null)))
                    .isEqualTo("opened");
            assertThat(answer(hiding.tucai
                            .capture()
                            .present(HOLDER, new CollectionCode("TEST:E2"), new IdLastFour("0000"))))
                    .isEqualTo("SECOND_FACTOR");
        }
    }

    private Desk hiding(Campaign campaign) {
        return new Desk(
                Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry(), builder -> builder.campaign(
                                campaign)
                        .decoder(new HidingDecoder()));
    }

    private Outcome<CaptureSession> guess(String enrolment, IdLastFour lastFour) {
        return desk.tucai.capture().present(HOLDER, Desk.code(enrolment), lastFour);
    }

    private static String answer(Outcome<CaptureSession> outcome) {
        return outcome.fold(opened -> "opened", refusal -> refusal.reason().name());
    }

    /** Opens {@code HIDE:number} to claims whose ID shows nothing of its end. */
    private static final class HidingDecoder implements CollectionCodeDecoder {
        @Override
        public String id() {
            return "hiding";
        }

        @Override
        public String prefix() {
            return "HIDE:";
        }

        @Override
        public CodeOpening open(CollectionCode code, Instant now) {
            CodeClaims shown = Samples.claims(code.text().substring(prefix().length()));
            return new CodeOpening.Opened(new CodeClaims(
                    new EnrolmentNumber(shown.enrolment().value()),
                    shown.name(),
                    new MaskedId("3201**************"),
                    shown.school(),
                    shown.studentNumber(),
                    shown.classYear(),
                    shown.issuedAt(),
                    shown.expiresAt(),
                    shown.serial()));
        }
    }
}
