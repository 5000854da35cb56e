package io.github.tucai.capture;

import io.github.tucai.payment.Payment;
import io.github.tucai.payment.UnmatchedReason;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to money of which no readable record and no school of the campaign is left. Names nobody. Stored
 * under the type's simple name, which therefore never changes.
 */
public sealed interface CashbookEvent {
    /** When it happened, by the collector's clock. */
    Instant at();

    /** Money came, or was left over when its record was erased. */
    record MoneyKept(Instant at, Payment payment, UnmatchedReason reason) implements CashbookEvent {
        public MoneyKept {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(payment, "payment");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** It was given back; what an erased record had paid, too. */
    record MoneyReturned(Instant at, Payment payment, String reason) implements CashbookEvent {
        public MoneyReturned {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(payment, "payment");
            Texts.note(reason, "reason");
        }

        @Override
        public String toString() {
            return "MoneyReturned[at=" + at + "]";
        }
    }
}
