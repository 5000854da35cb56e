package io.github.tucai.campaign.internal.school;

import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.schedule.Deadline;
import io.github.tucai.school.School;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What somebody wants to happen to a school. */
public sealed interface SchoolCommand {
    /** Take it into the campaign. */
    record Register(School school, String region, PaymentMode mode) implements SchoolCommand {}

    /** Who is in charge. */
    record NameOfficer(String department, String person, String phone) implements SchoolCommand {}

    /** The school's own window. */
    record SetWindow(CaptureWindow window) implements SchoolCommand {}

    /** How many graduates to expect. */
    record SetExpected(int graduates) implements SchoolCommand {}

    /** Other days or hours for the whole school. */
    record GrantArrangement(CaptureWindow window, DailyHours hours, String reason) implements SchoolCommand {}

    /** Publish so many photos. */
    record PublishRound(int photos, Deadline deadline) implements SchoolCommand {}

    /** The form came back while so many errata were open. */
    record RecordFeedback(LocalDate received, long openErrata) implements SchoolCommand {}

    /** The feedback of a round counts no more; another is due by then. */
    record ReopenRound(int round, Deadline deadline) implements SchoolCommand {}

    /**
     * Freeze a statement over so many records that none counts yet, while on so many photos a person has still to decide and so
     * many records cannot be read; capture ends or ended then.
     */
    record IssueStatement(int students, long undecided, int unreadable, Optional<Instant> captureEnds)
            implements SchoolCommand {}

    /** A captured student is erased. */
    record CountErased() implements SchoolCommand {}

    /** Money arrived. */
    record RecordPayment(Payment payment) implements SchoolCommand {}

    /** The school's unmatched money with this reference pays what is open now. */
    record MatchPayment(String reference) implements SchoolCommand {}

    /** The school's money with this reference goes back. */
    record RefundPayment(String reference, String reason) implements SchoolCommand {}
}
