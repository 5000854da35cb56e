package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.key.KeyId;
import io.github.tucai.photo.PhotoImage;
import java.time.Instant;
import java.util.HexFormat;

/** The bytes that are signed: a CBOR map of seven pairs whose first says what it is, as the package documentation lists them. */
final class BundleForm {
    private static final int DELIVERY = 1;
    private static final int WITHDRAWAL = 2;
    private static final int KEY_BYTES = 32;
    private static final int OTHER_BYTES = 512;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private BundleForm() {}

    static byte[] write(DeliveryContent content, byte[] recipient) {
        Head head = new Head(DELIVERY, recipient, ClaimsForm.write(content.claims()), content.version());
        return write(head, content.acceptedAt(), content.product().bytes());
    }

    static byte[] write(Withdrawal withdrawal, byte[] recipient) {
        Head head = new Head(WITHDRAWAL, recipient, ClaimsForm.write(withdrawal.claims()), withdrawal.version());
        return write(
                head, withdrawal.at(), HexFormat.of().parseHex(withdrawal.of().value()));
    }

    private static byte[] write(Head head, Instant at, byte[] last) {
        return new CborWriter(last.length + OTHER_BYTES)
                .map(7)
                .uint(1)
                .uint(head.format)
                .uint(2)
                .bytes(head.recipient)
                .uint(3)
                .bytes(head.claims)
                .uint(4)
                .uint(head.version)
                .uint(5)
                .uint(at.getEpochSecond())
                .uint(6)
                .uint(at.getNano())
                .uint(7)
                .bytes(last)
                .toByteArray();
    }

    static Addressed read(byte[] bytes) {
        CborReader in = new CborReader(bytes);
        in.map(7);
        int format = in.key(1).uint(WITHDRAWAL);
        Head head =
                new Head(format, in.key(2).bytes(), in.key(3).bytes(), in.key(4).uint(Integer.MAX_VALUE));
        Instant at = instant(in.key(5).uint(), in.key(6).uint());
        byte[] last = in.key(7).bytes();
        in.end();
        return switch (format) {
            case DELIVERY -> delivery(head, at, last);
            case WITHDRAWAL -> withdrawal(head, at, last);
            default -> throw new IllegalArgumentException("another format of contents");
        };
    }

    private static Instant instant(long seconds, long nanos) {
        if (nanos < 0 || nanos >= NANOS_PER_SECOND) {
            throw new IllegalArgumentException("more nanoseconds than a second has");
        }
        return ClaimsForm.second(seconds).plusNanos(nanos);
    }

    private static Addressed delivery(Head head, Instant at, byte[] product) {
        return new Addressed(
                new DeliveryContent(ClaimsForm.read(head.claims), PhotoImage.copyOf(product), at, head.version),
                head.recipient);
    }

    private static Addressed withdrawal(Head head, Instant at, byte[] of) {
        if (of.length != KEY_BYTES) {
            throw new IllegalArgumentException("a delivery key has " + KEY_BYTES + " bytes");
        }
        DeliveryKey key = new DeliveryKey(HexFormat.of().formatHex(of));
        return new Addressed(new Withdrawal(ClaimsForm.read(head.claims), key, head.version, at), head.recipient);
    }

    /** The pairs that stand before the times. */
    private static final class Head {
        private final int format;
        private final byte[] recipient;
        private final byte[] claims;
        private final int version;

        Head(int format, byte[] recipient, byte[] claims, int version) {
            this.format = format;
            this.recipient = recipient;
            this.claims = claims;
            this.version = version;
        }
    }

    /** A delivery or a withdrawal and the thumbprint of the key it was sealed for. */
    static final class Addressed {
        private final Object content;
        private final byte[] recipient;

        Addressed(DeliveryContent content, byte[] recipient) {
            this.content = content;
            this.recipient = recipient;
        }

        Addressed(Withdrawal content, byte[] recipient) {
            this.content = content;
            this.recipient = recipient;
        }

        DeliveryContent content() {
            if (content instanceof DeliveryContent delivery) {
                return delivery;
            }
            throw new IllegalArgumentException("no delivery");
        }

        BundleOpener.Message from(KeyId signer) {
            return content instanceof Withdrawal withdrawal
                    ? new BundleOpener.Withdrawn(withdrawal, signer)
                    : new BundleOpener.Opened(content(), signer);
        }

        byte[] recipient() {
            return recipient;
        }
    }
}
