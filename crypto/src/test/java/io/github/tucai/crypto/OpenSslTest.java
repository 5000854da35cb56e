package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same algorithms by another hand, in both directions; skipped where OpenSSL with SM2 is missing. */
class OpenSslTest {
    private static final String DISTINGUISHED = "distid:1234567812345678";
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @BeforeEach
    void needsOpenSsl() throws Exception {
        assumeTrue(
                runs("openssl", "dgst", "-sm3", "-hex", write("probe", MESSAGE)), "openssl with SM3 is not installed");
        assumeTrue(runs("openssl", "ecparam", "-name", "SM2", "-noout"), "this openssl has no SM2");
    }

    @Test
    void digestsAgree() throws Exception {
        String file = write("message", MESSAGE);
        byte[] out = run("openssl", "dgst", "-sm3", "-binary", file);
        assertThat(out).isEqualTo(SmAlgorithms.INSTANCE.digest(MESSAGE));
    }

    @ParameterizedTest
    @EnumSource
    void opensslVerifiesOurSignature(Suite suite) throws Exception {
        Algorithms algorithms = Algorithms.of(suite);
        AsymmetricCipherKeyPair pair = algorithms.newKeyPair(new SecureRandom());
        byte[] plain = algorithms.sign(
                (ECPrivateKeyParameters) pair.getPrivate(),
                Algorithms.pointOf((ECPublicKeyParameters) pair.getPublic()),
                MESSAGE,
                new SecureRandom());
        List<String> command = dgst(suite);
        command.addAll(List.of(
                "-verify",
                publicPem(pair.getPublic()),
                "-signature",
                write("signature", Der.signature(algorithms, plain)),
                write("message", MESSAGE)));
        assertThat(new String(run(command.toArray(String[]::new)), StandardCharsets.UTF_8))
                .contains("Verified OK");
    }

    @ParameterizedTest
    @EnumSource
    void weVerifyOpensslsSignature(Suite suite) throws Exception {
        Algorithms algorithms = Algorithms.of(suite);
        AsymmetricCipherKeyPair pair = algorithms.newKeyPair(new SecureRandom());
        List<String> command = dgst(suite);
        String signature = folder.resolve("signature").toString();
        command.addAll(List.of("-sign", privatePem(pair.getPrivate()), "-out", signature, write("message", MESSAGE)));
        run(command.toArray(String[]::new));
        var numbers =
                StandardDSAEncoding.INSTANCE.decode(algorithms.domain().getN(), Files.readAllBytes(Path.of(signature)));
        byte[] plain = org.bouncycastle.util.Arrays.concatenate(
                BigIntegers.asUnsignedByteArray(32, numbers[0]), BigIntegers.asUnsignedByteArray(32, numbers[1]));
        assertThat(algorithms.verify(
                        Algorithms.pointOf((ECPublicKeyParameters) pair.getPublic()),
                        MESSAGE,
                        MESSAGE.length,
                        algorithms.canonical(plain)))
                .isTrue();
    }

    private static List<String> dgst(Suite suite) {
        return new ArrayList<>(
                suite == Suite.SM
                        ? List.of("openssl", "dgst", "-sm3", "-sigopt", DISTINGUISHED)
                        : List.of("openssl", "dgst", "-sha256"));
    }

    @Test
    void opensslDecryptsOurSm2Ciphertext() throws Exception {
        AsymmetricCipherKeyPair pair = SmAlgorithms.INSTANCE.newKeyPair(new SecureRandom());
        byte[] plain =
                SmAlgorithms.INSTANCE.encryptTo((ECPublicKeyParameters) pair.getPublic(), MESSAGE, new SecureRandom());
        String cipher = write("cipher", sm2Cipher(plain));
        assertThat(run("openssl", "pkeyutl", "-decrypt", "-inkey", privatePem(pair.getPrivate()), "-in", cipher))
                .isEqualTo(MESSAGE);
    }

    private static byte[] sm2Cipher(byte[] plain) throws IOException {
        return new DERSequence(new ASN1Encodable[] {
                    new ASN1Integer(BigIntegers.fromUnsignedByteArray(plain, 0, 32)),
                    new ASN1Integer(BigIntegers.fromUnsignedByteArray(plain, 32, 32)),
                    new DEROctetString(Arrays.copyOfRange(plain, 64, 96)),
                    new DEROctetString(Arrays.copyOfRange(plain, 96, plain.length))
                })
                .getEncoded();
    }

