package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencent.kona.crypto.KonaCryptoProvider;
import com.tencent.kona.crypto.spec.SM2PrivateKeySpec;
import com.tencent.kona.crypto.spec.SM2PublicKeySpec;
import com.tencent.kona.crypto.spec.SM2SignatureParameterSpec;
import io.github.tucai.contract.Clause;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The national algorithms by Tencent's Kona, which shares no code with Bouncy Castle, in both directions. */
@Clause("N0.1")
class KonaTest {
    private static final Provider KONA = new KonaCryptoProvider();
    private static final SmAlgorithms SM = SmAlgorithms.INSTANCE;
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    private final AsymmetricCipherKeyPair pair = SM.newKeyPair(new SecureRandom());
    private final ECPublicKeyParameters publicKey = (ECPublicKeyParameters) pair.getPublic();
    private final ECPrivateKeyParameters privateKey = (ECPrivateKeyParameters) pair.getPrivate();
    private PublicKey theirPublic;
    private PrivateKey theirPrivate;

    @BeforeEach
    void keys() throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("SM2", KONA);
        theirPublic =
                factory.generatePublic(new SM2PublicKeySpec(publicKey.getQ().getEncoded(false)));
        theirPrivate =
                factory.generatePrivate(new SM2PrivateKeySpec(BigIntegers.asUnsignedByteArray(32, privateKey.getD())));
    }

    private Signature signature() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SM2", KONA);
        signature.setParameter(new SM2SignatureParameterSpec((ECPublicKey) theirPublic));
        return signature;
    }

    @Test
    void digestsAgree() throws GeneralSecurityException {
        assertThat(MessageDigest.getInstance("SM3", KONA).digest(MESSAGE)).isEqualTo(SM.digest(MESSAGE));
    }

    @Test
    void theyVerifyOurSignature() throws GeneralSecurityException {
        byte[] der = Der.signature(SM, SM.sign(privateKey, Algorithms.pointOf(publicKey), MESSAGE, new SecureRandom()));
        Signature verifier = signature();
        verifier.initVerify(theirPublic);
        verifier.update(MESSAGE);
        assertThat(verifier.verify(der)).isTrue();
        verifier = signature();
        verifier.initVerify(theirPublic);
        verifier.update(new byte[] {1});
        assertThat(verifier.verify(der)).isFalse();
    }

    @Test
    void weVerifyTheirSignature() throws GeneralSecurityException {
        Signature signer = signature();
        signer.initSign(theirPrivate);
        signer.update(MESSAGE);
        byte[] plain = Der.plainSignature(SM, signer.sign());
        assertThat(SM.verify(Algorithms.pointOf(publicKey), MESSAGE, MESSAGE.length, plain))
                .isTrue();
        assertThat(SM.verify(Algorithms.pointOf(publicKey), MESSAGE, MESSAGE.length - 1, plain))
                .isFalse();
    }

    @Test
    void theyDecryptOurContentKey() throws GeneralSecurityException {
        byte[] key = new byte[16];
        new Random(1).nextBytes(key);
        byte[] wrapped = CmsSmSuite.INSTANCE.wrap(key, Algorithms.pointOf(publicKey), new SecureRandom());
        RecipientInfo info = CmsSmSuite.INSTANCE.recipientInfo(new byte[20], wrapped);
        byte[] der = KeyTransRecipientInfo.getInstance(info.getInfo())
                .getEncryptedKey()
                .getOctets();
        Cipher cipher = Cipher.getInstance("SM2", KONA);
        cipher.init(Cipher.DECRYPT_MODE, theirPrivate);
        assertThat(cipher.doFinal(der)).isEqualTo(key);
    }

    @Test
    void weDecryptTheirContentKey() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("SM2", KONA);
        cipher.init(Cipher.ENCRYPT_MODE, theirPublic);
        byte[] der = cipher.doFinal(MESSAGE);
        assertThat(ASN1Integer.getInstance(ASN1Sequence.getInstance(der).getObjectAt(0)))
                .isNotNull();
        RecipientInfo info = new RecipientInfo(new KeyTransRecipientInfo(
                new RecipientIdentifier(new DEROctetString(new byte[20])),
                new AlgorithmIdentifier(GMObjectIdentifiers.sm2encrypt, DERNull.INSTANCE),
                new DEROctetString(der)));
        byte[] wrapped = CmsSmSuite.INSTANCE.read(info).wrapped();
        assertThat(SM.decryptWith(privateKey, wrapped)).isEqualTo(MESSAGE);
    }

    @Test
    void sm4GcmAgreesInBothDirections() throws Exception {
        byte[] key = new byte[16];
        byte[] nonce = new byte[12];
        byte[] content = new byte[30_720];
        new Random(2).nextBytes(key);
        new Random(3).nextBytes(nonce);
        new Random(4).nextBytes(content);
        byte[] ours = SM.encrypt(key, nonce, MESSAGE, content);
        assertThat(gcm(Cipher.DECRYPT_MODE, key, nonce, ours)).isEqualTo(content);
        byte[] theirs = gcm(Cipher.ENCRYPT_MODE, key, nonce, content);
        assertThat(SM.decrypt(key, nonce, MESSAGE, theirs, 0, theirs.length)).isEqualTo(content);
        assertThat(Arrays.equals(ours, theirs)).isTrue();
    }

    private static byte[] gcm(int mode, byte[] key, byte[] nonce, byte[] in) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", KONA);
        cipher.init(mode, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(MESSAGE);
        return cipher.doFinal(in);
    }
}
