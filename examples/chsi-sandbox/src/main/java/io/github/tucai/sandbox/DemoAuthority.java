package io.github.tucai.sandbox;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.Suite;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes TLS certificates of either suite for loopback. Its own key is forgotten with it. */
final class DemoAuthority {
    private static final int YEARS = 10;
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final Suite suite;
    private final X500Name name;
    private final SecureRandom random;
    private final KeyPair keys;
    private final X509Certificate certificate;

    DemoAuthority(String commonName, SecureRandom random) {
        this(commonName, Suite.INTL, random);
    }

    DemoAuthority(String commonName, Suite suite, SecureRandom random) {
        this.suite = suite;
        this.name = new X500Name("CN=" + commonName);
        this.random = random;
        this.keys = newKeys();
        this.certificate = certificate(name, keys, true);
    }

    String pem() {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    /** A key and its certificate for this machine, in a PKCS#12 file. */
    void issue(String commonName, Path file, String password) throws IOException {
        KeyPair pair = newKeys();
        X509Certificate leaf = certificate(new X500Name("CN=" + commonName), pair, false);
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store =
                    suite == Suite.SM ? KeyStore.getInstance("PKCS12", BOUNCY_CASTLE) : KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "tls", pair.getPrivate(), password.toCharArray(), new X509Certificate[] {leaf, certificate});
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private KeyPair newKeys() {
        try {
            KeyPairGenerator generator = suite == Suite.SM
                    ? KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE)
                    : KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(suite == Suite.SM ? "sm2p256v1" : "secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private X509Certificate certificate(X500Name subject, KeyPair pair, boolean authority) {
        // TLS holds certificates against the machine's clock, so theirs is the one that counts.
        Instant now = Clock.systemUTC().instant();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, random),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(YEARS * 365L, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            if (!authority) {
                builder.addExtension(Extension.subjectAlternativeName, false, loopback());
            }
            JcaContentSignerBuilder signer = suite == Suite.SM
                    ? new JcaContentSignerBuilder("SM3WITHSM2").setProvider(BOUNCY_CASTLE)
                    : new JcaContentSignerBuilder("SHA256withECDSA");
            JcaX509CertificateConverter converter = suite == Suite.SM
                    ? new JcaX509CertificateConverter().setProvider(BOUNCY_CASTLE)
                    : new JcaX509CertificateConverter();
            return converter.getCertificate(builder.build(signer.build(keys.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static GeneralNames loopback() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
    }

    private static TucaiException failed(Exception cause) {
        return new TucaiException("The demo certificates cannot be made", cause);
    }
}
