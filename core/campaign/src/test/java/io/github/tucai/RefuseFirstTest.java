package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.contract.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused whatever the photo shows is refused before anybody looks at the photo. */
@Clause("N2.2c")
class RefuseFirstTest extends WithDesk {
    private final AtomicInteger looks = new AtomicInteger();
    private int before;
    private long kept;

    @BeforeEach
    void count() {
        desk.close();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                new Desk.Registry(),
                builder -> builder.checker((photo, stage, declarations, used) -> {
                    looks.incrementAndGet();
                    return Desk.check(photo, stage, declarations, used);
                }));
    }

    @Test
    void aHandInOfAForgedSession() {
        CaptureSession session = desk.session("E1");
        desk.captured("E2", "ok-2");
        CaptureSession forged =
                new CaptureSession(session.record(), session.number() + 1, session.student(), session.endsAt());
        CaptureSession another =
                new CaptureSession(session.record(), session.number(), Samples.student("E2"), session.endsAt());
        mark();
        assertRefused(handIn(forged), Refusal.Reason.NO_SESSION);
        assertRefused(handIn(another), Refusal.Reason.NOT_YOURS);
        assertNobodyLooked();
    }

    @Test
    void aHandInOutsideTheWindowOrTheHours() {
        CaptureSession session = desk.session("E1");
        mark();
        desk.at("2024-05-01T09:00:00");
        assertThat(handIn(session)).isInstanceOf(Outcome.Refused.class);
        desk.at("2024-03-18T23:00:00");
        assertThat(handIn(session)).isInstanceOf(Outcome.Refused.class);
        assertNobodyLooked();
    }

    @Test
    void aHandInWithoutConsent() {
        CaptureSession session = desk.present("E1").orElseThrow();
        mark();
        assertRefused(handIn(session), Refusal.Reason.NO_CONSENT);
        assertNobodyLooked();
    }

    @Test
    void aHandInOfALockedRecord() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        CaptureSession session = desk.session("E1");
        desk.lock(record);
        mark();
        assertThat(handIn(session)).isInstanceOf(Outcome.Refused.class);
        assertNobodyLooked();
    }

    @Test
    void aDecisionOfWhoMayNotDecide() {
        CaptureRecord record = desk.captured("E1", "doubt-1");
        mark();
        assertRefused(
                desk.tucai
                        .capture()
                        .decideReview(
                                Samples.student("E1"),
                                record.id(),
                                Desk.digest("doubt-1"),
                                ReviewOutcome.ACCEPTED,
                                "mine"),
                Refusal.Reason.NOT_YOURS);
        assertNobodyLooked();
    }

    private Outcome<PhotoAnswer> handIn(CaptureSession session) {
        return desk.tucai.capture().handIn(session.student(), session, Desk.photo("ok-1"));
    }

    private static void assertRefused(Outcome<?> outcome, Refusal.Reason reason) {
        assertThat(reason(outcome)).isEqualTo(reason);
    }

    private void mark() {
        before = looks.get();
        kept = files();
    }

    private void assertNobodyLooked() {
        assertThat(looks.get()).isEqualTo(before);
        assertThat(files()).isEqualTo(kept);
    }

    private long files() {
        Path photos = folder.resolve("photos");
        try (Stream<Path> all = Files.exists(photos) ? Files.walk(photos) : Stream.empty()) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
