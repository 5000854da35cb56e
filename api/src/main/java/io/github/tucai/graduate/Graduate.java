package io.github.tucai.graduate;

import io.github.tucai.school.SchoolCode;
import java.util.Objects;

/**
 * One student of the graduating class as the collector knows them: opaque number and masked identity (N2.2a).
 *
 * @param enrolment which enrolment
 * @param name masked
 * @param id masked
 * @param school where
 * @param studentNumber the school's own number
 * @param college may be {@link College#NONE}
 * @param className may be {@link ClassName#NONE}
 */
public record Graduate(
        EnrolmentNumber enrolment,
        MaskedName name,
        MaskedId id,
        SchoolCode school,
        StudentNumber studentNumber,
        College college,
        ClassName className) {
    public Graduate {
        Objects.requireNonNull(enrolment, "enrolment");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(studentNumber, "studentNumber");
        Objects.requireNonNull(college, "college");
        Objects.requireNonNull(className, "className");
    }

    @Override
    public String toString() {
        return "Graduate[school=" + school.value() + "]";
    }
}
