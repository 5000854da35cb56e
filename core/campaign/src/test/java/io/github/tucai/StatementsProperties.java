package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Statement;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.io.IOException;
import java.nio.file.Files;
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

/** Photos come, are locked, refused, restored and erased, and statements are issued, in any order: each student counts once. */
@Clause("N3.3")
class StatementsProperties {
    private static final int STUDENTS = 3;
    private static final Actor.Centre OTHER = new Actor.Centre("other");

    private Desk desk;
    private Ledger ledger;
    private int history;

    String newUrl() throws IOException {
        return "jdbc:h2:mem:statements" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
    }

    @BeforeProperty
    void open() throws IOException {
        desk = new Desk(
                Desk.dataSource(newUrl()),
                Files.createTempDirectory("statements"),
                new Desk.Registry(),
                builder -> builder.decoder(new TwoSchools.SchoolDecoder()));
        ledger = Ledgers.open(desk.dataSource);
    }

    @AfterProperty
    void close() {
        desk.close();
    }

    private enum Kind {
        CAPTURE,
        LOCK,
        CLEAR,
        UNLOCK,
        REFUSE,
        DELIVER,
        RESEND,
        ERASE,
        STATEMENT
    }

    private record Step(Kind kind, int who) {}

    @Property(tries = 60)
    void whoIsDeliveredStandsOnOneStatementWhateverHappensBetween(@ForAll("histories") List<Step> steps) {
        Model model = new Model(new SchoolCode("S" + ++history));
        steps.forEach(model::play);
        model.statement();
        model.check();
    }

