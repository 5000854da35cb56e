package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.failure.PluginException;
import io.github.tucai.failure.SealException;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Signs, then encrypts: the signer stays private, and the recipient stands in what is signed. */
final class CmsSealer implements BundleSealer {
    private final KeyProvider keys;
    private final SecureRandom random;

    CmsSealer(KeyProvider keys, SecureRandom random) {
        this.keys = Objects.requireNonNull(keys, "keys");
        this.random = Objects.requireNonNull(random, "random");
    }

    @Override
    public String id() {
        return CmsBundles.ID;
    }

    @Override
    public SealedBundle seal(DeliveryContent content) {
        return seal(content.key(), addressee -> BundleForm.write(content, addressee));
    }

    @Override
    public SealedBundle seal(Withdrawal withdrawal) {
        return seal(withdrawal.key(), addressee -> BundleForm.write(withdrawal, addressee));
    }

    private SealedBundle seal(DeliveryKey key, UnaryOperator<byte[]> content) {
        try {
            KeyInfo recipient = recipient();
            CmsSuite suite = CmsSuite.of(recipient.suite());
            KeyInfo signer = Keys.ownNewest(keys, KeyUse.BUNDLE_SIGNING, recipient.suite());
            byte[] addressee = suite.algorithms().thumbprint(recipient.publicPoint());
            byte[] signed = sign(suite, content.apply(addressee), signer);
            return SealedBundle.copyOf(key, envelope(suite, signed, recipient));
        } catch (PluginException e) {
            throw e;
        } catch (TucaiException | IllegalStateException e) {
            throw new SealException("Cannot seal the delivery: " + e.getMessage(), e);
        }
    }

    /** The registry chooses the suite by the keys it hands out; where it has both, the national one is used. */
    private KeyInfo recipient() {
        return keys.newest(KeyUse.BUNDLE_OPENING, Suite.SM)
                .or(() -> keys.newest(KeyUse.BUNDLE_OPENING, Suite.INTL))
                .orElseGet(() -> Keys.newest(keys, KeyUse.BUNDLE_OPENING, Suite.SM));
    }

    private byte[] sign(CmsSuite suite, byte[] content, KeyInfo signer) {
        Algorithms algorithms = suite.algorithms();
        byte[] digest = algorithms.digest(content);
        byte[] signature = algorithms.canonical(keys.sign(signer.id(), CmsForm.signedAttributes(digest)));
        byte[] name = Certificates.subjectKeyIdentifier(algorithms, signer.publicPoint());
        return CmsForm.signed(suite, new CmsForm.Signed(content, digest, name, signature));
    }

    private byte[] envelope(CmsSuite suite, byte[] signed, KeyInfo recipient) {
        Algorithms algorithms = suite.algorithms();
        byte[] key = new byte[suite.keyBytes()];
        byte[] nonce = new byte[Algorithms.NONCE_BYTES];
        random.nextBytes(key);
        random.nextBytes(nonce);
        byte[] wrapped = suite.wrap(key, recipient.publicPoint(), random);
        byte[] encrypted = algorithms.encrypt(key, nonce, new byte[0], signed);
        byte[] name = Certificates.subjectKeyIdentifier(algorithms, recipient.publicPoint());
        return CmsForm.enveloped(new CmsForm.Envelope(suite, name, wrapped, nonce, encrypted));
    }
}
