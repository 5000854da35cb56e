package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.school.SchoolCommand;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.Statement;
import io.github.tucai.school.SchoolCode;

/** Fees of students and statements of schools (N3.1 to N3.4). Safe for concurrent use. */
public final class PaymentService {
    private final Engine engine;

    PaymentService(Engine engine) {
        this.engine = engine;
    }

    /** A student's payment arrived: once, for an accepted photo, the exact fee (N3.4). */
    public Outcome<CaptureRecord> recordStudentPayment(Actor actor, RecordId record, Payment payment) {
        return engine.give(actor, record, new CaptureCommand.Pay(payment)).map(engine.sealing()::sealIfDue);
    }

    /** The centre gave a student's payment back. */
    public Outcome<CaptureRecord> recordRefund(Actor actor, RecordId record, String reason) {
        return engine.give(actor, record, new CaptureCommand.Refund(reason));
    }

    /** The centre issues a school's statement over the students with an accepted photo that the registry did not refuse, and freezes it (N3.3). */
    public Outcome<Statement> issueStatement(Actor actor, SchoolCode school) {
        return engine.ledger()
                .inTransaction(work -> {
                    int students = (int) work.records(school).stream()
                            .filter(record -> record.accepted().isPresent() && !record.isDeliveryRefused())
                            .count();
                    return work.give(school, new SchoolCommand.IssueStatement(students), actor);
                })
                .map(record -> record.statement().orElseThrow());
    }

    /** A school's transfer arrived in the designated account; the bank's reference tells it from another (N3.3). */
    public Outcome<SchoolRecord> recordTransfer(Actor actor, SchoolCode school, Payment payment) {
        return engine.give(actor, school, new SchoolCommand.RecordPayment(payment));
    }
}
