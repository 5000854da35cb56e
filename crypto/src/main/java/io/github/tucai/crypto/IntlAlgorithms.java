package io.github.tucai.crypto;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * P-256, SHA-256, AES-256-GCM. A wrapped key is the ephemeral point {@code x ‖ y}; the content key is HKDF-SHA256 over the
 * shared x coordinate, without salt, with {@code "TC1 INTL" ‖ context ‖ ephemeral point ‖ recipient point} as info.
 */
final class IntlAlgorithms extends Algorithms {
    static final IntlAlgorithms INSTANCE = new IntlAlgorithms();

    private static final byte[] LABEL = "TC1 INTL".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int POINT_BYTES = 64;
    private static final int COORDINATE_BYTES = 32;

    private IntlAlgorithms() {
        super("secp256r1", SECObjectIdentifiers.secp256r1);
    }

    @Override
    Suite suite() {
        return Suite.INTL;
    }

    @Override
    Digest newDigest() {
        return SHA256Digest.newInstance();
    }

    @Override
    BlockCipher newBlockCipher() {
        return AESEngine.newInstance();
    }

    @Override
    byte[] sign(ECPrivateKeyParameters key, PublicPoint own, byte[] message, SecureRandom random) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ParametersWithRandom(key, random));
        BigInteger[] numbers = signer.generateSignature(digest(message));
        return canonical(PlainDSAEncoding.INSTANCE.encode(domain().getN(), numbers[0], numbers[1]));
    }

    @Override
    boolean verifies(ECPublicKeyParameters key, byte[] message, int length, byte[] signature) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(
                digest(message, length),
                BigIntegers.fromUnsignedByteArray(signature, 0, COORDINATE_BYTES),
                BigIntegers.fromUnsignedByteArray(signature, COORDINATE_BYTES, COORDINATE_BYTES));
    }

    /** ECDSA accepts s and n−s alike: only the lower one is a signature here, or a code would have two spellings. */
    @Override
    byte[] canonical(byte[] signature) {
        BigInteger order = domain().getN();
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, COORDINATE_BYTES, SIGNATURE_BYTES));
        if (s.compareTo(order.shiftRight(1)) <= 0 || s.compareTo(order) >= 0) {
            return signature;
        }
        byte[] low = signature.clone();
        BigIntegers.asUnsignedByteArray(order.subtract(s), low, COORDINATE_BYTES, COORDINATE_BYTES);
        return low;
    }

    /** By the platform, which uses the processor's instructions where it has them. */
    @Override
    byte[] digest(byte[] bytes) {
        return digest(bytes, bytes.length);
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** By the platform, for the same reason. */
    @Override
    byte[] gcm(boolean encrypt, byte[] key, byte[] nonce, byte[] associated, byte[] in, int from, int length)
            throws InvalidCipherTextException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(in, from, length);
        } catch (AEADBadTagException e) {
            throw new InvalidCipherTextException("the tag does not fit", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    @Override
    int wrappedBytes() {
        return POINT_BYTES;
    }

    @Override
    ContentKey newContentKey(PublicPoint recipient, byte[] context, SecureRandom random) {
        Agreement agreement = newAgreement(recipient, random);
        return new ContentKey(derive(agreement.shared(), context, agreement.point(), recipient), agreement.point());
    }

    /** A fresh ephemeral key and the secret it shares with the recipient. Its point has an even y. */
    Agreement newAgreement(PublicPoint recipient, SecureRandom random) {
        AsymmetricCipherKeyPair ephemeral = newKeyPair(random);
        byte[] point =
                pointOf(evenHalf((ECPublicKeyParameters) ephemeral.getPublic())).bytes();
        byte[] shared = agreeWith((ECPrivateKeyParameters) ephemeral.getPrivate(), publicKey(recipient));
        return new Agreement(Arrays.copyOfRange(point, 1, point.length), shared);
    }

    /** A point and its negative share the same x with everyone: CMS allows both, a bundle only the even one. */
    private static ECPublicKeyParameters evenHalf(ECPublicKeyParameters key) {
        ECPoint point = key.getQ().normalize();
        return point.getAffineYCoord().testBitZero()
                ? new ECPublicKeyParameters(point.negate(), key.getParameters())
                : key;
    }

    /** Whether a point {@code x ‖ y} is the one of its pair that is used. */
    static boolean isEven(byte[] point) {
        return (point[POINT_BYTES - 1] & 1) == 0;
    }

    /** An ephemeral point {@code x ‖ y} and the x coordinate shared with the recipient. */
    static final class Agreement {
        private final byte[] point;
        private final byte[] shared;

        Agreement(byte[] point, byte[] shared) {
            this.point = point;
            this.shared = shared;
        }

        byte[] point() {
            return point;
        }

        byte[] shared() {
            return shared;
        }
    }

    @Override
    byte[] unwrap(KeyProvider keys, KeyInfo recipient, byte[] wrapped, byte[] context) {
        return derive(keys.agree(recipient.id(), wrapped), context, wrapped, recipient.publicPoint());
    }

    byte[] agreeWith(ECPrivateKeyParameters key, byte[] point) {
        if (point.length != POINT_BYTES) {
            throw new IllegalArgumentException("a point has " + POINT_BYTES + " bytes, got " + point.length);
        }
        byte[] withFormByte = new byte[POINT_BYTES + 1];
        withFormByte[0] = 4;
        System.arraycopy(point, 0, withFormByte, 1, POINT_BYTES);
        return agreeWith(key, readPublicKey(PublicPoint.copyOf(withFormByte)));
    }

    private static byte[] agreeWith(ECPrivateKeyParameters key, ECPublicKeyParameters other) {
        ECDHBasicAgreement agreement = new ECDHBasicAgreement();
        agreement.init(key);
        return BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, agreement.calculateAgreement(other));
    }

    private static byte[] derive(byte[] shared, byte[] context, byte[] ephemeral, PublicPoint recipient) {
        byte[] info = org.bouncycastle.util.Arrays.concatenate(LABEL, context, ephemeral, recipient.bytes());
        byte[] pseudorandom = mac(new byte[KEY_BYTES], shared);
        return mac(pseudorandom, org.bouncycastle.util.Arrays.append(info, (byte) 1));
    }

    /** The key is as long as the code, so that HKDF (RFC 5869) is two of these: its extraction and its first block. */
    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
