package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.school.SchoolCode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Counts for schools and the centre. Safe for concurrent use. */
public final class ReportService {
    private final Engine engine;

    ReportService(Engine engine) {
        this.engine = engine;
    }

    /** How far a school is. */
    public Outcome<Coverage> coverage(Actor actor, SchoolCode code) {
        return engine.ledger()
                .snapshot(work -> Engine.school(work, actor, code).map(school -> coverage(school, work.listing(code))));
    }

    private static Coverage coverage(SchoolRecord school, Ledger.Listing listing) {
        List<CaptureRecord> records = listing.records();
        return new Coverage(
                school.code(),
                school.expected().map(OptionalInt::of).orElse(OptionalInt.empty()),
                count(records, record -> record.claims().isPresent()) + listing.unreadable(),
                count(records, record -> record.accepted().isPresent()),
                count(records, record -> record.state() == CaptureState.RETAKE),
                count(records, record -> record.state() == CaptureState.IN_REVIEW),
                count(records, record -> record.state() == CaptureState.LOCKED),
                count(records, ReportService::isDelivered),
                count(records, CaptureRecord::isDeliveryRefused),
                listing.unreadable());
    }

    private static boolean isDelivered(CaptureRecord record) {
        return record.isProductSealed()
                && record.delivery()
                        .filter(d -> d.status() == DeliveryEntry.Status.ACCEPTED)
                        .isPresent();
    }

    private static int count(List<CaptureRecord> records, Predicate<CaptureRecord> which) {
        return (int) records.stream().filter(which).count();
    }
}