    @Test
    void weDecryptOpensslsSm2Ciphertext() throws Exception {
        AsymmetricCipherKeyPair pair = SmAlgorithms.INSTANCE.newKeyPair(new SecureRandom());
        byte[] der = run(
                "openssl",
                "pkeyutl",
                "-encrypt",
                "-pubin",
                "-inkey",
                publicPem(pair.getPublic()),
                "-in",
                write("plain", MESSAGE));
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        byte[] plain = org.bouncycastle.util.Arrays.concatenate(
                BigIntegers.asUnsignedByteArray(
                        32, ASN1Integer.getInstance(parts.getObjectAt(0)).getValue()),
                BigIntegers.asUnsignedByteArray(
                        32, ASN1Integer.getInstance(parts.getObjectAt(1)).getValue()),
                ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets(),
                ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets());
        assertThat(SmAlgorithms.INSTANCE.decryptWith((ECPrivateKeyParameters) pair.getPrivate(), plain))
                .isEqualTo(MESSAGE);
    }

    /** The whole of a code without a line of ours: OpenSSL has no SM4-GCM, but GCM decrypts as CTR does from counter 2. */
    @Test
    void opensslOpensACode() throws Exception {
        Tc1Vector vector = Tc1Vector.read("sm");
        byte[] code = Base32.decode(vector.code().text().substring(Tc1.PREFIX.length()));
        int signatureAt = code.length - 64;
        String body = write("body", Arrays.copyOf(code, signatureAt));
        byte[] signature = Der.signature(SmAlgorithms.INSTANCE, Arrays.copyOfRange(code, signatureAt, code.length));
        byte[] verified = run(
                "openssl",
                "dgst",
                "-sm3",
                "-sigopt",
                DISTINGUISHED,
                "-verify",
                publicPem(vector.signer()),
                "-signature",
                write("signature", signature),
                body);
        assertThat(new String(verified, StandardCharsets.UTF_8)).contains("Verified OK");
        String wrapped = write("wrapped", sm2Cipher(Arrays.copyOfRange(code, 10, 122)));
        byte[] key = run("openssl", "pkeyutl", "-decrypt", "-inkey", privatePem(vector.recipient()), "-in", wrapped);
        String encrypted = write("encrypted", Arrays.copyOfRange(code, 134, signatureAt - 16));
        HexFormat hex = HexFormat.of();
        String counter = hex.formatHex(code, 122, 134) + "00000002";
        byte[] claims =
                run("openssl", "enc", "-d", "-sm4-ctr", "-K", hex.formatHex(key), "-iv", counter, "-in", encrypted);
        assertThat(hex.formatHex(claims)).isEqualTo(vector.claims());
    }

