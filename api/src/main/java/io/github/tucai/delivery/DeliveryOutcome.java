package io.github.tucai.delivery;

import java.util.Objects;
import java.util.function.Function;

/** What the registry answered to a delivery. That it could not be reached is an exception, not an outcome. */
public sealed interface DeliveryOutcome {
    /** Stored, or stored already. */
    record Accepted(Receipt receipt) implements DeliveryOutcome {
        public Accepted {
            Objects.requireNonNull(receipt, "receipt");
        }
    }

    /**
     * Refused for good: sending the same again will not help.
     *
     * @param code machine-readable, such as {@code unknown-enrolment}
     * @param detail for an operator; names no person
     */
    record Refused(String code, String detail) implements DeliveryOutcome {
        public Refused {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** Handles both outcomes; the compiler asks for both. */
    default <R> R fold(
            Function<? super Accepted, ? extends R> accepted, Function<? super Refused, ? extends R> refused) {
        return this instanceof Accepted a ? accepted.apply(a) : refused.apply((Refused) this);
    }
}