    @Provide
    static Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, STUDENTS - 1))
                .as(Step::new);
        // Most begin with photos, so that there is something to count.
        return step.list().ofMaxSize(30).map(rest -> {
            List<Step> all = new ArrayList<>();
            for (int who = 0; who < STUDENTS; who++) {
                all.add(new Step(Kind.CAPTURE, who));
            }
            all.addAll(rest);
            return all;
        });
    }

    private final class Model {
        private final SchoolCode code;
        private final Actor.SchoolAdministrator own;
        private final Map<Integer, RecordId> records = new HashMap<>();
        private final Set<RecordId> erased = new HashSet<>();
        private int erasedCounted;
        private int photos;

        Model(SchoolCode code) {
            this.code = code;
            this.own = new Actor.SchoolAdministrator("a", code);
            desk.at("2024-03-18T09:00:00");
            SchoolService schools = desk.tucai.schools();
            schools.register(Samples.CENTRE, new School(code, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                    .orElseThrow();
            schools.nameOfficer(own, code, "教务处", "示例老师", "0").orElseThrow();
            schools.setWindow(own, code, WithMoney.WINDOW).orElseThrow();
        }

        void play(Step step) {
            if (step.kind == Kind.STATEMENT) {
                statement();
            } else if (step.kind == Kind.CAPTURE) {
                capture(step.who);
            } else {
                Optional.ofNullable(records.get(step.who))
                        .filter(id -> !erased.contains(id))
                        .ifPresent(id -> play(step.kind, record(id)));
            }
        }

        private void play(Kind kind, CaptureRecord record) {
            CaptureService capture = desk.tucai.capture();
            switch (kind) {
                case LOCK -> record.accepted().map(PhotoRef::digest).ifPresent(photo -> lock(record.id(), photo));
                case CLEAR ->
                    record.violation()
                            .ifPresent(v -> clear(record.id(), v.photo().digest()));
                case UNLOCK -> capture.unlock(own, record.id(), "已教育");
                case REFUSE -> answer(record, version -> new DeliveryOutcome.Refused("does-not-open", "no key"));
                case DELIVER ->
                    answer(
                            record,
                            version -> new DeliveryOutcome.Accepted(new io.github.tucai.delivery.Receipt(
                                    record.deliveries().get(version - 1).key(), "R", java.time.Instant.EPOCH, false)));
                case RESEND -> desk.tucai.delivery().resend(Samples.CENTRE, record.id(), ProductChoice.SAME, "密钥已补");
                default -> erase(record);
            }
        }

        private CaptureRecord record(RecordId id) {
            return desk.tucai.capture().record(Samples.CENTRE, id).orElseThrow();
        }

        private void capture(int who) {
            RecordId known = records.get(who);
            if (known != null && erased.contains(known)) {
                return;
            }
            CollectionCode presented = TwoSchools.code(code, 1, "E" + code.value() + "-" + who);
            Outcome<CaptureSession> opened =
                    desk.tucai.capture().present(new Actor.CodeHolder(), presented, Samples.LAST_FOUR);
            opened.map(session -> {
                records.put(who, session.record());
                desk.tucai
                        .capture()
                        .consent(session.student(), session, "2024-1", Declarations.NONE.withGlasses(false));
                return desk.tucai
                        .capture()
                        .handIn(
                                session.student(),
                                session,
                                Desk.photo("ok-" + code.value() + "-" + who + "-" + ++photos));
            });
        }

        private void lock(RecordId id, ImageDigest photo) {
            CaptureService capture = desk.tucai.capture();
            capture.suspectViolation(Samples.CENTRE, id, photo, "疑似翻拍");
            desk.passDays(2);
            capture.evidence(own, id, photo);
            capture.confirmViolation(own, id, photo, "翻拍");
            desk.at("2024-03-18T09:00:00");
        }

        private void clear(RecordId id, ImageDigest photo) {
            CaptureService capture = desk.tucai.capture();
            capture.orderSecondLook(Samples.CENTRE, id, "学生申诉");
            capture.evidence(OTHER, id, photo);
            capture.decideSecondLook(OTHER, id, ReviewOutcome.ACCEPTED, "为现场拍摄");
        }

        private void answer(CaptureRecord record, java.util.function.IntFunction<DeliveryOutcome> outcome) {
            record.delivery()
                    .ifPresent(newest -> ledger.inTransaction(work -> work.give(
                            record.id(),
                            new CaptureCommand.Answer(newest.version(), outcome.apply(newest.version())),
                            new Actor.SystemProcess("delivery"))));
        }

        private void erase(CaptureRecord record) {
            boolean isCaptured = record.accepted().isPresent() && !record.isDeliveryRefused();
            desk.tucai.protection().erase(Samples.CENTRE, record.id()).map(id -> {
                erased.add(id);
                erasedCounted += record.billed().isPresent() || isCaptured ? 1 : 0;
                return id;
            });
        }

        void statement() {
            desk.at("2024-04-03T18:00:00");
            desk.tucai.payment().issueStatement(Samples.CENTRE, code);
            desk.at("2024-03-18T09:00:00");
        }

        /** Who stands on the statements, and what each record says. */
        void check() {
            SchoolRecord school =
                    desk.tucai.schools().school(Samples.CENTRE, code).orElseThrow();
            int counted = 0;
            for (RecordId id : records.values()) {
                if (!erased.contains(id)) {
                    counted += counted(record(id));
                }
            }
            assertThat(school.statements().stream()
                            .mapToInt(Statement::students)
                            .sum())
                    .isEqualTo(counted + erasedCounted);
            assertThat(school.statements())
                    .extracting(statement -> statement.number().orElseThrow())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }

        private int counted(CaptureRecord record) {
            if (record.accepted().isPresent() && !record.isDeliveryRefused()) {
                assertThat(record.billed()).as("whoever is delivered").contains(code);
            }
            long billed = desk.tucai.capture().history(Samples.CENTRE, record.id()).orElseThrow().stream()
                    .filter(line -> line.event() instanceof CaptureEvent.Billed)
                    .count();
            assertThat(billed).as("once").isEqualTo(record.billed().isPresent() ? 1 : 0);
            return (int) billed;
        }
    }
}
