package io.github.tucai.campaign.internal.secret;

import io.github.tucai.failure.TucaiException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: a fresh nonce of 12 bytes, then ciphertext and tag. */
public final class Ciphers {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    /** With this source of nonces and keys. */
    public Ciphers(SecureRandom random) {
        this.random = random;
    }

    /** A fresh data key. */
    SecretKey newKey() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return key(bytes);
    }

    /** Copies 32 bytes into an AES key. */
    public static SecretKey key(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a key has 32 bytes, got " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** A key for another purpose, made of this one. */
    public static SecretKey derive(SecretKey key, String purpose) {
        return new SecretKeySpec(hmac(key, ("tucai " + purpose).getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
    }

    /** Encrypts; what is bound has to be given again to decrypt. */
    public byte[] encrypt(SecretKey key, byte[] plain, byte[] bound) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            byte[] sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new TucaiException("encryption failed; the platform must offer AES/GCM with keys of 256 bits", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws TucaiException if key or what is bound is another one, or a bit was changed; {@code what} names the thing
     */
    public byte[] decrypt(SecretKey key, byte[] sealed, byte[] bound, String what) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new TucaiException(what + " is too short to have been encrypted here");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(sealed, 0, NONCE)));
            cipher.updateAAD(bound);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new TucaiException(what + " does not decrypt: it was changed, or the key is another one", e);
        }
    }

    /** HMAC-SHA256. */
    static byte[] hmac(SecretKey key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
