package io.github.tucai;

import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Takings;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A campaign that sends nothing unpaid, in the database of the usual one, once a test asks for it. */
abstract class WithMoney extends WithDesk {
    static final CaptureWindow WINDOW = CaptureWindow.parse("2024-03-15..2024-04-03");
    static final Campaign PAID_FIRST = Campaign.builder("paid-first", 2024)
            .region(new CaptureRegion("xuzhou", "徐州"), WINDOW)
            .region(new CaptureRegion("mars", "火星"))
            .account(Samples.CAMPAIGN.account())
            .paymentBeforeDelivery(true)
            .build();

    /** Goes on in the campaign whose school's students pay before anything is sent. */
    final void studentsPay(Desk.Registry registry) {
        open(PaymentMode.STUDENT_ONLINE, Desk.dataSource(url), registry);
    }

    final void open(PaymentMode mode, DataSource dataSource, Desk.Registry registry) {
        desk.close();
        desk = new Desk(dataSource, folder.resolve("photos"), registry, builder -> builder.campaign(PAID_FIRST));
        SchoolService schools = desk.tucai.schools();
        if (schools.school(Samples.CENTRE, Samples.SCHOOL).fold(there -> true, missing -> false)) {
            return;
        }
        schools.register(Samples.CENTRE, new School(Samples.SCHOOL, "示例大学"), "xuzhou", mode)
                .orElseThrow();
        schools.nameOfficer(Samples.ADMINISTRATOR, Samples.SCHOOL, "教务处", "示例老师", "000-00000003")
                .orElseThrow();
        schools.setWindow(Samples.ADMINISTRATOR, Samples.SCHOOL, WINDOW).orElseThrow();
    }

    final void afterCapture() {
        desk.at("2024-04-03T18:00:00");
    }

    final PaymentService money() {
        return desk.tucai.payment();
    }

    static Payment fee(String reference) {
        return new Payment(Fee.OF_THE_NOTICE, reference);
    }

    final Outcome<Booking> pay(CaptureRecord record, String reference) {
        return money().recordStudentPayment(Samples.SYSTEM, record.id(), fee(reference));
    }

    final Takings takings() {
        return money().takings(Samples.CENTRE).orElseThrow();
    }

    final int statement() {
        return money().issueStatement(Samples.CENTRE, Samples.SCHOOL)
                .orElseThrow()
                .students();
    }

    final int count(String rows) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getInt(1);
        }
    }

    final void execute(String sql) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
