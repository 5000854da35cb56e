package io.github.tucai.campaign.internal.secret;

import io.github.tucai.campaign.internal.audit.JdkAuditSuite;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;

/** One key for signing anchors, on the platform's P-256. */
public final class TestKeys implements KeyProvider {
    private final KeyPair pair;
    private final KeyInfo info;

    public TestKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        byte[] point = new byte[65];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 33);
        put(key.getW().getAffineY(), point, 65);
        PublicPoint publicPoint = PublicPoint.copyOf(point);
        KeyId id = KeyId.of(new JdkAuditSuite().digest(point));
        info = new KeyInfo(id, KeyUse.AUDIT_SIGNING, Suite.INTL, KeyState.ACTIVE, true, publicPoint, Instant.EPOCH);
    }

    private static void put(BigInteger number, byte[] into, int end) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, into, end - length, length);
    }

    public KeyInfo key() {
        return info;
    }

    @Override
    public String id() {
        return "test";
    }

    @Override
    public List<KeyInfo> keys() {
        return List.of(info);
    }

    @Override
    public byte[] sign(KeyId key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] decrypt(KeyId key, byte[] ciphertext) {
        throw new IllegalArgumentException("signs only");
    }

    @Override
    public byte[] agree(KeyId key, byte[] point) {
        throw new IllegalArgumentException("signs only");
    }
}
