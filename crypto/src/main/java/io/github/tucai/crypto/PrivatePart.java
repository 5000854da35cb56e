package io.github.tucai.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * The secret number of a key, as bytes that can be wiped. Numbers made of it for one operation cannot be: they are garbage when
 * the operation ends, and gone when it is collected.
 */
final class PrivatePart {
    private static final int LENGTH = 32;

    private final byte[] number;
    private boolean wiped;

    PrivatePart(BigInteger number) {
        this.number = BigIntegers.asUnsignedByteArray(LENGTH, number);
    }

    /** For one operation; nobody keeps it. */
    synchronized ECPrivateKeyParameters key(Algorithms algorithms) {
        if (wiped) {
            throw new IllegalArgumentException("the private part of the key is gone");
        }
        return new ECPrivateKeyParameters(new BigInteger(1, number), algorithms.domain());
    }

    synchronized void wipe() {
        wiped = true;
        Arrays.fill(number, (byte) 0);
    }

    @Override
    public String toString() {
        return "PrivatePart[hidden]";
    }
}
