package io.github.tucai.payment;

import java.util.Objects;

/**
 * All money that came in for a campaign, by where it stands now.
 *
 * @param matched paid what was asked for
 * @param unmatched was not asked for, and is still to be given back
 * @param refunded given back
 */
public record Takings(Fee matched, Fee unmatched, Fee refunded) {
    public Takings {
        Objects.requireNonNull(matched, "matched");
        Objects.requireNonNull(unmatched, "unmatched");
        Objects.requireNonNull(refunded, "refunded");
    }

    /** All that ever came in. */
    public Fee total() {
        return matched.plus(unmatched).plus(refunded);
    }
}
