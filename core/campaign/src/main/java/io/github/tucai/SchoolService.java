package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.school.SchoolCommand;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;

/** What the centre and the schools set. Safe for concurrent use. */
public final class SchoolService {
    private final Engine engine;

    SchoolService(Engine engine) {
        this.engine = engine;
    }

    /**
     * The centre takes a school into the campaign.
     *
     * @param region the id of one of the campaign's regions
     */
    public Outcome<SchoolRecord> register(Actor actor, School school, String region, PaymentMode mode) {
        return engine.give(actor, school.code(), new SchoolCommand.Register(school, region, mode));
    }

    /** The school names who is in charge; without, it sets no window (N2.3a). */
    public Outcome<SchoolRecord> nameOfficer(
            Actor actor, SchoolCode school, String department, String person, String phone) {
        return engine.give(actor, school, new SchoolCommand.NameOfficer(department, person, phone));
    }

    /** The school sets its own window, inside its region's (N2.1b). */
    public Outcome<SchoolRecord> setWindow(Actor actor, SchoolCode school, CaptureWindow window) {
        return engine.give(actor, school, new SchoolCommand.SetWindow(window));
    }

    /** The school says how many graduates it expects (N2.3b). */
    public Outcome<SchoolRecord> setExpected(Actor actor, SchoolCode school, int graduates) {
        return engine.give(actor, school, new SchoolCommand.SetExpected(graduates));
    }

    /**
     * The centre grants a whole school other days or hours, before they start (A1.3).
     *
     * @param reason names no person: erasing one does not reach it
     */
    public Outcome<SchoolRecord> grantArrangement(
            Actor actor, SchoolCode school, CaptureWindow window, DailyHours hours, String reason) {
        return engine.give(actor, school, new SchoolCommand.GrantArrangement(window, hours, reason));
    }

    /**
     * The centre grants one student other days or hours, before they start (A1.3). Number and reason lie with the student's
     * record, which begins with it where no code was presented yet, and are erased with it.
     *
     * @param school the one the student is listed at, or will be with the code; another is refused
     *     ({@link io.github.tucai.answer.Refusal.Reason#OTHER_SCHOOL})
     */
    public Outcome<CaptureRecord> grantArrangement(
            Actor actor,
            SchoolCode school,
            EnrolmentNumber student,
            CaptureWindow window,
            DailyHours hours,
            String reason) {
        if (!(actor instanceof Actor.Centre)) {
            return Outcome.refused(Refusals.notYours());
        }
        CaptureCommand command = new CaptureCommand.GrantArrangement(student, school, window, hours, reason);
        return engine.ledger()
                .inTransaction(work -> work.isErased(student)
                        ? Outcome.refused(Refusals.erased())
                        : work.give(work.locked(student), command, actor));
    }

    /** One school, for the centre or itself. */
    public Outcome<SchoolRecord> school(Actor actor, SchoolCode code) {
        return engine.school(actor, code);
    }

    /** The first schools, for the centre; {@link Page#walk} goes through all. */
    public Outcome<Page<SchoolRecord>> schools(Actor actor) {
        return schools(actor, PageKey.FIRST);
    }

    /** Schools by code, for the centre. */
    public Outcome<Page<SchoolRecord>> schools(Actor actor, PageKey from) {
        return actor instanceof Actor.Centre
                ? Outcome.done(Engine.page(engine.ledger().read(work -> work.schools(from.value(), Page.MOST))))
                : Outcome.refused(Refusals.notYours());
    }
}
