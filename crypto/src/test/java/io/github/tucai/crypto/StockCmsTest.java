package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our bundles before a general CMS implementation: it finds its way, and verifies with the certificate alone. */
class StockCmsTest {
    private static final Provider PROVIDER = KeyRingFile.provider();

    @TempDir
    static Path folder;

    private static KeyRing registry;
    private static KeyRing collector;
    private static byte[] bundle;

    @BeforeAll
    static void seal() {
        registry = ring("registry");
        collector = ring("collector");
        KeyInfo opener = registry.generate(KeyUse.BUNDLE_OPENING, Suite.SM);
        collector.generate(KeyUse.BUNDLE_SIGNING, Suite.SM);
        collector.trust(KeyUse.BUNDLE_OPENING, registry.certificatePem(opener.id()));
        bundle = CmsBundles.sealer(collector, new SecureRandom())
                .seal(Samples.content())
                .bytes();
    }

    private static KeyRing ring(String name) {
        return KeyRing.create(folder.resolve(name), "secret"::toCharArray, Clock.systemUTC(), new SecureRandom());
    }

    private X509Certificate certificate(KeyRing ring, KeyUse use) {
        KeyInfo key = ring.newest(use, Suite.SM).orElseThrow();
        return Certificates.parse(Certificates.fromPem(ring.certificatePem(key.id())), PROVIDER);
    }

    private byte[] signedData() throws Exception {
        CmsForm.Envelope envelope = CmsForm.readEnveloped(bundle);
        KeyInfo key = registry.newest(KeyUse.BUNDLE_OPENING, Suite.SM).orElseThrow();
        byte[] contentKey = CmsSmSuite.INSTANCE.unwrap(registry, key, envelope.wrapped());
        byte[] encrypted = envelope.encrypted();
        return SmAlgorithms.INSTANCE.decrypt(contentKey, envelope.nonce(), new byte[0], encrypted, 0, encrypted.length);
    }

    @Test
    void theCertificateVerifiesItself() throws Exception {
        X509Certificate certificate = certificate(collector, KeyUse.BUNDLE_SIGNING);
        certificate.verify(certificate.getPublicKey(), PROVIDER);
        assertThat(certificate.getSigAlgOID()).isEqualTo("1.2.156.10197.1.501");
    }

    @Test
    void theEnvelopeNamesItsRecipientAndAlgorithms() throws Exception {
        RecipientInformation recipient = new CMSAuthEnvelopedData(bundle)
                .getRecipientInfos()
                .get(new JceKeyTransRecipientId(certificate(registry, KeyUse.BUNDLE_OPENING)));
        assertThat(recipient).isNotNull();
        assertThat(recipient.getKeyEncryptionAlgOID()).isEqualTo("1.2.156.10197.1.301.3");
    }

    @Test
    void theSignatureVerifiesWithTheCertificateAlone() throws Exception {
        CMSSignedData data = new CMSSignedData(signedData());
        SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
        assertThat(signer.getDigestAlgOID()).isEqualTo(GMObjectIdentifiers.sm3.getId());
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(PROVIDER)
                        .build(certificate(collector, KeyUse.BUNDLE_SIGNING))))
                .isTrue();
        assertThat(BundleForm.read((byte[]) data.getSignedContent().getContent())
                        .content())
                .isEqualTo(Samples.content());
    }
}
