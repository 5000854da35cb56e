package io.github.tucai.school;

import io.github.tucai.internal.Text;
import java.util.regex.Pattern;

/**
 * The code of a school (院校代码): five digits for a university; a research institute's may look different (N0.4).
 *
 * @param value 2 to 16 of {@code A-Z 0-9 -}
 */
public record SchoolCode(String value) implements Comparable<SchoolCode> {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{2,16}");

    public SchoolCode {
        Text.matching(value, FORM, "school code", "2 to 16 of A-Z, 0-9 and -");
    }

    @Override
    public int compareTo(SchoolCode other) {
        return value.compareTo(other.value);
    }
}
