package io.github.tucai.capture;

import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.payment.Statement;
import io.github.tucai.payment.UnmatchedPayment;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.SpecialArrangement;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One school in one campaign: the fold of its {@link SchoolEvent}s and nothing else. Immutable. */
public final class SchoolRecord {
    private final State state;

    private SchoolRecord(State state) {
        this.state = state;
    }

    /** A school to which nothing happened yet. */
    public static SchoolRecord empty(SchoolCode code) {
        return new SchoolRecord(new State(
                Objects.requireNonNull(code, "code"),
                0,
                Optional.empty(),
                "",
                PaymentMode.SCHOOL_TRANSFER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Money.NONE));
    }

    /** The record these events fold into. */
    public static SchoolRecord replay(SchoolCode code, Iterable<? extends SchoolEvent> events) {
        SchoolRecord record = empty(code);
        for (SchoolEvent event : events) {
            record = record.after(event);
        }
        return record;
    }

    /** The record after one more event. Total: what happened is not questioned here. */
    public SchoolRecord after(SchoolEvent event) {
        return new SchoolRecord(state.after(event).counted());
    }

    /** The school's code. */
    public SchoolCode code() {
        return state.code;
    }

    /** How many events it went through. */
    public int events() {
        return state.events;
    }

    /** The school; empty while it is not registered. */
    public Optional<School> school() {
        return state.school;
    }

    /** The id of its region; empty text while it is not registered. */
    public String region() {
        return state.region;
    }

    /** How its photos are paid for. */
    public PaymentMode mode() {
        return state.mode;
    }

    /** Who is in charge, once named. */
    public Optional<SchoolEvent.OfficerNamed> officer() {
        return state.officer;
    }

    /** Its own window, once set. */
    public Optional<CaptureWindow> window() {
        return state.window;
    }

    /** How many graduates it expects to capture, once said. */
    public Optional<Integer> expected() {
        return state.expected;
    }

    /** Special arrangements of the school, oldest first; older logs also hold those of single students. */
    public List<SpecialArrangement> arrangements() {
        return state.arrangements;
    }

    /** Proofing rounds, oldest first. */
    public List<ProofingRound> rounds() {
        return state.rounds;
    }

    /** The last proofing round. */
    public Optional<ProofingRound> round() {
        return state.rounds.isEmpty() ? Optional.empty() : Optional.of(state.rounds.get(state.rounds.size() - 1));
    }

    /** The frozen statements, oldest first; each counts those whom none before does. */
    public List<Statement> statements() {
        return state.statements;
    }

    /** The last of the frozen statements, once one is issued. */
    public Optional<Statement> statement() {
        return state.statements.isEmpty()
                ? Optional.empty()
                : Optional.of(state.statements.get(state.statements.size() - 1));
    }

    /** What is still to pay of all statements; never below nothing. */
    public Fee open() {
        Fee owed = state.statements.stream().map(Statement::total).reduce(Fee.ZERO, Fee::plus);
        Fee paid = payments().stream().map(Payment::amount).reduce(Fee.ZERO, Fee::plus);
        return paid.compareTo(owed) >= 0 ? Fee.ZERO : new Fee(owed.yuan().subtract(paid.yuan()));
    }

    /** What it paid, as asked, and did not get back, oldest first. */
    public List<Payment> payments() {
        return state.money.paid;
    }

    /** What it transferred without being asked for and is still to be given back, oldest first. */
    public List<UnmatchedPayment> unmatched() {
        return state.money.unmatched;
    }

    /** How many captured students were erased before a statement counted them by name. */
    public int erasedBeforeStatement() {
        return state.money.erased;
    }

    /** How many of them no statement counts yet. */
    public int erasedToCount() {
        return state.money.erased - state.money.counted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchoolRecord that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "SchoolRecord[" + state.code.value() + ", " + state.events + " events]";
    }

