package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.photo.PhotoImage;
import java.time.Instant;

/** The bytes that are signed: a CBOR map of seven pairs, as the package documentation lists them. */
final class BundleForm {
    private static final int FORMAT = 1;
    private static final int OTHER_BYTES = 512;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private BundleForm() {}

    static byte[] write(DeliveryContent content, byte[] recipient) {
        Instant acceptedAt = content.acceptedAt();
        return new CborWriter(content.product().sizeBytes() + OTHER_BYTES)
                .map(7)
                .uint(1)
                .uint(FORMAT)
                .uint(2)
                .bytes(recipient)
                .uint(3)
                .bytes(ClaimsForm.write(content.claims()))
                .uint(4)
                .uint(content.version())
                .uint(5)
                .uint(acceptedAt.getEpochSecond())
                .uint(6)
                .uint(acceptedAt.getNano())
                .uint(7)
                .bytes(content.product().bytes())
                .toByteArray();
    }

    static Addressed read(byte[] bytes) {
        CborReader in = new CborReader(bytes);
        in.map(7);
        if (in.key(1).uint() != FORMAT) {
            throw new IllegalArgumentException("another format of contents");
        }
        byte[] recipient = in.key(2).bytes();
        byte[] claims = in.key(3).bytes();
        int version = in.key(4).uint(Integer.MAX_VALUE);
        Instant second = ClaimsForm.second(in.key(5).uint());
        long nanos = in.key(6).uint();
        if (nanos >= NANOS_PER_SECOND) {
            throw new IllegalArgumentException("more nanoseconds than a second has");
        }
        PhotoImage product = PhotoImage.copyOf(in.key(7).bytes());
        in.end();
        return new Addressed(
                new DeliveryContent(ClaimsForm.read(claims), product, second.plusNanos(nanos), version), recipient);
    }

    /** A delivery and the thumbprint of the key it was sealed for. */
    static final class Addressed {
        private final DeliveryContent content;
        private final byte[] recipient;

        Addressed(DeliveryContent content, byte[] recipient) {
            this.content = content;
            this.recipient = recipient;
        }

        DeliveryContent content() {
            return content;
        }

        byte[] recipient() {
            return recipient;
        }
    }
}
