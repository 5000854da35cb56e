package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.Declarations;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/** A campaign with two open schools, and codes that say which one they are for and when they were issued. */
abstract class TwoSchools extends WithDesk {
    static final Actor.SchoolAdministrator OLD = Samples.ADMINISTRATOR;
    static final Actor.SchoolAdministrator NEW = Samples.STRANGER;

    @BeforeEach
    void registerBoth() {
        if (desk == null) {
            return;
        }
        desk.close();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                new Desk.Registry(),
                builder -> builder.decoder(new SchoolDecoder()));
        SchoolService schools = desk.tucai.schools();
        schools.register(Samples.CENTRE, new School(Samples.INSTITUTE, "某研究所"), "nantong", PaymentMode.STUDENT_ONLINE)
                .orElseThrow();
        schools.nameOfficer(NEW, Samples.INSTITUTE, "人教处", "示例老师", "000-00000004")
                .orElseThrow();
        schools.setWindow(NEW, Samples.INSTITUTE, CaptureWindow.parse("2024-04-01..2024-04-16"))
                .orElseThrow();
    }

    /** The code of this number, for this school, issued on so many days after the first of March. */
    static CollectionCode code(SchoolCode school, int day, String enrolment) {
        return new CollectionCode("AT:" + school.value() + ":" + day + ":" + enrolment);
    }

    Outcome<CaptureSession> present(SchoolCode school, int day, String enrolment) {
        return desk.tucai.capture().present(new Actor.CodeHolder(), code(school, day, enrolment), Samples.LAST_FOUR);
    }

    CaptureSession session(SchoolCode school, int day, String enrolment) {
        CaptureSession session = present(school, day, enrolment).orElseThrow();
        desk.tucai
                .capture()
                .consent(session.student(), session, "2024-1", Declarations.NONE.withGlasses(false))
                .orElseThrow();
        return session;
    }

    static CodeClaims claims(SchoolCode school, int day, String enrolment) {
        Instant issued = Samples.local("2024-03-01T00:00:00").plusSeconds(day * 86_400L);
        return new CodeClaims(
                new EnrolmentNumber(enrolment),
                new MaskedName(enrolment.charAt(0) == 'Z' ? "诸葛*" : "李**"),
                new MaskedId(enrolment.charAt(0) == 'Z' ? "5137**********123X" : "3201**********123X"),
                school,
                new StudentNumber("S" + enrolment),
                2025,
                issued,
                issued.plusSeconds(365L * 86_400),
                String.format("%016x", 4096L * day + enrolment.hashCode() % 4096));
    }

    static final class SchoolDecoder implements CollectionCodeDecoder {
        @Override
        public String id() {
            return "schools";
        }

        @Override
        public String prefix() {
            return "AT:";
        }

        @Override
        public CodeOpening open(CollectionCode code, Instant now) {
            String[] parts = code.text().split(":", -1);
            return new CodeOpening.Opened(claims(new SchoolCode(parts[1]), Integer.parseInt(parts[2]), parts[3]));
        }
    }
}
