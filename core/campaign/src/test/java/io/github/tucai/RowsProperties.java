package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever is done, in any order: rows that were written with each event are those that the log makes anew. */
@Clause("N0.3")
class RowsProperties {
    private static final int TRIES = 40;
    private static final int STUDENTS = 3;
    private static final Actor.Centre OTHER = new Actor.Centre("other");
    private static final Actor.SystemProcess DELIVERY = new Actor.SystemProcess("delivery");
    private static final String SERVED = "2024-03-18T09:00:00";

    private final Set<String> seen = new HashSet<>();
    private Desk desk;
    private Ledger ledger;
    private int history;

    String newUrl() throws IOException {
        return "jdbc:h2:mem:rows" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
    }

    @BeforeProperty
    void open() throws IOException {
        desk = new Desk(
                Desk.dataSource(newUrl()),
                Files.createTempDirectory("rows"),
                new Desk.Registry(),
                builder -> builder.decoder(new TwoSchools.SchoolDecoder()));
        ledger = Ledgers.open(desk.dataSource);
    }

    @AfterProperty
    void close() {
        desk.close();
        // A law over rows that never were is none; one that failed has seen few.
        if (history < TRIES) {
            return;
        }
        assertThat(seen)
                .contains(List.of(RecordList.values()).stream().map(Enum::name).toArray(String[]::new));
    }

    private enum Kind {
        CAPTURE,
        DOUBTFUL,
        REJECTED,
        ARRANGE,
        MOVE,
        DECIDE,
        RESET,
        SUSPECT,
        LOCK,
        SECOND_LOOK,
        CLEAR,
        UNLOCK,
        DELIVER,
        REFUSE,
        GIVE_UP,
        RESEND,
        PAY,
        PAY_TOO_MUCH,
        REFUND,
        PUBLISH,
        ERRATUM,
        WRONG_PERSON,
        RESOLVE,
        CONFIRM,
        FEEDBACK,
        TRANSFER,
        STATEMENT,
        ERASE
    }

    private record Step(Kind kind, int who) {}

    @Property(tries = TRIES)
    void rowsAreWhatTheLogMakes(@ForAll("histories") List<Step> steps) throws SQLException {
        Model model = new Model("S" + ++history);
        for (Step step : steps) {
            model.play(step);
        }
        List<String> written = rows();
        ledger.makeAllRows();
        ledger.makeRows();
        assertThat(rows()).isEqualTo(written);
    }

