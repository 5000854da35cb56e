package io.github.tucai.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;

/**
 * The two CMS structures of a bundle. Each has one form: reading takes the variable parts out, builds the structure again
 * and compares, so that no field is left that someone could change unnoticed.
 */
final class CmsForm {
    private static final int COORDINATE_BYTES = 32;
    private static final int HASH_BYTES = 32;

    private static final AlgorithmIdentifier SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm3, DERNull.INSTANCE);
    private static final AlgorithmIdentifier SM2_SIGNATURE =
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    private static final AlgorithmIdentifier SM2_ENCRYPTION =
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2encrypt, DERNull.INSTANCE);

    private CmsForm() {}

    /** The variable parts of the outer structure; {@code wrapped} is {@code x ‖ y ‖ C3 ‖ C2}, the tag ends {@code encrypted}. */
    static final class Envelope {
        private final byte[] recipient;
        private final byte[] wrapped;
        private final byte[] nonce;
        private final byte[] encrypted;

        Envelope(byte[] recipient, byte[] wrapped, byte[] nonce, byte[] encrypted) {
            this.recipient = recipient;
            this.wrapped = wrapped;
            this.nonce = nonce;
            this.encrypted = encrypted;
        }

        byte[] recipient() {
            return recipient;
        }

        byte[] wrapped() {
            return wrapped;
        }

        byte[] nonce() {
            return nonce;
        }

        byte[] encrypted() {
            return encrypted;
        }
    }

    /** The variable parts of the inner structure; {@code signature} is {@code r ‖ s}. */
    static final class Signed {
        private final byte[] content;
        private final byte[] signer;
        private final byte[] signature;

        Signed(byte[] content, byte[] signer, byte[] signature) {
            this.content = content;
            this.signer = signer;
            this.signature = signature;
        }

        byte[] content() {
            return content;
        }

        byte[] signer() {
            return signer;
        }

        byte[] signature() {
            return signature;
        }
    }

    /** What is signed: DER of the set of content type and message digest. */
    static byte[] signedAttributes(byte[] messageDigest) {
        return der(attributes(messageDigest));
    }

    private static DERSet attributes(byte[] messageDigest) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(messageDigest))));
        return new DERSet(attributes);
    }

    static byte[] signed(byte[] content, byte[] signer, byte[] signature) {
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new DEROctetString(signer)),
                SM3,
                attributes(SmAlgorithms.INSTANCE.digest(content)),
                SM2_SIGNATURE,
                new DEROctetString(Certificates.derSignature(SmAlgorithms.INSTANCE, signature)),
                null);
        SignedData data = new SignedData(
                new DERSet(SM3),
                new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(content)),
                null,
                null,
                new DERSet(info));
        return der(new ContentInfo(CMSObjectIdentifiers.signedData, data));
    }

    static Signed readSigned(byte[] der) {
        ContentInfo outer = ContentInfo.getInstance(primitive(der));
        SignedData data = SignedData.getInstance(outer.getContent());
        SignerInfo info = SignerInfo.getInstance(only(data.getSignerInfos()));
        Signed parts = new Signed(
                octets(data.getEncapContentInfo().getContent()),
                octets(info.getSID().getId()),
                plainSignature(info.getEncryptedDigest().getOctets()));
        sameForm(der, signed(parts.content(), parts.signer(), parts.signature()));
        return parts;
    }

    static byte[] enveloped(Envelope parts) {
        int tagAt = parts.encrypted().length - Algorithms.TAG_BYTES;
        RecipientInfo recipient = new RecipientInfo(new KeyTransRecipientInfo(
                new RecipientIdentifier(new DEROctetString(parts.recipient())),
                SM2_ENCRYPTION,
                new DEROctetString(sm2Cipher(parts.wrapped()))));
        EncryptedContentInfo content = new EncryptedContentInfo(
                CMSObjectIdentifiers.data,
                new AlgorithmIdentifier(
                        GMObjectIdentifiers.sms4_gcm, new GCMParameters(parts.nonce(), Algorithms.TAG_BYTES)),
                new DEROctetString(Arrays.copyOf(parts.encrypted(), tagAt)));
        byte[] tag = Arrays.copyOfRange(parts.encrypted(), tagAt, parts.encrypted().length);
        AuthEnvelopedData data =
                new AuthEnvelopedData(null, new DERSet(recipient), content, null, new DEROctetString(tag), null);
        return der(new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, data));
    }

    static Envelope readEnveloped(byte[] der) {
        ContentInfo outer = ContentInfo.getInstance(primitive(der));
        AuthEnvelopedData data = AuthEnvelopedData.getInstance(outer.getContent());
        RecipientInfo recipientInfo = RecipientInfo.getInstance(only(data.getRecipientInfos()));
        KeyTransRecipientInfo recipient = KeyTransRecipientInfo.getInstance(recipientInfo.getInfo());
        EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
        GCMParameters parameters = GCMParameters.getInstance(
                content.getContentEncryptionAlgorithm().getParameters());
        Envelope parts = new Envelope(
                octets(recipient.getRecipientIdentifier().getId()),
                plainCipher(recipient.getEncryptedKey().getOctets()),
                parameters.getNonce(),
                org.bouncycastle.util.Arrays.concatenate(
                        content.getEncryptedContent().getOctets(), data.getMac().getOctets()));
        if (parts.nonce().length != Algorithms.NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has " + Algorithms.NONCE_BYTES + " bytes");
        }
        sameForm(der, enveloped(parts));
        return parts;
    }

    /** {@code SM2Cipher} of GM/T 0009: what other software reads where Bouncy Castle would put raw bytes. */
    private static byte[] sm2Cipher(byte[] plain) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(BigIntegers.fromUnsignedByteArray(plain, 0, COORDINATE_BYTES)));
        parts.add(new ASN1Integer(BigIntegers.fromUnsignedByteArray(plain, COORDINATE_BYTES, COORDINATE_BYTES)));
        parts.add(
                new DEROctetString(Arrays.copyOfRange(plain, 2 * COORDINATE_BYTES, 2 * COORDINATE_BYTES + HASH_BYTES)));
        parts.add(new DEROctetString(Arrays.copyOfRange(plain, 2 * COORDINATE_BYTES + HASH_BYTES, plain.length)));
        return der(new DERSequence(parts));
    }

    private static byte[] plainCipher(byte[] der) {
        ASN1Sequence parts = ASN1Sequence.getInstance(primitive(der));
        byte[] hash = octets(parts.getObjectAt(2));
        if (hash.length != HASH_BYTES) {
            throw new IllegalArgumentException("a hash has " + HASH_BYTES + " bytes");
        }
        return org.bouncycastle.util.Arrays.concatenate(
                coordinate(parts.getObjectAt(0)), coordinate(parts.getObjectAt(1)), hash, octets(parts.getObjectAt(3)));
    }

    private static byte[] plainSignature(byte[] der) {
        try {
            BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(
                    SmAlgorithms.INSTANCE.domain().getN(), der);
            return org.bouncycastle.util.Arrays.concatenate(
                    BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, numbers[0]),
                    BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, numbers[1]));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a signature", e);
        }
    }

    private static byte[] coordinate(ASN1Encodable number) {
        return BigIntegers.asUnsignedByteArray(
                COORDINATE_BYTES, ASN1Integer.getInstance(number).getPositiveValue());
    }

    private static byte[] octets(ASN1Encodable value) {
        return ASN1OctetString.getInstance(value).getOctets();
    }

    private static ASN1Encodable only(ASN1Set set) {
        if (set.size() != 1) {
            throw new IllegalArgumentException("expected one element, got " + set.size());
        }
        return set.getObjectAt(0);
    }

    private static ASN1Primitive primitive(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new IllegalArgumentException("not ASN.1", e);
        }
    }

    private static void sameForm(byte[] given, byte[] rebuilt) {
        if (!Arrays.equals(given, rebuilt)) {
            throw new IllegalArgumentException("not the form that the profile prescribes");
        }
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("values encode", e);
        }
    }
}
