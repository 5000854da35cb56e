package io.github.tucai.benchmarks;

import io.github.tucai.key.Suite;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Bouncy Castle's own engines on the fast curves, with nothing around them. */
final class RawCrypto {
    private static final int CODE_BYTES = 250;

    private final SecureRandom random = new SecureRandom();
    private final boolean isSm;
    private final ECKeyPairGenerator generator = new ECKeyPairGenerator();
    private final AsymmetricCipherKeyPair pair;
    private final AsymmetricCipherKeyPair other;
    private final byte[] message = new byte[CODE_BYTES];
    private final byte[] photo;
    private final byte[] contentKey;
    private final byte[] signature;
    private final byte[] wrapped;
    private final ECDomainParameters domain;

    RawCrypto(Suite suite, int photoBytes) {
        this.isSm = suite == Suite.SM;
        X9ECParameters curve = CustomNamedCurves.getByName(isSm ? "sm2p256v1" : "secp256r1");
        this.domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        generator.init(new ECKeyGenerationParameters(domain, random));
        this.pair = generator.generateKeyPair();
        this.other = generator.generateKeyPair();
        this.photo = new byte[photoBytes];
        this.contentKey = new byte[isSm ? 16 : 32];
        random.nextBytes(photo);
        random.nextBytes(contentKey);
        this.signature = sign(message);
        this.wrapped = isSm ? encrypt(contentKey) : point(other.getPublic());
    }

    /** Verifies and unwraps. */
    byte[] open() {
        Signer signer = signer();
        signer.init(false, pair.getPublic());
        signer.update(message, 0, message.length);
        if (!signer.verifySignature(signature)) {
            throw new IllegalStateException("the signature does not verify");
        }
        return isSm ? decrypt(wrapped) : agree(pair, received(wrapped));
    }

    /** Signs, wraps a key and encrypts. */
    byte[] seal() {
        byte[] signed = sign(photo);
        byte[] key = isSm ? encrypt(contentKey) : agree(generator.generateKeyPair(), other.getPublic());
        byte[] sealed = encryptPhoto();
        sealed[0] ^= (byte) (signed[0] ^ key[0]);
        return sealed;
    }

    private Signer signer() {
        return isSm ? new SM2Signer() : new DSADigestSigner(new ECDSASigner(), new SHA256Digest());
    }

    private byte[] sign(byte[] bytes) {
        Signer signer = signer();
        signer.init(true, new ParametersWithRandom(pair.getPrivate(), random));
        signer.update(bytes, 0, bytes.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("signing needs nothing that could be missing", e);
        }
    }

    private static byte[] agree(AsymmetricCipherKeyPair own, AsymmetricKeyParameter other) {
        ECDHBasicAgreement agreement = new ECDHBasicAgreement();
        agreement.init(own.getPrivate());
        return agreement.calculateAgreement(other).toByteArray();
    }

    private static byte[] point(AsymmetricKeyParameter key) {
        return ((ECPublicKeyParameters) key).getQ().getEncoded(false);
    }

    /** Each code brings a point of its own, which must be read and checked; SM2's decryption does so by itself. */
    private ECPublicKeyParameters received(byte[] point) {
        return new ECPublicKeyParameters(domain.getCurve().decodePoint(point), domain);
    }

    private byte[] encrypt(byte[] plain) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(pair.getPublic(), random));
        return processed(engine, plain);
    }

    private byte[] decrypt(byte[] sealed) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, pair.getPrivate());
        return processed(engine, sealed);
    }

    private static byte[] processed(SM2Engine engine, byte[] bytes) {
        try {
            return engine.processBlock(bytes, 0, bytes.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("what was just made opens", e);
        }
    }

    private byte[] encryptPhoto() {
        BlockCipher cipher = isSm ? new SM4Engine() : AESEngine.newInstance();
        GCMModeCipher gcm = GCMBlockCipher.newInstance(cipher);
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        gcm.init(true, new AEADParameters(new KeyParameter(contentKey), 128, nonce));
        byte[] sealed = new byte[gcm.getOutputSize(photo.length)];
        int length = gcm.processBytes(photo, 0, photo.length, sealed, 0);
        try {
            length += gcm.doFinal(sealed, length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption checks no tag", e);
        }
        return Arrays.copyOf(sealed, length);
    }
}
