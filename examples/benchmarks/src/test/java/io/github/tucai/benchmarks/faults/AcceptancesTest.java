package io.github.tucai.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.VaultId;
import io.github.tucai.photo.ImageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AcceptancesTest {
    private static final Instant AT = Invented.MORNING;
    private static final PhotoRef PHOTO = new PhotoRef(VaultId.random(new Random(1)), ImageDigest.of(new byte[] {1}));
    private static final CaptureEvent ACCEPTED = new CaptureEvent.PhotoAccepted(AT, PHOTO);
    private static final CaptureEvent LOCKED =
            new CaptureEvent.Locked(AT, "drawn", Optional.of(PHOTO.digest()), Optional.empty());

    @Test
    void aLockWithdrawsWhatWasAcceptedAndAVoidOneGivesItBack() {
        assertThat(withdrawn(ACCEPTED, LOCKED)).containsExactly(PHOTO.digest().hex());
        CaptureEvent ordered = new CaptureEvent.SecondLookOrdered(AT, "drawn");
        assertThat(withdrawn(ACCEPTED, LOCKED, ordered, decided(ReviewOutcome.ACCEPTED)))
                .isEmpty();
        assertThat(withdrawn(ACCEPTED, LOCKED, ordered, decided(ReviewOutcome.VIOLATION)))
                .hasSize(1);
        assertThat(withdrawn(ACCEPTED, LOCKED, ordered, decided(ReviewOutcome.REJECTED)))
                .hasSize(1);
    }

    @Test
    void anotherPersonsPhotoIsWithdrawn() {
        assertThat(withdrawn(ACCEPTED, new CaptureEvent.WrongPersonConfirmed(AT, 1, Optional.of(PHOTO.digest()))))
                .containsExactly(PHOTO.digest().hex());
    }

    private static CaptureEvent decided(ReviewOutcome outcome) {
        return new CaptureEvent.SecondLookDecided(AT, outcome, "drawn");
    }

    private static Iterable<String> withdrawn(CaptureEvent... events) {
        return new Acceptances(RecordId.random(new Random(1)), List.of(events)).withdrawn();
    }
}
