package io.github.tucai.crypto;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The two CMS structures of a bundle. Each has one form: reading takes the variable parts out, builds the structure again
 * and compares, so that no field is left that someone could change unnoticed.
 */
final class CmsForm {
    /** More than all of a structure but its contents. */
    private static final int OTHER_BYTES = 1024;

    private CmsForm() {}

    /** The variable parts of the outer structure; the tag ends {@code encrypted}. */
    static final class Envelope {
        private final CmsSuite suite;
        private final byte[] recipient;
        private final byte[] wrapped;
        private final byte[] nonce;
        private final byte[] encrypted;

        Envelope(CmsSuite suite, byte[] recipient, byte[] wrapped, byte[] nonce, byte[] encrypted) {
            this.suite = suite;
            this.recipient = recipient;
            this.wrapped = wrapped;
            this.nonce = nonce;
            this.encrypted = encrypted;
        }

        CmsSuite suite() {
            return suite;
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
        private final byte[] digest;

        Signed(byte[] content, byte[] digest, byte[] signer, byte[] signature) {
            this.content = content;
            this.digest = digest;
            this.signer = signer;
            this.signature = signature;
        }

        byte[] content() {
            return content;
        }

        /** Computed from the content, never taken from what stands beside it. */
        byte[] digest() {
            return digest;
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
        return Der.bytes(attributes(messageDigest));
    }

    private static DERSet attributes(byte[] messageDigest) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(messageDigest))));
        return new DERSet(attributes);
    }

    static byte[] signed(CmsSuite suite, Signed parts) {
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new DEROctetString(parts.signer())),
                suite.digest(),
                attributes(parts.digest()),
                suite.signature(),
                new DEROctetString(Der.signature(suite.algorithms(), parts.signature())),
                null);
        SignedData data = new SignedData(
                new DERSet(suite.digest()),
                new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(parts.content())),
                null,
                null,
                new DERSet(info));
        return Der.bytes(new ContentInfo(CMSObjectIdentifiers.signedData, data), parts.content().length + OTHER_BYTES);
    }

    static Signed readSigned(CmsSuite suite, byte[] der) {
        ContentInfo outer = ContentInfo.getInstance(Der.value(der));
        SignedData data = SignedData.getInstance(outer.getContent());
        SignerInfo info = SignerInfo.getInstance(Der.only(data.getSignerInfos()));
        byte[] content = Der.octets(data.getEncapContentInfo().getContent());
        Signed parts = new Signed(
                content,
                suite.algorithms().digest(content),
                Der.octets(info.getSID().getId()),
                Der.plainSignature(suite.algorithms(), info.getEncryptedDigest().getOctets()));
        sameForm(der, signed(suite, parts));
        return parts;
    }

    static byte[] enveloped(Envelope parts) {
        int tagAt = parts.encrypted().length - Algorithms.TAG_BYTES;
        EncryptedContentInfo content = new EncryptedContentInfo(
                CMSObjectIdentifiers.data,
                new AlgorithmIdentifier(parts.suite().cipher(), new GCMParameters(parts.nonce(), Algorithms.TAG_BYTES)),
                new DEROctetString(Arrays.copyOf(parts.encrypted(), tagAt)));
        byte[] tag = Arrays.copyOfRange(parts.encrypted(), tagAt, parts.encrypted().length);
        RecipientInfo recipient = parts.suite().recipientInfo(parts.recipient(), parts.wrapped());
        AuthEnvelopedData data =
                new AuthEnvelopedData(null, new DERSet(recipient), content, null, new DEROctetString(tag), null);
        return Der.bytes(
                new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, data), parts.encrypted().length + OTHER_BYTES);
    }

    static Envelope readEnveloped(byte[] der) {
        ContentInfo outer = ContentInfo.getInstance(Der.value(der));
        AuthEnvelopedData data = AuthEnvelopedData.getInstance(outer.getContent());
        RecipientInfo recipientInfo = RecipientInfo.getInstance(Der.only(data.getRecipientInfos()));
        CmsSuite suite = CmsSuite.of(recipientInfo);
        CmsSuite.Recipient recipient = suite.read(recipientInfo);
        EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
        GCMParameters parameters = GCMParameters.getInstance(
                content.getContentEncryptionAlgorithm().getParameters());
        Envelope parts = new Envelope(
                suite,
                recipient.identifier(),
                recipient.wrapped(),
                parameters.getNonce(),
                org.bouncycastle.util.Arrays.concatenate(
                        content.getEncryptedContent().getOctets(), data.getMac().getOctets()));
        if (parts.nonce().length != Algorithms.NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has " + Algorithms.NONCE_BYTES + " bytes");
        }
        sameForm(der, enveloped(parts));
        return parts;
    }

    private static void sameForm(byte[] given, byte[] rebuilt) {
        if (!Arrays.equals(given, rebuilt)) {
            throw new IllegalArgumentException("not the form that the profile prescribes");
        }
    }
}
