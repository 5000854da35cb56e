package io.github.tucai.crypto;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.spi.KeyProvider;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.RecipientKeyIdentifier;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Key agreement with an ephemeral key (RFC 5753): the shared x coordinate goes through the KDF of X9.63 with SHA-256, and what
 * comes out wraps the content key (RFC 3394). A wrapped key is {@code x ‖ y} of the ephemeral point and the 40 bytes.
 */
final class CmsIntlSuite extends CmsSuite {
    static final CmsIntlSuite INSTANCE = new CmsIntlSuite();

    private static final IntlAlgorithms INTL = IntlAlgorithms.INSTANCE;
    private static final int KEY_BYTES = 32;
    private static final int POINT_BYTES = 64;
    private static final int WRAPPED_BYTES = POINT_BYTES + KEY_BYTES + 8;
    private static final AlgorithmIdentifier KEY_WRAP = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap);
    private static final AlgorithmIdentifier AGREEMENT =
            new AlgorithmIdentifier(SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme, KEY_WRAP);
    private static final byte[] SHARED_INFO = Der.bytes(new ECCCMSSharedInfo(
            KEY_WRAP, ByteBuffer.allocate(4).putInt(KEY_BYTES * 8).array()));

    private CmsIntlSuite() {
        super(
                IntlAlgorithms.INSTANCE,
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
                NISTObjectIdentifiers.id_aes256_GCM,
                KEY_BYTES);
    }

    @Override
    byte[] wrap(byte[] contentKey, PublicPoint recipient, SecureRandom random) {
        IntlAlgorithms.Agreement agreement = INTL.newAgreement(recipient, random);
        Wrapper wrapper = new RFC3394WrapEngine(INTL.newBlockCipher());
        wrapper.init(true, new KeyParameter(derive(agreement.shared())));
        return org.bouncycastle.util.Arrays.concatenate(
                agreement.point(), wrapper.wrap(contentKey, 0, contentKey.length));
    }

    @Override
    byte[] unwrap(KeyProvider keys, KeyInfo recipient, byte[] wrapped) throws InvalidCipherTextException {
        byte[] point = Arrays.copyOf(wrapped, POINT_BYTES);
        if (!IntlAlgorithms.isEven(point)) {
            throw new IllegalArgumentException("the ephemeral point is not the one of its two forms that is used");
        }
        Wrapper wrapper = new RFC3394WrapEngine(INTL.newBlockCipher());
        wrapper.init(false, new KeyParameter(derive(keys.agree(recipient.id(), point))));
        return wrapper.unwrap(wrapped, POINT_BYTES, wrapped.length - POINT_BYTES);
    }

    /** The KDF of X9.63 gives as many bytes as the digest has, so that one round is all of it. */
    private static byte[] derive(byte[] shared) {
        return INTL.digest(org.bouncycastle.util.Arrays.concatenate(shared, new byte[] {0, 0, 0, 1}, SHARED_INFO));
    }

    @Override
    RecipientInfo recipientInfo(byte[] recipient, byte[] wrapped) {
        byte[] point = new byte[POINT_BYTES + 1];
        point[0] = 4;
        System.arraycopy(wrapped, 0, point, 1, POINT_BYTES);
        OriginatorPublicKey ephemeral =
                new OriginatorPublicKey(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey), point);
        RecipientEncryptedKey key = new RecipientEncryptedKey(
                new KeyAgreeRecipientIdentifier(new RecipientKeyIdentifier(new DEROctetString(recipient), null, null)),
                new DEROctetString(Arrays.copyOfRange(wrapped, POINT_BYTES, wrapped.length)));
        return new RecipientInfo(new KeyAgreeRecipientInfo(
                new OriginatorIdentifierOrKey(ephemeral), null, AGREEMENT, new DERSequence(key)));
    }

    @Override
    Recipient read(RecipientInfo info) {
        KeyAgreeRecipientInfo agreement = KeyAgreeRecipientInfo.getInstance(info.getInfo());
        OriginatorPublicKey ephemeral = agreement.getOriginator().getOriginatorKey();
        RecipientEncryptedKey key = RecipientEncryptedKey.getInstance(
                agreement.getRecipientEncryptedKeys().getObjectAt(0));
        byte[] point = ephemeral.getPublicKeyData().getOctets();
        ASN1OctetString identifier = key.getIdentifier().getRKeyID().getSubjectKeyIdentifier();
        byte[] encryptedKey = key.getEncryptedKey().getOctets();
        if (point.length != POINT_BYTES + 1 || point.length - 1 + encryptedKey.length != WRAPPED_BYTES) {
            throw new IllegalArgumentException("a point or a wrapped key of another length");
        }
        return new Recipient(
                identifier.getOctets(),
                org.bouncycastle.util.Arrays.concatenate(Arrays.copyOfRange(point, 1, point.length), encryptedKey));
    }
}
