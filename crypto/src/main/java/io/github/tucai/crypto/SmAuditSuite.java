package io.github.tucai.crypto;

import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.AuditSuite;

/** The audit log in suite SM: events are linked by SM3, anchors signed with SM2. */
public final class SmAuditSuite implements AuditSuite {
    private static final String ALGORITHM = "SM3";

    /** For {@link java.util.ServiceLoader}, and to pass to a builder. */
    public SmAuditSuite() {}

    @Override
    public String id() {
        return "sm";
    }

    @Override
    public Suite suite() {
        return Suite.SM;
    }

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public byte[] digest(byte[] message) {
        return SmAlgorithms.INSTANCE.digest(message);
    }

    @Override
    public boolean verify(PublicPoint key, byte[] message, byte[] signature) {
        try {
            return SmAlgorithms.INSTANCE.verify(key, message, message.length, signature);
        } catch (IllegalArgumentException e) {
            // The point is none of the curve.
            return false;
        }
    }
}
