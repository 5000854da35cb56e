package io.github.tucai.crypto;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** What of a bundle's form depends on the suite: identifiers, and how the content key reaches its recipient. */
abstract sealed class CmsSuite permits CmsSmSuite, CmsIntlSuite {
    private final Algorithms algorithms;
    private final AlgorithmIdentifier digest;
    private final AlgorithmIdentifier signature;
    private final ASN1ObjectIdentifier cipher;
    private final int keyBytes;

    CmsSuite(
            Algorithms algorithms,
            AlgorithmIdentifier digest,
            AlgorithmIdentifier signature,
            ASN1ObjectIdentifier cipher,
            int keyBytes) {
        this.algorithms = algorithms;
        this.digest = digest;
        this.signature = signature;
        this.cipher = cipher;
        this.keyBytes = keyBytes;
    }

    static CmsSuite of(Suite suite) {
        return switch (suite) {
            case SM -> CmsSmSuite.INSTANCE;
            case INTL -> CmsIntlSuite.INSTANCE;
        };
    }

    /** Told by the kind of its recipient; any other kind is refused when the structure is built again. */
    static CmsSuite of(RecipientInfo recipient) {
        return recipient.getInfo() instanceof KeyAgreeRecipientInfo ? CmsIntlSuite.INSTANCE : CmsSmSuite.INSTANCE;
    }

    final Algorithms algorithms() {
        return algorithms;
    }

    final AlgorithmIdentifier digest() {
        return digest;
    }

    final AlgorithmIdentifier signature() {
        return signature;
    }

    final ASN1ObjectIdentifier cipher() {
        return cipher;
    }

    final int keyBytes() {
        return keyBytes;
    }

    /** The content key for one recipient, as plain bytes of fixed form. */
    abstract byte[] wrap(byte[] contentKey, PublicPoint recipient, SecureRandom random);

    /** The content key again, by the provider's private key. */
    abstract byte[] unwrap(KeyProvider keys, KeyInfo recipient, byte[] wrapped) throws InvalidCipherTextException;

    /** CMS for a wrapped key. */
    abstract RecipientInfo recipientInfo(byte[] recipient, byte[] wrapped);

    /** Recipient and wrapped key, taken out of CMS; what else stands there is left to the comparison afterwards. */
    abstract Recipient read(RecipientInfo info);

    /** Who may open, and with what. */
    static final class Recipient {
        private final byte[] identifier;
        private final byte[] wrapped;

        Recipient(byte[] identifier, byte[] wrapped) {
            this.identifier = identifier;
            this.wrapped = wrapped;
        }

        byte[] identifier() {
            return identifier;
        }

        byte[] wrapped() {
            return wrapped;
        }
    }
}
