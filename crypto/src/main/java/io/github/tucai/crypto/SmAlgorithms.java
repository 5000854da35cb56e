package io.github.tucai.crypto;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;

/** SM2, SM3, SM4-GCM. SM2 ciphertexts are {@code x ‖ y ‖ C3 ‖ C2} without the leading 04 of C1. */
final class SmAlgorithms extends Algorithms {
    static final SmAlgorithms INSTANCE = new SmAlgorithms();

    /** The identity that GM/T 0009 gives to signers who have none of their own. */
    private static final byte[] DEFAULT_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private static final int KEY_BYTES = 16;
    private static final int OVERHEAD = 96;

    private SmAlgorithms() {
        super("sm2p256v1", GMObjectIdentifiers.sm2p256v1);
    }

    @Override
    Suite suite() {
        return Suite.SM;
    }

    @Override
    Digest newDigest() {
        return new SM3Digest();
    }

    @Override
    BlockCipher newBlockCipher() {
        return new SM4Engine();
    }

    @Override
    byte[] sign(ECPrivateKeyParameters key, PublicPoint own, byte[] message, SecureRandom random) {
        Signer signer = new KnownSigner(publicKey(own).getQ());
        signer.init(true, new ParametersWithID(new ParametersWithRandom(key, random), DEFAULT_ID));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    @Override
    boolean verifies(ECPublicKeyParameters key, byte[] message, int length, byte[] signature) {
        Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(false, new ParametersWithID(key, DEFAULT_ID));
        signer.update(message, 0, length);
        return signer.verifySignature(signature);
    }

    /**
     * Knows its public point, which is part of what SM2 signs. Bouncy Castle's signer computes the point again each time it is
     * made ready, and that takes as long as the signature itself.
     */
    private static final class KnownSigner extends SM2Signer {
        private final ECPoint point;
        private boolean isReady;

        KnownSigner(ECPoint point) {
            super(PlainDSAEncoding.INSTANCE, new SM3Digest());
            this.point = point;
        }

        @Override
        public void init(boolean forSigning, CipherParameters parameters) {
            isReady = false;
            super.init(forSigning, parameters);
            isReady = true;
        }

        @Override
        protected ECMultiplier createBasePointMultiplier() {
            return isReady ? super.createBasePointMultiplier() : (base, secret) -> point;
        }
    }

    @Override
    byte[] canonical(byte[] signature) {
        return signature;
    }

    @Override
    int wrappedBytes() {
        return OVERHEAD + KEY_BYTES;
    }

    @Override
    ContentKey newContentKey(PublicPoint recipient, byte[] context, SecureRandom random) {
        byte[] plain = new byte[KEY_BYTES];
        random.nextBytes(plain);
        return new ContentKey(plain, encryptTo(publicKey(recipient), plain, random));
    }

    @Override
    byte[] unwrap(KeyProvider keys, KeyInfo recipient, byte[] wrapped, byte[] context) {
        byte[] plain = keys.decrypt(recipient.id(), wrapped);
        if (plain.length != KEY_BYTES) {
            throw new IllegalArgumentException("a content key has " + KEY_BYTES + " bytes, got " + plain.length);
        }
        return plain;
    }

    byte[] encryptTo(ECPublicKeyParameters recipient, byte[] plain, SecureRandom random) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(recipient, random));
        try {
            byte[] withFormByte = engine.processBlock(plain, 0, plain.length);
            return Arrays.copyOfRange(withFormByte, 1, withFormByte.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption checks no tag", e);
        }
    }

    byte[] decryptWith(ECPrivateKeyParameters key, byte[] ciphertext) {
        if (ciphertext.length <= OVERHEAD) {
            throw new IllegalArgumentException("an SM2 ciphertext has more than " + OVERHEAD + " bytes");
        }
        byte[] withFormByte = new byte[ciphertext.length + 1];
        withFormByte[0] = 4;
        System.arraycopy(ciphertext, 0, withFormByte, 1, ciphertext.length);
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, key);
        try {
            return engine.processBlock(withFormByte, 0, withFormByte.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalArgumentException("the ciphertext does not decrypt", e);
        }
    }
}
