package io.github.tucai.campaign.internal.view;

import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.school.SchoolCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What of a school may stand in clear, as a function of its record alone.
 *
 * @param region empty text while it is not registered
 * @param round the number of the last proofing round
 * @param due the last day for that round's feedback
 * @param isAnswered whether the last round's feedback came
 */
public record SchoolRow(
        SchoolCode code,
        int events,
        boolean isRegistered,
        String region,
        PaymentMode mode,
        Optional<Integer> expected,
        Optional<Integer> round,
        Optional<LocalDate> due,
        boolean isAnswered,
        long openFen,
        long unmatchedFen) {
    /** Of a school to which something happened. */
    public static SchoolRow of(SchoolRecord school) {
        return new SchoolRow(
                school.code(),
                school.events(),
                school.school().isPresent(),
                school.region(),
                school.mode(),
                school.expected(),
                school.round().map(ProofingRound::number),
                school.round().map(round -> round.deadline().due()),
                school.round().flatMap(ProofingRound::feedback).isPresent(),
                RecordRow.fen(school.open()),
                school.unmatched().stream()
                        .map(UnmatchedPayment::payment)
                        .mapToLong(payment -> RecordRow.fen(payment.amount()))
                        .sum());
    }
}
