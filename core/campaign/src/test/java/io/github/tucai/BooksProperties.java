package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.Booking;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.contract.Clause;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Takings;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Random histories of a few students and two schools against a model that only adds up what came. */
@Clause({"N3.3", "N3.4"})
class BooksProperties {
    private static final SchoolCode TRANSFERS = new SchoolCode("TRANSFERS");
    private static final int STUDENTS = 3;

    private Desk desk;
    private Takings before = new Takings(Fee.ZERO, Fee.ZERO, Fee.ZERO);
    private int history;

    String newUrl() throws IOException {
        return "jdbc:h2:mem:books" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
    }

    @BeforeProperty
    void open() throws IOException {
        Path folder = Files.createTempDirectory("books");
        desk = new Desk(
                Desk.dataSource(newUrl()),
                folder,
                new Desk.Registry(),
                builder -> builder.campaign(WithMoney.PAID_FIRST));
        register(Samples.SCHOOL, PaymentMode.STUDENT_ONLINE);
        register(TRANSFERS, PaymentMode.SCHOOL_TRANSFER);
    }

    private void register(SchoolCode code, PaymentMode mode) {
        io.github.tucai.answer.Actor own = new io.github.tucai.answer.Actor.SchoolAdministrator("a", code);
        desk.tucai
                .schools()
                .register(Samples.CENTRE, new School(code, "示例大学"), "xuzhou", mode)
                .orElseThrow();
        desk.tucai.schools().nameOfficer(own, code, "教务处", "示例老师", "0").orElseThrow();
        desk.tucai.schools().setWindow(own, code, WithMoney.WINDOW).orElseThrow();
    }

    @AfterProperty
    void close() {
        desk.close();
    }

    private enum Kind {
        CAPTURE,
        DOUBTFUL,
        SUSPECT,
        CLEAR,
        LOCK,
        UNLOCK,
        ERASE,
        PAY,
        PAY_WRONGLY,
        PAY_FOR_NOBODY,
        TRANSFER,
        TRANSFER_FROM_NOBODY,
        MATCH,
        REFUND,
        STATEMENT
    }

    private record Step(Kind kind, int who, int reference) {}

    @Property(tries = 60)
    void moneyThatCameIsMatchedUnmatchedOrRefundedAndNoReferenceComesTwice(@ForAll("histories") List<Step> steps) {
        Model model = new Model(++history);
        steps.forEach(model::play);
        model.check();
        before = model.takings();
    }

