package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.capture.VaultId;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid values that tests share. */
public final class Samples {
    public static final Campaign CAMPAIGN = Campaigns.jiangsu2024();
    public static final SchoolCode SCHOOL = new SchoolCode("10290");
    public static final SchoolCode INSTITUTE = new SchoolCode("KYS-07");
    public static final Actor.Centre CENTRE = new Actor.Centre("centre");
    public static final Actor.SchoolAdministrator ADMINISTRATOR = new Actor.SchoolAdministrator("li", SCHOOL);
    public static final Actor.SchoolAdministrator STRANGER = new Actor.SchoolAdministrator("wang", INSTITUTE);
    public static final Actor.SystemProcess SYSTEM = new Actor.SystemProcess("test");
    public static final IdLastFour LAST_FOUR = new IdLastFour("123X");
    /** A Monday morning inside the window of 徐州. */
    public static final Instant MORNING = local("2024-03-18T09:00:00");

    private Samples() {}

    public static Instant local(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(Campaign.ZONE).toInstant();
    }

    public static CodeClaims claims(String enrolment) {
        return claims(enrolment, SCHOOL, "00000000000000aa", local("2024-03-01T00:00:00"));
    }

    public static CodeClaims claims(String enrolment, SchoolCode school, String serial, Instant issued) {
        return new CodeClaims(
                new EnrolmentNumber(enrolment),
                new MaskedName("李**"),
                new MaskedId("3201**********123X"),
                school,
                new StudentNumber("0" + enrolment),
                2025,
                issued,
                issued.plusSeconds(365L * 86_400),
                serial);
    }

    public static Actor.Student student(String enrolment) {
        return new Actor.Student(new EnrolmentNumber(enrolment));
    }

    public static PhotoRef photo(long number) {
        return new PhotoRef(
                VaultId.random(new Random(number)),
                ImageDigest.of(Long.toString(number).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The school in 徐州, its whole region's window its own. */
    public static SchoolRecord school(PaymentMode mode) {
        return school(mode, "xuzhou", CaptureWindow.parse("2024-03-15..2024-04-03"));
    }

    public static SchoolRecord school(PaymentMode mode, String region, CaptureWindow window) {
        List<SchoolEvent> events = new ArrayList<>();
        Instant before = local("2024-03-01T10:00:00");
        events.add(new SchoolEvent.Registered(before, new School(SCHOOL, "示例大学"), region, mode));
        events.add(new SchoolEvent.OfficerNamed(before, "教务处", "示例老师", "000-00000003"));
        events.add(new SchoolEvent.WindowSet(before, window));
        return SchoolRecord.replay(SCHOOL, events);
    }
}
