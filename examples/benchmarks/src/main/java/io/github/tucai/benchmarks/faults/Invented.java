package io.github.tucai.benchmarks.faults;

import io.github.tucai.SchoolService;
import io.github.tucai.answer.Actor;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.payment.PaymentAccount;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** A campaign, its schools and its students, none of whom exist. Odd numbers pay online, before their photo is delivered. */
final class Invented {
    static final Actor CENTRE = new Actor.Centre("centre");
    static final IdLastFour LAST_FOUR = new IdLastFour("123X");

    /** A Monday morning inside the window. */
    static final Instant MORNING = Instant.parse("2024-03-18T00:30:00Z");

    static final byte[] KEK = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PHOTO_KEY = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private static final SchoolCode TRANSFERS = new SchoolCode("99001");
    private static final SchoolCode ONLINE = new SchoolCode("99002");
    private static final SchoolCode OTHER_TRANSFERS = new SchoolCode("99003");
    private static final SchoolCode OTHER_ONLINE = new SchoolCode("99004");
    private static final CaptureWindow DAYS = CaptureWindow.parse("2024-03-15..2024-04-03");
    private static final Instant ISSUED = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant MOVED = ISSUED.plusSeconds(3600);
    private static final Instant EXPIRES = Instant.parse("2025-03-01T00:00:00Z");

    private Invented() {}

    static Campaign campaign() {
        return Campaign.builder("faults-2024", 2024)
                .profile("SPOKEN")
                .region(new CaptureRegion("xuzhou", "徐州"), DAYS)
                .account(new PaymentAccount("示例收款单位", "示例银行示例支行", "0000000000000000", "000000000000"))
                .paymentBeforeDelivery(true)
                // Nobody has a day to wait here.
                .daysToAnswer(0)
                .build();
    }

    static void open(SchoolService schools) {
        open(schools, new School(TRANSFERS, "示例大学"), PaymentMode.SCHOOL_TRANSFER);
        open(schools, new School(ONLINE, "示例学院"), PaymentMode.STUDENT_ONLINE);
        open(schools, new School(OTHER_TRANSFERS, "示例医学院"), PaymentMode.SCHOOL_TRANSFER);
        open(schools, new School(OTHER_ONLINE, "示例职业学院"), PaymentMode.STUDENT_ONLINE);
    }

    private static void open(SchoolService schools, School school, PaymentMode mode) {
        schools.register(CENTRE, school, "xuzhou", mode).orElseThrow();
        schools.nameOfficer(staff("admin", school.code()), school.code(), "教务处", "示例负责人", "000-00000001")
                .orElseThrow();
        schools.setWindow(staff("admin", school.code()), school.code(), DAYS).orElseThrow();
    }

    static Actor staff(String account, SchoolCode school) {
        return new Actor.SchoolAdministrator(account, school);
    }

    static boolean paysOnline(int student) {
        return student % 2 == 1;
    }

    /** Whose delivery the registry refuses until it learns that a code was issued. */
    static boolean isLateAtTheRegistry(int student) {
        return student % 11 == 5;
    }

    static CodeClaims claims(int student) {
        return claims(student, paysOnline(student) ? ONLINE : TRANSFERS, ISSUED, student);
    }

    /** Of the newer code, for another school where photos are paid in the same way. */
    static CodeClaims moved(int student) {
        return claims(student, paysOnline(student) ? OTHER_ONLINE : OTHER_TRANSFERS, MOVED, -student);
    }

    private static CodeClaims claims(int student, SchoolCode school, Instant issued, long serial) {
        return new CodeClaims(
                new EnrolmentNumber(String.format(Locale.ROOT, "2025%012d", student)),
                new MaskedName("李**"),
                new MaskedId("3201**********123X"),
                school,
                new StudentNumber("S" + student),
                2025,
                issued,
                EXPIRES,
                String.format(Locale.ROOT, "%016x", serial));
    }
}
