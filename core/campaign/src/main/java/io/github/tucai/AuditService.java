package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.photo.Advice;
import io.github.tucai.school.SchoolCode;
import java.util.List;
import java.util.Optional;

/** Anchors of the audit log (N0.3), and what of it cannot be read. Safe for concurrent use. {@link AuditLog} verifies it. */
public final class AuditService {
    private static final Advice RECORD = new Advice(
            "请从数据库备份恢复 stream、stream_key、event 表中该记录的行；无法恢复时只能删除该记录，删除后该学生不能再次采集",
            "restore the record's rows of the tables stream, stream_key and event from a backup of the database; where there"
                    + " is none it can only be erased, and the student cannot be captured again then");
    private static final Advice CASHBOOK = new Advice(
            "请从数据库备份恢复 stream、stream_key、event 表中款项簿的行；恢复前未匹配的款项无法列出",
            "restore the rows of the book of unmatched money in the tables stream, stream_key and event from a backup of the"
                    + " database; until then money of nobody cannot be listed");
    private static final Advice BOOKING = new Advice(
            "请从数据库备份恢复 payment_booking 表中的行；属于已删除记录的未匹配款项，请按支付平台的流水号登记退款",
            "restore the row of the table payment_booking from a backup of the database; unmatched money of an erased record is"
                    + " given back by the reference that the gateway or bank has");
    private static final Advice DELIVERY = new Advice(
            "请从数据库备份恢复 delivery 或 withdrawal 表中该行，再重试上传",
            "restore this row of the table delivery or withdrawal from a backup of the database, then have it tried again");
    private static final Advice SCHOOL = new Advice(
            "请从数据库备份恢复 stream、stream_key、event 表中该校的行；恢复前该校不能采集",
            "restore the school's rows of the tables stream, stream_key and event from a backup of the database; until then the"
                    + " school is closed");

    private final Engine engine;

    AuditService(Engine engine) {
        this.engine = engine;
    }

    /**
     * Anchors every event so far, for the centre or a process; signed where the builder's keys hold an own
     * {@code AUDIT_SIGNING} key of the log's suite. {@link Tucai#startDelivery()} does so every hour. Keep the hash of an anchor
     * where nobody who can write to the database can reach it, and {@link AuditLog} tells whether later anchors were taken
     * away.
     *
     * @return empty when nothing happened since the newest anchor
     */
    public Outcome<Optional<AuditLog.Anchor>> anchor(Actor actor) {
        return actor instanceof Actor.Centre || actor instanceof Actor.SystemProcess
                ? Outcome.done(engine.anchoring().take().map(AuditLog.Anchor::of))
                : Outcome.refused(Refusals.notYours());
    }

    /**
     * The records and schools that cannot be read and are set aside, the deliveries that cannot be sent and the money that no
     * list can show, for the centre or a process: their rows were damaged or are missing. All others go on without them. Reads
     * and decrypts the whole log.
     */
    public Outcome<List<Unreadable>> unreadable(Actor actor) {
        return actor instanceof Actor.Centre || actor instanceof Actor.SystemProcess
                ? Outcome.done(engine.outbox().damages().stream()
                        .map(AuditService::unreadable)
                        .toList())
                : Outcome.refused(Refusals.notYours());
    }

    /**
     * Makes the rows anew that lists, counts, statements and reports read, for the centre or a process: where somebody changed
     * them by hand, or a backup of them is older than the log's. Runs beside everything else; one that was killed is gone on with
     * at the next start, or by calling again. {@link RowRebuild} does the same where no campaign is running.
     *
     * @return of how many records and schools
     */
    public Outcome<Integer> rebuildRows(Actor actor) {
        if (!(actor instanceof Actor.Centre || actor instanceof Actor.SystemProcess)) {
            return Outcome.refused(Refusals.notYours());
        }
        engine.ledger().makeAllRows();
        return Outcome.done(engine.ledger().makeRows());
    }

    private static Unreadable unreadable(Ledger.Damage damage) {
        return new Unreadable(
                damage.record(),
                school(damage.school()),
                damage.why().event(),
                String.valueOf(damage.why().getMessage()),
                advice(damage.of()));
    }

    private static Advice advice(Ledger.Damage.Of what) {
        return switch (what) {
            case RECORD -> RECORD;
            case SCHOOL -> SCHOOL;
            case CASHBOOK -> CASHBOOK;
            case BOOKING -> BOOKING;
            case DELIVERY -> DELIVERY;
        };
    }

    /** What a head names may be damaged itself. */
    private static Optional<SchoolCode> school(String named) {
        try {
            return Optional.of(new SchoolCode(named));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