    /** A whole bundle of suite INTL: the envelope with the recipient's key, the signature with the signer's certificate. */
    @Test
    void opensslOpensABundle() throws Exception {
        AsymmetricCipherKeyPair opening = IntlAlgorithms.INSTANCE.newKeyPair(new SecureRandom());
        AsymmetricCipherKeyPair signing = IntlAlgorithms.INSTANCE.newKeyPair(new SecureRandom());
        MemoryKeys registry = new MemoryKeys();
        MemoryKeys collector = new MemoryKeys();
        collector.hold(KeyUse.BUNDLE_SIGNING, Suite.INTL, (ECPrivateKeyParameters) signing.getPrivate());
        collector.trust(
                registry.hold(KeyUse.BUNDLE_OPENING, Suite.INTL, (ECPrivateKeyParameters) opening.getPrivate()));
        byte[] bundle = CmsBundles.sealer(collector, new SecureRandom())
                .seal(Samples.content())
                .bytes();
        String signed = folder.resolve("signed").toString();
        run(
                "openssl",
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-in",
                write("bundle", bundle),
                "-recip",
                certificate("recipient.pem", KeyUse.BUNDLE_OPENING, opening),
                "-inkey",
                privatePem(opening.getPrivate()),
                "-out",
                signed);
        String content = folder.resolve("content").toString();
        run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signed,
                "-nointern",
                "-noverify",
                "-certfile",
                certificate("signer.pem", KeyUse.BUNDLE_SIGNING, signing),
                "-out",
                content);
        assertThat(BundleForm.read(Files.readAllBytes(Path.of(content))).content())
                .isEqualTo(Samples.content());
    }

    /** The parts of a bundle of suite SM that OpenSSL 3.0 can do: no SM4-GCM, and no identity for SM2 in its CMS. */
    @Test
    void opensslOpensTheWrappedKeyAndVerifiesTheSignatureOfAnSmBundle() throws Exception {
        AsymmetricCipherKeyPair opening = SmAlgorithms.INSTANCE.newKeyPair(new SecureRandom());
        AsymmetricCipherKeyPair signing = SmAlgorithms.INSTANCE.newKeyPair(new SecureRandom());
        MemoryKeys registry = new MemoryKeys();
        MemoryKeys collector = new MemoryKeys();
        collector.hold(KeyUse.BUNDLE_SIGNING, Suite.SM, (ECPrivateKeyParameters) signing.getPrivate());
        collector.trust(registry.hold(KeyUse.BUNDLE_OPENING, Suite.SM, (ECPrivateKeyParameters) opening.getPrivate()));
        byte[] bundle = CmsBundles.sealer(collector, new SecureRandom())
                .seal(Samples.content())
                .bytes();
        CmsForm.Envelope envelope = CmsForm.readEnveloped(bundle);
        String wrapped = write("wrapped", sm2Cipher(envelope.wrapped()));
        byte[] key = run("openssl", "pkeyutl", "-decrypt", "-inkey", privatePem(opening.getPrivate()), "-in", wrapped);
        byte[] encrypted = envelope.encrypted();
        HexFormat hex = HexFormat.of();
        byte[] signed = run(
                "openssl",
                "enc",
                "-d",
                "-sm4-ctr",
                "-K",
                hex.formatHex(key),
                "-iv",
                hex.formatHex(envelope.nonce()) + "00000002",
                "-in",
                write("encrypted", Arrays.copyOf(encrypted, encrypted.length - 16)));
        SignerInformation signer = new CMSSignedData(signed)
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next();
        byte[] verified = run(
                "openssl",
                "dgst",
                "-sm3",
                "-sigopt",
                DISTINGUISHED,
                "-verify",
                publicPem(signing.getPublic()),
                "-signature",
                write("signature", signer.getSignature()),
                write("attributes", signer.getEncodedSignedAttributes()));
        assertThat(new String(verified, StandardCharsets.UTF_8)).contains("Verified OK");
    }

    private String certificate(String name, KeyUse use, AsymmetricCipherKeyPair pair) throws IOException {
        byte[] der = Certificates.selfSigned(
                IntlAlgorithms.INSTANCE,
                (ECPublicKeyParameters) pair.getPublic(),
                use,
                Instant.now(),
                message -> IntlAlgorithms.INSTANCE.sign(
                        (ECPrivateKeyParameters) pair.getPrivate(),
                        Algorithms.pointOf((ECPublicKeyParameters) pair.getPublic()),
                        message,
                        new SecureRandom()));
        return write(name, Certificates.pem(der).getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 8998 appendix A.1: a vector of nobody here, since OpenSSL 3.0 has no SM4-GCM. */
    @Test
    void sm4GcmMeetsTheVectorOfRfc8998() {
        HexFormat hex = HexFormat.of();
        byte[] encrypted = SmAlgorithms.INSTANCE.encrypt(
                hex.parseHex("0123456789abcdeffedcba9876543210"),
                hex.parseHex("00001234567800000000abcd"),
                hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"));
        assertThat(hex.formatHex(encrypted))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
    }

    private String publicPem(AsymmetricKeyParameter key) throws IOException {
        byte[] der = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
        return write("public.pem", pem("PUBLIC KEY", der));
    }

    private String privatePem(AsymmetricKeyParameter key) throws IOException {
        byte[] der = PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
        return write("private.pem", pem("PRIVATE KEY", der));
    }

    private static byte[] pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    private byte[] run(String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("openssl did not end");
        }
        byte[] said = Files.readAllBytes(out);
        if (process.exitValue() != 0) {
            throw new IOException(new String(said, StandardCharsets.UTF_8));
        }
        return said;
    }
}
