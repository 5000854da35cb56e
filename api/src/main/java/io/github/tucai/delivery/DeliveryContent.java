package io.github.tucai.delivery;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.photo.PhotoImage;
import java.time.Instant;
import java.util.Objects;

/**
 * What is sent for one enrolment: the finished product of an accepted photo and the claims of the code (N2.2c), bound
 * together inside the signature.
 *
 * @param claims of the collection code
 * @param product the finished photo
 * @param acceptedAt when the photo was accepted
 * @param version 1 for the first delivery of an enrolment, one more for each that supersedes
 */
public record DeliveryContent(CodeClaims claims, PhotoImage product, Instant acceptedAt, int version) {
    public DeliveryContent {
        Objects.requireNonNull(claims, "claims");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1, got " + version);
        }
    }

    /** What tells a repeated delivery from a new one. */
    public DeliveryKey key() {
        return DeliveryKey.of(claims.enrolment(), product.digest());
    }
}
