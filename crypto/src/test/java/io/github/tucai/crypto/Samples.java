package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.Graduates;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Claims and deliveries of invented people. */
final class Samples {
    static final CodeClaims CLAIMS = new CodeClaims(
            new EnrolmentNumber("2026110120300451"),
            new MaskedName("欧阳*娜"),
            new MaskedId("1101**********123X"),
            new SchoolCode("11010"),
            new StudentNumber("2022010203040"),
            2026,
            Instant.ofEpochSecond(1_793_000_000L),
            Instant.ofEpochSecond(1_800_000_000L),
            "0123456789abcdef");

    private Samples() {}

    static DeliveryContent content() {
        byte[] product = new byte[30_720];
        new Random(5).nextBytes(product);
        return new DeliveryContent(
                CLAIMS, PhotoImage.copyOf(product), Instant.parse("2026-04-02T03:04:05.678912345Z"), 2);
    }

    static Arbitrary<CodeClaims> claims() {
        Arbitrary<Long> issued = Arbitraries.longs().between(0, 1L << 34);
        Arbitrary<Long> valid = Arbitraries.longs().between(1, 1L << 26);
        return Combinators.combine(
                        Graduates.graduates(),
                        Arbitraries.integers().between(2000, 2999),
                        issued,
                        valid,
                        Arbitraries.strings().withCharRange('a', 'f').numeric().ofLength(16))
                .as((who, year, from, length, serial) -> new CodeClaims(
                        who.enrolment(),
                        who.name(),
                        who.id(),
                        who.school(),
                        who.studentNumber(),
                        year,
                        Instant.ofEpochSecond(from),
                        Instant.ofEpochSecond(from + length),
                        serial));
    }
}
