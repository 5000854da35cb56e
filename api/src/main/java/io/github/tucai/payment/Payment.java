package io.github.tucai.payment;

import java.util.regex.Pattern;

/**
 * Money that arrived.
 *
 * @param amount more than nothing
 * @param reference the gateway's or bank's own number, 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 */
public record Payment(Fee amount, String reference) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Payment {
        if (amount.compareTo(Fee.ZERO) <= 0) {
            throw new IllegalArgumentException("a payment is more than nothing");
        }
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException(
                    "reference must be 1 to 64 of A-Z, a-z, 0-9 and . _ -, got " + reference.length() + " characters");
        }
    }
}
