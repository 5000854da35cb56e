package io.github.tucai.campaign.internal.view;

import io.github.tucai.campaign.internal.capture.CaptureRules;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.Violation;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.photo.CheckId;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.SpecialArrangement;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a record may stand in clear, as a function of the record alone: nothing that says who it is, and no word of anybody.
 *
 * @param faults ids of the checks that the last photo failed, by comma
 * @param errata how many the school's feedback waits for
 * @param errataSince when the oldest open erratum was raised, where there are such
 * @param arrangedUntil the last moment of the days that were granted to the student alone
 */
public record RecordRow(
        RecordId id,
        SchoolCode school,
        int events,
        CaptureState state,
        boolean isPresented,
        boolean isAccepted,
        Optional<LocalDate> acceptedOn,
        boolean isDelivered,
        boolean isRefused,
        boolean isUndecided,
        boolean isPublishable,
        boolean isBillable,
        int attempts,
        String faults,
        Optional<DeliveryEntry.Status> delivery,
        int errata,
        Optional<Instant> errataSince,
        Optional<Integer> round,
        long paidFen,
        long unmatchedFen,
        Optional<SchoolCode> billed,
        Optional<Instant> arrangedUntil) {
    private static final int MOST_FAULTS = 2000;

    /** Of a record to which something happened. */
    public static RecordRow of(CaptureRecord record) {
        List<Erratum> errata = record.openErrataOfSchool();
        return new RecordRow(
                record.id(),
                record.school().orElseThrow(),
                record.events(),
                record.state(),
                record.claims().isPresent(),
                record.accepted().isPresent(),
                record.acceptedAt().map(at -> at.atZone(Campaign.ZONE).toLocalDate()),
                isDelivered(record),
                record.isDeliveryRefused(),
                record.isUndecided(),
                isPublishable(record),
                CaptureRules.isBillable(record),
                record.attempts(),
                faults(record.lastFaults()),
                record.delivery().map(DeliveryEntry::status),
                errata.size(),
                errata.isEmpty() ? Optional.empty() : record.openErratumSince(),
                record.publishedInRound(),
                record.payment().map(Payment::amount).map(RecordRow::fen).orElse(0L),
                record.unmatched().stream()
                        .map(UnmatchedPayment::payment)
                        .mapToLong(payment -> fen(payment.amount()))
                        .sum(),
                record.billed(),
                record.arrangements().stream().map(RecordRow::end).max(Comparator.naturalOrder()));
    }

    /** Whether it can be shown to the school for proofreading. */
    public static boolean isPublishable(CaptureRecord record) {
        return record.product().isPresent() && !record.isUndecided() && !record.isDeliveryRefused();
    }

    private static boolean isDelivered(CaptureRecord record) {
        return record.isProductSealed() && isNewest(record, DeliveryEntry.Status.ACCEPTED);
    }

    private static boolean isNewest(CaptureRecord record, DeliveryEntry.Status status) {
        return record.delivery().filter(d -> d.status() == status).isPresent();
    }

    /** Whole ids, as many as there is room for. */
    private static String faults(List<CheckId> checks) {
        String all = checks.stream().map(CheckId::value).distinct().sorted().collect(Collectors.joining(","));
        return all.length() <= MOST_FAULTS ? all : all.substring(0, all.lastIndexOf(',', MOST_FAULTS));
    }

    static long fen(Fee fee) {
        return fee.yuan().movePointRight(2).longValueExact();
    }

    private static Instant end(SpecialArrangement arrangement) {
        return arrangement
                .window()
                .last()
                .atTime(arrangement.hours().closes())
                .atZone(Campaign.ZONE)
                .toInstant();
    }

    /** On which lists a record stands; none while nothing happened to it. */
    public static Set<RecordList> lists(CaptureRecord record) {
        Set<RecordList> lists = EnumSet.noneOf(RecordList.class);
        for (RecordList list : RecordList.values()) {
            if (record.events() > 0 && isOn(list, record)) {
                lists.add(list);
            }
        }
        return lists;
    }

    private static boolean isOn(RecordList list, CaptureRecord record) {
        return switch (list) {
            case TO_REVIEW ->
                record.isUndecided()
                        || record.violation().flatMap(Violation::secondLook).isPresent();
            case RETAKE -> record.state() == CaptureState.RETAKE;
            case LOCKED -> record.lock().isPresent();
            case DELIVERY_WAITING ->
                isNewest(record, DeliveryEntry.Status.WAITING) || isTold(record, DeliveryEntry.Status.WAITING);
            case DELIVERY_REFUSED -> record.isDeliveryRefused() || isTold(record, DeliveryEntry.Status.REFUSED);
            case ERRATA -> !record.openErrataOfSchool().isEmpty();
            case UNPUBLISHED ->
                isPublishable(record) && record.publishedInRound().isEmpty();
            case PUBLISHED -> record.publishedInRound().isPresent();
            case UNMATCHED -> !record.unmatched().isEmpty();
        };
    }

    private static boolean isTold(CaptureRecord record, DeliveryEntry.Status status) {
        return record.withdrawals().stream().anyMatch(w -> w.status() == status);
    }
}