    @Provide
    static Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, STUDENTS - 1),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new);
        // Most begin with photos, so that there is something to pay for.
        return step.list().ofMaxSize(30).map(rest -> {
            List<Step> all = new ArrayList<>();
            for (int who = 0; who < STUDENTS; who++) {
                all.add(new Step(Kind.CAPTURE, who, 0));
            }
            all.addAll(rest);
            return all;
        });
    }

    private final class Model {
        private final int number;
        private final Map<Integer, RecordId> records = new HashMap<>();
        private final Set<RecordId> erased = new HashSet<>();
        private final Map<String, Booking> booked = new HashMap<>();
        private final Set<String> refunded = new HashSet<>();

        Model(int number) {
            this.number = number;
            desk.at("2024-03-18T09:00:00");
        }

        Takings takings() {
            return desk.tucai.payment().takings(Samples.CENTRE).orElseThrow();
        }

        void play(Step step) {
            Optional<RecordId> record = Optional.ofNullable(records.get(step.who));
            switch (step.kind) {
                case CAPTURE -> capture(step, "ok-");
                case DOUBTFUL -> capture(step, "doubt-");
                case SUSPECT ->
                    record.flatMap(this::accepted)
                            .ifPresent(photo ->
                                    desk.tucai.capture().suspectViolation(Samples.CENTRE, record.get(), photo, "疑似翻拍"));
                case CLEAR ->
                    record.flatMap(this::undecided)
                            .ifPresent(one -> desk.decide(Samples.CENTRE, one, ReviewOutcome.ACCEPTED, "正常"));
                case LOCK ->
                    record.flatMap(this::undecided).ifPresent(one -> {
                        desk.passDays(2);
                        desk.decide(Samples.ADMINISTRATOR, one, ReviewOutcome.VIOLATION, "翻拍");
                        desk.at("2024-03-18T09:00:00");
                    });
                case UNLOCK -> record.ifPresent(id -> desk.tucai.capture().unlock(Samples.ADMINISTRATOR, id, "已教育"));
                case ERASE ->
                    record.ifPresent(id -> {
                        desk.tucai.protection().erase(Samples.CENTRE, id);
                        erased.add(id);
                    });
                default -> playMoney(step, record.orElse(RecordId.random(new Random(number))));
            }
        }

        private Optional<ImageDigest> accepted(RecordId id) {
            return desk.tucai
                    .capture()
                    .record(Samples.CENTRE, id)
                    .<Optional<ImageDigest>>fold(
                            there -> there.accepted().map(PhotoRef::digest), missing -> Optional.empty());
        }

        private Optional<CaptureRecord> undecided(RecordId id) {
            return desk.tucai
                    .capture()
                    .record(Samples.CENTRE, id)
                    .<Optional<CaptureRecord>>fold(
                            there -> Optional.of(there).filter(CaptureRecord::isUndecided),
                            missing -> Optional.empty());
        }

        private void playMoney(Step step, RecordId record) {
            PaymentService money = desk.tucai.payment();
            Payment fee = new Payment(Fee.OF_THE_NOTICE, reference(step));
            Payment other = new Payment(Fee.of("14.99"), reference(step));
            RecordId nobody = RecordId.random(new Random(-number));
            switch (step.kind) {
                case PAY -> came(money.recordStudentPayment(Samples.SYSTEM, record, fee));
                case PAY_WRONGLY -> came(money.recordStudentPayment(Samples.CENTRE, record, other));
                case PAY_FOR_NOBODY -> came(money.recordStudentPayment(Samples.CENTRE, nobody, fee));
                case TRANSFER -> came(money.recordTransfer(Samples.CENTRE, TRANSFERS, fee));
                case TRANSFER_FROM_NOBODY -> came(money.recordTransfer(Samples.CENTRE, new SchoolCode("99999"), fee));
                case MATCH -> money.match(Samples.CENTRE, reference(step));
                case REFUND -> refund(reference(step));
                default -> {
                    desk.at("2024-04-03T18:00:00");
                    money.issueStatement(Samples.CENTRE, TRANSFERS);
                    desk.at("2024-03-18T09:00:00");
                }
            }
        }

        private String reference(Step step) {
            return "P" + number + "-" + step.reference;
        }

        private void capture(Step step, String photo) {
            String enrolment = "E" + number + "-" + step.who;
            if (erased.contains(records.get(step.who))
                    || !desk.present(enrolment).fold(open -> true, no -> false)) {
                return;
            }
            var session = desk.session(enrolment);
            records.put(step.who, session.record());
            desk.tucai
                    .capture()
                    .handIn(
                            session.student(),
                            session,
                            Desk.photo(photo + number + "-" + step.who + "-" + step.reference));
        }

        private void came(Outcome<Booking> outcome) {
            outcome.fold(
                    booking -> {
                        assertThat(booked.put(booking.payment().reference(), booking))
                                .as("a reference comes once")
                                .isNull();
                        return booking;
                    },
                    refusal -> null);
        }

        private void refund(String reference) {
            boolean done = desk.tucai
                    .payment()
                    .recordRefund(Samples.CENTRE, reference, "退回")
                    .fold(booking -> true, refusal -> false);
            assertThat(done).isEqualTo(booked.containsKey(reference) && !refunded.contains(reference));
            if (done) {
                refunded.add(reference);
            }
        }

        /** What came in this history, what the rows say, and what the events say. */
        void check() {
            Takings now = takings();
            assertThat(minus(now.total(), before.total())).isEqualByComparingTo(sum(booked.keySet()));
            assertThat(minus(now.refunded(), before.refunded())).isEqualByComparingTo(sum(refunded));
            List<Booking> unmatched =
                    desk.tucai.payment().unmatched(Samples.CENTRE).orElseThrow().items();
            assertThat(unmatched.stream()
                            .map(booking -> booking.payment().amount())
                            .reduce(Fee.ZERO, Fee::plus))
                    .as("every unmatched payment is listed")
                    .isEqualTo(now.unmatched());
            for (RecordId id : records.values()) {
                if (!erased.contains(id)) {
                    checkRecord(desk.tucai.capture().record(Samples.CENTRE, id).orElseThrow());
                }
            }
        }

        private void checkRecord(CaptureRecord record) {
            record.payment().ifPresent(paid -> {
                assertThat(booked).containsKey(paid.reference());
                assertThat(refunded).doesNotContain(paid.reference());
            });
            assertThat(record.unmatched())
                    .extracting(kept -> kept.payment().reference())
                    .allMatch(reference -> booked.containsKey(reference) && !refunded.contains(reference));
        }

        private BigDecimal sum(Set<String> references) {
            return references.stream()
                    .map(reference -> booked.get(reference).payment().amount().yuan())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static BigDecimal minus(Fee one, Fee other) {
            return one.yuan().subtract(other.yuan());
        }
    }
}
