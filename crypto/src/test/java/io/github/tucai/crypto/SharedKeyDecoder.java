package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A plug-in as somebody else would write it: another format, on the platform's own classes and the API alone. A code is
 * {@code SK1.} and the Base64 of a nonce and of the claims, one a line, encrypted with AES-GCM under a key that both sides have.
 */
final class SharedKeyDecoder implements CollectionCodeDecoder {
    static final String PREFIX = "SK1.";

    private static final int NONCE_BYTES = 12;

    private final SecretKeySpec key;

    SharedKeyDecoder(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public String id() {
        return "shared-key";
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    /** The other side's part. */
    CollectionCode issue(CodeClaims claims, byte[] nonce) throws GeneralSecurityException {
        String lines = String.join(
                "\n",
                claims.enrolment().value(),
                claims.name().value(),
                claims.id().value(),
                claims.school().value(),
                claims.studentNumber().value(),
                Integer.toString(claims.classYear()),
                claims.issuedAt().toString(),
                claims.expiresAt().toString(),
                claims.serial());
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(lines.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
        return new CollectionCode(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher;
    }

    @Override
    public CodeOpening open(CollectionCode code, Instant now) {
        CodeClaims claims;
        try {
            claims = claims(code.text().substring(PREFIX.length()));
        } catch (GeneralSecurityException | RuntimeException e) {
            return new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN);
        }
        if (now.isBefore(claims.issuedAt())) {
            return new CodeOpening.Refused(CodeRejection.NOT_YET_VALID);
        }
        return now.isBefore(claims.expiresAt())
                ? new CodeOpening.Opened(claims)
                : new CodeOpening.Refused(CodeRejection.EXPIRED);
    }

    private CodeClaims claims(String text) throws GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("another spelling of the same bytes");
        }
        byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES))
                .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        String[] lines = new String(plain, StandardCharsets.UTF_8).split("\n", -1);
        return new CodeClaims(
                new EnrolmentNumber(lines[0]),
                new MaskedName(lines[1]),
                new MaskedId(lines[2]),
                new SchoolCode(lines[3]),
                new StudentNumber(lines[4]),
                Integer.parseInt(lines[5]),
                Instant.parse(lines[6]),
                Instant.parse(lines[7]),
                lines[8]);
    }
}
