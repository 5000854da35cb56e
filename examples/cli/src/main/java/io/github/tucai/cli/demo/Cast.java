package io.github.tucai.cli.demo;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.Mask;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.portraits.spec.Fault;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Who plays in the demo: invented schools, invented students, and what happens to each. */
final class Cast {
    private static final Instant ISSUED = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2024-12-31T16:00:00Z");
    private static final int CLASS_YEAR = 2025;

    /** What goes wrong on the way, if anything. */
    enum Turn {
        NONE,
        FAULTY_PHOTO,
        ASKS_FOR_PERSON,
        DAY_TOO_EARLY,
        HOUR_TOO_LATE,
        FORGED_CODE,
        UNKNOWN_AT_THE_REGISTRY,
        VIOLATION
    }

    /**
     * A school in its region.
     *
     * @param day when its students are photographed
     */
    record DemoSchool(School school, String region, String city, LocalDate first, LocalDate last, LocalDate day) {}

    /** A student; {@code number} counts from 1 over the whole demo. */
    record Student(
            int number,
            DemoSchool school,
            CodeClaims claims,
            IdLastFour lastFour,
            College college,
            ClassName className,
            Turn turn,
            Fault fault) {
        @Override
        public String toString() {
            return "Student[" + number + "]";
        }
    }

    private static final DemoSchool XUZHOU = new DemoSchool(
            new School(new SchoolCode("99001"), "示例矿业大学"),
            "xuzhou",
            "徐州",
            LocalDate.of(2024, 3, 15),
            LocalDate.of(2024, 3, 29),
            LocalDate.of(2024, 3, 18));
    private static final DemoSchool NANTONG = new DemoSchool(
            new School(new SchoolCode("99002"), "示例纺织学院"),
            "nantong",
            "南通",
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2024, 4, 12),
            LocalDate.of(2024, 4, 2));
    private static final DemoSchool WUXI = new DemoSchool(
            new School(new SchoolCode("99003"), "示例太湖大学"),
            "wuxi",
            "无锡",
            LocalDate.of(2024, 4, 15),
            LocalDate.of(2024, 5, 6),
            LocalDate.of(2024, 4, 16));
    // A research institute: its code looks different, it has no colleges and no classes (N0.4).
    private static final DemoSchool LIANYUNGANG = new DemoSchool(
            new School(new SchoolCode("LYG-HY"), "示例海洋研究所"),
            "lianyungang",
            "连云港",
            LocalDate.of(2024, 5, 6),
            LocalDate.of(2024, 5, 17),
            LocalDate.of(2024, 5, 7));

    private Cast() {}

    static List<DemoSchool> schools() {
        return List.of(XUZHOU, NANTONG, WUXI, LIANYUNGANG);
    }

    static List<Student> students() {
        return List.of(
                student(1, XUZHOU, "王**", Turn.NONE, Fault.EYES_SHUT),
                student(2, XUZHOU, "李*", Turn.FAULTY_PHOTO, Fault.EYES_SHUT),
                student(3, XUZHOU, "张**", Turn.DAY_TOO_EARLY, Fault.EYES_SHUT),
                student(4, NANTONG, "刘**", Turn.UNKNOWN_AT_THE_REGISTRY, Fault.EYES_SHUT),
                student(5, NANTONG, "陈*", Turn.FAULTY_PHOTO, Fault.BLUE_SHIRT),
                student(6, NANTONG, "欧阳**", Turn.FORGED_CODE, Fault.EYES_SHUT),
                student(7, WUXI, "赵**", Turn.NONE, Fault.EYES_SHUT),
                student(8, WUXI, "黄**", Turn.ASKS_FOR_PERSON, Fault.HEAD_TURNED),
                student(9, WUXI, "周*", Turn.VIOLATION, Fault.EYES_SHUT),
                student(10, LIANYUNGANG, "吴**", Turn.NONE, Fault.EYES_SHUT),
                student(11, LIANYUNGANG, "徐**", Turn.FAULTY_PHOTO, Fault.HAT),
                student(12, LIANYUNGANG, "孙*", Turn.HOUR_TOO_LATE, Fault.EYES_SHUT));
    }

    private static Student student(int number, DemoSchool at, String name, Turn turn, Fault fault) {
        String lastFour = String.format(Locale.ROOT, "%03dX", 100 + number);
        boolean institute = at.equals(LIANYUNGANG);
        CodeClaims claims = new CodeClaims(
                new EnrolmentNumber(String.format(Locale.ROOT, "2025%012d", 7_919L * number)),
                new MaskedName(name),
                new MaskedId(Mask.ID.apply("3203" + "0000000000" + lastFour)),
                at.school().code(),
                new StudentNumber(String.format(Locale.ROOT, "21%s%02d", institute ? "HY" : "0101", number)),
                CLASS_YEAR,
                ISSUED,
                EXPIRES,
                String.format(Locale.ROOT, "%016x", 0x7ca1_0000L + number));
        return new Student(
                number,
                at,
                claims,
                new IdLastFour(lastFour),
                institute ? College.NONE : new College(number % 2 == 0 ? "计算机学院" : "文学院"),
                institute ? ClassName.NONE : new ClassName("2101班"),
                turn,
                fault);
    }
}
