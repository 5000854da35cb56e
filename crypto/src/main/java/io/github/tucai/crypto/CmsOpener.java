package io.github.tucai.crypto;

import io.github.tucai.failure.PluginException;
import io.github.tucai.failure.SealException;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.spi.KeyProvider;
import java.security.MessageDigest;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** Decrypts, verifies against a trusted key, and holds the signed recipient against the key that decrypted. */
final class CmsOpener implements BundleOpener {
    private static final String DOES_NOT_OPEN = "The bundle does not open";

    private final KeyProvider keys;

    CmsOpener(KeyProvider keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    @Override
    public Opened open(byte[] bundle) {
        return read(bundle).fold(opened -> opened, withdrawn -> {
            throw new SealException(DOES_NOT_OPEN, new IllegalArgumentException("no delivery"));
        });
    }

    @Override
    public Message read(byte[] bundle) {
        Objects.requireNonNull(bundle, "bundle");
        try {
            if (bundle.length > MOST_BYTES) {
                throw new IllegalArgumentException("larger than " + MOST_BYTES + " bytes");
            }
            return opened(bundle);
        } catch (PluginException e) {
            throw e; // The keys are out of reach: that says nothing about the bundle.
        } catch (RuntimeException | InvalidCipherTextException e) {
            throw new SealException(DOES_NOT_OPEN, e);
        }
    }

    private Message opened(byte[] bundle) throws InvalidCipherTextException {
        CmsForm.Envelope envelope = CmsForm.readEnveloped(bundle);
        CmsSuite suite = envelope.suite();
        Algorithms algorithms = suite.algorithms();
        KeyInfo recipient = named(algorithms, envelope.recipient(), KeyUse.BUNDLE_OPENING);
        CmsForm.Signed parts = CmsForm.readSigned(suite, decrypted(envelope, recipient));
        KeyInfo signer = named(algorithms, parts.signer(), KeyUse.BUNDLE_SIGNING);
        byte[] attributes = CmsForm.signedAttributes(parts.digest());
        if (!algorithms.verify(signer.publicPoint(), attributes, attributes.length, parts.signature())) {
            throw new IllegalArgumentException("the signature does not verify");
        }
        BundleForm.Addressed addressed = BundleForm.read(parts.content());
        if (!MessageDigest.isEqual(addressed.recipient(), algorithms.thumbprint(recipient.publicPoint()))) {
            throw new IllegalArgumentException("signed for another recipient");
        }
        return addressed.from(signer.id());
    }

    private byte[] decrypted(CmsForm.Envelope envelope, KeyInfo recipient) throws InvalidCipherTextException {
        byte[] key = envelope.suite().unwrap(keys, recipient, envelope.wrapped());
        byte[] encrypted = envelope.encrypted();
        return envelope.suite()
                .algorithms()
                .decrypt(key, envelope.nonce(), new byte[0], encrypted, 0, encrypted.length);
    }

    /** The key that a subject key identifier names: its first bytes are the id, the rest must fit too. */
    private KeyInfo named(Algorithms algorithms, byte[] identifier, KeyUse use) {
        KeyInfo key = Keys.alive(keys, KeyId.of(identifier), use, algorithms.suite());
        if (!MessageDigest.isEqual(identifier, Certificates.subjectKeyIdentifier(algorithms, key.publicPoint()))) {
            throw new IllegalArgumentException("no such key");
        }
        return key;
    }
}
