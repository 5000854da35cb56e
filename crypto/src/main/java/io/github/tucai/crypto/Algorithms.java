package io.github.tucai.crypto;

import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.modes.gcm.BasicGCMMultiplier;
import org.bouncycastle.crypto.modes.gcm.GCMMultiplier;
import org.bouncycastle.crypto.modes.gcm.Tables4kGCMMultiplier;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The algorithms of one suite, on Bouncy Castle's lightweight classes, and on the platform's where it has the algorithm: no
 * provider is registered anywhere.
 */
abstract sealed class Algorithms permits IntlAlgorithms, SmAlgorithms {
    static final int SIGNATURE_BYTES = 64;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final int SHORT_BYTES = 512;

    private final ECNamedDomainParameters domain;
    private final PublicKeys publicKeys = new PublicKeys(this::readPublicKey);

    /** CustomNamedCurves has the optimised curves; the named-curve tables give generic ones, six times slower. */
    Algorithms(String curve, ASN1ObjectIdentifier oid) {
        this.domain = new ECNamedDomainParameters(oid, CustomNamedCurves.getByName(curve));
    }

    static Algorithms of(Suite suite) {
        return switch (suite) {
            case SM -> SmAlgorithms.INSTANCE;
            case INTL -> IntlAlgorithms.INSTANCE;
        };
    }

    abstract Suite suite();

    abstract Digest newDigest();

    abstract BlockCipher newBlockCipher();

    /** Signs with a key whose public half is known; a signature is {@code r ‖ s}. */
    abstract byte[] sign(ECPrivateKeyParameters key, PublicPoint own, byte[] message, SecureRandom random);

    /** Whether {@code r ‖ s}, in its canonical form, is the key's over the first {@code length} bytes of a message. */
    abstract boolean verifies(ECPublicKeyParameters key, byte[] message, int length, byte[] signature);

    /** The one accepted form of a signature that has several; the same array where there is one only. */
    abstract byte[] canonical(byte[] signature);

    /** How many bytes a wrapped content key takes. */
    abstract int wrappedBytes();

    /** Makes a content key that only the recipient can unwrap. */
    abstract ContentKey newContentKey(PublicPoint recipient, byte[] context, SecureRandom random);

    /** The content key again, by the provider's private key. */
    abstract byte[] unwrap(KeyProvider keys, KeyInfo recipient, byte[] wrapped, byte[] context);

    /** A content key, plain and as it travels. */
    static final class ContentKey {
        private final byte[] plain;
        private final byte[] wrapped;

        ContentKey(byte[] plain, byte[] wrapped) {
            this.plain = plain;
            this.wrapped = wrapped;
        }

        byte[] plain() {
            return plain;
        }

        byte[] wrapped() {
            return wrapped;
        }
    }

    final ECNamedDomainParameters domain() {
        return domain;
    }

    /** A key that will be used again: the other side's, not one made for a single message. */
    final ECPublicKeyParameters publicKey(PublicPoint point) {
        return publicKeys.of(point);
    }

    /** Refuses a point that is not on the curve. */
    final ECPublicKeyParameters readPublicKey(PublicPoint point) {
        return new ECPublicKeyParameters(domain.getCurve().decodePoint(point.bytes()), domain);
    }

    final AsymmetricCipherKeyPair newKeyPair(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, random));
        return generator.generateKeyPair();
    }

    static PublicPoint pointOf(ECPublicKeyParameters key) {
        return PublicPoint.copyOf(key.getQ().getEncoded(false));
    }

    byte[] digest(byte[] bytes) {
        Digest digest = newDigest();
        digest.update(bytes, 0, bytes.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }

    /** The whole digest of a public point; its first four bytes are the key's id. */
    final byte[] thumbprint(PublicPoint point) {
        return digest(point.bytes());
    }

    final KeyId idOf(PublicPoint point) {
        return KeyId.of(thumbprint(point));
    }

    /** Verifies the first {@code length} bytes of a message. */
    final boolean verify(PublicPoint key, byte[] message, int length, byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && Arrays.equals(canonical(signature), signature)
                && verifies(publicKey(key), message, length, signature);
    }

    /** Encrypts; the tag stands at the end. */
    final byte[] encrypt(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
        try {
            return gcm(true, key, nonce, associated, plain, 0, plain.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption checks no tag", e);
        }
    }

    /** Decrypts a part of an array; throws where the tag does not fit. */
    final byte[] decrypt(byte[] key, byte[] nonce, byte[] associated, byte[] in, int from, int length)
            throws InvalidCipherTextException {
        return gcm(false, key, nonce, associated, in, from, length);
    }

    byte[] gcm(boolean encrypt, byte[] key, byte[] nonce, byte[] associated, byte[] in, int from, int length)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(newBlockCipher(), multiplier(length));
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BYTES * 8, nonce, associated));
        byte[] out = new byte[cipher.getOutputSize(length)];
        int done = cipher.processBytes(in, from, length, out, 0);
        cipher.doFinal(out, done);
        return out;
    }

    /** For the few blocks of a code, making tables takes longer than they save. */
    private static GCMMultiplier multiplier(int length) {
        return length < SHORT_BYTES ? new BasicGCMMultiplier() : new Tables4kGCMMultiplier();
    }
}