    private record State(
            SchoolCode code,
            int events,
            Optional<School> school,
            String region,
            PaymentMode mode,
            Optional<SchoolEvent.OfficerNamed> officer,
            Optional<CaptureWindow> window,
            Optional<Integer> expected,
            List<SpecialArrangement> arrangements,
            List<ProofingRound> rounds,
            List<Statement> statements,
            Money money) {

        State counted() {
            return new State(
                    code,
                    events + 1,
                    school,
                    region,
                    mode,
                    officer,
                    window,
                    expected,
                    arrangements,
                    rounds,
                    statements,
                    money);
        }

        State after(SchoolEvent event) {
            if (event instanceof SchoolEvent.Registered e) {
                return new State(
                        code,
                        events,
                        Optional.of(e.school()),
                        e.region(),
                        e.mode(),
                        officer,
                        window,
                        expected,
                        arrangements,
                        rounds,
                        statements,
                        money);
            }
            return event instanceof SchoolEvent.OfficerNamed
                            || event instanceof SchoolEvent.WindowSet
                            || event instanceof SchoolEvent.ExpectedSet
                            || event instanceof SchoolEvent.ArrangementGranted
                    ? afterSetting(event)
                    : afterResult(event);
        }

        private State afterSetting(SchoolEvent event) {
            return new State(
                    code,
                    events,
                    school,
                    region,
                    mode,
                    event instanceof SchoolEvent.OfficerNamed e ? Optional.of(e) : officer,
                    event instanceof SchoolEvent.WindowSet e ? Optional.of(e.window()) : window,
                    event instanceof SchoolEvent.ExpectedSet e ? Optional.of(e.graduates()) : expected,
                    event instanceof SchoolEvent.ArrangementGranted e
                            ? with(arrangements, e.arrangement())
                            : arrangements,
                    rounds,
                    statements,
                    money);
        }

        private State afterResult(SchoolEvent event) {
            return new State(
                    code,
                    events,
                    school,
                    region,
                    mode,
                    officer,
                    window,
                    expected,
                    arrangements,
                    roundsAfter(event),
                    event instanceof SchoolEvent.StatementIssued e ? with(statements, e.statement()) : statements,
                    money.after(event));
        }

        private List<ProofingRound> roundsAfter(SchoolEvent event) {
            if (event instanceof SchoolEvent.RoundPublished e) {
                return with(rounds, e.round());
            }
            if (event instanceof SchoolEvent.FeedbackRecorded e) {
                return rounds.stream()
                        .map(r -> r.number() == e.round() ? r.answered(e.received()) : r)
                        .toList();
            }
            if (event instanceof SchoolEvent.RoundReopened e) {
                return rounds.stream()
                        .map(r -> r.number() == e.round() ? r.reopened(e.deadline()) : r)
                        .toList();
            }
            return rounds;
        }

        static <T> List<T> with(List<T> list, T more) {
            List<T> longer = new ArrayList<>(list);
            longer.add(more);
            return List.copyOf(longer);
        }
    }

    /** Of the erased, so many are counted by statements. */
    private record Money(List<Payment> paid, List<UnmatchedPayment> unmatched, int erased, int counted) {
        static final Money NONE = new Money(List.of(), List.of(), 0, 0);

        Money after(SchoolEvent event) {
            if (event instanceof SchoolEvent.PaymentReceived e) {
                Money others = without(e.payment().reference());
                return new Money(State.with(others.paid, e.payment()), others.unmatched, erased, counted);
            } else if (event instanceof SchoolEvent.TransferUnmatched e) {
                UnmatchedPayment kept = new UnmatchedPayment(e.payment(), e.reason(), e.at());
                return new Money(paid, State.with(unmatched, kept), erased, counted);
            } else if (event instanceof SchoolEvent.TransferRefunded e) {
                return without(e.reference());
            } else if (event instanceof SchoolEvent.StatementIssued) {
                return new Money(paid, unmatched, erased, erased);
            }
            return event instanceof SchoolEvent.ErasedCounted ? new Money(paid, unmatched, erased + 1, counted) : this;
        }

        private Money without(String reference) {
            return new Money(
                    paid.stream().filter(p -> !p.reference().equals(reference)).toList(),
                    unmatched.stream()
                            .filter(u -> !u.payment().reference().equals(reference))
                            .toList(),
                    erased,
                    counted);
        }
    }
}
