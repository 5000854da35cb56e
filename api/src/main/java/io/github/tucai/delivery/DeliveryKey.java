package io.github.tucai.delivery;

import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.photo.ImageDigest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The idempotency key of a delivery: a digest over enrolment number and product digest, so that it can travel in a header
 * and a log without naming anyone. The sealed bundle's own digest is no identity: sealing twice gives two bundles.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record DeliveryKey(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public DeliveryKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a delivery key is 64 lower-case hexadecimal digits");
        }
    }

    /** The key of one photo for one enrolment. */
    public static DeliveryKey of(EnrolmentNumber enrolment, ImageDigest product) {
        byte[] text = (enrolment.value() + "\n" + product.hex()).getBytes(StandardCharsets.UTF_8);
        return new DeliveryKey(ImageDigest.of(text).hex());
    }

    /** The key of the withdrawal of a delivery; no delivery has it, since no text of one is without a line break. */
    public static DeliveryKey ofWithdrawal(DeliveryKey of) {
        byte[] text = ("withdraw " + of.value()).getBytes(StandardCharsets.US_ASCII);
        return new DeliveryKey(ImageDigest.of(text).hex());
    }
}
