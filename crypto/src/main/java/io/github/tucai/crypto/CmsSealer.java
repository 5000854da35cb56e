package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
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

/** Signs, then encrypts: the signer stays private, and the recipient stands in what is signed. */
final class CmsSealer implements BundleSealer {
    private static final SmAlgorithms SM = SmAlgorithms.INSTANCE;
    private static final int KEY_BYTES = 16;

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
        try {
            KeyInfo signer = Keys.ownNewest(keys, KeyUse.BUNDLE_SIGNING, Suite.SM);
            KeyInfo recipient = Keys.newest(keys, KeyUse.BUNDLE_OPENING, Suite.SM);
            byte[] signed = sign(BundleForm.write(content, SM.thumbprint(recipient.publicPoint())), signer);
            return SealedBundle.copyOf(content.key(), envelope(signed, recipient));
        } catch (PluginException e) {
            throw e;
        } catch (TucaiException | IllegalStateException e) {
            throw new SealException("Cannot seal the delivery: " + e.getMessage(), e);
        }
    }

    private byte[] sign(byte[] content, KeyInfo signer) {
        byte[] signature = keys.sign(signer.id(), CmsForm.signedAttributes(SM.digest(content)));
        return CmsForm.signed(content, Certificates.subjectKeyIdentifier(SM, signer.publicPoint()), signature);
    }

    private byte[] envelope(byte[] signed, KeyInfo recipient) {
        byte[] key = new byte[KEY_BYTES];
        byte[] nonce = new byte[Algorithms.NONCE_BYTES];
        random.nextBytes(key);
        random.nextBytes(nonce);
        byte[] wrapped = SM.encryptTo(SM.publicKey(recipient.publicPoint()), key, random);
        byte[] encrypted = SM.encrypt(key, nonce, new byte[0], signed);
        byte[] name = Certificates.subjectKeyIdentifier(SM, recipient.publicPoint());
        return CmsForm.enveloped(new CmsForm.Envelope(name, wrapped, nonce, encrypted));
    }
}
