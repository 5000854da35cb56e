package io.github.tucai.campaign.internal.money;

import io.github.tucai.payment.Payment;
import io.github.tucai.payment.UnmatchedReason;

/** What somebody wants to happen to money that belongs nowhere. */
public sealed interface CashbookCommand {
    /** Money came that is nobody's here. */
    record Keep(Payment payment, UnmatchedReason reason) implements CashbookCommand {}

    /** Money goes back; what an erased record had paid, too. */
    record Return(Payment payment, String reason) implements CashbookCommand {}
}
