package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.view.HandedInPhotos.Hit;
import io.github.tucai.campaign.internal.view.HandedInPhotos.Row;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Photos that were handed in at the same time have not seen each other when they were checked. Each is compared once more when
 * it is committed, with all that are there by then: whichever of two is committed last sees the other. Where the check, told how
 * near they are, does not accept the later one, that goes to a person.
 */
final class Duplicates {
    private static final Logger LOG = LoggerFactory.getLogger(Duplicates.class);
    private static final Actor.SystemProcess COMPARING = new Actor.SystemProcess("duplicates");
    private static final String REASON = "与他人交来的照片相同或极为相似 (the same as, or much like, a photo of somebody else)";

    private final Engine engine;

    Duplicates(Engine engine) {
        this.engine = engine;
    }

    /**
     * Compares a photo that is committed. What fails here reaches nobody whose photo is recorded: the next start looks again.
     *
     * @return whether another was as near, so that something may have happened to the record
     */
    boolean compare(Row row) {
        try {
            List<Hit> hits = engine.comparing().hits(row);
            hits.forEach(hit -> look(row, hit));
            return !hits.isEmpty();
        } catch (RuntimeException e) {
            // Without the exception: a checker, or a vault, of somebody else's may quote anything.
            LOG.warn(
                    "a photo of record {} could not be compared once more ({}); the next start does",
                    row.stream(),
                    e.getClass().getName());
            return true;
        }
    }

    /** Compares what a kill may have left uncompared; who was compared is not told again. */
    void compareNewest() {
        engine.comparing().newest().forEach(this::compare);
    }

    private void look(Row row, Hit hit) {
        Optional<Row> other = engine.comparing().find(hit.number());
        Optional<Row> later = other.map(there -> there.number() > row.number() ? there : row);
        // One that found so near a one when it was checked has seen it.
        later.filter(one -> one.foundBits() > hit.bits())
                .flatMap(one -> record(one).flatMap(record -> accepted(record, one)
                        .filter(photo -> !isAcceptedStill(record, photo, hit.bits()))
                        .map(photo -> suspect(record, photo, one, hit.bits()))))
                .ifPresent(id -> LOG.info("a photo of record {} goes to a person: another is as near", id));
    }

    private Optional<CaptureRecord> record(Row row) {
        return engine.ledger().read(work -> work.recordId(row.stream()).flatMap(work::readable));
    }

    private Optional<PhotoRef> accepted(CaptureRecord record, Row row) {
        return record.accepted().filter(photo -> engine.comparing().isOf(row, photo.digest()));
    }

    private boolean isAcceptedStill(CaptureRecord record, PhotoRef photo, int bits) {
        Declarations declarations = record.declarations().orElse(Declarations.NONE);
        return engine.checker()
                        .check(engine.load(photo), Stage.SUBMISSION, declarations, (digest, hash) -> bits)
                        .verdict()
                == Verdict.ACCEPT;
    }

    private RecordId suspect(CaptureRecord record, PhotoRef photo, Row row, int bits) {
        CaptureCommand suspicion = new CaptureCommand.SuspectViolation(photo.digest(), REASON);
        return engine.ledger().inTransaction(work -> {
            // Refused where a person looks at it already.
            work.give(record.id(), suspicion, COMPARING);
            engine.comparing().found(work, row, bits);
            return record.id();
        });
    }
}
