package io.github.tucai.campaign.internal.audit;

import io.github.tucai.campaign.internal.secret.TestKeys;
import io.github.tucai.contract.AuditSuiteContract;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.spi.AuditSuite;

class JdkAuditSuiteTest extends AuditSuiteContract {
    private final TestKeys keys = new TestKeys();
    private final TestKeys others = new TestKeys();

    @Override
    protected AuditSuite suite() {
        return new JdkAuditSuite();
    }

    @Override
    protected PublicPoint key() {
        return keys.key().publicPoint();
    }

    @Override
    protected PublicPoint anotherKey() {
        return others.key().publicPoint();
    }

    @Override
    protected byte[] sign(byte[] message) {
        return keys.sign(keys.key().id(), message);
    }
}
