package io.github.tucai.capture;

import io.github.tucai.payment.UnmatchedPayment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Money of a campaign that belongs to no readable record and to none of its schools: the fold of its {@link CashbookEvent}s
 * and nothing else. Immutable.
 */
public final class Cashbook {
    /** Nothing came yet. */
    public static final Cashbook EMPTY = new Cashbook(0, List.of());

    private final int events;
    private final List<UnmatchedPayment> unmatched;

    private Cashbook(int events, List<UnmatchedPayment> unmatched) {
        this.events = events;
        this.unmatched = List.copyOf(unmatched);
    }

    /** The cashbook these events fold into. */
    public static Cashbook replay(Iterable<? extends CashbookEvent> events) {
        Cashbook cashbook = EMPTY;
        for (CashbookEvent event : events) {
            cashbook = cashbook.after(event);
        }
        return cashbook;
    }

    /** The cashbook after one more event. Total: what happened is not questioned here. */
    public Cashbook after(CashbookEvent event) {
        if (event instanceof CashbookEvent.MoneyKept kept) {
            UnmatchedPayment more = new UnmatchedPayment(kept.payment(), kept.reason(), kept.at());
            return new Cashbook(
                    events + 1,
                    Stream.concat(unmatched.stream(), Stream.of(more)).toList());
        }
        CashbookEvent.MoneyReturned returned = (CashbookEvent.MoneyReturned) event;
        return new Cashbook(
                events + 1,
                unmatched.stream()
                        .filter(one -> !one.payment().equals(returned.payment()))
                        .toList());
    }

    /** How many events it went through. */
    public int events() {
        return events;
    }

    /** What is still to be given back, oldest first. */
    public List<UnmatchedPayment> unmatched() {
        return unmatched;
    }

    @Override
    public String toString() {
        return "Cashbook[" + events + " events]";
    }
}
