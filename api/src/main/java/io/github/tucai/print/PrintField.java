package io.github.tucai.print;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One field of the information area (N4.3: "等字段", so profiles may add their own).
 *
 * @param id lower-case letters and hyphens, such as {@code student-number}
 * @param label the Chinese name, 1 to 16 characters, such as 学号
 */
public record PrintField(String id, String label) {
    // First, since the constants below are checked by it.
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public static final PrintField SCHOOL = new PrintField("school", "院校名称");
    public static final PrintField COLLEGE = new PrintField("college", "学院");
    public static final PrintField CLASS = new PrintField("class", "班级");
    public static final PrintField STUDENT_NUMBER = new PrintField("student-number", "学号");
    public static final PrintField ID_LAST_FOUR = new PrintField("id-last-four", "证件号码后四位");
    public static final PrintField NAME = new PrintField("name", "姓名");

    /** The six that every print shows, in the order of the notice (N4.3). */
    public static final List<PrintField> REQUIRED = List.of(SCHOOL, COLLEGE, CLASS, STUDENT_NUMBER, ID_LAST_FOUR, NAME);

    public PrintField {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be 1 to 32 of a-z, 0-9 and -, starting with a letter");
        }
        int length = label.codePointCount(0, label.length());
        if (length < 1 || length > 16) {
            throw new IllegalArgumentException("label must have 1 to 16 characters, got " + length);
        }
    }
}