    @Provide
    static Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, STUDENTS - 1))
                .as(Step::new);
        // Most begin with photos, so that there is something to list.
        return step.list().ofMinSize(10).ofMaxSize(40).map(rest -> {
            List<Step> all = new ArrayList<>();
            for (int who = 0; who < STUDENTS; who++) {
                all.add(new Step(Kind.CAPTURE, who));
            }
            all.addAll(rest);
            return all;
        });
    }

    /** Every row of every table that a rebuild makes, as text. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "select * from tucai_record order by stream",
                    "select * from tucai_record_list order by stream, list",
                    "select * from tucai_school order by stream",
                    "select stream from tucai_row_to_make")) {
                try (ResultSet row = statement.executeQuery(query)) {
                    while (row.next()) {
                        rows.add(text(row));
                    }
                }
            }
            try (ResultSet row = statement.executeQuery("select distinct list from tucai_record_list")) {
                while (row.next()) {
                    seen.add(row.getString(1));
                }
            }
        }
        return rows;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(row.getMetaData().getColumnName(i))
                    .append('=')
                    .append(row.getString(i))
                    .append(' ');
        }
        return text.toString();
    }

    private final class Model {
        private final SchoolCode[] codes;
        private final Map<Integer, RecordId> records = new HashMap<>();
        private final Set<RecordId> erased = new HashSet<>();
        private int codesIssued;
        private int photos;
        private int payments;

        Model(String name) {
            this.codes = new SchoolCode[] {new SchoolCode(name + "A"), new SchoolCode(name + "B")};
            desk.at(SERVED);
            SchoolService schools = desk.tucai.schools();
            for (SchoolCode code : codes) {
                schools.register(
                                Samples.CENTRE,
                                new School(code, "示例大学"),
                                "xuzhou",
                                code == codes[0] ? PaymentMode.SCHOOL_TRANSFER : PaymentMode.STUDENT_ONLINE)
                        .orElseThrow();
                schools.nameOfficer(own(code), code, "教务处", "示例老师", "0").orElseThrow();
                schools.setWindow(own(code), code, WithMoney.WINDOW).orElseThrow();
                schools.setExpected(own(code), code, 7).orElseThrow();
            }
        }

        private Actor.SchoolAdministrator own(SchoolCode code) {
            return new Actor.SchoolAdministrator("a", code);
        }

        void play(Step step) {
            SchoolCode school = codes[step.who % 2];
            switch (step.kind) {
                case CAPTURE -> handIn(step.who, "ok");
                case DOUBTFUL -> handIn(step.who, "doubt");
                case REJECTED -> handIn(step.who, "bad");
                case ARRANGE -> arrange(step.who, school);
                case MOVE -> present(step.who, codes[1 - step.who % 2]);
                case PUBLISH -> desk.tucai.proofing().publish(Samples.CENTRE, school);
                case FEEDBACK ->
                    desk.tucai.proofing().recordFeedback(Samples.CENTRE, school, LocalDate.of(2024, 3, 18));
                case TRANSFER ->
                    desk.tucai.payment().recordTransfer(Samples.CENTRE, school, WithMoney.fee("T" + reference()));
                case STATEMENT -> statement(school);
                default ->
                    Optional.ofNullable(records.get(step.who))
                            .filter(id -> !erased.contains(id))
                            .ifPresent(id -> play(
                                    step.kind,
                                    desk.tucai
                                            .capture()
                                            .record(Samples.CENTRE, id)
                                            .orElseThrow()));
            }
        }

        private String reference() {
            return codes[0].value() + "-" + ++payments;
        }

        private void play(Kind kind, CaptureRecord record) {
            CaptureService capture = desk.tucai.capture();
            ProofingService proofing = desk.tucai.proofing();
            RecordId id = record.id();
            Actor own = own(record.school().orElseThrow());
            Optional<ImageDigest> photo = record.accepted().map(PhotoRef::digest);
            switch (kind) {
                case DECIDE ->
                    record.inReview().map(PhotoRef::digest).ifPresent(doubtful -> {
                        capture.evidence(own, id, doubtful);
                        capture.decideReview(
                                own,
                                id,
                                doubtful,
                                photos % 2 == 0 ? ReviewOutcome.ACCEPTED : ReviewOutcome.REJECTED,
                                "已看");
                    });
                case RESET -> photo.ifPresent(it -> capture.reset(own, id, it, "闭眼"));
                case SUSPECT -> photo.ifPresent(it -> capture.suspectViolation(Samples.CENTRE, id, it, "疑似翻拍"));
                case LOCK -> photo.ifPresent(it -> lock(own, id, it));
                case SECOND_LOOK -> capture.orderSecondLook(Samples.CENTRE, id, "学生申诉");
                case CLEAR ->
                    record.violation().ifPresent(v -> clear(id, v.photo().digest()));
                case UNLOCK -> capture.unlock(own, id, "已教育");
                case DELIVER ->
                    answer(
                            record,
                            new DeliveryOutcome.Accepted(new Receipt(
                                    record.delivery().map(DeliveryEntry::key).orElse(new DeliveryKey("0".repeat(64))),
                                    "R",
                                    Instant.EPOCH,
                                    false)));
                case REFUSE -> answer(record, new DeliveryOutcome.Refused("does-not-open", "no key"));
                case GIVE_UP ->
                    record.delivery()
                            .ifPresent(d -> ledger.inTransaction(work ->
                                    work.give(id, new CaptureCommand.GiveUp(d.version(), "timed out"), DELIVERY)));
                case RESEND -> desk.tucai.delivery().resend(Samples.CENTRE, id, ProductChoice.SAME, "密钥已补");
                case ERRATUM -> {
                    proofing.publish(Samples.CENTRE, record.school().orElseThrow());
                    photo.ifPresent(it -> proofing.raiseErratum(own, id, it, Erratum.Kind.WRONG_PERSON, "不是本人"));
                }
                case WRONG_PERSON ->
                    record.openErrata().stream()
                            .findFirst()
                            .ifPresent(e -> proofing.confirmWrongPerson(Samples.CENTRE, id, e.number(), "已核实"));
                case RESOLVE ->
                    record.openErrata().stream()
                            .findFirst()
                            .ifPresent(e -> proofing.resolveErratum(Samples.CENTRE, id, e.number(), "已更正"));
                case CONFIRM -> photo.ifPresent(it -> proofing.confirm(own, id, it));
                case ERASE -> desk.tucai.protection().erase(Samples.CENTRE, id).map(erased::add);
                default -> money(kind, record);
            }
        }

        private void money(Kind kind, CaptureRecord record) {
            PaymentService payment = desk.tucai.payment();
            if (kind == Kind.REFUND) {
                record.payment().ifPresent(p -> payment.recordRefund(Samples.CENTRE, p.reference(), "重复缴费"));
                record.unmatched().stream()
                        .findFirst()
                        .ifPresent(u ->
                                payment.recordRefund(Samples.CENTRE, u.payment().reference(), "重复缴费"));
            } else {
                payment.recordStudentPayment(
                        Samples.SYSTEM,
                        record.id(),
                        kind == Kind.PAY
                                ? WithMoney.fee("P" + reference())
                                : new Payment(Fee.of("99.00"), "P" + reference()));
            }
        }

        private void arrange(int who, SchoolCode school) {
            desk.tucai
                    .schools()
                    .grantArrangement(
                            Samples.CENTRE,
                            school,
                            new EnrolmentNumber(enrolment(who)),
                            CaptureWindow.parse("2024-06-03..2024-06-04"),
                            DailyHours.OF_THE_NOTICE,
                            "住院")
                    .map(record -> records.put(who, record.id()) == null);
        }

        private String enrolment(int who) {
            return "E" + codes[0].value() + "-" + who;
        }

        private Outcome<CaptureSession> present(int who, SchoolCode school) {
            return desk.tucai
                    .capture()
                    .present(
                            new Actor.CodeHolder(),
                            TwoSchools.code(school, ++codesIssued % 17, enrolment(who)),
                            Samples.LAST_FOUR)
                    .map(session -> {
                        records.put(who, session.record());
                        return session;
                    });
        }

        private void handIn(int who, String kind) {
            Optional<RecordId> known = Optional.ofNullable(records.get(who)).filter(id -> !erased.contains(id));
            SchoolCode school = known.flatMap(id -> desk.tucai
                            .capture()
                            .record(Samples.CENTRE, id)
                            .orElseThrow()
                            .school())
                    .orElse(codes[who % 2]);
            present(who, school).map(session -> {
                desk.tucai
                        .capture()
                        .consent(session.student(), session, "2024-1", Declarations.NONE.withGlasses(false));
                return desk.tucai
                        .capture()
                        .handIn(session.student(), session, Desk.photo(kind + "-" + enrolment(who) + "-" + ++photos));
            });
        }

        private void lock(Actor own, RecordId id, ImageDigest photo) {
            CaptureService capture = desk.tucai.capture();
            capture.suspectViolation(Samples.CENTRE, id, photo, "疑似翻拍");
            desk.passDays(2);
            capture.evidence(own, id, photo);
            capture.confirmViolation(own, id, photo, "翻拍");
            desk.at(SERVED);
        }

        private void clear(RecordId id, ImageDigest photo) {
            CaptureService capture = desk.tucai.capture();
            capture.orderSecondLook(Samples.CENTRE, id, "学生申诉");
            capture.evidence(OTHER, id, photo);
            capture.decideSecondLook(OTHER, id, ReviewOutcome.ACCEPTED, "为现场拍摄");
        }

        private void answer(CaptureRecord record, DeliveryOutcome outcome) {
            record.delivery()
                    .ifPresent(newest -> ledger.inTransaction(work ->
                            work.give(record.id(), new CaptureCommand.Answer(newest.version(), outcome), DELIVERY)));
        }

        private void statement(SchoolCode code) {
            desk.at("2024-06-05T18:00:00");
            desk.tucai.payment().issueStatement(Samples.CENTRE, code);
            desk.at(SERVED);
        }
    }
}
