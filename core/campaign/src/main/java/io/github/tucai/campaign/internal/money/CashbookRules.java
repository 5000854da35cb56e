package io.github.tucai.campaign.internal.money;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.capture.CashbookEvent;
import java.time.Instant;

/** Decides on money that belongs nowhere. Pure; that a reference comes once and goes back once is the table's to hold. */
public final class CashbookRules {
    private CashbookRules() {}

    /** The event that carries out the command, or why it is refused. */
    public static Outcome<CashbookEvent> decide(CashbookCommand command, Actor actor, Instant now) {
        if (command instanceof CashbookCommand.Keep keep) {
            return mayBook(actor)
                    ? Outcome.done(new CashbookEvent.MoneyKept(now, keep.payment(), keep.reason()))
                    : Outcome.refused(Refusals.notYours());
        }
        CashbookCommand.Return back = (CashbookCommand.Return) command;
        return mayRefund(actor)
                ? Outcome.done(new CashbookEvent.MoneyReturned(now, back.payment(), back.reason()))
                : Outcome.refused(Refusals.notYours());
    }

    /** Whether the actor may say that money came: the centre, and the collector's processes; no student and no school. */
    public static boolean mayBook(Actor actor) {
        return actor instanceof Actor.Centre || actor instanceof Actor.SystemProcess;
    }

    /** Whether the actor may give money back, and match it by hand. */
    public static boolean mayRefund(Actor actor) {
        return actor instanceof Actor.Centre;
    }
}
