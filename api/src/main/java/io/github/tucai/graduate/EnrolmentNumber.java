package io.github.tucai.graduate;

import io.github.tucai.internal.Text;
import java.util.regex.Pattern;

/**
 * The opaque number of one enrolment (学生唯一编号, N2.2a). One person with two enrolments has two. Its inner structure is
 * not public, so none is assumed.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 - _}
 */
public record EnrolmentNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public EnrolmentNumber {
        Text.matching(value, FORM, "enrolment number", "1 to 64 of A-Z, a-z, 0-9, - and _");
    }

    /** Says only that there is one: the number identifies a person. */
    @Override
    public String toString() {
        return "EnrolmentNumber[" + value.length() + " characters]";
    }
}
