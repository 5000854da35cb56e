package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.school.SchoolCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;

/** The bytes of claims: a CBOR map of nine pairs, as the package documentation lists them. */
final class ClaimsForm {
    private static final int SERIAL_BYTES = 8;

    private ClaimsForm() {}

    static byte[] write(CodeClaims claims) {
        return new CborWriter()
                .map(9)
                .uint(1)
                .text(claims.enrolment().value())
                .uint(2)
                .text(claims.name().value())
                .uint(3)
                .text(claims.id().value())
                .uint(4)
                .text(claims.school().value())
                .uint(5)
                .text(claims.studentNumber().value())
                .uint(6)
                .uint(claims.classYear())
                .uint(7)
                .uint(claims.issuedAt().getEpochSecond())
                .uint(8)
                .uint(claims.expiresAt().getEpochSecond())
                .uint(9)
                .bytes(HexFormat.of().parseHex(claims.serial()))
                .toByteArray();
    }

    static CodeClaims read(byte[] bytes) {
        CborReader in = new CborReader(bytes);
        in.map(9);
        CodeClaims claims = new CodeClaims(
                new EnrolmentNumber(in.key(1).text()),
                new MaskedName(in.key(2).text()),
                new MaskedId(in.key(3).text()),
                new SchoolCode(in.key(4).text()),
                new StudentNumber(in.key(5).text()),
                in.key(6).uint(Integer.MAX_VALUE),
                second(in.key(7).uint()),
                second(in.key(8).uint()),
                serial(in.key(9).bytes()));
        in.end();
        return claims;
    }

    static Instant second(long value) {
        try {
            return Instant.ofEpochSecond(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time is out of range", e);
        }
    }

    private static String serial(byte[] bytes) {
        if (bytes.length != SERIAL_BYTES) {
            throw new IllegalArgumentException("a serial has " + SERIAL_BYTES + " bytes, got " + bytes.length);
        }
        return HexFormat.of().formatHex(bytes);
    }
}
