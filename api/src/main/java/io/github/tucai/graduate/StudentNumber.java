package io.github.tucai.graduate;

import io.github.tucai.internal.Text;
import java.util.regex.Pattern;

/**
 * The number a school gives its student (学号). Free per school; a text, never a figure: leading zeros count.
 *
 * @param value 1 to 32 of {@code A-Z a-z 0-9 . _ / -}
 */
public record StudentNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._/-]{1,32}");

    public StudentNumber {
        Text.matching(value, FORM, "student number", "1 to 32 of A-Z, a-z, 0-9 and . _ / -");
    }

    /** Says only that there is one: the number identifies a person. */
    @Override
    public String toString() {
        return "StudentNumber[" + value.length() + " characters]";
    }
}
