package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.failure.PluginException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.KeyProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** Verifies, then decrypts. Whatever does not fit ends in the same answer; only then do the times count. */
final class Tc1Decoder implements CollectionCodeDecoder {
    private final KeyProvider keys;
    private final CodeRevocations revocations;
    private final Duration clockSkew;

    Tc1Decoder(KeyProvider keys, CodeRevocations revocations, Duration clockSkew) {
        this.keys = Objects.requireNonNull(keys, "keys");
        this.revocations = Objects.requireNonNull(revocations, "revocations");
        if (clockSkew.isNegative()) {
            throw new IllegalArgumentException("clockSkew must not be negative, got " + clockSkew);
        }
        this.clockSkew = clockSkew;
    }

    @Override
    public String id() {
        return Tc1.ID;
    }

    @Override
    public String prefix() {
        return Tc1.PREFIX;
    }

    @Override
    public CollectionCode clean(CollectionCode pasted) {
        return Tc1.clean(pasted);
    }

    @Override
    public CodeOpening open(CollectionCode code, Instant now) {
        Objects.requireNonNull(now, "now");
        if (!code.text().startsWith(Tc1.PREFIX)) {
            return new CodeOpening.Refused(CodeRejection.UNKNOWN_FORMAT);
        }
        CodeClaims claims;
        try {
            claims = claims(Base32.decode(code.text().substring(Tc1.PREFIX.length())));
        } catch (PluginException e) {
            throw e; // The keys are out of reach: that says nothing about the code.
        } catch (RuntimeException | InvalidCipherTextException e) {
            return new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN);
        }
        if (revocations.isRevoked(claims)) {
            return new CodeOpening.Refused(CodeRejection.REVOKED);
        }
        if (now.plus(clockSkew).isBefore(claims.issuedAt())) {
            return new CodeOpening.Refused(CodeRejection.NOT_YET_VALID);
        }
        if (!now.minus(clockSkew).isBefore(claims.expiresAt())) {
            return new CodeOpening.Refused(CodeRejection.EXPIRED);
        }
        return new CodeOpening.Opened(claims);
    }

    private CodeClaims claims(byte[] code) throws InvalidCipherTextException {
        Algorithms algorithms = Algorithms.of(Tc1Layout.suite(code));
        int nonceAt = Tc1Layout.HEADER_BYTES + algorithms.wrappedBytes();
        int sealedAt = nonceAt + Algorithms.NONCE_BYTES;
        int signatureAt = code.length - Algorithms.SIGNATURE_BYTES;
        if (signatureAt < sealedAt + Algorithms.TAG_BYTES) {
            throw new IllegalArgumentException("too short for a code");
        }
        verify(algorithms, code, signatureAt);
        KeyInfo recipient = Keys.alive(keys, Tc1Layout.recipient(code), KeyUse.CODE_OPENING, algorithms.suite());
        byte[] header = Arrays.copyOf(code, Tc1Layout.HEADER_BYTES);
        byte[] wrapped = Arrays.copyOfRange(code, Tc1Layout.HEADER_BYTES, nonceAt);
        byte[] nonce = Arrays.copyOfRange(code, nonceAt, sealedAt);
        byte[] key = algorithms.unwrap(keys, recipient, wrapped, header);
        return ClaimsForm.read(algorithms.decrypt(key, nonce, header, code, sealedAt, signatureAt - sealedAt));
    }

    private void verify(Algorithms algorithms, byte[] code, int signatureAt) {
        KeyInfo signer = Keys.alive(keys, Tc1Layout.signer(code), KeyUse.CODE_SIGNING, algorithms.suite());
        byte[] signature = Arrays.copyOfRange(code, signatureAt, code.length);
        if (!algorithms.verify(signer.publicPoint(), code, signatureAt, signature)) {
            throw new IllegalArgumentException("the signature does not verify");
        }
    }
}
