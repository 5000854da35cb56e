package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.AuditSuiteContract;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.AuditSuite;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SmAuditSuiteTest extends AuditSuiteContract {
    private final MemoryKeys keys = new MemoryKeys();
    private final KeyInfo key = keys.make(KeyUse.AUDIT_SIGNING, Suite.SM);
    private final KeyInfo another = keys.make(KeyUse.AUDIT_SIGNING, Suite.SM);

    @Override
    protected AuditSuite suite() {
        return new SmAuditSuite();
    }

    @Override
    protected PublicPoint key() {
        return key.publicPoint();
    }

    @Override
    protected PublicPoint anotherKey() {
        return another.publicPoint();
    }

    @Override
    protected byte[] sign(byte[] message) {
        return keys.sign(key.id(), message);
    }

    /** GB/T 32905-2016, appendix A, example 1. */
    @Test
    void hashesTheExampleOfTheStandard() {
        byte[] hash = suite().digest("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void isFoundAtTheStart() {
        assertThat(ServiceLoader.load(AuditSuite.class)).hasOnlyElementsOfType(SmAuditSuite.class);
    }
}
