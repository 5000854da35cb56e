package io.github.tucai.crypto;

import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/** Keys as a security module keeps them: one can ask it to work with a private key, never for the key. */
final class MemoryKeys implements KeyProvider {
    private final Map<KeyId, KeyInfo> infos = new ConcurrentHashMap<>();
    private final Map<KeyId, ECPrivateKeyParameters> privateKeys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private long made;

    KeyInfo make(KeyUse use, Suite suite) {
        AsymmetricCipherKeyPair pair = Algorithms.of(suite).newKeyPair(random);
        return hold(use, suite, (ECPrivateKeyParameters) pair.getPrivate());
    }

    KeyInfo hold(KeyUse use, Suite suite, ECPrivateKeyParameters key) {
        ECPoint point = key.getParameters().getG().multiply(key.getD()).normalize();
        KeyInfo info = info(use, suite, true, PublicPoint.copyOf(point.getEncoded(false)));
        infos.put(info.id(), info);
        privateKeys.put(info.id(), key);
        return info;
    }

    void trust(KeyUse use, Suite suite, ECPublicKeyParameters key) {
        trust(info(use, suite, false, Algorithms.pointOf(key)));
    }

    private KeyInfo info(KeyUse use, Suite suite, boolean own, PublicPoint point) {
        KeyId id = Algorithms.of(suite).idOf(point);
        return new KeyInfo(id, use, suite, KeyState.ACTIVE, own, point, Instant.ofEpochSecond(++made));
    }

    void trust(KeyInfo key) {
        infos.put(
                key.id(),
                new KeyInfo(
                        key.id(),
                        key.use(),
                        key.suite(),
                        KeyState.ACTIVE,
                        false,
                        key.publicPoint(),
                        Instant.ofEpochSecond(++made)));
    }

    String certificatePem(KeyInfo key) {
        Algorithms algorithms = Algorithms.of(key.suite());
        return Certificates.pem(Certificates.selfSigned(
                algorithms,
                algorithms.publicKey(key.publicPoint()),
                key.use(),
                Instant.now(),
                message -> sign(key.id(), message)));
    }

    void move(KeyId id, KeyState state) {
        infos.computeIfPresent(id, (same, info) -> info.in(state));
    }

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public List<KeyInfo> keys() {
        return List.copyOf(infos.values());
    }

    @Override
    public byte[] sign(KeyId key, byte[] message) {
        Suite suite = info(key).suite();
        return Algorithms.of(suite).sign(privateKey(key, suite), info(key).publicPoint(), message, random);
    }

    @Override
    public byte[] decrypt(KeyId key, byte[] ciphertext) {
        return SmAlgorithms.INSTANCE.decryptWith(privateKey(key, Suite.SM), ciphertext);
    }

    @Override
    public byte[] agree(KeyId key, byte[] point) {
        return IntlAlgorithms.INSTANCE.agreeWith(privateKey(key, Suite.INTL), point);
    }

    private KeyInfo info(KeyId key) {
        return alive(key).orElseThrow(() -> new IllegalArgumentException("no key " + key));
    }

    private ECPrivateKeyParameters privateKey(KeyId key, Suite suite) {
        ECPrivateKeyParameters privateKey = privateKeys.get(key);
        if (privateKey == null || info(key).suite() != suite) {
            throw new IllegalArgumentException("no private part of suite " + suite + " for " + key);
        }
        return privateKey;
    }
}
