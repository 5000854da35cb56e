package io.github.tucai.capture;

import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Statement;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.Deadline;
import io.github.tucai.schedule.SpecialArrangement;
import io.github.tucai.school.School;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** Something that happened to a school in a campaign. Stored under the type's simple name, which therefore never changes. */
public sealed interface SchoolEvent {
    /** When it happened, by the collector's clock. */
    Instant at();

    /** The centre took the school into the campaign. */
    record Registered(Instant at, School school, String region, PaymentMode mode) implements SchoolEvent {
        public Registered {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(school, "school");
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(mode, "mode");
        }
    }

    /** The school named who is in charge (N2.3a). */
    record OfficerNamed(Instant at, String department, String person, String phone) implements SchoolEvent {
        public OfficerNamed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(department, "department");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(phone, "phone");
        }

        @Override
        public String toString() {
            return "OfficerNamed[at=" + at + "]";
        }
    }

    /** The school set its own window (N2.1b). */
    record WindowSet(Instant at, CaptureWindow window) implements SchoolEvent {
        public WindowSet {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(window, "window");
        }
    }

    /** The centre granted the school a special arrangement (A1.3, N2.5); older logs also hold those of single students. */
    record ArrangementGranted(Instant at, SpecialArrangement arrangement) implements SchoolEvent {
        public ArrangementGranted {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(arrangement, "arrangement");
        }
    }

    /** The school said how many graduates it expects to capture (N2.3b). A number, never a list. */
    record ExpectedSet(Instant at, int graduates) implements SchoolEvent {
        public ExpectedSet {
            Objects.requireNonNull(at, "at");
            if (graduates < 0) {
                throw new IllegalArgumentException("graduates must be 0 or more, got " + graduates);
            }
        }
    }

    /** The centre published finished photos for proofreading (N2.4a). */
    record RoundPublished(Instant at, ProofingRound round) implements SchoolEvent {
        public RoundPublished {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(round, "round");
        }
    }

    /** The stamped feedback form came back (N2.4c, A3). */
    record FeedbackRecorded(Instant at, int round, LocalDate received) implements SchoolEvent {
        public FeedbackRecorded {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(received, "received");
        }
    }

    /** An erratum was raised after the feedback came back: that counts no more, and the school files again by this day. */
    record RoundReopened(Instant at, int round, Deadline deadline) implements SchoolEvent {
        public RoundReopened {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(deadline, "deadline");
        }
    }

    /** A statement was issued and is frozen (N3.3); it counts those whom none before does. */
    record StatementIssued(Instant at, Statement statement) implements SchoolEvent {
        public StatementIssued {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(statement, "statement");
        }
    }

    /** Money of the school arrived in the designated account (N3.3). */
    record PaymentReceived(Instant at, Payment payment) implements SchoolEvent {
        public PaymentReceived {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(payment, "payment");
        }
    }

    /** Money of the school came that was not asked for; it is to be given back. */
    record TransferUnmatched(Instant at, Payment payment, UnmatchedReason reason) implements SchoolEvent {
        public TransferUnmatched {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(payment, "payment");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Money of the school went back. */
    record TransferRefunded(Instant at, String reference, String reason) implements SchoolEvent {
        public TransferRefunded {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reference, "reference");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "TransferRefunded[at=" + at + "]";
        }
    }

    /** A captured student was erased before a statement counted them; the next one does without knowing whom. */
    record ErasedCounted(Instant at) implements SchoolEvent {
        public ErasedCounted {
            Objects.requireNonNull(at, "at");
        }
    }
}
