package io.github.tucai.code;

import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a collection code says (N2.2a): the opaque number, masked name and masked ID, and the fields needed to place the
 * photo. Nothing plainer fits in. Times are whole seconds.
 *
 * @param enrolment the student's unique number (学生唯一编号)
 * @param name masked
 * @param id masked
 * @param school the school's code
 * @param studentNumber the school's number for the student
 * @param classYear the year of graduation, 2000 to 2999
 * @param issuedAt valid from, inclusive
 * @param expiresAt valid until, exclusive
 * @param serial 16 lower-case hexadecimal digits that tell two codes of one student apart
 */
public record CodeClaims(
        EnrolmentNumber enrolment,
        MaskedName name,
        MaskedId id,
        SchoolCode school,
        StudentNumber studentNumber,
        int classYear,
        Instant issuedAt,
        Instant expiresAt,
        String serial) {
    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{16}");

    public CodeClaims {
        Objects.requireNonNull(enrolment, "enrolment");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(studentNumber, "studentNumber");
        if (classYear < 2000 || classYear > 2999) {
            throw new IllegalArgumentException("classYear must be 2000 to 2999, got " + classYear);
        }
        if (!isWholeSecond(issuedAt) || !isWholeSecond(expiresAt)) {
            throw new IllegalArgumentException("issuedAt and expiresAt must be whole seconds");
        }
        if (!issuedAt.isBefore(expiresAt)) {
            throw new IllegalArgumentException("issuedAt must be before expiresAt");
        }
        if (!SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException("serial must be 16 lower-case hexadecimal digits");
        }
    }

    private static boolean isWholeSecond(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public String toString() {
        return "CodeClaims[school=" + school.value() + ", classYear=" + classYear + ", expiresAt=" + expiresAt + "]";
    }
}
