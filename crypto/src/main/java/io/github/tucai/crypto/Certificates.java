package io.github.tucai.crypto;

import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;

/**
 * The certificate that carries a public key to the other side: signed by the key itself. Trust comes from a person who hands
 * it over, and how long it lasts from the state of the key, so its own dates are wide.
 */
final class Certificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final int SKI_BYTES = 20;

    private Certificates() {}

    /** What the key identifier extension and CMS call a key: the first 20 bytes of its thumbprint. */
    static byte[] subjectKeyIdentifier(Algorithms algorithms, PublicPoint point) {
        return Arrays.copyOf(algorithms.thumbprint(point), SKI_BYTES);
    }

    static byte[] selfSigned(
            Algorithms algorithms, ECPublicKeyParameters key, KeyUse use, Instant now, UnaryOperator<byte[]> signer) {
        PublicPoint point = Algorithms.pointOf(key);
        KeyId id = algorithms.idOf(point);
        X500Name name = new X500Name("CN=" + use.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + id);
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
            return new X509v3CertificateBuilder(
                            name,
                            new BigInteger(1, algorithms.thumbprint(point)).shiftRight(128),
                            Date.from(now.minus(1, ChronoUnit.DAYS)),
                            Date.from(now.plus(20 * 365, ChronoUnit.DAYS)),
                            name,
                            info)
                    .addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage(use)))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new SubjectKeyIdentifier(subjectKeyIdentifier(algorithms, point)))
                    .build(new PlainSigner(algorithms, signer))
                    .getEncoded();
        } catch (CertIOException e) {
            throw new IllegalStateException("the extensions encode", e);
        } catch (IOException e) {
            throw new IllegalStateException("the certificate encodes", e);
        }
    }

    private static int keyUsage(KeyUse use) {
        return switch (use) {
            case CODE_SIGNING, BUNDLE_SIGNING, RECEIPT_SIGNING, TRUST_SIGNING, AUDIT_SIGNING ->
                KeyUsage.digitalSignature;
            case CODE_OPENING, BUNDLE_OPENING -> KeyUsage.keyEncipherment | KeyUsage.keyAgreement;
        };
    }

    static X509Certificate parse(byte[] der, Provider provider) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", provider)
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not an X.509 certificate", e);
        }
    }

    static String pem(byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return BEGIN + "\n" + body + "\n" + END + "\n";
    }

    /** The bytes of the one certificate in a PEM text. */
    static byte[] fromPem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin || pem.indexOf(BEGIN, end) >= 0) {
            throw new IllegalArgumentException("expected one PEM block '" + BEGIN + "'");
        }
        return Base64.getMimeDecoder()
                .decode(pem.substring(begin + BEGIN.length(), end).getBytes(StandardCharsets.US_ASCII));
    }

    /** The public key of a certificate on one of the two curves. */
    static Subject subject(byte[] der, Provider provider) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(
                    parse(der, provider).getPublicKey().getEncoded());
            ASN1ObjectIdentifier curve =
                    ASN1ObjectIdentifier.getInstance(info.getAlgorithm().getParameters());
            for (Suite suite : Suite.values()) {
                Algorithms algorithms = Algorithms.of(suite);
                if (algorithms.domain().getName().equals(curve)) {
                    ECPublicKeyParameters key = (ECPublicKeyParameters) PublicKeyFactory.createKey(info);
                    return new Subject(algorithms, Algorithms.pointOf(key));
                }
            }
            throw new IllegalArgumentException("the certificate's key is on neither SM2's curve nor P-256");
        } catch (IOException | ClassCastException e) {
            throw new IllegalArgumentException("the certificate's key is no key on a named curve", e);
        }
    }

    /** Whose certificate it is. */
    record Subject(Algorithms algorithms, PublicPoint point) {}

    /** Gives Bouncy Castle's builders a signature in their form, made from {@code r ‖ s}. */
    private static final class PlainSigner implements ContentSigner {
        private final Algorithms algorithms;
        private final UnaryOperator<byte[]> signer;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        PlainSigner(Algorithms algorithms, UnaryOperator<byte[]> signer) {
            this.algorithms = algorithms;
            this.signer = signer;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return switch (algorithms.suite()) {
                case SM -> new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
                case INTL -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            return Der.signature(algorithms, signer.apply(message.toByteArray()));
        }
    }
}
