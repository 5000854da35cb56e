package io.github.tucai.print;

import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.ImageDigest;
import java.util.Map;
import java.util.Objects;

/**
 * What is printed for one student. The photo is named by its digest, so a file under a wrong name cannot end up on somebody
 * else's print.
 *
 * @param schoolName as printed, 1 to 64 characters
 * @param college may be {@link College#NONE}
 * @param className may be {@link ClassName#NONE}
 * @param studentNumber the student's number at that school
 * @param idLastFour last four of the identity number
 * @param name masked
 * @param photo digest of the product photo, a JPEG
 * @param more texts of the further fields of the profile; none of the six required ones
 */
public record PrintItem(
        String schoolName,
        College college,
        ClassName className,
        StudentNumber studentNumber,
        IdLastFour idLastFour,
        MaskedName name,
        ImageDigest photo,
        Map<PrintField, String> more) {
    private static final int LONGEST = 64;

    public PrintItem {
        Objects.requireNonNull(college, "college");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(studentNumber, "studentNumber");
        Objects.requireNonNull(idLastFour, "idLastFour");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(photo, "photo");
        plain(schoolName, "schoolName");
        if (schoolName.isBlank()) {
            throw new IllegalArgumentException("schoolName must not be blank");
        }
        more = Map.copyOf(more);
        more.forEach((field, text) -> {
            if (PrintField.REQUIRED.contains(field)) {
                throw new IllegalArgumentException("more must not replace the field " + field.id());
            }
            plain(text, field.id());
        });
    }

    /** The text of a field; empty where the student has none. */
    public String text(PrintField field) {
        if (field.equals(PrintField.SCHOOL)) {
            return schoolName;
        }
        if (field.equals(PrintField.COLLEGE)) {
            return college.name();
        }
        if (field.equals(PrintField.CLASS)) {
            return className.name();
        }
        if (field.equals(PrintField.STUDENT_NUMBER)) {
            return studentNumber.value();
        }
        if (field.equals(PrintField.ID_LAST_FOUR)) {
            return idLastFour.value();
        }
        if (field.equals(PrintField.NAME)) {
            return name.value();
        }
        return more.getOrDefault(field, "");
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PrintItem[" + more.size() + " further fields]";
    }

    private static void plain(String text, String name) {
        Objects.requireNonNull(text, name);
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw new IllegalArgumentException(name + " must have at most " + LONGEST + " characters, got " + length);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not contain control characters");
        }
    }
}
