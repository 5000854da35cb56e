package io.github.tucai.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** Small steps between bytes and ASN.1; whatever does not fit is an {@link IllegalArgumentException}. */
final class Der {
    private static final int NUMBER_BYTES = 32;

    private Der() {}

    static byte[] bytes(ASN1Encodable value) {
        return bytes(value, 256);
    }

    /** The same for a value of about that many bytes: large ones would be copied again and again as the stream grows. */
    static byte[] bytes(ASN1Encodable value, int expectedBytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(expectedBytes);
            value.toASN1Primitive().encodeTo(out, ASN1Encoding.DER);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("values encode", e);
        }
    }

    static ASN1Primitive value(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new IllegalArgumentException("not ASN.1", e);
        }
    }

    static byte[] octets(ASN1Encodable value) {
        return ASN1OctetString.getInstance(value).getOctets();
    }

    static ASN1Encodable only(ASN1Set set) {
        if (set.size() != 1) {
            throw new IllegalArgumentException("expected one element, got " + set.size());
        }
        return set.getObjectAt(0);
    }

    /** A signature {@code r ‖ s} as a sequence of two numbers. */
    static byte[] signature(Algorithms algorithms, byte[] plain) {
        BigInteger r = BigIntegers.fromUnsignedByteArray(plain, 0, NUMBER_BYTES);
        BigInteger s = BigIntegers.fromUnsignedByteArray(plain, NUMBER_BYTES, NUMBER_BYTES);
        try {
            return StandardDSAEncoding.INSTANCE.encode(algorithms.domain().getN(), r, s);
        } catch (IOException e) {
            throw new IllegalStateException("two numbers encode", e);
        }
    }

    /** The sequence of two numbers again as {@code r ‖ s}. */
    static byte[] plainSignature(Algorithms algorithms, byte[] der) {
        try {
            BigInteger[] numbers =
                    StandardDSAEncoding.INSTANCE.decode(algorithms.domain().getN(), der);
            return Arrays.concatenate(
                    BigIntegers.asUnsignedByteArray(NUMBER_BYTES, numbers[0]),
                    BigIntegers.asUnsignedByteArray(NUMBER_BYTES, numbers[1]));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a signature", e);
        }
    }
}
