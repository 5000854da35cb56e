package io.github.tucai.crypto;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** SM2 key transport. A wrapped key is {@code x ‖ y ‖ C3 ‖ C2}; in CMS it is an {@code SM2Cipher} of GM/T 0009. */
final class CmsSmSuite extends CmsSuite {
    static final CmsSmSuite INSTANCE = new CmsSmSuite();

    private static final SmAlgorithms SM = SmAlgorithms.INSTANCE;
    private static final int KEY_BYTES = 16;
    private static final int COORDINATE_BYTES = 32;
    private static final int HASH_BYTES = 32;
    private static final AlgorithmIdentifier SM2_ENCRYPTION =
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2encrypt, DERNull.INSTANCE);

    private CmsSmSuite() {
        super(
                SmAlgorithms.INSTANCE,
                new AlgorithmIdentifier(GMObjectIdentifiers.sm3, DERNull.INSTANCE),
                new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3),
                GMObjectIdentifiers.sms4_gcm,
                KEY_BYTES);
    }

    @Override
    byte[] wrap(byte[] contentKey, PublicPoint recipient, SecureRandom random) {
        return SM.encryptTo(SM.publicKey(recipient), contentKey, random);
    }

    @Override
    byte[] unwrap(KeyProvider keys, KeyInfo recipient, byte[] wrapped) {
        return SM.unwrap(keys, recipient, wrapped, new byte[0]);
    }

    @Override
    RecipientInfo recipientInfo(byte[] recipient, byte[] wrapped) {
        return new RecipientInfo(new KeyTransRecipientInfo(
                new RecipientIdentifier(new DEROctetString(recipient)),
                SM2_ENCRYPTION,
                new DEROctetString(cipher(wrapped))));
    }

    @Override
    Recipient read(RecipientInfo info) {
        KeyTransRecipientInfo recipient = KeyTransRecipientInfo.getInstance(info.getInfo());
        return new Recipient(
                Der.octets(recipient.getRecipientIdentifier().getId()),
                plainCipher(recipient.getEncryptedKey().getOctets()));
    }

    /** What other software reads where Bouncy Castle would put raw bytes. */
    private static byte[] cipher(byte[] plain) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(BigIntegers.fromUnsignedByteArray(plain, 0, COORDINATE_BYTES)));
        parts.add(new ASN1Integer(BigIntegers.fromUnsignedByteArray(plain, COORDINATE_BYTES, COORDINATE_BYTES)));
        parts.add(
                new DEROctetString(Arrays.copyOfRange(plain, 2 * COORDINATE_BYTES, 2 * COORDINATE_BYTES + HASH_BYTES)));
        parts.add(new DEROctetString(Arrays.copyOfRange(plain, 2 * COORDINATE_BYTES + HASH_BYTES, plain.length)));
        return Der.bytes(new DERSequence(parts));
    }

    private static byte[] plainCipher(byte[] der) {
        ASN1Sequence parts = ASN1Sequence.getInstance(Der.value(der));
        byte[] hash = Der.octets(parts.getObjectAt(2));
        if (hash.length != HASH_BYTES) {
            throw new IllegalArgumentException("a hash has " + HASH_BYTES + " bytes");
        }
        return Arrays.concatenate(
                coordinate(parts.getObjectAt(0)),
                coordinate(parts.getObjectAt(1)),
                hash,
                Der.octets(parts.getObjectAt(3)));
    }

    private static byte[] coordinate(ASN1Encodable number) {
        return BigIntegers.asUnsignedByteArray(
                COORDINATE_BYTES, ASN1Integer.getInstance(number).getPositiveValue());
    }
}
